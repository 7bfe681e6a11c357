"""No page of the desk takes more than twenty queries, and none takes more for many rows than for few."""

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import revisions
from articles.models import Byline, Quote
from people.models import Identifier, Link
from tests.desk import address
from tests.make import (
    HOUR,
    make_article,
    make_correction,
    make_draft,
    make_image,
    make_member,
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

pytestmark = pytest.mark.django_db
MOST = 20
TEXT = "“We will build the bridge,” said Ann Example, Mayor of Rivermouth. It rained."


class World:
    """Records that share a name with those whose pages are asked for, and rows that hang on these."""

    def __init__(self):
        self.editor = make_member("chief editor")
        self.ann, self.double = make_person("Ann Example"), make_person("Ann Example")
        self.council = make_organisation("Rivermouth Council")
        section = make_section()
        self.live = make_article("Live", text=TEXT, section=section, image=make_image())
        self.draft = make_draft("Draft", text=TEXT, section=section, image=make_image(), assigned_to=self.editor)
        self.changed = make_article("Changed", text=TEXT, section=section)
        self.quote = make_quote(self.live, "It rained.", self.ann)
        self.role = make_role(self.ann, "Mayor", self.council)
        self.relationship = make_relationship(self.ann, "spouse", make_person())
        self.correction = make_correction(self.live)

    def hang_on(self):
        """One more row of every kind on each record."""
        ann, council = make_person("Ann Example"), make_organisation("Council", parent=self.council)
        role = make_role(ann, "Mayor", council, on_behalf_of=self.council)
        for article in (self.live, self.draft, self.changed):
            self._hang_on_article(article, ann, council, role)
        for noun in (self.ann, self.council):
            make_other_name(noun, f"Name {noun.other_names.count()}")
            Identifier.objects.create(**{noun._meta.model_name: noun}, scheme="s", value=str(noun.identifiers.count()))
            Link.objects.create(**{noun._meta.model_name: noun}, url="https://example.org")
            make_source(noun, make_article())
        for fact in (self.ann, self.council, self.role, self.relationship):
            make_source(fact)
        make_role(self.ann, "Mayor", council, on_behalf_of=self.council)
        make_relationship(self.ann, "parent", ann)
        make_relationship(ann, "sibling", self.ann)
        make_mention(make_article("Elsewhere", publish_at=timezone.now() + HOUR), self.ann)
        make_quote(make_draft(assigned_to=self.editor), speaker=self.ann, role=self.role)
        self.correction.quotes.add(self.live.quotes.last())

    def keep(self):
        """What hangs on the articles by now is kept in revisions, one of which readers do not see yet."""
        for article in (self.live, self.draft):
            revisions.record(article, by=self.editor)
        self.changed.pending = None
        with revisions.unshown(self.changed):
            self.changed.headline += "!"
            self.changed.save()

    def _hang_on_article(self, article, ann, council, role):
        make_mention(article, ann, role=role)
        make_mention(article, council)
        Byline.objects.create(article=article, person=ann)
        quote = make_quote(article, "We will build the bridge,", ann, role=role)
        Quote.objects.filter(pk=quote.pk).update(anchor_state="changed")
        make_quote(article, "It rained.", speaker_kind="organisation", organisation=council)
        article.topics.add(make_topic())
        article.related.add(make_article())
        article.comments.create(by=self.editor, text="Look.", handed_to=self.editor)
        article.tasks.create(what="Look.", quote=quote, because=self.quote, made_by=self.editor)
        article.preview_links.create(made_by=self.editor)
        make_correction(article).quotes.add(quote)

    def pages(self):
        """The addresses of every page of the desk, by what it is."""
        yield from (
            "/admin/",
            "/admin/help/",
            "/admin/needs-a-look/",
            "/admin/search/?q=ann",
            "/admin/search/?as=json&q=ann",
        )
        yield from ("/admin/articles/article/calendar/", "/admin/articles/article/import/")
        for noun in ("person", "organisation"):
            yield from (f"/admin/people/{noun}/duplicates/", f"/admin/people/{noun}/add/")
        yield from ("/admin/people/role/add/", "/admin/people/relationship/add/", "/admin/articles/article/add/")
        for model in admin.site._registry:
            if model._meta.app_label != "auth":
                yield f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
        for field in ("speaker", "organisation", "role"):
            yield f"/admin/autocomplete/?app_label=articles&model_name=quote&field_name={field}&term=ann"
        for field in ("section", "topics", "related", "image"):
            yield f"/admin/autocomplete/?app_label=articles&model_name=article&field_name={field}&term=a"
        for record in (self.live, self.draft, self.changed):
            yield from (address(record, page) for page in ("change", "revisions/1"))
        yield from (address(self.live, page) for page in ("history", "comments", "revisions/compare"))
        yield from (address(self.live, page) for page in ("revisions/1/restore", "suggestions", "withdraw", "correct"))
        yield from (address(self.draft, page) for page in ("suggestions", "delete"))
        for noun in (self.ann, self.council):
            yield from (address(noun, page) for page in ("change", "history", "delete", "uses", "split", "merge"))
        yield address(self.ann, "merge").rstrip("/") + f"/?with={self.double.pk}"
        for record in (self.quote, self.role, self.relationship):
            yield from (address(record, page) for page in ("change", "history", "delete"))


def counted(client, world):
    """How many queries each page makes."""
    made = {}
    for page in world.pages():
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(page)
        assert answer.status_code == 200, (page, answer.status_code)
        made[page] = len(queries)
    return made


def test_no_page_takes_many_queries_and_none_more_for_many_rows_than_for_few(client):
    world = World()
    client.force_login(world.editor)
    made = []
    for rows in (1, 29):
        for _ in range(rows):
            world.hang_on()
        world.keep()
        made.append(counted(client, world))
    few, many = made
    assert not [(page, few[page], many[page]) for page in many if many[page] > min(MOST, few[page])]
