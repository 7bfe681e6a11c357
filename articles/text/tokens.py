"""Cuts a paragraph into sentences of tagged words; a stretch between quotation marks is one token."""

import re

from articles.text import words as w
from articles.text.lists import listed
from articles.text.marks import Stretch, ends_sentence
from articles.text.verbs import CUE_FORMS, PHRASAL, STRONG

_LETTER = r"[\w\u0300-\u036f\u200b-\u200d]"
_TOKEN = re.compile(
    r"\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|%)?(?![^\W\d_])"
    rf"|[@#]?[^\W_]{_LETTER}*(?:(?:['’](?!(?:s|re|ve|ll|d|m)(?![^\W_]))|[.‑&/-])[^\W_]{_LETTER}*)*"
    r"|['’](?:s|re|ve|ll|d|m)(?![^\W_])"
    r"|\.{2,}|--+|\S"
)
LONGEST_SENTENCE = 250  # words; what is longer is cut, so that the work stays in proportion to the text
_SPEECH_ENDS = {".", "!", "?", "…"}


class Token:
    """One word or sign: text[start:end], its lower-case form and the part it plays."""

    __slots__ = ("end", "low", "start", "stretch", "tag", "text")

    def __init__(self, start: int, end: int, text: str, tag: str = "", stretch: Stretch | None = None):
        self.start = start
        self.end = end
        self.text = text
        self.low = text.lower()
        self.tag = tag
        self.stretch = stretch

    def __repr__(self):
        return f"{self.text}/{self.tag}"


def sentences(text: str, start: int, end: int, stretches: list[Stretch], names: set[str]) -> list[list[Token]]:
    """The sentences of one paragraph, tagged; names are words the text writes with a capital amid a sentence."""
    result = []
    for sentence in _split(_lex(text, start, end, stretches), text):
        _tag(sentence, names)
        result.append(sentence)
    return result


def _lex(text: str, start: int, end: int, stretches: list[Stretch]) -> list[Token]:
    """The words of a paragraph, an abbreviation with its full stop, and its stretches between marks."""
    tokens: list[Token] = []
    for stretch in [*stretches, None]:
        stop = stretch.outer_start if stretch else end
        for match in _TOKEN.finditer(text, start, stop):
            word = match.group()
            if word == "." and tokens and tokens[-1].end == match.start() and _is_abbreviation(tokens[-1], text):
                tokens[-1].end += 1
                tokens[-1].text += "."
                tokens[-1].low += "."
            else:
                tokens.append(Token(match.start(), match.end(), word))
        if stretch:
            tokens += _quoted(text, stretch)
            start = stretch.outer_end
    return tokens


def _quoted(text: str, stretch: Stretch) -> list[Token]:
    """A stretch between marks as one token: words spoken, or a name with the sign that ends the sentence."""
    if not stretch.is_name:
        return [Token(stretch.outer_start, stretch.outer_end, "“”", w.QUOTE, stretch)]
    last = text[stretch.end - 1]
    end = stretch.end - 1 if last in ",." and stretch.end - stretch.start > 1 else stretch.end
    name = Token(stretch.start, end, text[stretch.start : end], w.NAME)
    return [name] if end == stretch.end else [name, Token(end, stretch.end, last)]


def _is_abbreviation(token: Token, text: str) -> bool:
    low = token.low
    if low in w.ABBREVIATIONS:
        return True
    if len(low) == 1 and token.text.isupper():  # an initial, unless it ends the sentence: a post on X.
        name = _NEXT_NAME.match(text, token.end + 1)
        return name is not None and name.group(1) not in _OPENERS
    return len(low) <= 7 and bool(_INITIALS.fullmatch(low))


_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]|(?:[^\W\d_]-[^\W\d_]+)")
_NEXT_NAME = re.compile(r"\s?([^\W\d_a-z][\w’']*)")
_RARELY_BEFORE_NAMES = {
    "inc.",
    "corp.",
    "ltd.",
    "etc.",
    "a.m.",
    "p.m.",
    "co.",
    "jr.",
    "sr.",
    "d.c.",
    "u.s.",
    "u.n.",
    "u.k.",
}


