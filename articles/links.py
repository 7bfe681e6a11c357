"""Links of a body that lead within this site, and whether readers will find something there."""

from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db.models import Q
from django.urls import Resolver404, resolve

from articles.models import Article, Quote, Section, Topic
from newsroom.lib.html_tokens import content
from people.models import Organisation, Person

# What an address of this name shows, and who of those readers may see at a moment.
SHOWN = {
    "article": Article.objects.published,
    "section": lambda at: Section.objects.all(),
    "topic": Topic.objects.in_use,
    "person": Person.objects.visible,
    "person_quotes": Person.objects.visible,
    "organisation": Organisation.objects.visible,
    "quote": Quote.objects.published,
}
# Files; whether one is there is the server's business.
FILES = ("/static/", "/media/")


def tags(html, name):
    """The attributes of every start tag of this name, in order."""
    return [attributes for kind, tag, attributes in content(html) if kind == "start" and tag == name]


def dead_links(html, at=None):
    """The addresses in this HTML that lead within the site to nothing readers can see at the moment `at` (default now).

    A query for each kind of page that is linked.
    """
    addresses = dict.fromkeys(tag.get("href", "") for tag in tags(html, "a"))
    inside = {address: path for address in addresses if (path := _path(address))}
    asked = {address: _match(path) for address, path in inside.items()}
    there = _there([match for match in asked.values() if match], at)
    return [address for address, match in asked.items() if match is None or _key(match) not in there]


def _path(address):
    """The path of an address within this site, "" for any other."""
    parts, home = urlsplit(address), urlsplit(settings.SITE_URL)
    if parts.netloc and parts.netloc != home.netloc:
        return ""
    path = unquote(parts.path) if parts.scheme in {"", "http", "https"} else ""
    return "" if path.startswith(FILES) else path.replace("\0", "")


def _match(path):
    """What the site has at this path, None for nothing; it adds a missing last stroke itself."""
    for each in (path, f"{path}/"):
        try:
            match = resolve(each)
        except Resolver404:
            continue
        return None if match.namespaces or match.view_name == "preview" else match
    return None


def _key(match):
    return match.view_name, str(match.kwargs.get("slug", match.kwargs.get("pk", "")))


def _there(matches, at):
    """The keys of those matches behind which readers find something."""
    there = {_key(match) for match in matches if match.view_name not in SHOWN}
    for name in {match.view_name for match in matches} & set(SHOWN):
        wanted = [_key(match)[1] for match in matches if match.view_name == name]
        rows = SHOWN[name](at)
        if name == "quote":
            wanted = [pk for pk in wanted if len(pk) < 19]
            there |= {(name, str(pk)) for pk in rows.filter(pk__in=wanted).values_list("pk", flat=True)}
            continue
        found = rows.filter(Q(slug__in=wanted) | Q(past_slugs__slug__in=wanted))
        there |= {(name, slug) for pair in found.values_list("slug", "past_slugs__slug") for slug in pair}
    return there
