"""An uploaded file becomes an image, at the desk and by itself."""

import io

import pytest
from django.contrib.auth import get_user_model
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as Pillow

from articles import picturing
from articles.models import Image
from newsroom.lib.pictures import NotAPictureError
from tests.desk import address, errors
from tests.make import make_article, make_draft, make_editor, make_image, make_member

pytestmark = pytest.mark.django_db
ADD = "/admin/articles/image/add/"


def file(colour="red", name="photo.jpg", kind="JPEG", size=(400, 300)):
    data = io.BytesIO()
    Pillow.new("RGB", size, colour).save(data, kind)
    return SimpleUploadedFile(name, data.getvalue())


@pytest.fixture
def desk(client):
    client.force_login(make_editor())
    return client


def sent(desk, upload=None, **fields):
    return desk.post(ADD, {"alt": "A bridge", **({"upload": upload} if upload else {}), **fields}, follow=True)


def test_a_picture_is_stored_in_every_size_under_its_digest():
    image = picturing.make_image(file().read(), alt="A bridge")
    assert (image.width, image.height, image.widths) == (400, 300, [320, 400])
    assert image.picture.names == ["320.avif", "400.avif", "320.webp", "400.webp", "400.jpeg"]
    for name in image.picture.names:
        with default_storage.open(image.picture.path(name)) as stored:
            assert Pillow.open(stored).width == int(name.split(".")[0])


def test_what_is_stored_is_not_made_again(monkeypatch):
    first = picturing.store(file(kind="PNG").read())
    monkeypatch.setattr("newsroom.lib.pictures.renditions", lambda picture: pytest.fail("made again"))
    assert picturing.store(file(kind="GIF").read()) == first


def test_nothing_is_stored_of_what_is_no_picture():
    with pytest.raises(NotAPictureError):
        picturing.store(b"<svg><script>alert(1)</script></svg>")


@pytest.mark.parametrize("token", ["", "x", "a:b:c", "\0"])
def test_a_token_that_was_made_up_is_none(token):
    assert picturing.of_token(token) is None


def test_an_editor_uploads_a_picture_whatever_its_name_says(desk):
    response = sent(desk, file(kind="PNG", name="photo.jpg"), caption="  The <b>bridge</b> ", credit="Ann Smith")
    image = Image.objects.get()
    assert errors(response) == ""
    assert (image.alt, image.caption, image.credit) == ("A bridge", "The bridge", "Ann Smith")
    assert default_storage.exists(image.picture.path("400.jpeg"))


@pytest.mark.parametrize(
    ("upload", "reason"),
    [
        (SimpleUploadedFile("photo.jpg", b"PK\x03\x04 a zip"), "“photo.jpg” is none of these"),
        (SimpleUploadedFile("x.svg", b"<svg onload='alert(1)'/>"), "“x.svg” is an SVG drawing"),
        (SimpleUploadedFile("cut.jpg", file().read()[:200]), "“cut.jpg” is damaged"),
        (None, "Choose a picture."),
    ],
)
def test_what_is_no_picture_is_refused_and_what_was_typed_stays(desk, upload, reason):
    response = sent(desk, upload, caption="Long thought about")
    assert reason in errors(response).replace("&quot;", '"')
    assert "Long thought about" in response.content.decode()
    assert not Image.objects.exists()


def test_alternative_text_is_asked_for_and_the_picture_need_not_be_sent_twice(desk):
    response = sent(desk, file(), alt="")
    assert "Say in the alternative text" in errors(response)
    kept = response.context["adminform"].form["kept"].value()
    assert errors(sent(desk, kept=kept)) == ""
    assert Image.objects.get().widths == [320, 400]


def test_a_decorative_picture_needs_no_alternative_text(desk):
    assert errors(sent(desk, file(), alt="", decorative="on")) == ""
    assert "either" in errors(sent(desk, file("blue"), decorative="on"))


def test_the_same_picture_is_not_kept_twice(desk):
    sent(desk, file(kind="PNG"))
    assert "here already" in errors(sent(desk, file(kind="GIF")))
    assert Image.objects.count() == 1


def test_only_those_who_may_add_images_can_send_any(client, monkeypatch):
    monkeypatch.setattr(picturing, "store", lambda data: pytest.fail("stored"))
    client.force_login(get_user_model().objects.create_user("clerk", is_staff=True))
    assert sent(client, file()).status_code == 403


def test_what_is_said_of_an_image_can_be_changed_and_its_picture_stays(desk):
    image = make_image("A bridge")
    form = desk.get(address(image)).content.decode()
    assert 'name="upload"' not in form
    response = desk.post(address(image), {"alt": "A red bridge", "seen": _seen(form)}, follow=True)
    assert errors(response) == ""
    assert Image.objects.get().alt == "A red bridge"


def _seen(form):
    return form.partition('name="seen" value="')[2].partition('"')[0]


def test_a_reporter_words_an_image_until_readers_see_it(client):
    client.force_login(make_member("reporter"))
    assert errors(sent(client, file())) == ""
    image = Image.objects.get()
    assert 'name="alt"' in client.get(address(image)).content.decode()
    make_article(image=image)
    assert 'name="alt"' not in client.get(address(image)).content.decode()
    assert client.post(address(image), {"alt": "Other"}).status_code == 403
    assert client.get(address(image, "delete")).status_code == 403


def test_an_image_says_where_it_is_used(desk):
    image = make_image()
    make_article("The bridge opens", image=image)
    assert "The bridge opens" in desk.get(address(image)).content.decode()


def test_the_list_and_the_pickers_show_thumbnails(desk):
    image = make_image("A bridge", credit="Ann Smith")
    assert image.picture.small in desk.get("/admin/articles/image/").content.decode()
    assert desk.get(address(image, "thumbnail"))["Location"] == image.picture.small
    form = desk.get(address(make_draft(image=image))).content.decode()
    assert 'data-thumbnails="/admin/articles/image/0/thumbnail/"' in form
    assert "A bridge · Ann Smith" in form
    query = {"app_label": "articles", "model_name": "article", "field_name": "image", "term": "ann bridge"}
    found = desk.get("/admin/autocomplete/", query).json()["results"]
    assert [row["id"] for row in found] == [str(image.pk)]


def test_the_desk_deletes_chosen_images_with_their_files(desk, django_capture_on_commit_callbacks):
    image = make_image()
    data = {"action": "delete_selected", "_selected_action": [image.pk], "post": "yes"}
    with django_capture_on_commit_callbacks(execute=True):
        desk.post("/admin/articles/image/", data)
    assert not Image.objects.exists()
    assert not default_storage.exists(image.picture.path("320.webp"))
