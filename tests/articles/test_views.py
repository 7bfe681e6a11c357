import datetime
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import revisions
from articles.models import Article, Byline
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

DAY = datetime.timedelta(days=1)


def html_of(response):
    assert response.status_code == 200, response
    return response.content.decode()


def queries(client, address):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def headlines(html):
    return re.findall(r'class="row-title"[^>]*><a[^>]*>([^<]*)', html)


class TestArchive:
    def test_lists_the_newest_first_and_leads_to_the_older_ones_and_back(self, client):
        for number in range(25):
            make_article(f"News {number}", publish_at=timezone.now() - (number + 1) * HOUR)
        first = html_of(client.get("/articles/"))
        older = re.search(r'href="(\?after=[^"]+)">Older', first)[1]
        second = html_of(client.get(f"/articles/{older}"))
        newer = re.search(r'href="(\?after=[^"]+)"><span[^>]*>←</span> Newer', second)[1]
        assert headlines(first) == [f"News {number}" for number in range(20)]
        assert headlines(second) == [f"News {number}" for number in range(20, 25)]
        assert headlines(html_of(client.get(f"/articles/{newer}"))) == headlines(first)

    def test_only_its_first_page_is_for_search_engines(self, client):
        for _ in range(21):
            make_article()
        first = html_of(client.get("/articles/"))
        older = re.search(r'href="(\?after=[^"]+)">Older', first)[1]
        assert "noindex" not in first
        assert '<meta name="robots" content="noindex">' in html_of(client.get(f"/articles/{older}"))

    @pytest.mark.parametrize("address", ["/articles/", "/corrections/"])
    def test_a_changed_cursor_is_refused_with_a_reason(self, client, address):
        response = client.get(address, {"after": "made:up"})
        assert response.status_code == 400
        assert "cursor" in response.content.decode()

    def test_a_cursor_of_another_list_is_refused(self, client):
        for _ in range(21):
            make_correction(make_article())
        cursor = re.search(r"\?after=([^\"]+)", html_of(client.get("/corrections/")))[1]
        assert client.get(f"/articles/?after={cursor}").status_code == 400

    def test_says_when_there_is_nothing(self, client):
        make_draft("Not yet")
        html = html_of(client.get("/articles/"))
        assert "No articles yet." in html
        assert "Not yet" not in html

    def test_asks_as_often_for_thirty_articles_as_for_one(self, client):
        make_full_article(1)
        one = queries(client, "/articles/")
        for _ in range(30):
            make_full_article(1)
        assert queries(client, "/articles/") == one


def make_full_article(count, **fields):
    """An article with `count` of everything that can hang on it."""
    words = [f"Sentence number {number} of the news." for number in range(count)]
    people = [make_person() for _ in range(count)]
    article = make_article(
        text="\n".join(f"“{sentence}” said {person}." for sentence, person in zip(words, people, strict=True)),
        bylines=[make_person() for _ in range(count)],
        topics=[make_topic() for _ in range(count)],
        **fields,
    )
    for sentence, person in zip(words, people, strict=True):
        organisation = make_organisation()
        make_role(person, organisation=organisation, start="2001", end_state="ongoing")
        make_role(person, title="Chair", start="1999", end="2000")
        make_mention(article, person)
        make_mention(article, organisation)
        quote = make_quote(article, sentence, person)
        make_correction(article).quotes.add(quote)
        article.related.add(make_article())
    return article


