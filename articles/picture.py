"""An image as pages, feeds and the API show it: its addresses, its sizes and what stands under it."""

from django.urls import reverse

from newsroom.lib.jsonld import absolute
from newsroom.lib.pictures import SOCIAL_WIDTH, height_at

FORMATS = ("avif", "webp")
FOLDER = "images"  # of the storage, with a folder for each picture


def public(digest, name):
    """The address of a file of an image; answered while a published article shows the image, and to editors."""
    return reverse("image", args=[digest, name])


def behind(token):
    """The same for whoever holds a preview link with this token."""
    return lambda digest, name: reverse("preview_image", args=[token, digest, name])


class Picture:
    """An image under a caption; `address(digest, name)` says where its files are."""

    def __init__(self, image, caption="", address=public):
        self.image, self.address_of = image, address
        self.caption = caption or image.caption
        self.alt, self.credit, self.focus = image.alt, image.credit, image.focus
        self.width, self.height = self.size(min(SOCIAL_WIDTH, image.width))

    def size(self, width):
        """The (width, height) of the file that is this wide."""
        return width, height_at(width, (self.image.width, self.image.height))

    @property
    def names(self):
        """The names of its files."""
        return [f"{width}.{kind}" for kind in FORMATS for width in self.image.widths] + [self.jpeg]

    @property
    def jpeg(self):
        """The name of the one file that every program reads."""
        return f"{self.width}.jpeg"

    def path(self, name):
        """Where the file stands in the storage. Raises ValueError for a name that is none of `names`."""
        if name not in self.names:
            raise ValueError(f"“{name}” is no file of an image.")
        return f"{FOLDER}/{self.image.digest}/{name}"

    def address(self, name):
        """Where browsers get the file."""
        return self.address_of(self.image.digest, name)

    @property
    def src(self):
        """The address of the JPEG."""
        return self.address(self.jpeg)

    @property
    def small(self):
        """The address of the narrowest file."""
        return self.address(f"{self.image.widths[0]}.webp")

    def srcset(self, kind):
        """Every width of one format with its address, as an `img` takes them."""
        return ", ".join(f"{self.address(f'{width}.{kind}')} {width}w" for width in self.image.widths)

    @property
    def avif(self):
        return self.srcset("avif")

    @property
    def webp(self):
        return self.srcset("webp")

    @property
    def renditions(self):
        """Each file as {"url", "type", "width", "height"}; the address absolute."""
        return [self._rendition(name, *name.split(".")) for name in self.names]

    def _rendition(self, name, stem, kind):
        width, height = self.size(int(stem))
        return {"url": absolute(self.address(name)), "type": f"image/{kind}", "width": width, "height": height}
