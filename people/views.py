"""Pages of people and organisations."""

import datetime
import re
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.shortcuts import render
from django.utils import timezone

from newsroom.lib.dates import LAST_YEAR, Certainty
from newsroom.lib.jsonld import absolute
from newsroom.lib.keyset import page
from newsroom.lib.permalinks import found_at, moved
from people import jsonld, wording
from people.footnotes import Footnotes
from people.models import Organisation, Person, Relationship, Visibility
from people.posts import drawn, posts_at
from people.role_then import tell_quotes

PAGE, FEW = 60, 10
MOST_ASKED = 200
PEOPLE = [("Home", "/"), ("People", "/people/")]
ORGANISATIONS = [("Home", "/"), ("Organisations", "/organisations/")]
BY_NAME, BY_SORT_NAME = ("folded", "pk"), ("sort_key", "pk")
NEWEST_QUOTES, NEWEST_BYLINES = ("-day", "-pk"), ("-published_at", "-pk")
NEWEST_MENTIONS = ("-published_at", "-article_id")


def people(request):
    """People from A to Z, or those under one letter."""
    listed = Person.objects.listed()
    letters, letter = listed.initials(), request.GET.get("letter", "").upper()
    if letter:
        listed = listed.filter(initial=letter) if letter in letters else listed.none()
    context = {
        "letters": letters,
        "letter": letter,
        "page": page(listed.with_roles(), BY_SORT_NAME, PAGE, request.GET.get("after")),
        "extra": kept(request, "letter"),
        "trail": PEOPLE,
    }
    return render(request, "people/people.html", context)


def person(request, slug):
    """One person: posts, words, articles, and who they are to others."""
    person = found_at(Person.objects.visible(), slug)
    if person.slug != slug:
        return moved(request, person)
    today = timezone.localdate()
    person.roles_on(today)
    roles = sorted(person.shown_roles, key=lambda role: list(Certainty).index(role.certainty))
    relationships = list(Relationship.objects.visible().of(person).with_people())
    title = told_apart(person, roles)
    context = {
        "person": person,
        "title": title,
        "description": person.summary or f"What {title} said, and the posts they hold and held.",
        "noindex": unlisted(person) or bool({"articles", "written"} & set(request.GET)),
        "canonical": absolute(person.get_absolute_url()),
        "roles": roles,
        "present": [role for role in roles if role.certainty == Certainty.YES],
        "picture": drawn(roles, today),
        "quotes": quotes_page(person.quotes, FEW),
        "beside": person.mentions.model.objects.people_beside(person)[:FEW],
        "mentions": articles_naming(person, request),
        "bylines": page(person.bylines.published().with_articles(), NEWEST_BYLINES, FEW, request.GET.get("written")),
        "relationships": [(*relationship.seen_from(person), relationship) for relationship in relationships],
        "footnotes": Footnotes(person, *roles, *relationships),
        "structured": jsonld.person_page(person, roles),
        "trail": [*PEOPLE, (person.name, person.get_absolute_url())],
    }
    return render(request, "people/person.html", context)


