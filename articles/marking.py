"""A passage an editor selected becomes a suggestion of its own: a quote, a person or an organisation."""

from dataclasses import replace

from articles.quoting import MARKS
from articles.settling import NotSettled
from articles.suggestions import Suggestion
from articles.text import anchors
from articles.text.findings import NamedOrganisation, NamedPerson, Quotation, Span
from articles.text.names import PERSON
from articles.text.plain import BLANK
from people.models import Organisation, Person
from people.names import fold

RULE = "marked by an editor"
LONGEST_NAME = 200
MOST_NAMESAKES = 20


def passage(article, first, last):
    """The Span of the article's plain text between its visible characters number `first` and `last`, without marks.

    Only characters other than white space are counted, so that a browser, which shows white space in its own way,
    counts the same. Raises NotSettled when no word stands there.
    """
    text = article.body_text
    places = [place for place, letter in enumerate(text) if letter not in BLANK]
    if not 0 <= first < last <= len(places):
        raise NotSettled("Select some words of the text first.")
    start, end = places[first], places[last - 1] + 1
    words = text[start:end]
    start += len(words) - len(words.lstrip(MARKS + BLANK))
    end -= len(words) - len(words.rstrip(MARKS + BLANK))
    if start >= end:
        raise NotSettled("There are no words in what is selected.")
    return Span(start, end)


def marked(article, suggestions, kind, span):
    """(Suggestions with the passage among them, its key); a passage that is offered already keeps its own.

    Raises NotSettled for a name that is none.
    """
    words = article.body_text[span.start : span.end]
    if kind == "quote":
        one = _quote(article.body_text, span, words)
    else:
        one = _name(article.body_text, kind, " ".join(words.split()))
    known = {each.key for each in suggestions.all()}
    if one.key in known:
        return suggestions, one.key
    group = {"quote": "quotes", "person": "people", "organisation": "organisations"}[kind]
    return replace(suggestions, **{group: [*getattr(suggestions, group), one]}), one.key


def _quote(text, span, words):
    in_marks = text[max(0, span.start - 1) : span.start] in set(MARKS)
    found = Quotation("direct" if in_marks else "indirect", "A", (span,), None, None, None, None, RULE)
    return Suggestion(f"quote:{span.start}", found, (words,), "A", RULE)


def _name(text, kind, words):
    if len(words) > LONGEST_NAME:
        raise NotSettled(f"A name has at most {LONGEST_NAME} characters; this has {len(words)}.")
    model, record = (Person, NamedPerson) if kind == PERSON else (Organisation, NamedOrganisation)
    places = tuple(Span(*place) for place in anchors.places(text, words))
    details = {"roles": ()} if kind == PERSON else {}
    found = record(name=words, key=None, candidates=(), mentions=places, tier="A", rule=RULE, **details)
    known = model.objects.filter(folded=fold(words)) | model.objects.filter(other_names__folded=fold(words))
    alike = tuple(known.distinct()[:MOST_NAMESAKES])
    noun = alike[0] if len(alike) == 1 else None
    written = tuple(dict.fromkeys(text[place.start : place.end] for place in places)) or (words,)
    return Suggestion(f"{kind}:{words}", found, written, "A", RULE, noun, () if noun else alike)