def _split(tokens: list[Token], text: str) -> list[list[Token]]:
    """Sentences: a full stop ends one when a capital, a mark, a number or nothing follows."""
    result: list[list[Token]] = []
    begin = 0
    for place, token in enumerate(tokens):
        if place + 1 < len(tokens) and place - begin < LONGEST_SENTENCE and not _ends(token, tokens, place, text):
            continue
        result.append(tokens[begin : place + 1])
        begin = place + 1
    return result


def _ends(token: Token, tokens: list[Token], place: int, text: str) -> bool:
    following = tokens[place + 1]
    if token.tag == w.QUOTE:
        if not ends_sentence(text, token.stretch):
            return False
        if following.tag != w.QUOTE and not following.text[0].isupper():
            return False
        full_stop = token.stretch.last_letter(text) in {".", "…"}
        return not _names_speaker(tokens, place + 1, full_stop)
    if token.text in _SPEECH_ENDS or token.text.startswith(".."):
        if following.text in ")]’'”\"":
            return False
        return following.tag == w.QUOTE or (
            not following.text[0].islower() and following.text not in {",", ";", ".", "!", "?"}
        )
    if token.text in {")", "]", "’", "'", "”"} and place and tokens[place - 1].text in _SPEECH_ENDS:
        return following.tag == w.QUOTE or following.text[0].isupper()
    if token.low in _RARELY_BEFORE_NAMES:
        return following.text in _OPENERS or (following.tag == w.QUOTE and token.low in {"a.m.", "p.m."})
    return False


_OPENERS = listed("The He She They It In On At But And That This A An His Her Their We As After When While")


def _names_speaker(tokens: list[Token], place: int, full_stop: bool) -> bool:
    """Whether a subject and a verb of saying follow: “Why?” Jane Roe asked. After a full stop they must be all."""
    for number, token in enumerate(tokens[place : place + 7], place):
        if token.tag == w.QUOTE or token.text in ".:;!?":
            return False
        if number > place and _says(tokens, number):
            return not full_stop or number + 1 == len(tokens) or tokens[number + 1].text in {".", ","}
        small = token.text[0].islower() and w.LEXICON.get(token.low) not in _INSIDE_SUBJECT and token.low not in _LINKS
        if small and w.by_ending(token.low) != w.ADVERB and not _is_person_noun(token.low):
            return False
    return False


def _says(tokens: list[Token], place: int) -> bool:
    """Whether a word is a plain verb of saying, or with the next one: went on, shot back."""
    low = tokens[place].low
    if CUE_FORMS.get(low) in STRONG:
        return not low.endswith("ing")
    return place + 1 < len(tokens) and f"{low} {tokens[place + 1].low}" in PHRASAL


_INSIDE_SUBJECT = {w.ADVERB, w.AUXILIARY, w.ADJECTIVE, w.DETERMINER}
_LINKS = {"of", "de", "van", "von", "bin", "al", "la", "der", "el", "and", "’s", "'s", "for", "di", "da", "del"}
_PERSON_ENDINGS = (
    "man",
    "woman",
    "er",
    "or",
    "ist",
    "ian",
    "ant",
    "ent",
    "chief",
    "nominee",
    "aide",
    "official",
    "officials",
)


def _is_person_noun(low: str) -> bool:
    return low.endswith(_PERSON_ENDINGS)


def _tag(tokens: list[Token], names: set[str]) -> None:
    """Gives each word of a sentence the part it plays there."""
    before = None
    for place, token in enumerate(tokens):
        if not token.tag:
            following = tokens[place + 1] if place + 1 < len(tokens) else None
            token.tag = _part(token, before, following, names)
        before = token


