"""The files of images: who may see them, and how an article shows them."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.files.storage import default_storage
from django.db import connection
from django.db.models import ProtectedError
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import revisions
from articles.models import Article, Image
from tests.make import HOUR, make_article, make_draft, make_image

pytestmark = pytest.mark.django_db


def src(image):
    return image.picture.src


def test_a_file_is_public_while_a_published_article_shows_the_image(client, time_machine):
    now = timezone.now()
    image = make_image(content=b"file")
    make_draft(image=image)
    make_article(image=image, publish_at=now + HOUR, expire_at=now + 3 * HOUR)
    assert client.get(src(image)).status_code == 404
    time_machine.move_to(now + 2 * HOUR)
    response = client.get(src(image))
    assert (response.status_code, response.content, response["Content-Type"]) == (200, b"file", "image/jpeg")
    assert response["Cache-Control"] == "public, max-age=31536000, s-maxage=86400, immutable"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "Cookie" not in response.get("Vary", "")
    time_machine.move_to(now + 4 * HOUR)
    assert client.get(src(image)).status_code == 404


def test_a_file_of_an_image_nobody_shows_is_for_editors(client):
    image = make_image()
    reader = get_user_model().objects.create_user("reader")
    client.force_login(reader)
    assert client.get(src(image)).status_code == 404
    reader.user_permissions.add(Permission.objects.get(codename="view_image"))
    response = client.get(src(image))
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("name", ["320.jpeg", "9999.webp", "no", "..", "320.webp%00", "320.svg"])
def test_a_name_that_is_none_is_not_found(client, name):
    image = make_image()
    make_article(image=image)
    assert client.get(src(image).replace("800.jpeg", name)).status_code == 404
    assert client.get(f"/images/{'f' * 32}/800.jpeg").status_code == 404
    assert client.get("/images/%00/800.jpeg").status_code == 404


def test_a_file_that_was_lost_is_not_found(client):
    image = make_image()
    make_article(image=image)
    default_storage.delete(image.picture.path("800.jpeg"))
    assert client.get(src(image)).status_code == 404


def test_an_unchanged_file_is_answered_with_304(client):
    image = make_image()
    make_article(image=image)
    first = client.get(src(image))
    assert client.get(src(image), headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_a_preview_shows_the_image_to_whoever_holds_the_link(client):
    image, other = make_image(content=b"file"), make_image()
    draft = make_draft(image=image)
    link = draft.preview_links.create()
    page = client.get(link.get_absolute_url()).content.decode()
    address = f"{link.get_absolute_url()}images/{image.digest}/800.jpeg"
    assert f'src="{address}"' in page
    response = client.get(address)
    assert (response.content, response["Cache-Control"]) == (b"file", "private, no-cache")
    assert client.get(address.replace(image.digest, other.digest)).status_code == 404
    link.revoke()
    assert client.get(address).status_code == 404


def test_the_preview_of_a_change_shows_its_image(client):
    image = make_image(content=b"new")
    article = make_article(image=make_image())
    with revisions.unshown(article):
        article.image = image
        article.save()
    link = article.preview_links.create()
    address = f"{link.get_absolute_url()}images/{image.digest}/800.jpeg"
    assert address in client.get(link.get_absolute_url()).content.decode()
    assert client.get(address).content == b"new"
    assert client.get(src(image)).status_code == 404


def test_an_article_shows_its_image_with_what_is_said_of_it(client):
    image = make_image("A & B", caption="The bridge in May.", credit="Ann Smith")
    page = client.get(make_article(image=image).get_absolute_url()).content.decode()
    for part in [
        'alt="A &amp; B"', 'width="800" height="600"', 'fetchpriority="high"', "The bridge in May.", "Ann Smith",
        f'<source type="image/avif" srcset="/images/{image.digest}/320.avif 320w, /images/{image.digest}/640.avif 640w',
        f'<meta property="og:image" content="http://127.0.0.1:8000/images/{image.digest}/800.jpeg">',
    ]:  # fmt: skip
        assert part in page
    own = make_article(image=image, image_caption="The bridge, again.")
    page = client.get(own.get_absolute_url()).content.decode()
    assert "The bridge, again." in page
    assert "The bridge in May." not in page


def test_an_article_without_an_image_shows_none(client):
    page = client.get(make_article().get_absolute_url()).content.decode()
    assert "<picture" not in page
    assert "share.png" in page


def test_the_api_gives_an_image_in_every_format(client):
    image = make_image("A bridge", credit="Ann Smith")
    article = make_article(image=image)
    for address in ("/api/v1/articles/", f"/api/v1/articles/{article.pk}/"):
        answer = client.get(address).json()
        given = answer.get("results", [answer])[0]["image"]
        assert (given["alt"], given["caption"], given["credit"]) == ("A bridge", "", "Ann Smith")
        assert given["renditions"][-1] == {
            "url": f"http://127.0.0.1:8000/images/{image.digest}/800.jpeg",
            "type": "image/jpeg",
            "width": 800,
            "height": 600,
        }
        assert len(given["renditions"]) == 7
    assert client.get(f"/api/v1/articles/{make_article().pk}/").json()["image"] is None


def test_feeds_and_structured_data_name_the_image(client):
    article = make_article(image=make_image("A bridge", credit="Ann Smith"))
    feed = client.get("/feed/").content.decode()
    assert f'medium="image" type="image/jpeg" url="http://127.0.0.1:8000{src(article.image)}" width="800"' in feed
    assert "<media:credit>Ann Smith</media:credit>" in feed
    page = client.get(article.get_absolute_url()).content.decode()
    assert '"@type": "ImageObject"' in page
    assert '"creditText": "Ann Smith"' in page


def test_revisions_keep_the_image_and_older_ones_leave_it_alone():
    first, second = make_image(), make_image()
    article = make_article(image=first)
    before = revisions.snapshot(article)
    article.image, article.image_caption = second, "Other"
    article.save()
    assert revisions.restore(article, before) == []
    assert Article.objects.get().image == first
    from_before_images = {name: value for name, value in before.items() if not name.startswith("image")}
    revisions.restore(article, from_before_images)
    assert Article.objects.get().image == first


def test_an_image_in_use_is_not_deleted_and_a_deleted_one_leaves_no_files(django_capture_on_commit_callbacks):
    image = make_image()
    draft = make_draft(image=image)
    with pytest.raises(ProtectedError):
        image.delete()
    assert default_storage.exists(image.picture.path("320.webp"))
    draft.delete()
    with django_capture_on_commit_callbacks(execute=True):
        Image.objects.filter(pk=image.pk).delete()
    assert not Image.objects.exists()
    assert not any(default_storage.exists(image.picture.path(name)) for name in image.picture.names)


def test_lists_show_a_small_one_without_asking_for_each(client):
    counts = []
    for number in (1, 8):
        for _ in range(number):
            make_article(image=make_image("A bridge", focus="top-left"))
        for address in ("/articles/", "/", "/feed/", "/api/v1/articles/"):
            with CaptureQueriesContext(connection) as queries:
                page = client.get(address).content.decode()
            counts.append((address, len(queries)))
        assert page.count('"alt"') == number + (number > 1)
    assert set(counts[:4]) == set(counts[4:])
    page = client.get("/articles/").content.decode()
    assert 'class="focus-top-left"' in page
    assert page.count('loading="lazy"') == 9
