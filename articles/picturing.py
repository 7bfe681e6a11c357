"""From a file somebody sent to the files of an image."""

from typing import NamedTuple

from django.core import signing
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from articles.models import Image
from articles.picture import Picture
from newsroom.lib import pictures

SALT = "articles.picturing"
HOURS = 24


class Stored(NamedTuple):
    """A picture whose files are stored; `Image` takes these fields."""

    digest: str
    width: int
    height: int
    widths: list

    @property
    def token(self):
        """It as a text that a form may carry; nobody else can make one."""
        return signing.dumps(list(self), salt=SALT)

    @property
    def twin(self):
        """The Image that has this very picture already, or None."""
        return Image.objects.filter(digest=self.digest).first()

    @property
    def is_there(self):
        """Whether its files are: they go with an image of the same picture that is deleted."""
        files = self.picture
        return default_storage.exists(files.path(files.jpeg))

    @property
    def picture(self):
        """It as a Picture, for the names of its files."""
        return Picture(Image(**self._asdict()))


def of_token(token):
    """The Stored picture of a `token` made within the last day, or None; None also when its files have gone."""
    try:
        stored = Stored(*signing.loads(token, salt=SALT, max_age=HOURS * 3600))
    except signing.BadSignature:
        return None
    return stored if stored.is_there else None


def store(data):
    """Store the picture in the file `data`; what is stored already is not made again.

    Takes seconds, so call it outside of transactions. Raises NotAPictureError.
    """
    picture = pictures.read(data)
    stored = Stored(pictures.digest(picture), *picture.size, pictures.widths(picture.width))
    files = stored.picture
    # The JPEG is written last: where it stands, all do.
    if not stored.is_there:
        for name, content in pictures.renditions(picture):
            _write(files.path(name), content)
    elif stored.twin is None:
        # Left from a form that was not saved: dated anew, so that they stay while this one may be.
        _write(files.path(files.jpeg), pictures.for_links(picture).data)
    return stored


def _write(path, content):
    default_storage.delete(path)  # half of one, from a store that was interrupted
    default_storage.save(path, ContentFile(content))


def make_image(data, **said):
    """A new Image of the picture in the file `data`, with what is said of it. Raises NotAPictureError."""
    return Image.objects.create(**store(data)._asdict(), **said)
