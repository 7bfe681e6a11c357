"""A newsroom with as many of everything as asked, all of it hanging together, for tests of every route of the API."""

from articles.models import Correction, Mention, Quote
from newsroom.api.urls import router
from people.models import Identifier, Link
from tests.make import (
    make_article,
    make_correction,
    make_mention,
    make_organisation,
    make_other_name,
    make_person,
    make_quote,
    make_relationship,
    make_role,
    make_section,
    make_source,
    make_topic,
)

WORDS = "We will build the bridge."


def make_world(size):
    """`size` of everything, and as many of all that hangs on the first of each; returns that first one by resource."""
    section, parent = make_section(), make_organisation("Parent")
    organisations = [make_organisation(parent=parent, kind="council") for _ in range(size)]
    people = [make_person(birth="1951") for _ in range(size)]
    hub = make_person("Hub")
    roles = [make_sourced_role(person, parent) for person in people] + [make_sourced_role(hub, parent) for _ in people]
    topics = [make_topic() for _ in range(size)]
    first = make_article(text=" ".join([WORDS] * size), section=section, topics=topics, bylines=people)
    articles = [make_full_article(section, topics, person, parent) for person in people]
    first.related.set(articles)
    for person, organisation in zip(people, organisations, strict=True):
        make_quote(first, WORDS, person)
        make_mention(first, person)
        make_mention(first, organisation)
        make_relationship(hub, "ally", person)
        make_other_name(hub, f"The {person.name}")
        make_other_name(parent, f"The {organisation.name}")
        for owner in (hub, parent):
            kind = {owner._meta.model_name: owner}
            Identifier.objects.create(**kind, scheme="x", value=str(person.pk))
            Link.objects.create(**kind, url=f"https://example.com/{person.pk}")
        make_section()
    correction = make_correction(first)
    correction.quotes.set(first.quotes.all())
    return {
        "articles": first,
        "people": hub,
        "organisations": parent,
        "roles": roles[-1],
        "quotes": first.quotes.first(),
        "sections": section,
        "topics": topics[0],
        "corrections": correction,
    }


def make_sourced_role(person, organisation):
    role = make_role(person, organisation=organisation, start="2019", end_state="ongoing")
    make_source(role, url="https://example.com/a")
    return role


def make_full_article(section, topics, person, organisation):
    """An article with one of everything."""
    article = make_article(text=WORDS, section=section, topics=topics[:1], bylines=[person])
    make_mention(article, person, relation=Mention.Relation.QUOTED)
    make_mention(article, organisation)
    quote = make_quote(article, WORDS, person, kind=Quote.Kind.DIRECT, said_on="2024-05")
    make_correction(article, kind=Correction.Kind.UPDATE).quotes.add(quote)
    return article


def resources():
    """The names of all resources, as the router has them."""
    return [prefix for prefix, _, _ in router.registry]


def get(client, path, **asked):
    """The answer to a request for a path below /api/v1/."""
    return client.get(f"/api/v1/{path}", asked)
