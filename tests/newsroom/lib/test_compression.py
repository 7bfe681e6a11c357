"""Pages travel compressed to browsers that take it, and are still not sent twice."""

import gzip

import pytest
from django.urls import reverse

from tests.make import make_article, make_image

pytestmark = pytest.mark.django_db
TAKES = {"Accept-Encoding": "gzip, deflate, br"}


@pytest.mark.parametrize("name", ["home", "feed", "sitemap", "api-article-list", "admin:login"])
def test_texts_are_compressed_for_those_who_take_it(client, name):
    make_article("A bridge opens", text="It took long. " * 50)
    plain, sent = client.get(reverse(name)), client.get(reverse(name), headers=TAKES)
    assert "Content-Encoding" not in plain
    assert sent["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in sent["Vary"]
    assert len(sent.content) < len(plain.content)
    assert gzip.decompress(sent.content)[:30] == plain.content[:30]


def test_an_unchanged_page_is_not_sent_again(client):
    address = make_article("A bridge opens").get_absolute_url()
    etag = client.get(address, headers=TAKES)["ETag"]
    assert client.get(address, headers=TAKES | {"If-None-Match": etag}).status_code == 304


def test_pictures_are_left_as_they_are(client):
    image = make_image(content=b"the same again " * 100)
    make_article(image=image)
    sent = client.get(image.picture.src, headers=TAKES)
    assert "Content-Encoding" not in sent
    assert "W/" not in sent["ETag"]
