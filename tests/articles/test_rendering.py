import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles import rendering
from articles.models import Article, Mention
from articles.text.plain import text_of
from newsroom.lib.html import paragraphs
from tests.make import make_article, make_mention, make_organisation, make_person, make_quote

pytestmark = pytest.mark.django_db


def rendered(article, links=True):
    quotes = list(article.quotes.with_names().in_text_order())
    for quote in quotes:
        quote.roles_then, quote.role_then = [], None
    namings = rendering.first_namings(article, article.mentions.with_names())
    return rendering.body(article, quotes, namings, links)


def links_in(article):
    """What is linked in the body, as (address, words)."""
    parts = rendered(article).split('<a href="')[1:]
    return [(part.partition('"')[0], part.partition(">")[2].partition("<")[0]) for part in parts]


class TestNames:
    def test_the_first_naming_of_each_is_a_link(self):
        article = make_article(text="Ada Marsh met Globex. Ada Marsh left Globex.")
        make_mention(article, make_person("Ada Marsh"))
        make_mention(article, make_organisation("Globex"))
        assert rendered(article) == (
            '<p><a href="/people/ada-marsh/">Ada Marsh</a> met <a href="/organisations/globex/">Globex</a>. '
            "Ada Marsh left Globex.</p>"
        )

    def test_whichever_of_the_names_as_written_comes_first_counts(self):
        article = make_article(text="Minister Marsh came late. Ada Marsh did not mind.")
        make_mention(article, make_person("Ada Marsh"), names=["Ada Marsh", "Marsh"])
        assert links_in(article) == [("/people/ada-marsh/", "Marsh")]

    def test_headings_captions_and_links_stay_as_they_are(self):
        article = make_article(
            body="<h2>Ada Marsh</h2><figure><figcaption>Ada Marsh</figcaption></figure>"
            '<p><a href="https://example.org/">About Ada Marsh</a> and Ada Marsh.</p>'
        )
        make_mention(article, make_person("Ada Marsh"))
        assert "<h2>Ada Marsh</h2>" in rendered(article)
        assert links_in(article) == [("https://example.org/", "About Ada Marsh"), ("/people/ada-marsh/", "Ada Marsh")]

    @pytest.mark.parametrize("text", ["Marshes dry up.", "Tidemarsh", "ada marsh", "McMarsh"])
    def test_only_whole_words_as_written_count(self, text):
        article = make_article(text=text)
        make_mention(article, make_person("Ada Marsh"), names=["Marsh", "Ada Marsh"])
        assert links_in(article) == []

    def test_a_name_inside_a_longer_one_is_not_taken_for_itself(self):
        article = make_article(text="The Marsh Institute opened. Marsh spoke.")
        make_mention(article, make_person("Ada Marsh"), names=["Marsh"])
        make_mention(article, make_organisation("Marsh Institute"))
        assert links_in(article) == [
            ("/organisations/marsh-institute/", "Marsh Institute"),
            ("/people/ada-marsh/", "Marsh"),
        ]

    def test_a_name_two_of_them_share_is_no_link(self):
        article = make_article(text="Marsh met Marsh. Ada Marsh laughed.")
        make_mention(article, make_person("Ada Marsh"), names=["Marsh", "Ada Marsh"])
        make_mention(article, make_person("Bo Marsh"), names=["Marsh"])
        assert links_in(article) == [("/people/ada-marsh/", "Ada Marsh")]

    def test_a_hidden_person_stays_text_and_lends_the_name_to_nobody(self):
        article = make_article(text="Ada Marsh spoke.")
        make_mention(article, make_person("Ada Marsh", visibility="hidden"))
        make_mention(article, make_organisation("Marsh"))
        assert rendered(article) == "<p>Ada Marsh spoke.</p>"

    def test_names_are_words_not_patterns(self):
        article = make_article(text="A.B. and Q+ (Holding) met; AxBx did not.")
        make_mention(article, make_organisation("A.B"), names=["A.B", "", "Q+ (Holding)"])
        assert links_in(article) == [("/organisations/ab/", "A.B")]

    def test_a_name_may_go_on_through_formatting(self):
        article = make_article(body="<p>Ada <em>Marsh</em> spoke.</p>")
        make_mention(article, make_person("Ada Marsh"))
        assert text_of(rendered(article)) == "Ada Marsh spoke."
        assert 'href="/people/ada-marsh/"' in rendered(article)


