"""Quotes that no longer stand as they did after an edit, mended at the desk; and undone."""

import pytest

from articles.models import Quote
from articles.rereading import digest
from tests.desk import address, errors, opened, saved
from tests.make import make_draft, make_editor, make_person, make_quote

pytestmark = pytest.mark.django_db
TEXT = "It rained. “We will build the bridge,” said Ann Example. “It will stand.”\nThe council meets again in May."
WORDS = ["We will build the bridge,", "It will stand."]


@pytest.fixture
def desk(client):
    client.force_login(make_editor("edda"))
    return client


@pytest.fixture
def article():
    article = make_draft("Bridge", text=TEXT)
    make_quote(article, WORDS, make_person("Ann Example"))
    return article


def edit(article, old, new):
    article.body = article.body.replace(old, new)
    article.save()


def stretches(desk, article):
    return desk.get(address(article, "suggestions")).context["stretches"]


def last(desk, article):
    """The last stretch of the quote, which is not as before."""
    return stretches(desk, article)[-1]


def mend(desk, article, act, stretch, **given):
    data = {"quote": stretch.quote.pk, "number": stretch.number, "version": stretch.quote.version}
    return desk.post(address(article, "suggestions/settle"), {"act": act, "digest": digest(article), **data, **given})


def undo(desk, article):
    assert desk.post(address(article, "suggestions/settle"), {"act": "undo"}).status_code == 200


def place(article, words):
    """The number of the first and last visible character of the words in the article."""
    text = article.body_text
    first = len("".join(text[: text.index(words)].split()))
    return {"first": first, "last": first + len("".join(words.split()))}


def kept():
    return Quote.objects.values("text", "segments", "position", "anchor_state", "not_verbatim").get()


def test_new_words_are_taken_with_one_click_and_taken_back(desk, article):
    edit(article, "It will stand.", "It shall stand.")
    before = kept()
    stretch = last(desk, article)
    assert stretch.take == "Take the new words"
    told = mend(desk, article, "take_words", stretch)
    assert told.status_code == 200, told.json()
    quote = Quote.objects.get()
    assert (quote.text, quote.anchor_state) == ("We will build the bridge. It shall stand.", "exact")
    undo(desk, article)
    assert kept() == before


def test_a_quote_that_moved_takes_its_place(desk, article):
    edit(article, "said Ann Example. ", "said the mayor, who had waited for years and years. ")
    assert {one.take for one in stretches(desk, article)} == {"Take this place"}
    assert mend(desk, article, "take_words", last(desk, article)).status_code == 200
    assert stretches(desk, article) == []
    assert Quote.objects.get().text == "We will build the bridge. It will stand."


def test_lost_words_are_marked_anew(desk, article):
    edit(article, "“It will stand.”", "")
    stretch = last(desk, article)
    assert stretch.take == ""
    assert mend(desk, article, "take_words", stretch).status_code == 409
    answer = mend(desk, article, "mark_anew", stretch, **place(article, "meets again in May"))
    assert answer.status_code == 200, answer.json()
    assert Quote.objects.get().text == "We will build the bridge, meets again in May"
    assert Quote.objects.get().is_verbatim


def test_stretches_stay_in_the_order_of_the_text(desk, article):
    edit(article, "“It will stand.”", "")
    stretch = last(desk, article)
    answer = mend(desk, article, "mark_anew", stretch, **place(article, "It rained"))
    assert answer.status_code == 409
    assert "follow one another" in answer.json()["said"]


def test_a_lost_stretch_is_left_out_but_never_the_last_one(desk, article):
    edit(article, "“It will stand.”", "")
    stretch = last(desk, article)
    assert not stretch.is_only
    assert mend(desk, article, "drop_words", stretch).status_code == 200
    assert Quote.objects.get().text == "We will build the bridge"
    edit(article, "“We will build the bridge,” said Ann Example.", "")
    [stretch] = stretches(desk, article)
    assert stretch.is_only
    assert mend(desk, article, "drop_words", stretch).status_code == 409


def test_a_quote_is_kept_with_a_reason_and_that_is_taken_back(desk, article):
    edit(article, "“It will stand.”", "")
    stretch = last(desk, article)
    assert mend(desk, article, "keep_words", stretch, reason=" ").status_code == 409
    assert mend(desk, article, "keep_words", stretch, reason="r" * 301).status_code == 409
    assert mend(desk, article, "keep_words", stretch, reason="Cut for length.").status_code == 200
    assert Quote.objects.get().not_verbatim == "Cut for length."
    assert not any(one.is_open for one in stretches(desk, article))
    undo(desk, article)
    assert Quote.objects.get().not_verbatim == ""


def test_the_form_of_the_article_says_how_many_and_leads_there(desk, article):
    page = desk.get(address(article)).content.decode()
    assert "suggestions/#stretches" not in page
    response = saved(desk, article, opened(desk, article), body="<p>Nothing of it.</p>")
    assert "1 quote no longer stands" in response.content.decode()
    assert "suggestions/#stretches" in response.content.decode()
    refused = saved(desk, article, opened(desk, article), language="")
    assert errors(refused)
    assert "1 quote no longer stands" in refused.content.decode()


@pytest.mark.parametrize(
    "wrong",
    [{"version": "old"}, {"quote": "4711"}, {"quote": "x"}, {"number": "7"}, {"number": ""}, {"quote": "9" * 30}],
)
def test_a_page_that_is_out_of_date_mends_nothing(desk, article, wrong):
    edit(article, "It will stand.", "It shall stand.")
    stretch = last(desk, article)
    before = kept()
    answer = mend(desk, article, "take_words", stretch, **wrong)
    assert answer.status_code == 409
    assert "Load it again" in answer.json()["said"]
    assert kept() == before


def test_a_passage_that_is_none_is_refused(desk, article):
    edit(article, "“It will stand.”", "")
    stretch = last(desk, article)
    for given in ({}, {"first": "5", "last": "2"}, {"first": "x", "last": "9"}, {"first": "0", "last": "99999"}):
        assert mend(desk, article, "mark_anew", stretch, **given).status_code == 409