def _part(token: Token, before: Token | None, following: Token | None, names: set[str]) -> str:
    first = token.text[0]
    if not (first.isalnum() or first in "@#"):
        if token.low in {"’s", "'s"}:
            return (
                w.AUXILIARY
                if (before and before.tag in {w.PRONOUN, w.RELATIVE})
                or (before and before.low in {"that", "there", "here"})
                else w.POSSESSIVE
            )
        if (
            token.text in {"’", "'"}
            and before
            and before.low.endswith("s")
            and following
            and following.text[0].isalnum()
        ):
            return w.POSSESSIVE
        return w.LEXICON.get(token.low, w.PUNCTUATION)
    if first.isdigit():
        return w.NUMBER
    listed = w.LEXICON.get(token.low)
    if first.isupper():
        return _part_of_capital(token, before, following, listed, names)
    if first == "@" or ("-" in token.text and token.text.split("-")[-1][:1].isupper()):  # al-Amr
        return w.NAME
    if token.low == "that" and before is not None and before.tag == w.PREPOSITION:
        return w.DETERMINER
    if listed is None:
        return _in_context(w.by_ending(token.low), token, before, following)
    return _in_context(listed, token, before, following)


_NEVER_NAMES = {w.DETERMINER, w.PREPOSITION, w.CONJUNCTION, w.SUBORDINATOR, w.RELATIVE, w.TO}
_CLOSED = {w.DETERMINER, w.PREPOSITION, w.SUBORDINATOR, w.CONJUNCTION, w.PRONOUN, w.AUXILIARY, w.TO, w.RELATIVE}


def _part_of_capital(
    token: Token, before: Token | None, following: Token | None, listed: str | None, names: set[str]
) -> str:
    short = token.low.rstrip(".") in w.MONTH_SHORTS
    if token.low in w.DATES or (short and (token.low[-1] == "." or (following and following.text[0].isdigit()))):
        return w.DATE
    opens = (
        before is None or before.tag == w.QUOTE or (before.tag == w.PUNCTUATION and before.text not in {",", "(", "-"})
    )
    if listed == w.PRONOUN and (opens or token.text == "I"):
        return w.PRONOUN
    if not opens:
        return listed if listed in _NEVER_NAMES else w.NAME
    if listed in _CLOSED:
        return listed
    if token.low in names:
        return w.NAME
    if listed is not None:
        return _in_context(listed, token, before, following)
    ending = w.by_ending(token.low)
    if ending == w.NOUN or (following is not None and following.text[0].isupper() and following.low not in w.LEXICON):
        return w.NAME
    return ending


_STANDS_ALONE = listed("many some both most all another others few several two three four five those these each")
_NOMINAL_BEFORE = {w.DETERMINER, w.ADJECTIVE, w.POSSESSIVE, w.NUMBER, w.PREPOSITION}


def _in_context(tag: str, token: Token, before: Token | None, following: Token | None) -> str:
    """A verb's form after a determiner is a noun or an adjective; a plain form needs a subject that can have it."""
    low = token.low
    if following is not None and f"{low} {following.low}" in PHRASAL:
        return w.CUE
    if before is None or tag not in {w.CUE, w.VERB}:
        return tag
    if before.tag == w.CUE and low.endswith("ed") and tag == w.VERB:  # said retired surgeon Jane Roe
        return w.ADJECTIVE
    if before.tag == w.PREPOSITION and low.endswith("ed") and following is not None and following.text[0].islower():
        return w.ADJECTIVE  # of registered voters
    nominal = before.tag in _NOMINAL_BEFORE
    if before.tag == w.DETERMINER and before.low in _STANDS_ALONE and low not in {"called", "proposed"}:
        nominal = False
    if before.tag in {w.PREPOSITION, w.NUMBER}:
        nominal = not low.endswith(("ing", "ed")) and CUE_FORMS.get(low) != "say" and before.tag == w.PREPOSITION
    if before.tag == w.ADJECTIVE and low in {"said", "says", "told", "wrote"}:
        nominal = False
    if nominal:
        return w.ADJECTIVE if low.endswith("ed") else w.NOUN
    if tag == w.CUE and CUE_FORMS[low] == low and low not in {"say", "put", "cast", "read", "spread", "tell"}:
        plural = before.tag in {
            w.TO,
            w.AUXILIARY,
            w.PRONOUN,
            w.RELATIVE,
            w.ADVERB,
            w.CONJUNCTION,
        } or before.low.endswith("s")
        return tag if plural else w.NOUN
    return tag
