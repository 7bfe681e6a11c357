"""Articles, quotes, sections, topics and corrections in the API: what shows, and which filters narrow the lists."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from tests.make import (
    HOUR,
    make_article,
    make_correction,
    make_draft,
    make_mention,
    make_organisation,
    make_person,
    make_quote,
    make_role,
    make_section,
    make_topic,
)

pytestmark = pytest.mark.django_db
NOON = datetime.datetime(2026, 2, 5, 12, tzinfo=datetime.UTC)


def get(client, path, **asked):
    answer = client.get(f"/api/v1/{path}", asked)
    assert answer.status_code == 200, answer.content
    return answer.json()


def ids(client, path, **asked):
    return [row["id"] for row in get(client, path, **asked)["results"]]


def test_an_article_with_all_that_hangs_on_it(client, settings):
    settings.SITE_URL = "https://news.example"
    ann, army, world, peace = make_person("Ann"), make_organisation("Army"), make_section("World"), make_topic("Peace")
    article = make_article(
        "Talks go on", text="“We talk,” said Ann.\nThe army waits.", standfirst="For a second day.", kicker="Talks",
        section=world, topics=[peace], bylines=[ann], publish_at=NOON,
    )  # fmt: skip
    make_mention(article, ann, names=["Ann", "Ms Ann"], relation="quoted")
    make_mention(article, army)
    quote = make_quote(article, "We talk,", ann)
    correction = make_correction(article, "It was Bob.")
    correction.quotes.add(quote)
    other = make_article("Before")
    article.related.add(other, make_draft("Canary"))
    found = get(client, f"articles/{article.pk}/")
    assert (found["headline"], found["standfirst"], found["kicker"]) == ("Talks go on", "For a second day.", "Talks")
    assert (found["section"]["slug"], [topic["name"] for topic in found["topics"]]) == ("world", ["Peace"])
    assert [(row["id"], row["name"], row["credit"]) for row in found["bylines"]] == [(ann.pk, "Ann", "by")]
    assert found["published_at"] == "2026-02-05T12:00:00Z"
    assert (found["language"], found["word_count"]) == ("en", article.word_count)
    assert (found["body_html"], found["body_text"]) == (article.body, article.body_text)
    assert found["people"] == [
        {
            "id": ann.pk,
            "name": "Ann",
            "url": f"https://news.example/api/v1/people/{ann.pk}/",
            "web_url": "https://news.example/people/ann/",
            "relation": "quoted",
            "as_written": ["Ann", "Ms Ann"],
        }
    ]
    assert [(row["id"], row["relation"]) for row in found["organisations"]] == [(army.pk, "mentioned")]
    assert [row["id"] for row in found["quotes"]] == [quote.pk]
    assert [(row["id"], row["quotes"][0]["id"]) for row in found["corrections"]] == [(correction.pk, quote.pk)]
    assert [row["id"] for row in found["related"]] == [other.pk]
    assert "Canary" not in str(found)


def test_a_quote_with_speaker_role_then_and_the_words_around_it(client):
    ann, army = make_person("Ann"), make_organisation("Army")
    held = make_role(ann, "General", army, start="2025-01-01", end="2026-12-31")
    make_role(ann, "President", start="2027")
    article = make_article(text="It began.\n“We talk,” said Ann. “We listen.”\nIt ended.", publish_at=NOON)
    quote = make_quote(
        article, ["We talk,", "We listen."], ann, role=held, venue="in Geneva", said_on="2026-02",
        original="Ми говоримо", source_url="https://example.com/talk",
    )  # fmt: skip
    [listed] = get(client, "quotes/")["results"]
    assert listed["speaker"]["name"] == "Ann"
    assert (listed["speaker_kind"], listed["organisation"]) == ("person", None)
    assert [(part["exact"], part["state"]) for part in listed["segments"]] == [
        ("We talk,", "exact"), ("We listen.", "exact"),
    ]  # fmt: skip
    assert set(listed["segments"][0]) == {"exact", "prefix", "suffix", "state", "start", "end"}
    assert (listed["role"]["id"], listed["role"]["title"], listed["role"]["certainty"]) == (held.pk, "General", "yes")
    assert listed["role"]["organisation"]["name"] == "Army"
    assert (listed["said_on"], listed["venue"], listed["kind"]) == ("2026-02", "in Geneva", "direct")
    assert listed["article"]["headline"] == article.headline
    assert listed["attribution"] == quote.attribution
    found = get(client, f"quotes/{quote.pk}/")
    assert found["context"] == "“We talk,” said Ann. “We listen.”"
    assert (found["original"], found["source_url"]) == ("Ми говоримо", "https://example.com/talk")


def test_the_role_of_a_quote_is_marked_when_it_was_only_perhaps_held(client):
    ann = make_person()
    make_role(ann, "Minister", start="2019")
    make_quote(speaker=ann, said_on="2019-05-10")
    [quote] = get(client, "quotes/")["results"]
    assert (quote["role"]["title"], quote["role"]["certainty"]) == ("Minister", "maybe")


def test_a_quote_of_somebody_hidden_keeps_its_words_and_attribution(client):
    ann = make_person("Ann", visibility="hidden")
    role = make_role(ann, "Canary Post")
    article = make_article(bylines=[ann])
    make_mention(article, ann, names=["Ann"])
    quote = make_quote(article, speaker=ann, role=role, attribution="Ann, a minister")
    found = get(client, f"quotes/{quote.pk}/")
    assert (found["speaker"], found["role"], found["attribution"]) == (None, None, "Ann, a minister")
    article = get(client, f"articles/{article.pk}/")
    assert (article["people"], article["quotes"][0]["speaker"]) == ([], None)
    assert article["bylines"] == [{"id": None, "url": None, "web_url": None, "name": "Ann", "credit": "by"}]
    assert client.get("/api/v1/quotes/", {"speaker": ann.pk}).status_code == 404
    assert client.get("/api/v1/articles/", {"byline": "ann"}).status_code == 404


@pytest.mark.parametrize("ordering", ["updated_at", "-updated_at"])
def test_articles_by_their_last_change_are_read_from_its_index(client, ordering):
    make_article()
    with CaptureQueriesContext(connection) as queries:
        assert len(ids(client, "articles/", ordering=ordering)) == 1
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {queries[0]['sql']}")
            plan = " ".join(step for *_, step in cursor.fetchall())
        assert "article_last_changed" in plan
        assert "ORDER BY" not in plan


def test_articles_by_somebody_newest_first(client):
    ann, bob = make_person("Ann"), make_person("Bob")
    newest, oldest = (
        make_article(bylines=[bob, ann], publish_at=NOON),
        make_article(bylines=[ann], publish_at=NOON - HOUR),
    )
    make_article(bylines=[bob])
    make_draft(bylines=[ann])
    assert ids(client, "articles/", byline="ann") == [newest.pk, oldest.pk]


@pytest.mark.parametrize(
    "fields",
    [
        {"state": "draft", "publish_at": None},
        {"state": "review"},
        {"publish_at": NOON + HOUR},
        {"publish_at": NOON - HOUR, "expire_at": NOON},
        {"state": "withdrawn"},
    ],
)
def test_nothing_of_an_article_that_readers_do_not_see(client, time_machine, fields):
    time_machine.move_to(NOON, tick=False)
    topic = make_topic("Canary topic")
    article = make_article("Canary", text="Canary words.", topics=[topic], **fields)
    quote, correction = make_quote(article, "Canary words."), make_correction(article, "Canary text")
    seen = make_article("Seen")
    seen.related.add(article)
    seen_correction = make_correction(seen)
    seen_correction.quotes.add(quote)
    for path in [
        "articles/",
        "quotes/",
        "corrections/",
        "topics/",
        f"articles/{seen.pk}/",
        f"corrections/{seen_correction.pk}/",
    ]:
        assert "Canary" not in str(get(client, path))
    assert get(client, f"corrections/{seen_correction.pk}/")["quotes"] == []
    gone = 410 if fields.get("state") == "withdrawn" else 404
    assert client.get(f"/api/v1/articles/{article.pk}/").status_code == gone
    for path in [f"quotes/{quote.pk}/", f"corrections/{correction.pk}/", f"topics/{topic.pk}/"]:
        assert client.get(f"/api/v1/{path}").status_code == 404
    assert client.get("/api/v1/quotes/", {"article": article.slug}).status_code == 404


def test_a_withdrawn_article_is_gone_with_its_notice(client):
    article = make_article(state="withdrawn", notice="Withdrawn for legal reasons.", body="<p>Canary</p>")
    answer = client.get(f"/api/v1/articles/{article.pk}/")
    assert answer.status_code == 410
    assert answer.json() == {"detail": "Withdrawn for legal reasons."}


def test_articles_by_what_they_are_filed_under_and_whom_they_name(client):
    ann, army, world, peace = make_person("Ann"), make_organisation("Army"), make_section("World"), make_topic("Peace")
    article = make_article("Ørsted speaks", section=world, topics=[peace], bylines=[ann], language="uk")
    make_mention(article, ann)
    make_mention(article, army)
    make_article("Other", section=make_section(), bylines=[make_person()])
    for name, value in [
        ("section", "world"), ("section", world.pk), ("topic", "peace"), ("topic", peace.pk), ("person", "ann"),
        ("person", ann.pk), ("organisation", "army"), ("organisation", army.pk), ("byline", "ann"), ("byline", ann.pk),
        ("language", "uk"), ("q", "orsted"),
    ]:  # fmt: skip
        assert ids(client, "articles/", **{name: value}) == [article.pk], (name, value)
    assert ids(client, "articles/", section="world", language="en") == []


def test_every_stretch_of_a_quote_is_found_in_the_text_by_its_place(client):
    spoken = "“We talk about all of it,” said Ann, who had come to the town hall in the rain with her papers."
    before = f"🌧 It began in the old town hall.\n{spoken}\n“We listen to them.”"
    after = f"🌧 It began in the old town hall. Ann spoke first, many say. {spoken}"
    article = make_article(text=before)
    quote = make_quote(article, ["We talk about all of it,", "We listen to them."])
    article.body = f"<p>{after}</p>"
    article.save()
    text = get(client, f"articles/{article.pk}/")["body_text"]
    found, lost = get(client, f"quotes/{quote.pk}/")["segments"]
    assert (found["state"], text[found["start"] : found["end"]]) == ("moved", "We talk about all of it,")
    assert found["prefix"] + found["exact"] + found["suffix"] not in text
    assert (lost["state"], lost["start"], lost["end"]) == ("orphaned", None, None)


def test_articles_by_when_they_were_published(client):
    days = [make_article(publish_at=NOON + datetime.timedelta(days=n)).pk for n in (0, 1, 2)]
    assert ids(client, "articles/", published_after="2026-02-06") == [days[2], days[1]]
    assert ids(client, "articles/", published_before="2026-02-06") == [days[0]]
    assert ids(client, "articles/", published_after="2026-02-05T12:00:00Z") == days[::-1]
    assert ids(client, "articles/", published_before="2026-02-05T12:00:00Z") == []
    assert ids(client, "articles/", published_after="2026-02-06T13:00:00+01:00") == [days[2], days[1]]
    assert ids(client, "articles/", published_after="2026-02-06", published_before="2026-02-07") == [days[1]]


def test_who_keeps_in_step_meets_a_scheduled_article_when_it_appears(client, time_machine):
    time_machine.move_to(NOON, tick=False)
    scheduled = make_article(publish_at=NOON + 2 * HOUR)
    time_machine.move_to(NOON + HOUR, tick=False)
    early = make_article(publish_at=NOON)
    assert ids(client, "articles/", ordering="-updated_at") == [early.pk]
    time_machine.move_to(NOON + 3 * HOUR, tick=False)
    [newest, _] = get(client, "articles/", ordering="-updated_at")["results"]
    assert (newest["id"], newest["updated_at"]) == (scheduled.pk, "2026-02-05T14:00:00Z")
    Article.objects.get(pk=early.pk).save()
    assert ids(client, "articles/", ordering="updated_at") == [scheduled.pk, early.pk]
    assert ids(client, "articles/", ordering="-published_at") == [scheduled.pk, early.pk]
    assert ids(client, "articles/", ordering="published_at") == [early.pk, scheduled.pk]


def test_quotes_by_who_what_and_where(client):
    ann, army = make_person("Ann"), make_organisation("Army")
    article = make_article("Talks", text="We listen. We wait.")
    role = make_role(ann, "General", army, start="2020")
    hers = make_quote(article, "We listen.", ann, role=role, kind="partial", status="disputed")
    its = make_quote(article, "We wait.", speaker_kind="organisation", organisation=army)
    make_quote()
    for name, value in [
        ("speaker", "ann"),
        ("speaker", ann.pk),
        ("kind", "partial"),
        ("status", "disputed"),
        ("q", "listen"),
    ]:
        assert ids(client, "quotes/", **{name: value}) == [hers.pk], (name, value)
    assert set(ids(client, "quotes/", organisation="army")) == {hers.pk, its.pk}
    assert (
        set(ids(client, "quotes/", article=article.pk))
        == set(ids(client, "quotes/", article="talks"))
        == {hers.pk, its.pk}
    )
    [told] = [row for row in get(client, "quotes/")["results"] if row["id"] == its.pk]
    assert (told["speaker"], told["organisation"]["name"]) == (None, "Army")


def test_quotes_by_when_they_were_said_as_far_as_is_known(client):
    day = make_quote(make_article(publish_at=NOON)).pk
    year = make_quote(said_on="2019").pk
    assert set(ids(client, "quotes/", said_after="2019-05-10")) == {day, year}
    assert ids(client, "quotes/", said_after="2020-01-01") == [day]
    assert ids(client, "quotes/", said_after="2026-02-05") == [day]
    assert ids(client, "quotes/", said_after="2026-02-06") == []
    assert ids(client, "quotes/", said_before="2019-01-01") == []
    assert ids(client, "quotes/", said_before="2019-05-10") == [year]
    assert ids(client, "quotes/", said_before="2026-02-05") == [year]
    assert set(ids(client, "quotes/", said_before="2026-02-06")) == {day, year}


def test_corrections_by_article_kind_and_time(client):
    article = make_article("Talks")
    correction = make_correction(article, kind="update", made_at=NOON)
    make_correction(make_article(), made_at=NOON - HOUR)
    assert ids(client, "corrections/", article="talks") == ids(client, "corrections/", kind="update") == [correction.pk]
    assert ids(client, "corrections/", made_after="2026-02-05T12:00:00Z") == [correction.pk]
    [found] = get(client, "corrections/", kind="update")["results"]
    assert (found["article"]["id"], found["text"], found["made_at"]) == (
        article.pk, "It was otherwise.", "2026-02-05T12:00:00Z",
    )  # fmt: skip


def test_sections_and_topics(client):
    section, topic = make_section("World", description="Abroad"), make_topic("Geneva", kind="place")
    make_article(section=section, topics=[topic])
    [found] = get(client, "sections/")["results"]
    assert (found["name"], found["slug"], found["description"]) == ("World", "world", "Abroad")
    [found] = get(client, "topics/")["results"]
    assert (found["name"], found["slug"], found["kind"]) == ("Geneva", "geneva", "place")


@pytest.mark.parametrize(
    ("path", "name", "value", "status"),
    [
        ("articles/", "published_after", "yesterday", 400),
        ("articles/", "published_after", "2026-13-01", 400),
        ("articles/", "published_before", "2026-02-05T99:00", 400),
        ("articles/", "published_after", "0001-01-01T00:00:00+14:00", 400),
        ("articles/", "ordering", "headline", 400),
        ("articles/", "section", "no-such", 404),
        ("articles/", "topic", "99999", 404),
        ("articles/", "byline", "9" * 25, 404),
        ("quotes/", "kind", "loud", 400),
        ("quotes/", "status", "", 400),
        ("quotes/", "said_after", "2019", 400),
        ("quotes/", "article", "no-such", 404),
        ("quotes/", "q", "\x00", 400),
        ("corrections/", "kind", "mistake", 400),
        ("corrections/", "made_after", "x" * 300, 400),
    ],
)
def test_a_bad_value_is_refused_by_name(client, path, name, value, status):
    answer = client.get(f"/api/v1/{path}", {name: value})
    assert answer.status_code == status
    assert list(answer.json()["errors"]) == [name]
    assert name in answer.json()["known"]


def test_a_day_that_begins_before_the_calendar_is_refused(client, settings):
    settings.TIME_ZONE = "Asia/Tokyo"
    answer = client.get("/api/v1/articles/", {"published_after": "0001-01-01"})
    assert answer.status_code == 400
    assert "0001-01-01" in answer.json()["detail"]


def test_a_value_that_is_none_of_a_few_is_told_which_there_are(client):
    detail = client.get("/api/v1/quotes/", {"kind": "loud"}).json()["detail"]
    assert all(kind in detail for kind in ("direct", "partial", "indirect"))