class TestArticle:
    def test_shows_what_was_written_by_whom_and_when(self, client):
        author = make_person("Mara Lindqvist")
        article = make_article(
            "Talks go on",
            text="They talked for a day.",
            standfirst="No end in sight.",
            kicker="Peace",
            bylines=[author],
            topics=[make_topic("Diplomacy")],
            section=make_section("World"),
            publish_at=datetime.datetime(2026, 2, 5, 14, 30, tzinfo=datetime.UTC),
        )
        html = html_of(client.get(article.get_absolute_url()))
        for shown in (
            "<h1>Talks go on</h1>",
            "No end in sight.",
            "Peace",
            "They talked for a day.",
            '<time datetime="2026-02-05T14:30:00+00:00">5 February 2026, 14:30 UTC</time>',
            '<a href="/people/mara-lindqvist/" rel="author" dir="auto">Mara Lindqvist</a>',
            '<a href="/topics/diplomacy/" dir="auto">Diplomacy</a>',
            '<a href="/sections/world/" dir="auto">World</a>',
        ):
            assert shown in html

    def test_tells_machines_what_it_is(self, client):
        article = make_article("Talks go on", standfirst="No end in sight.", section=make_section("World"))
        html = html_of(client.get(article.get_absolute_url()))
        for told in (
            "<title>Talks go on · Newsroom</title>",
            '<meta name="description" content="No end in sight.">',
            '<link rel="canonical" href="http://127.0.0.1:8000/articles/talks-go-on/">',
            '<meta property="og:type" content="article">',
            f'href="/api/v1/articles/{article.pk}/"',
            'href="/sections/world/feed/"',
            '"@type": "NewsArticle"',
            '"@type": "BreadcrumbList"',
        ):
            assert told in html

    def test_without_a_section_the_feed_of_the_site_is_its_feed(self, client):
        assert 'href="/feed/"' in html_of(client.get(make_article().get_absolute_url())).partition("</head>")[0]

    def test_names_where_it_first_appeared_as_canonical(self, client):
        article = make_article(canonical_url="https://example.org/first")
        html = html_of(client.get(article.get_absolute_url()))
        assert '<link rel="canonical" href="https://example.org/first">' in html

    def test_needs_no_script_style_or_cookie(self, client):
        """What scripts there are wait until the page can be read."""
        response = client.get(make_full_article(2).get_absolute_url())
        html = html_of(response)
        assert set(re.findall(r"<script[^>]*>", html)) == {
            '<script type="application/ld+json">',
            '<script src="/static/js/search.js" type="module" async fetchpriority="low">',
            '<script src="/static/js/share.js" defer>',
        }
        assert "<style" not in html
        assert ' style="' not in html
        assert not response.cookies

    def test_puts_corrections_above_the_text(self, client):
        article = make_article(text="They talked for a day.")
        make_correction(article, "They talked for two days.", kind="clarification")
        html = html_of(client.get(article.get_absolute_url())).partition("<main")[2]
        assert (
            html.index("Clarification") < html.index("They talked for two days.") < html.index("They talked for a day.")
        )

    def test_says_beside_a_quote_who_said_it_in_which_role_then(self, client):
        person = make_person("Ada Marsh")
        then = make_role(person, "Minister of Trade", make_organisation("Cabinet"), start="2019", end="2021")
        make_role(person, "Prime Minister", start="2023", end_state="ongoing")
        article = make_article(text="“We shall see,” said Ada Marsh.")
        quote = make_quote(article, "We shall see,", person, said_on="2020-05", venue="in the chamber")
        html = html_of(client.get(article.get_absolute_url()))
        note = re.search(r'<aside class="said".*?</aside>', html, re.DOTALL)[0]
        assert f'<mark class="words" id="quote-{quote.pk}">We shall see,</mark>' in html
        assert "Ada Marsh" in note
        assert then.title in note
        assert "Cabinet" in note
        assert "in the chamber" in note
        assert quote.get_absolute_url() in note
        assert "Prime Minister" not in html

    def test_marks_a_role_that_was_only_perhaps_held(self, client):
        person = make_person()
        make_role(person, "Chair", start="2020")
        article = make_article()
        make_quote(article, "A paragraph of news.", person)
        assert "perhaps" in html_of(client.get(article.get_absolute_url()))

    def test_lists_who_is_in_the_story_with_all_posts_then(self, client):
        person = make_person("Ada Marsh")
        for title in ("Commander, Eastern Fleet", "Governor of Port Royal"):
            make_role(person, title, start="2001", end_state="ongoing")
        article = make_article(text="Ada Marsh met Globex.")
        make_mention(article, person)
        make_mention(article, make_organisation("Globex"))
        cast = html_of(client.get(article.get_absolute_url())).partition("Who is in this story")[2]
        for shown in ("Ada Marsh", "Commander, Eastern Fleet", "Governor of Port Royal", "Globex"):
            assert shown in cast

    def test_prints_a_hidden_persons_name_without_a_link(self, client):
        hidden = make_person("Hidden Writer", visibility="hidden", summary="canary summary")
        make_role(hidden, "Canary Keeper", start="2001", end_state="ongoing")
        article = make_article(text="“It was I,” said Hidden Writer.", bylines=[hidden])
        make_mention(article, hidden)
        make_quote(article, "It was I,", hidden)
        html = html_of(client.get(article.get_absolute_url()))
        assert "Hidden Writer" in html
        assert hidden.get_absolute_url() not in html
        assert "canary" not in html.lower()

    def test_leads_to_related_articles_readers_may_see(self, client):
        article = make_article()
        article.related.add(make_article("Told before"), make_draft("Canary"))
        html = html_of(client.get(article.get_absolute_url()))
        assert "Told before" in html
        assert "Canary" not in html

    def test_asks_at_most_ten_times_whatever_hangs_on_it(self, client):
        section = make_section()
        small, large = (make_full_article(count, section=section) for count in (1, 30))
        assert queries(client, small.get_absolute_url()) == queries(client, large.get_absolute_url()) <= 10

    def test_a_past_slug_leads_to_the_present_one_in_one_hop(self, client):
        article = make_article("First")
        for slug in ("second", "third"):
            article.slug = slug
            article.save()
        for past in ("first", "second"):
            response = client.get(f"/articles/{past}/")
            assert (response.status_code, response["Location"]) == (301, "/articles/third/")

    def test_a_withdrawn_one_answers_with_its_notice(self, client):
        article = make_article("Taken back", state="withdrawn", notice="Its source was misquoted.", text="canary")
        article.slug = "moved"
        article.save()
        for slug in ("taken-back", "moved"):
            response = client.get(f"/articles/{slug}/")
            html = response.content.decode()
            assert response.status_code == 410
            assert "Its source was misquoted." in html
            assert "canary" not in html
            assert "noindex" in html

    @pytest.mark.parametrize(
        "fields",
        [
            {"state": Article.State.DRAFT},
            {"state": Article.State.REVIEW},
            {"publish_at": timezone.now() + DAY},
            {"publish_at": timezone.now() - 2 * DAY, "expire_at": timezone.now() - DAY},
            {"state": Article.State.WITHDRAWN, "publish_at": timezone.now() + DAY},
        ],
    )
    def test_what_readers_may_not_see_is_not_found(self, client, fields):
        article = make_article("Canary", **fields)
        response = client.get(article.get_absolute_url())
        assert response.status_code == 404
        assert b"Canary" not in response.content

    @pytest.mark.parametrize("slug", ["nothing", "nul%00", "ünïcode", "x" * 500])
    def test_an_address_that_never_was_is_not_found(self, client, slug):
        assert client.get(f"/articles/{slug}/").status_code == 404


