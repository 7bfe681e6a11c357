from types import SimpleNamespace

from articles.text.findings import Reading
from articles.text.reading import read
from articles.text.second_opinion import AGREES, DOUBTS, HEARS_ANOTHER, LONGEST, SEEN, with_second_opinion


class Document(list):
    """Tokens with entities, as a model gives them."""

    ents = ()


def model(*named, subjects=()):
    """A stand-in that labels the given words wherever they stand, and knows the subjects of some verbs."""

    def seen(text):
        document = Document(_subject(text, words, verb) for words, verb in subjects)
        document.ents = [
            SimpleNamespace(start_char=place, end_char=place + len(words), label_=label)
            for words, label in named
            for place in range(len(text))
            if text.startswith(words, place)
        ]
        return document

    return seen


def _subject(text, words, verb):
    head = SimpleNamespace(idx=text.index(verb))
    return SimpleNamespace(text=words, idx=text.index(words), dep_="nsubj", head=head)


def asked(text, *named, subjects=()):
    return with_second_opinion(read(text), text, model(*named, subjects=subjects))


def test_names_that_only_the_model_sees_are_doubtful():
    text = "Critics of Xola Mbe met at Vantory on Monday. Xola Mbe’s friends came."

    found = asked(text, ("Xola Mbe’s", "PERSON"), ("Xola Mbe", "PERSON"), ("Vantory", "ORG"), ("Monday", "DATE"))

    person = next(one for one in found.people if one.name == "Xola Mbe")
    assert (person.tier, person.rule) == ("C", SEEN)
    assert [text[start:end] for start, end in person.mentions] == ["Xola Mbe", "Xola Mbe"]
    assert [(body.name, body.tier) for body in found.organisations] == [("Vantory", "C")]


def test_what_the_rules_found_is_not_found_again():
    text = "Mayor Jane Roe spoke."

    assert asked(text, ("Jane Roe", "PERSON"), ("Mayor Jane", "ORG")) == read(text)


def test_one_word_or_a_headline_names_nobody():
    text = "Critics of Xola came.\nXOLA MBE CALLS FOR CALM IN THE CITY\nThey left."

    assert asked(text, ("Xola", "PERSON"), ("XOLA MBE", "PERSON")).people == ()


def test_the_model_agrees_or_doubts_a_name_of_tier_b():
    text = "The road is named for Jane Voss."

    def judged(label):
        (person,) = asked(text, ("Jane Voss", label)).people
        return person.tier, person.rule.split("; ")[1]

    assert judged("PERSON") == ("B", AGREES)
    assert judged("ORG") == ("C", DOUBTS)
    assert asked(text).people == read(text).people


def test_the_model_says_whom_it_hears_in_a_quotation_of_tier_b():
    text = "The road, Jane Roe told the friends of John Doe, “is a mess” again."
    assert read(text).quotes[0].tier == "B"

    assert asked(text, subjects=[("Roe", "told")]).quotes[0].rule.endswith(AGREES)
    assert asked(text, subjects=[("Doe", "told")]).quotes[0].rule.endswith(HEARS_ANOTHER)


def test_a_very_long_text_goes_without():
    assert with_second_opinion(Reading(), "a" * (LONGEST + 1), None) == Reading()
