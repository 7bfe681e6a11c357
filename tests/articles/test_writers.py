"""Several writers at once, by every way an article is saved: no accepted text is missing from the revisions."""

from concurrent.futures import ThreadPoolExecutor
from itertools import count, pairwise

import pytest
from django.core.exceptions import ValidationError
from django.db import close_old_connections, connection
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import publishing, revisions
from articles.going_back import go_back
from articles.importing import Refused, Wanted, import_article
from articles.models import Article, Quote, Revision
from people.merging import merge
from tests.desk import address, opened, seen
from tests.make import make_article, make_draft, make_editor, make_person, make_quote

TEXT = "It rained. “We will build the bridge,” said Ann Example."
WORDS = "We will build the bridge,"
numbers = count(1)


def new_words():
    """Words that stand nowhere else."""
    return f"accepted{next(numbers)}x"


class Newsroom:
    """One article, a few editors with their windows open, and the words of every save that was accepted."""

    def __init__(self, article, speaker):
        self.article, self.speaker, self.accepted, self.open = article, speaker, [], {}
        self.editors = [make_editor() for _ in range(2)]
        self.clients = [Client() for _ in self.editors]
        for client, editor in zip(self.clients, self.editors, strict=True):
            client.force_login(editor)

    def fresh(self):
        return Article.objects.get(pk=self.article.pk)

    def open_form(self, who):
        """An editor opens the article; what they save later may be out of date by then."""
        self.open[who] = opened(self.clients[who], self.fresh())

    def save_form(self, who, button):
        """They save what they have open with new words in it."""
        if who not in self.open:
            self.open_form(who)
        words, data = new_words(), self.open.pop(who)
        self.send(who, self.article, data, words, button, body=f"{data['body']}<p>{words}</p>")

    def send(self, who, record, data, words, button="_continue", **changes):
        """A form that was saved leads on; the page of one that was refused is shown again."""
        if self.clients[who].post(address(record), {**data, **changes, button: "1"}).status_code == 302:
            self.accepted.append(words)

    def schedule(self, who, button):
        """They give it a time to come, and new words with it; times count at once, so that some are refused."""
        data, words = opened(self.clients[who], self.fresh()), new_words()
        self.send(who, self.article, data, words, button, publish_at="2030-01-01T08:00:00", standfirst=words)

    def save_inline(self, who, button):
        """They change a quote inside the form of its article."""
        data, words = opened(self.clients[who], self.fresh()), new_words()
        if "quotes-0-venue" in data:
            self.send(who, self.article, data, words, button, **{"quotes-0-venue": words})

    def save_quote(self, who):
        """They change a quote on its own page, which is closed while a change waits."""
        quote, words = Quote.objects.filter(article=self.article).first(), new_words()
        if quote and not self.fresh().pending_id:
            self.send(who, quote, opened(self.clients[who], quote), words, venue=words)

    def publish_from_list(self, who):
        client, chosen = self.clients[who], {"action": "publish_drafts", "_selected_action": self.article.pk}
        client.post("/admin/articles/article/", chosen | seen(client, self.article))

    def import_again(self, who):
        """A new text comes under the address the article came from."""
        words = new_words()
        try:
            import_article(f"Bridge\n\n{words}".encode(), Wanted(source="https://wire.example/1"))
        except Refused:
            return
        self.accepted.append(words)

    def act(self, who, act):
        """Publish the change that waits, discard it, or withdraw the article."""
        try:
            act(self.fresh(), self.editors[who])
        except (ValidationError, AttributeError):
            """It could not be done now, and nothing was accepted."""

    def merge(self, who):
        """The speaker turns out to be somebody else too, who takes over the name."""
        duplicate = make_person("Ann Example")
        merge(duplicate, self.speaker, by=self.editors[who])
        self.speaker = duplicate

    def restore(self, who, back, unshown):
        article = self.fresh()
        revision = list(article.revisions.all()[: back + 1])[-1]
        go_back(article, revision, by=self.editors[who], unshown=unshown and article.is_published)

    def lost(self):
        """The accepted words that stand in no revision."""
        kept = " ".join(str(content) for content in Revision.objects.values_list("content", flat=True))
        return [words for words in self.accepted if words not in kept]


WHO = st.integers(0, 1)
BUTTONS = st.sampled_from(["_continue", "_publish", "_unshown"])
ACTS = st.sampled_from(
    [
        lambda article, by: publishing.publish_pending(article, by=by),
        lambda article, by: publishing.discard_pending(article, by=by),
        lambda article, by: publishing.withdraw(article, "Withdrawn.", by=by),
        lambda article, by: publishing.publish(article, by=by),
    ]
)
STEPS = st.one_of(
    st.tuples(st.just("open_form"), WHO),
    st.tuples(st.just("save_form"), WHO, BUTTONS),
    st.tuples(st.just("save_form"), WHO, BUTTONS),
    st.tuples(st.just("save_inline"), WHO, BUTTONS),
    st.tuples(st.just("save_quote"), WHO),
    st.tuples(st.just("publish_from_list"), WHO),
    st.tuples(st.just("import_again"), WHO),
    st.tuples(st.just("act"), WHO, ACTS),
    st.tuples(st.just("restore"), WHO, st.integers(0, 3), st.booleans()),
    st.tuples(st.just("schedule"), WHO, BUTTONS),
    st.tuples(st.just("merge"), WHO),
)


def but_for_merges(content):
    """The content without the speakers: a merge changes them everywhere, and keeps a history of its own."""
    return content | {"quotes": [{**quote, "speaker": None} for quote in content["quotes"]]}


@pytest.mark.django_db
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(live=st.booleans(), steps=st.lists(STEPS, min_size=3, max_size=8))
def test_what_was_accepted_is_in_the_revisions_in_whatever_order_writers_act(live, steps):
    article = (make_article if live else make_draft)("Bridge", text=TEXT)
    quote = make_quote(article, WORDS, make_person("Ann Example"))
    revisions.record(article)
    room = Newsroom(article, quote.speaker)
    for name, *details in steps:
        getattr(room, name)(*details)
        assert room.lost() == []
    found = article.revisions.order_by("number")
    assert list(found.values_list("number", flat=True)) == list(range(1, found.count() + 1))
    kept = found.filter(shown=True).last().content
    assert but_for_merges(revisions.snapshot(room.fresh())) == but_for_merges(kept)
    # What a list of revisions says of each is what differs from the one before.
    assert all(new.summary != "nothing" for old, new in pairwise(found) if old.content != new.content)


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite in memory has one connection")
@pytest.mark.django_db(transaction=True)
def test_what_was_accepted_is_in_the_revisions_when_writers_act_at_the_same_moment():
    article = make_article("Bridge", text=TEXT)
    room = Newsroom(article, make_quote(article, WORDS).speaker)

    def write(who):
        try:
            for button in ("_publish", "_unshown", "_publish"):
                room.save_form(who % 2, button)
                room.act(who % 2, lambda article, by: publishing.publish_pending(article, by=by))
        finally:
            close_old_connections()
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(write, range(2)))
    assert room.accepted
    assert room.lost() == []
    found = list(article.revisions.order_by("number").values_list("number", flat=True))
    assert found == list(range(1, len(found) + 1))
