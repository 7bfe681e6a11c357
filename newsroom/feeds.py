"""Atom feeds: of the site, a section, a topic, a person, an organisation."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, rfc3339_date
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.timezone import localtime, now

from articles.models import Article, Section, Topic
from newsroom.lib.jsonld import absolute
from newsroom.lib.permalinks import found_at, moved
from people.models import Organisation, Person

NEWEST = 30
# A tag: address names a year in which the host was ours. It is part of every id and therefore never changes.
TAG_YEAR = 2026
TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"
MEDIA = "http://search.yahoo.com/mrss/"


def tag(kind, pk=""):
    """An id that survives every change of an address: "tag:example.org,2026:article/7"."""
    return f"tag:{urlsplit(settings.SITE_URL).hostname},{TAG_YEAR}:{kind}/{pk}".rstrip("/")


class Atom(Atom1Feed):
    """Atom with every author of an entry, its image (Media RSS), and a note for each that was withdrawn (RFC 6721)."""

    def root_attributes(self):
        return {**super().root_attributes(), "xmlns:at": TOMBSTONES, "xmlns:media": MEDIA}

    def latest_post_date(self):
        """The last change of an entry, or when one was withdrawn; of what the feed is about where it has none."""
        moments = [article.updated_at for article in self.feed["gone"]]
        if self.items:
            moments.append(super().latest_post_date())
        return max(moments, default=self.feed["changed_at"])

    def write_items(self, handler):
        for article in self.feed["gone"]:
            gone = {"ref": tag("article", article.pk), "when": rfc3339_date(article.updated_at)}
            handler.addQuickElement("at:deleted-entry", "", gone)
        super().write_items(handler)

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for name, address in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            if address:
                handler.addQuickElement("uri", address)
            handler.endElement("author")
        if item["picture"]:
            self.add_picture(handler, item["picture"])

    def add_picture(self, handler, picture):
        """The JPEG of an entry's image, with what is said of it."""
        size = {"width": str(picture.width), "height": str(picture.height)}
        file = {"url": absolute(picture.src), "type": "image/jpeg", "medium": "image"}
        handler.startElement("media:content", {**file, **size})
        for name, text in {"description": picture.alt or picture.caption, "credit": picture.credit}.items():
            if text:
                handler.addQuickElement(f"media:{name}", text)
        handler.endElement("media:content")


class SiteFeed(Feed):
    """The newest articles of the site. A feed of a part of them says which in `part` and what it is about."""

    feed_type = Atom
    url_name = "feed"

    def part(self, articles, noun):
        """Those of the queryset `articles` that belong into this feed."""
        return articles

    def title(self, noun):
        return f"{noun} · {settings.SITE_NAME}" if noun else settings.SITE_NAME

    def subtitle(self, noun):
        return f"Articles about {noun}" if noun else "The latest articles"

    def link(self, noun):
        return absolute(noun.get_absolute_url() if noun else reverse("home"))

    def feed_url(self, noun):
        return absolute(reverse(self.url_name, args=[noun.slug] if noun else []))

    def feed_guid(self, noun):
        return tag(noun._meta.model_name, noun.pk) if noun else tag("site")

    def author_name(self):
        return settings.SITE_NAME

    def feed_extra_kwargs(self, noun):
        gone = self.part(Article.objects.withdrawn(), noun).only("pk", "updated_at").order_by("-updated_at", "-pk")
        return {"gone": gone[:NEWEST], "changed_at": noun.updated_at if noun else now()}

    def newest(self, noun):
        """What stands in it."""
        return self.part(Article.objects.published(), noun).newest_first()[:NEWEST]

    def items(self, noun):
        return self.newest(noun).for_list().prefetch_related("corrections")

    def item_title(self, article):
        return article.headline

    def item_description(self, article):
        """The standfirst, and every correction made since."""
        corrections = [
            (correction.get_kind_display(), date_format(localtime(correction.made_at), "j F Y"), correction.text)
            for correction in article.corrections.all()
        ]
        told = format_html("<p>{}</p>", article.standfirst) if article.standfirst else ""
        return told + format_html_join("", "<p><strong>{}, {}:</strong> {}</p>", corrections) or None

    def item_link(self, article):
        return absolute(article.get_absolute_url())

    def item_guid(self, article):
        return tag("article", article.pk)

    def item_pubdate(self, article):
        return article.publish_at

    def item_updateddate(self, article):
        """The last change that readers could see."""
        return max(article.publish_at, article.updated_at)

    def item_categories(self, article):
        return [str(noun) for noun in (article.section, *article.topics.all()) if noun]

    def item_extra_kwargs(self, article):
        return {
            "picture": article.picture,
            "authors": [
                (byline.name, byline.shown_person and absolute(byline.shown_person.get_absolute_url()))
                for byline in article.bylines.all()
            ],
        }


class NounFeed(SiteFeed):
    """The newest articles that belong to one noun, found at a present or past slug."""

    def __call__(self, request, slug):
        noun = found_at(self.nouns(), slug)
        return moved(request, noun) if noun.slug != slug else super().__call__(request, noun)

    def get_object(self, request, noun):
        return noun

    def nouns(self):
        """Those that have a feed."""
        raise NotImplementedError


class SectionFeed(NounFeed):
    """Of a section."""

    url_name = "section_feed"

    def nouns(self):
        return Section.objects.all()

    def part(self, articles, section):
        return articles.filter(section=section)


class TopicFeed(NounFeed):
    """On a topic."""

    url_name = "topic_feed"

    def nouns(self):
        return Topic.objects.in_use()

    def part(self, articles, topic):
        return articles.filter(topics=topic)


class PersonFeed(NounFeed):
    """Naming a person."""

    url_name = "person_feed"

    def nouns(self):
        return Person.objects.listed()

    def part(self, articles, person):
        return articles.naming(person)

    def newest(self, person):
        return Article.objects.newest_naming(person, NEWEST)


class OrganisationFeed(PersonFeed):
    """Naming an organisation."""

    url_name = "organisation_feed"

    def nouns(self):
        return Organisation.objects.listed()
