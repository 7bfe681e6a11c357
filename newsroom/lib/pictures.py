"""Pictures people upload: verified, upright, in sRGB, stripped of all but what is seen, in several widths.

Nothing of the file that was sent is kept or given out: what stands in it besides the picture (place, camera, previews,
whatever hangs behind its end) does not come along.
"""

import io
from hashlib import blake2b
from typing import NamedTuple

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

MOST_BYTES = 20 * 1000 * 1000
MOST_PIXELS, LONGEST_SIDE = 64 * 1000 * 1000, 16_000
# The library's own guard, which counts before anything is decoded.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
WIDTHS = (320, 640, 960, 1280, 1920)
SOCIAL_WIDTH = 1200  # of the JPEG for link previews and old browsers
# Chosen by eye; AVIF counts otherwise than the two others.
SAVED = {
    "avif": {"format": "AVIF", "quality": 55, "speed": 9},
    "webp": {"format": "WEBP", "quality": 76, "method": 4},
    "jpeg": {"format": "JPEG", "quality": 82, "optimize": True, "progressive": True},
}
SRGB = ImageCms.createProfile("sRGB")


class NotAPictureError(ValueError):
    """The file cannot be taken as a picture; the message says why, and reads on after the file's name."""


class Rendition(NamedTuple):
    """A file of a picture as browsers get it; `name` as "640.webp"."""

    name: str
    data: bytes


def read(data):
    """The picture in the file `data` as an upright sRGB image without transparency, its first frame where it moves.

    Raises NotAPictureError for what is no picture, is damaged, or too large in bytes or pixels.
    """
    if len(data) > MOST_BYTES:
        raise NotAPictureError(f"is larger than {MOST_BYTES // 1_000_000} MB")
    try:
        picture = _opened(data)
        picture.load()
        return _plain(picture)
    except NotAPictureError:
        raise
    except Exception as error:  # a decoder raises whatever it likes over a broken file
        raise NotAPictureError("is damaged or cut off: it cannot be read to its end") from error


def _opened(data):
    """The picture with only its head read, found by its content; refused before decoding where it is too large."""
    try:
        picture = Image.open(io.BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError:
        raise _too_many_pixels() from None
    except UnidentifiedImageError:
        kind = "an SVG drawing, which can hold script" if b"<svg" in data[:1000].lower() else "none of these"
        raise NotAPictureError(f"is {kind}: give a JPEG, PNG, WebP, AVIF or GIF picture") from None
    width, height = picture.size
    if max(width, height) > LONGEST_SIDE:
        raise NotAPictureError(f"is {width:,} × {height:,} pixels: no side may be longer than {LONGEST_SIDE:,}")
    if width * height > MOST_PIXELS:
        raise _too_many_pixels()
    if picture.format in {"JPEG", "MPO"}:
        picture.draft(None, (2 * WIDTHS[-1], 2 * WIDTHS[-1]))  # decodes a large one at half its size or less
    return picture


def _too_many_pixels():
    return NotAPictureError(f"has more than {MOST_PIXELS // 1_000_000} million pixels")


def _plain(picture):
    """The picture upright, in sRGB and on white."""
    profile = picture.info.get("icc_profile")
    picture = ImageOps.exif_transpose(picture)
    if picture.mode.startswith("I"):  # sixteen bits of grey
        picture = picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
        white = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(white, picture).convert("RGB")
    elif picture.mode in {"1", "P"}:
        picture = picture.convert("RGB")
    plain = _in_srgb(picture, profile)
    plain.info = {}
    return plain


def _in_srgb(picture, profile):
    """The picture by its colour profile; by the usual meaning of its numbers where there is none or it is broken."""
    if profile and picture.mode in {"RGB", "CMYK", "L"}:
        try:
            its_own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            return ImageCms.profileToProfile(picture, its_own, SRGB, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            pass
    return picture.convert("RGB")


def digest(picture):
    """What tells the picture from every other, as 32 hexadecimal digits: the same pixels give the same."""
    return blake2b(repr(picture.size).encode() + picture.tobytes(), digest_size=16).hexdigest()


def widths(width):
    """The widths a picture this wide is given in, narrowest first: never wider than it is."""
    return sorted({*(one for one in WIDTHS if one < width), min(width, WIDTHS[-1])})


def height_at(width, size):
    """The height of a picture of this (width, height) when it is `width` wide."""
    return max(1, round(size[1] * width / size[0]))


def renditions(picture):
    """Yield each Rendition of a picture that `read` gave: every width as AVIF and WebP, and one JPEG.

    A large photograph takes about two seconds.
    """
    for width in widths(picture.width):
        scaled = _scaled(picture, width)
        for kind in ("avif", "webp"):
            yield Rendition(f"{width}.{kind}", _written(scaled, kind))
    yield for_links(picture)


def for_links(picture):
    """The Rendition for link previews and old browsers."""
    social = min(SOCIAL_WIDTH, picture.width)
    return Rendition(f"{social}.jpeg", _written(_scaled(picture, social), "jpeg"))


def _scaled(picture, width):
    size = (width, height_at(width, picture.size))
    return picture if size == picture.size else picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3)


def _written(picture, kind):
    file = io.BytesIO()
    picture.save(file, **SAVED[kind])
    return file.getvalue()