@pytest.mark.parametrize(("make", "field"), [(make_section, "section"), (make_topic, "topics")])
class TestSectionAndTopic:
    def test_lists_its_articles_only(self, client, make, field):
        label = make("Harbour", description="Ships and cranes.")
        put(make_article("A ship came in"), field, label)
        put(make_article("A play opened"), field, make("Theatre"))
        put(make_draft("Canary"), field, label)
        html = html_of(client.get(label.get_absolute_url()))
        assert headlines(html) == ["A ship came in"]
        assert "Ships and cranes." in html
        assert f"{label.get_absolute_url()}feed/" in html

    def test_shows_what_was_said_in_its_articles_by_one_each(self, client, make, field):
        label, ada, bo = make("Harbour"), make_person("Ada Crane"), make_person("Bo Dock")
        article = make_article(text="“We build,” she said. “We dig,” she said. “We swim,” he said.")
        put(article, field, label)
        make_quote(article, "We build,", ada)
        make_quote(article, "We dig,", ada)
        make_quote(article, "We swim,", bo)
        make_quote(make_article(text="“We sing,” she said."), "We sing,", ada)
        html = html_of(client.get(label.get_absolute_url()))
        assert [words in html for words in ("We build", "We dig", "We swim", "We sing")] == [False, True, True, False]

    def test_a_past_slug_leads_to_the_present_one(self, client, make, field):
        label = make("Harbour")
        put(make_article(), field, label)
        past = label.get_absolute_url()
        label.slug = "port"
        label.save()
        response = client.get(past)
        assert (response.status_code, response["Location"]) == (301, label.get_absolute_url())

    def test_asks_as_often_for_thirty_articles_as_for_one(self, client, make, field):
        label = make("Harbour")
        put(make_full_article(1), field, label)
        one = queries(client, label.get_absolute_url())
        for _ in range(30):
            put(make_full_article(1), field, label)
        assert queries(client, label.get_absolute_url()) == one