class TestQuotes:
    def test_each_stretch_is_marked_and_the_first_one_can_be_led_to(self):
        article = make_article(text="“We shall see,” she said. “Or not.”")
        quote = make_quote(article, ["We shall see,", "Or not."])
        assert (
            f'<p>“<mark class="words" id="quote-{quote.pk}">We shall see,</mark>” she said. '
            '“<mark class="words">Or not.</mark>”</p>'
        ) in rendered(article)

    def test_a_note_stands_right_after_the_paragraph_a_quote_begins_in(self):
        article = make_article(text="Nothing said here.\n“We shall see,” said Ada.\nNor here.")
        make_quote(article, "We shall see,", make_person("Ada Marsh"))
        before, _, after = rendered(article).partition('<div class="with-notes">')
        passage, _, rest = after.partition("</div>")
        assert before.strip() == "<p>Nothing said here.</p>"
        assert passage.count("<p>“") == 1
        assert passage.index("</p>") < passage.index('<aside class="said"')
        assert "Ada Marsh" in passage
        assert rest.strip() == "<p>Nor here.</p>"

    def test_two_quotes_of_a_paragraph_share_its_note(self):
        article = make_article(text="“Yes,” said Ada. “No,” said Bo.")
        quotes = [make_quote(article, words) for words in ("Yes,", "No,")]
        html = rendered(article)
        assert html.count("<aside") == 1
        assert all(quote.get_absolute_url() in html for quote in quotes)

    def test_without_links_none_leads_to_a_quotes_page(self):
        quote = make_quote(make_article())
        assert quote.get_absolute_url() in rendered(quote.article)
        assert quote.get_absolute_url() not in rendered(quote.article, links=False)

    def test_a_lost_quote_is_not_marked(self):
        article = make_article(text="Old words.")
        make_quote(article, "Old words.")
        article.body = "<p>Quite other things were told.</p>"
        article.save()
        assert rendered(article) == "<p>Quite other things were told.</p>"

    def test_a_person_named_in_a_quote_is_linked_in_it(self):
        article = make_article(text="“Ada Marsh knows,” he said.")
        make_quote(article, "Ada Marsh knows,")
        make_mention(article, make_person("Ada Marsh"))
        assert '><a href="/people/ada-marsh/">Ada Marsh</a> knows,</mark>' in rendered(article)

    def test_words_that_were_changed_are_no_longer_marked_as_said(self):
        article = make_article(text="First of all.\n“We shall see what comes,” said Ada.\nLast of all.")
        make_quote(article, "We shall see what comes,")
        article.body = article.body.replace("We shall see", "They will not see")
        article.save()
        assert article.quotes.get().anchor_state == "changed"
        assert "<mark" not in rendered(article)

    def test_text_that_looks_like_a_mark_is_text(self):
        article = make_article(text='Say this.\nOne writes <mark class="words" id="quote-77"> for it.')
        quote = make_quote(article, "Say this.", pk=77)
        assert rendering.opening(quote) == '<mark class="words" id="quote-77">'
        assert rendered(article).count("<aside") == 1

    def test_a_list_or_quotation_keeps_its_note_outside(self):
        article = make_article(body="<ul><li>“Yes,” said Ada.</li><li>Others left.</li></ul><hr><p>End.</p>")
        make_quote(article, "Yes,")
        html = rendered(article)
        assert html.index("</ul>") < html.index("<aside") < html.index("<hr>") < html.index("<p>End.</p>")


class TestPassage:
    def test_is_the_paragraph_with_the_words_marked(self):
        article = make_article(text="Before.\n“1 < 2,” she said. “Or not.”\nAfter.")
        quote = make_quote(article, ["1 < 2,", "Or not."])
        assert rendering.passage(quote) == "<p>“<mark>1 &lt; 2,</mark>” she said. “<mark>Or not.</mark>”</p>"

    def test_of_several_paragraphs_are_those_it_stands_in(self):
        article = make_article(text="“One.\nBetween.\n“Two.”")
        quote = make_quote(article, ["One.", "Two."])
        assert rendering.passage(quote) == "<p>“<mark>One.</mark></p><p>“<mark>Two.</mark>”</p>"

    def test_a_lost_quote_has_none(self):
        article = make_article(text="Old words.")
        quote = make_quote(article, "Old words.")
        quote.find_again("Quite other things were told.")
        assert rendering.passage(quote) == ""


LETTERS = st.text(alphabet="abAB <&\"'é’-.“”\n", max_size=60)
NAMES = st.lists(st.text(alphabet="abAB é’-.", min_size=1, max_size=4), max_size=4)


class TestAnyText(TestCase):
    @given(LETTERS, st.lists(NAMES, max_size=3))
    def test_links_change_no_word_and_each_name_has_at_most_one(self, text, names):
        article = Article(body=paragraphs(text))
        article.body_text = text_of(article.body)
        mentions = [Mention(pk=number, names=some) for number, some in enumerate(names)]
        for mention in mentions:
            mention.person, mention.person_shown, mention.organisation_shown = make_unsaved(mention.pk), True, False
        html = rendering.body(article, [], rendering.first_namings(article, mentions))
        assert text_of(html) == article.body_text
        assert all(html.count(f'href="/people/p{mention.pk}/"') <= 1 for mention in mentions)


def make_unsaved(number):
    return Mention.person.field.related_model(pk=number + 1, name=f"P{number}", slug=f"p{number}")
