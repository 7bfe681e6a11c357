"""Files of pictures that no image has: of a form that was never saved, or of a row that went without them."""

import datetime
from typing import NamedTuple

from django.core.files.storage import default_storage
from django.utils import timezone

from articles.models import Image
from articles.picture import FOLDER
from articles.picturing import HOURS

# An hour longer than a form that was sent back may still name a picture's files.
KEPT = datetime.timedelta(hours=HOURS + 1)
AT_ONCE = 500


class Leftover(NamedTuple):
    """Files in the folder of one picture that no image names; `is_all` says that there are no others in it."""

    folder: str
    files: list
    size: int
    is_all: bool

    def remove(self):
        """Remove the files, and the folder where that leaves it empty."""
        for path in self.files:
            default_storage.delete(path)
        if self.is_all:
            default_storage.delete(self.folder)


def leftovers(now=None):
    """Yield the Leftovers in whose folder nothing was written within KEPT before `now`, the present by default."""
    limit, digests = (now or timezone.now()) - KEPT, sorted(folders())
    for start in range(0, len(digests), AT_ONCE):
        some = digests[start : start + AT_ONCE]
        images = {image.digest: image for image in Image.objects.filter(digest__in=some)}
        found = (left_in(f"{FOLDER}/{digest}", images.get(digest), limit) for digest in some)
        yield from filter(None, found)


def folders():
    """The names of the folders of pictures."""
    try:
        return default_storage.listdir(FOLDER)[0]
    except FileNotFoundError:
        return []


def left_in(folder, image, limit):
    """The Leftover in the folder of `image`, which may be None; None where all is named or something is too new."""
    present = [f"{folder}/{name}" for name in default_storage.listdir(folder)[1]]
    named = {image.picture.path(name) for name in image.picture.names} if image else set()
    left = [path for path in present if path not in named]
    if named and not left:
        return None
    if any(default_storage.get_modified_time(path) > limit for path in [folder, *present]):
        return None
    return Leftover(folder, left, sum(default_storage.size(path) for path in left), len(left) == len(present))