def put(article, field, label):
    if field == "topics":
        article.topics.add(label)
    else:
        Article.objects.filter(pk=article.pk).update(section=label)


def test_a_topic_of_drafts_alone_is_not_found(client):
    topic = make_topic("Operation Canary")
    make_draft(topics=[topic])
    assert client.get(topic.get_absolute_url()).status_code == 404


def test_a_section_without_articles_says_so(client):
    assert "No articles in this section yet." in html_of(client.get(make_section().get_absolute_url()))


class TestQuote:
    def test_shows_the_words_the_speaker_the_role_then_and_where(self, client):
        person = make_person("Ada Marsh")
        make_role(person, "Minister of Trade", make_organisation("Cabinet"), start="2019", end="2021")
        make_role(person, "Prime Minister", start="2023", end_state="ongoing")
        article = make_article("On trade", text="It was late.\nShe paused. “We shall see,” said Ada Marsh.\nThey left.")
        quote = make_quote(article, "We shall see,", person, said_on="2020-05", venue="in the chamber")
        html = html_of(client.get(quote.get_absolute_url()))
        for shown in (
            "<p>We shall see</p>",
            '<a href="/people/ada-marsh/">Ada Marsh</a>',
            "Minister of Trade",
            '<a href="/organisations/cabinet/">Cabinet</a>',
            "in the chamber",
            '<time datetime="2020-05">May 2020</time>',
            "<p>She paused. “<mark>We shall see,</mark>” said Ada Marsh.</p>",
            f'href="/articles/on-trade/#quote-{quote.pk}"',
            f'href="/api/v1/quotes/{quote.pk}/"',
            '"@type": "Quotation"',
            "Ada Marsh, quoted in “On trade”, Newsroom,",
        ):
            assert shown in html
        assert "Prime Minister" not in html
        assert "They left." not in html

    def test_a_lost_quote_leads_to_the_article_without_an_anchor(self, client):
        quote = make_quote(make_article(text="Old words."), "Old words.", not_verbatim="The text was cut.")
        quote.article.body = "<p>Quite other things were told.</p>"
        quote.article.save()
        html = html_of(client.get(quote.get_absolute_url()))
        assert f'href="{quote.article.get_absolute_url()}"' in html
        assert f"#quote-{quote.pk}" not in html
        assert "The text was cut." in html

    @pytest.mark.parametrize(
        ("fields", "shown"),
        [
            ({"speaker_kind": "anonymous", "attribution": "a senior official"}, "A senior official"),
            ({"speaker_kind": "several"}, "Several people"),
            ({"speaker_kind": "unknown"}, "Not known"),
        ],
    )
    def test_a_speaker_who_is_nobody_in_particular_is_worded(self, client, fields, shown):
        html = html_of(client.get(make_quote(**fields).get_absolute_url()))
        assert f'<span class="quote-speaker" dir="auto">{shown}</span>' in html

    def test_an_organisation_speaks(self, client):
        quote = make_quote(speaker_kind="organisation", organisation=make_organisation("Globex"))
        assert '<a href="/organisations/globex/">Globex</a>' in html_of(client.get(quote.get_absolute_url()))

    def test_a_hidden_speaker_is_printed_as_published(self, client):
        hidden = make_person("Hidden Speaker", visibility="hidden")
        make_role(hidden, "Canary Keeper", start="2001", end_state="ongoing")
        quote = make_quote(speaker=hidden, attribution="A speaker, as published")
        html = html_of(client.get(quote.get_absolute_url()))
        assert "A speaker, as published" in html
        assert "Hidden Speaker" not in html
        assert "Canary" not in html

    @pytest.mark.parametrize(
        ("fields", "warning"),
        [
            ({"status": "disputed"}, "Disputed"),
            ({"status": "corrected"}, "Corrected"),
            ({"status": "unreviewed"}, "no editor has checked it"),
        ],
    )
    def test_warns_of_what_readers_must_know(self, client, fields, warning):
        assert warning in html_of(client.get(make_quote(**fields).get_absolute_url()))
        assert warning not in html_of(client.get(make_quote().get_absolute_url()))

    def test_shows_the_corrections_that_touch_it(self, client):
        article = make_article(text="One thing.\nOther thing.")
        touched, other = make_quote(article, "One thing."), make_quote(article, "Other thing.")
        make_correction(article, "He said one thing.").quotes.add(touched)
        assert "He said one thing." in html_of(client.get(touched.get_absolute_url()))
        assert "He said one thing." not in html_of(client.get(other.get_absolute_url()))

    def test_one_of_a_draft_is_not_found(self, client):
        assert client.get(make_quote(make_draft()).get_absolute_url()).status_code == 404

    @pytest.mark.parametrize("pk", ["0", "999999999", "99999999999999999999999"])
    def test_a_number_that_never_was_is_not_found(self, client, pk):
        assert client.get(f"/quotes/{pk}/").status_code == 404

    def test_asks_as_often_with_thirty_of_everything_around_it(self, client):
        small, large = (make_full_article(count).quotes.first() for count in (1, 30))
        for _ in range(30):
            make_role(large.speaker)
            make_correction(large.article).quotes.add(large)
        assert queries(client, small.get_absolute_url()) == queries(client, large.get_absolute_url())