def person_quotes(request, slug):
    """All quotes of a person, or those of one year, in one role, with these words."""
    person = found_at(Person.objects.visible(), slug)
    if person.slug != slug:
        return moved(request, person)
    quotes, year, role = person.quotes.all(), asked_year(request), asked_role(request, person.shown_roles)
    if year:
        quotes = quotes.filter(day__range=(datetime.date(year, 1, 1), datetime.date(year, 12, 31)))
    if role:
        quotes = quotes.filter(role=role)
    words = asked_words(request)
    if words:
        quotes = quotes.search(words)
    found = quotes_page(quotes, PAGE // 2, request.GET.get("after"))
    context = {
        "person": person,
        "title": f"What {person.name} said",
        "description": f"Every quote of {person.name} on record: words, date, post held then, and article.",
        "noindex": unlisted(person) or bool(request.GET) or not found.rows,
        "year": year,
        "role": role,
        "words": words,
        "years": years(person.quotes.published()),
        "page": found,
        "extra": kept(request, "q", "year", "role"),
        "trail": [*PEOPLE, (person.name, person.get_absolute_url()), ("Quotes", request.path)],
    }
    return render(request, "people/person_quotes.html", context)


def organisations(request):
    """All organisations by name, or those of one kind."""
    listed = Organisation.objects.listed()
    kinds, kind = listed.kinds(), request.GET.get("kind", "")
    if kind:
        listed = listed.filter(kind=kind) if kind in kinds else listed.none()
    context = {
        "kinds": kinds,
        "kind": kind,
        "page": page(listed.with_parents(), BY_NAME, PAGE, request.GET.get("after")),
        "extra": kept(request, "kind"),
        "trail": ORGANISATIONS,
    }
    return render(request, "people/organisations.html", context)


def organisation(request, slug):
    """One organisation: its posts and who held them, what was said in them, and the articles that name it."""
    organisation = found_at(Organisation.objects.visible().with_parents(), slug)
    if organisation.slug != slug:
        return moved(request, organisation)
    today = timezone.localdate()
    posts, more_posts = posts_at(organisation, today)
    roles = [role for post in posts for role in post.roles]
    quotes = organisation.quotes.model.objects.said_for(organisation)
    context = {
        "organisation": organisation,
        "description": organisation.summary or f"Who holds and held which post at {organisation.name}.",
        "noindex": unlisted(organisation) or bool({"articles", "quotes"} & set(request.GET)),
        "canonical": absolute(organisation.get_absolute_url()),
        "posts": posts,
        "more_posts": more_posts,
        "picture": drawn(roles, today),
        "children": organisation.children.listed().in_order()[: PAGE + 1],
        "most_children": PAGE,
        "quotes": quotes_page(quotes, FEW, request.GET.get("quotes")),
        "mentions": articles_naming(organisation, request),
        "footnotes": Footnotes(organisation, *roles),
        "structured": jsonld.organisation_page(organisation),
        "trail": [*ORGANISATIONS, (organisation.name, organisation.get_absolute_url())],
    }
    return render(request, "people/organisation.html", context)


def told_apart(person, roles):
    """The name with the first post certainly held today, else with birth and death, else with another post and where.

    Titles of namesakes differ so.
    """
    present = [role.title for role in roles if role.certainty == Certainty.YES]
    telling = [*present, person.life(), *map(post_words, roles)]
    return ", ".join([person.name, *filter(None, telling)][:2])


def post_words(role):
    """A post that is not certainly held today, and where: "formerly Mayor, Springfield" once it has ended."""
    words = wording.post(role.title, role.shown_organisation.name if role.shown_organisation else "")
    return f"formerly {words}" if role.certainty == Certainty.NO else words


def unlisted(noun):
    """Whether search engines shall leave the noun's pages out."""
    return noun.visibility != Visibility.PUBLIC


def kept(request, *names):
    """These parameters as they were given, to stand before another one in a link: "letter=K&"."""
    given = {name: request.GET[name] for name in names if request.GET.get(name)}
    return urlencode(given) + "&" if given else ""


def quotes_page(quotes, size, cursor=None):
    """The page of the published ones of these quotes that `cursor` leads to, each with its article and role then."""
    found = page(quotes.published().for_list(), NEWEST_QUOTES, size, cursor)
    tell_quotes(found.rows)
    return found


def articles_naming(noun, request):
    """The page of mentions of a person or an organisation that `?articles=` leads to, each with its article."""
    return page(noun.mentions.published().with_articles(), NEWEST_MENTIONS, FEW, request.GET.get("articles"))


def asked_words(request):
    """`?q=` as words on one line, at most MOST_ASKED characters."""
    printable = "".join(char if char.isprintable() else " " for char in request.GET.get("q", ""))
    return " ".join(printable.split())[:MOST_ASKED].strip()


def asked_year(request):
    """`?year=` as a number, None without one; raises BadRequest for what is no year."""
    text = request.GET.get("year", "").strip()
    if not text:
        return None
    if not re.fullmatch(r"\d{4}", text, re.ASCII) or not 1 <= int(text) <= LAST_YEAR:
        raise BadRequest(f"“{text[:40]}” is not a year: write it as 2024.")
    return int(text)


def asked_role(request, roles):
    """The one of `roles` that `?role=` names by its number, None without one; raises BadRequest for any other."""
    text = request.GET.get("role", "").strip()
    if not text:
        return None
    for role in roles:
        if str(role.pk) == text:
            return role
    raise BadRequest(f"“{text[:40]}” is not the number of a post of this person.")


def years(quotes):
    """The years from the newest quote back to the oldest, read from the two ends of an index."""
    days = quotes.order_by("day").values_list("day", flat=True)
    oldest, newest = days.first(), days.reverse().first()
    return range(newest.year, oldest.year - 1, -1) if newest else []
