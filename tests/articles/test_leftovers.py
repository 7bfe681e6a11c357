"""Files that no image has, told from those an image or a form still needs."""

import io
import os

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import timezone

from articles import picturing
from articles.leftovers import KEPT, leftovers
from articles.models import Image
from tests.articles.test_picturing import file
from tests.make import HOUR, make_image

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folders_of_files(settings, tmp_path):
    folder = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "default": folder}


def aged(stored, age=KEPT + HOUR):
    """The stored picture with files and folder this old."""
    folder = os.path.dirname(default_storage.path(stored.picture.path(stored.picture.jpeg)))
    when = (timezone.now() - age).timestamp()
    for path in [*(entry.path for entry in os.scandir(folder)), folder]:
        os.utime(path, (when, when))
    return stored


def uploaded(colour="red"):
    return picturing.store(file(colour).read())


def tidied(*options):
    out = io.StringIO()
    call_command("tidy_images", *options, stdout=out)
    return out.getvalue()


def exists(stored):
    return default_storage.exists(f"images/{stored.digest}")


def test_files_of_a_form_that_was_never_saved_go_after_a_day_with_their_folder():
    left, new = aged(uploaded("red")), uploaded("blue")
    said = tidied()
    assert said.startswith(f"images/{left.digest}: 5 files, ")
    assert said.endswith("removed\n")
    assert not exists(left)
    assert exists(new)
    assert tidied().startswith("0 files, 0 bytes")


def test_a_dry_run_says_the_same_and_leaves_all():
    left = aged(uploaded())
    assert "5 files" in tidied("--dry-run")
    assert tidied("--dry-run").endswith("would be removed\n")
    assert exists(left)


def test_what_an_image_has_stays_however_old():
    image = make_image()
    aged(image)
    assert list(leftovers()) == []
    assert all(default_storage.exists(image.picture.path(name)) for name in image.picture.names)


def test_a_file_that_is_none_of_the_images_goes_alone():
    image = make_image()
    stray = default_storage.save(f"images/{image.digest}/320_Xy7.webp", ContentFile(b"half"))
    aged(image)
    [left] = leftovers()
    assert (left.files, left.size, left.is_all) == ([stray], 4, False)
    left.remove()
    assert not default_storage.exists(stray)
    assert default_storage.exists(image.picture.path(image.picture.jpeg))


def test_the_files_of_a_row_that_went_without_them_go():
    image = make_image()
    aged(image)
    Image.objects.filter(pk=image.pk)._raw_delete("default")
    tidied()
    assert not exists(image)


def test_a_picture_sent_again_stays_for_the_form_that_shows_it():
    aged(uploaded())
    again = uploaded()
    assert list(leftovers()) == []
    assert picturing.of_token(again.token) == again


def test_a_form_whose_files_have_gone_asks_for_them_again():
    token = uploaded().token
    tidied()
    assert picturing.of_token(token)
    aged(uploaded())
    tidied()
    assert picturing.of_token(token) is None


def test_without_any_folder_there_is_nothing():
    assert tidied() == "0 files, 0 bytes removed\n"