class TestCorrections:
    def test_lists_them_newest_first_with_article_and_quotes(self, client):
        article = make_article("On trade")
        quote = make_quote(article)
        make_correction(article, "Made long ago.", made_at=timezone.now() - DAY)
        make_correction(article, "Made just now.").quotes.add(quote)
        html = html_of(client.get("/corrections/"))
        assert html.index("Made just now.") < html.index("Made long ago.")
        assert article.get_absolute_url() in html
        assert quote.get_absolute_url() in html

    def test_leaves_out_those_of_drafts(self, client):
        make_correction(make_draft(), "Canary")
        assert "Canary" not in html_of(client.get("/corrections/"))

    def test_asks_as_often_for_thirty_as_for_one(self, client):
        make_full_article(1)
        one = queries(client, "/corrections/")
        make_full_article(30)
        assert queries(client, "/corrections/") == one


class TestPreview:
    def test_shows_a_draft_marked_as_one_and_kept_from_machines(self, client):
        draft = make_draft("Not yet", text="“Soon,” said Ada Marsh.")
        quote = make_quote(draft, "Soon,", make_person("Ada Marsh"))
        response = client.get(draft.preview_links.create().get_absolute_url())
        html = html_of(response)
        assert "Not yet" in html
        assert "Draft." in html
        assert '<meta name="robots" content="noindex">' in html
        assert response["X-Robots-Tag"] == "noindex, nofollow"
        assert response["Referrer-Policy"] == "no-referrer"
        assert "no-store" in response["Cache-Control"]
        assert quote.get_absolute_url() not in html
        assert "ld+json" not in html

    def test_shows_the_change_of_a_live_article_that_waits_and_leaves_the_article_alone(self, client):
        article = make_article("Live", text="As readers see it.")
        with revisions.unshown(article):
            article.headline, article.body = "Changed", "<p>As it shall be.</p>"
            article.save()
        html = html_of(client.get(article.preview_links.create().get_absolute_url()))
        assert "Changed" in html
        assert "As it shall be." in html
        assert "As readers see it." in html_of(client.get("/articles/live/"))

    @pytest.mark.parametrize("end", ["expired", "revoked"])
    def test_a_link_that_is_over_shows_nothing(self, client, end):
        link = make_draft("Canary").preview_links.create()
        if end == "expired":
            link.expires_at = timezone.now()
            link.save()
        else:
            link.revoke()
        response = client.get(link.get_absolute_url())
        assert response.status_code == 410
        assert b"Canary" not in response.content
        assert f"This link {'has expired' if end == 'expired' else 'was revoked'}" in response.content.decode()

    def test_a_made_up_token_is_not_found(self, client):
        make_draft().preview_links.create()
        assert client.get("/preview/made-up/").status_code == 404
        assert client.get("/preview/nul%00/").status_code == 404

    def test_asks_as_often_for_a_large_draft_as_for_a_small_one(self, client):
        small, large = (make_full_article(count, state="draft").preview_links.create() for count in (1, 30))
        assert queries(client, small.get_absolute_url()) == queries(client, large.get_absolute_url())


