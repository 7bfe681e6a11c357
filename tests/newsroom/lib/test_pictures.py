"""Pictures as people send them: each becomes a plain one, or a refusal that says what is wrong."""

import io
import struct
import zipfile
import zlib

import pytest
from PIL import Image, ImageCms

from newsroom.lib import pictures

RED, BLUE = (200, 30, 40), (30, 60, 200)


def sent(picture=None, kind="JPEG", **options):
    """The bytes of a file."""
    file = io.BytesIO()
    (picture or Image.new("RGB", (60, 40), RED)).save(file, kind, **options)
    return file.getvalue()


def png_head(width, height):
    """A PNG that says it is this large, with next to nothing in it."""

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def near(colour, other):
    return all(abs(one - two) < 12 for one, two in zip(colour, other, strict=True))


@pytest.mark.parametrize("kind", pictures.FORMATS)
def test_each_format_is_read_by_its_content(kind):
    picture = pictures.read(sent(kind=kind))
    assert (picture.mode, picture.size) == ("RGB", (60, 40))
    assert near(picture.getpixel((30, 20)), RED)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "give a JPEG"),
        (b"just some words", "give a JPEG"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "an SVG drawing"),
        (b'<?xml version="1.0"?>\n<!-- x --><SVG onload="alert(1)"/>', "an SVG drawing"),
        (b"%PDF-1.7 ...", "give a JPEG"),
        (sent(kind="TIFF"), "give a JPEG"),
        (sent(kind="BMP"), "give a JPEG"),
        (png_head(40_000, 30), "40,000 × 30 pixels"),
        (png_head(30, 40_000), "30 × 40,000 pixels"),
        pytest.param(png_head(10_000, 10_000), "million pixels", marks=pytest.mark.filterwarnings("ignore:Image size")),
        (png_head(60_000, 60_000), "million pixels"),
        (png_head(60, 40), "damaged or cut off"),
        (sent()[:300], "damaged or cut off"),
        (sent(kind="PNG")[:80], "damaged or cut off"),
        (sent(kind="WEBP")[:-20], "damaged or cut off"),
        (b"\xff" * (pictures.MOST_BYTES + 1), "larger than 20 MB"),
    ],
)
def test_what_is_no_picture_for_us_is_refused_in_words(data, reason):
    with pytest.raises(pictures.NotAPictureError, match=reason):
        pictures.read(data)


def test_a_zip_file_is_no_picture_whatever_it_is_called():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("photo.jpg", sent())
    with pytest.raises(pictures.NotAPictureError, match="give a JPEG"):
        pictures.read(file.getvalue())


def test_what_hangs_behind_a_picture_is_left_behind():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("evil.html", "<script>alert(1)</script>")
    picture = pictures.read(sent() + packed.getvalue())
    assert all(b"evil" not in rendition.data for rendition in pictures.renditions(picture))


def test_a_picture_is_turned_upright_as_the_camera_said():
    sideways = Image.new("RGB", (60, 40), RED)
    sideways.paste(BLUE, (0, 0, 20, 40))
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned a quarter to the right
    picture = pictures.read(sent(sideways, exif=exif, quality=95))
    assert picture.size == (40, 60)
    assert near(picture.getpixel((20, 5)), BLUE)
    assert near(picture.getpixel((20, 55)), RED)


def test_place_camera_and_profile_do_not_come_along():
    exif = Image.Exif()
    exif[0x010F] = "Camera of Ann"
    exif.get_ifd(0x8825)[1] = "N"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = sent(exif=exif, icc_profile=profile, comment="taken at home")
    assert b"Camera of Ann" in data
    for rendition in pictures.renditions(pictures.read(data)):
        opened = Image.open(io.BytesIO(rendition.data))
        assert not opened.getexif()
        assert not {"exif", "icc_profile", "comment", "xmp"} & set(opened.info)
        assert b"Camera of Ann" not in rendition.data


def swapping_red_and_blue():
    """A colour profile in which what sRGB calls red is blue."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile.replace(b"rXYZ", b"....").replace(b"bXYZ", b"rXYZ").replace(b"....", b"bXYZ")


@pytest.mark.parametrize(
    ("profile", "colour"), [(None, (255, 0, 0)), (b"no profile", (255, 0, 0)), (swapping_red_and_blue(), (0, 0, 255))]
)
def test_colours_of_another_profile_are_brought_to_srgb(profile, colour):
    picture = pictures.read(sent(Image.new("RGB", (8, 8), (255, 0, 0)), "PNG", icc_profile=profile))
    assert near(picture.getpixel((4, 4)), colour)


@pytest.mark.parametrize("mode", ["CMYK", "L"])
def test_pictures_of_printers_and_in_grey_become_rgb(mode):
    picture = pictures.read(sent(Image.new("RGB", (60, 40), "white").convert(mode), quality=95))
    assert picture.mode == "RGB"
    assert near(picture.getpixel((30, 20)), (255, 255, 255))


@pytest.mark.parametrize(
    "picture",
    [
        Image.new("RGBA", (6, 6), (0, 0, 0, 0)),
        Image.new("LA", (6, 6), (0, 0)),
        Image.new("I;16", (6, 6), 65535),
        Image.new("1", (6, 6), 1),
        Image.new("RGB", (6, 6), "white").convert("P"),
    ],
    ids=lambda picture: picture.mode,
)
def test_what_is_seen_through_stands_on_white_and_every_depth_is_read(picture):
    assert pictures.read(sent(picture, "PNG")).getpixel((3, 3)) == (255, 255, 255)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "AVIF"])
def test_of_a_moving_picture_the_first_frame_is_kept(kind):
    frames = [Image.new("RGB", (60, 40), colour) for colour in (RED, BLUE)]
    picture = pictures.read(sent(frames[0], kind, save_all=True, append_images=frames[1:], duration=100))
    assert near(picture.getpixel((30, 20)), RED)


def test_every_width_comes_in_both_formats_and_one_as_jpeg():
    made = {rendition.name: rendition.data for rendition in pictures.renditions(Image.new("RGB", (700, 350), RED))}
    assert list(made) == ["320.avif", "320.webp", "640.avif", "640.webp", "700.avif", "700.webp", "700.jpeg"]
    for name, data in made.items():
        opened = Image.open(io.BytesIO(data))
        width, _, kind = name.partition(".")
        assert opened.format == kind.upper()
        assert opened.size == (int(width), int(width) // 2)


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (1, [1]),
        (320, [320]),
        (321, [320, 321]),
        (1920, [320, 640, 960, 1280, 1920]),
        (9000, [320, 640, 960, 1280, 1920]),
    ],
)
def test_a_picture_is_never_given_wider_than_it_is(width, widths):
    assert pictures.widths(width) == widths


def test_the_same_pixels_have_the_same_digest_in_whatever_file():
    one, other = pictures.read(sent(kind="PNG")), pictures.read(sent(kind="GIF"))
    assert pictures.digest(one) == pictures.digest(other)
    assert pictures.digest(one) != pictures.digest(pictures.read(sent(Image.new("RGB", (40, 60), RED), "PNG")))


def test_a_thin_strip_keeps_a_height():
    names = [rendition.name for rendition in pictures.renditions(Image.new("RGB", (1000, 1), RED))]
    assert names[0] == "320.avif"