def test_a_byline_keeps_the_name_as_printed(client):
    author = make_person("Ada Marsh")
    article = make_article(bylines=[author])
    author.name = "Ada Lund"
    author.save()
    assert Byline.objects.get().name == "Ada Marsh"
    assert "Ada Marsh</a>" in html_of(client.get(article.get_absolute_url()))


def test_a_page_that_did_not_change_is_not_sent_again(client):
    article = make_article("First words")
    tag = client.get(article.get_absolute_url())["ETag"]
    assert client.get(article.get_absolute_url(), headers={"if-none-match": tag}).status_code == 304
    article.headline = "Other words"
    article.save()
    assert client.get(article.get_absolute_url(), headers={"if-none-match": tag}).status_code == 200


def test_machines_find_an_author_and_the_newsroom_where_nobody_is_named(client):
    signed, unsigned = make_article("Talks go on", bylines=[make_person("Ann Smith")]), make_article("Talks end")
    assert '<meta name="author" content="Ann Smith">' in html_of(client.get(signed.get_absolute_url()))
    assert '<meta name="author" content="Newsroom">' in html_of(client.get(unsigned.get_absolute_url()))


def test_the_same_words_said_on_two_days_have_titles_of_their_own(client):
    person = make_person("Ann Smith")
    for day in ("2020-03", "2021-04-05"):
        quote = make_quote(make_article(text="“We wait.”"), "We wait.", person, said_on=day)
        title = f"<title>Ann Smith, {quote.said_on.words}: “We wait.” · Newsroom</title>"
        assert title in html_of(client.get(quote.get_absolute_url()))


class TestSameWordsElsewhere:
    def quote(self, text, words, **fields):
        return make_quote(make_article(f"About {text}", text=text), words, **fields)

    def test_leads_to_other_articles_that_quote_the_same_words(self, client):
        one = self.quote("“We will build it,” she said.", "We will build it,")
        other = self.quote("“WE WILL build it!” she shouted.", "WE WILL build it!")
        self.quote("“We will build two,” she said.", "We will build two,")
        make_quote(make_draft("Canary", text="“We will build it,” she said."), "We will build it,")
        html = html_of(client.get(one.get_absolute_url()))
        elsewhere = html.partition("The same words elsewhere")[2]
        assert other.get_absolute_url() in elsewhere
        assert "two" not in elsewhere.partition("</ul>")[0]
        assert "Canary" not in html

    def test_few_words_are_not_looked_for(self, client):
        one = self.quote("“No comment,” she said.", "No comment,")
        self.quote("“No comment,” he said.", "No comment,")
        assert "The same words elsewhere" not in html_of(client.get(one.get_absolute_url()))


def test_a_page_can_be_cited_and_sent_without_a_script(client):
    article = make_article("One & two")
    html = html_of(client.get(article.get_absolute_url()))
    assert re.search(r'class="citation-text"[^>]*>“One &amp; two”, Newsroom, ', html)
    assert 'href="mailto:?subject=One%20%26%20two&amp;body=' in html
    assert len(re.findall(r"<button[^>]* hidden", html)) == 4
    assert "&lt;iframe src=&quot;http://127.0.0.1:8000/articles/one-two/embed/&quot;" in html
