"""Cuts the tokens of a paragraph into sentences."""

from articles.text.english import words as w
from articles.text.english.verbs import CUE_FORMS, PHRASAL, STRONG
from articles.text.marks import ends_sentence
from articles.text.tokens import OPENERS, Token

LONGEST_SENTENCE = 250  # words; what is longer is cut, so that the work stays in proportion to the text
_LONGEST_DESCRIPTION = 18  # words
_SPEECH_ENDS = {".", "!", "?", "…"}
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


def split(tokens: list[Token], text: str) -> list[list[Token]]:
    """Sentences: a full stop ends one when a capital, a mark, a number or nothing follows."""
    signs = [place for place, token in enumerate(tokens[:-1]) if not token.word.ends_in_letter]
    result: list[list[Token]] = []
    begin = 0
    for end in [*(place + 1 for place in signs if _ends(tokens[place], tokens, place, text)), len(tokens)]:
        while end - begin > LONGEST_SENTENCE:
            result.append(tokens[begin : begin + LONGEST_SENTENCE])
            begin += LONGEST_SENTENCE
        if begin < end:
            result.append(tokens[begin:end])
        begin = end
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
        return following.text in OPENERS or (following.tag == w.QUOTE and token.low in {"a.m.", "p.m."})
    return False


def _names_speaker(tokens: list[Token], place: int, full_stop: bool) -> bool:
    """Whether a subject and a verb of saying follow: “Why?” Jane Roe asked. After a full stop they must be all."""
    for number, token in enumerate(tokens[place : place + 7], place):
        if token.tag == w.QUOTE or token.text in ".:;!?":
            return False
        if token.text == "," and number > place:
            return _says_past_description(tokens, number) and not full_stop
        if number > place and _says(tokens, number):
            return not full_stop or number + 1 == len(tokens) or tokens[number + 1].text in {".", ","}
        small = token.text[0].islower() and token.word.listed not in _INSIDE_SUBJECT and token.low not in _LINKS
        if small and token.word.ending != w.ADVERB and not _is_person_noun(token.low):
            return False
    return False


def _says_past_description(tokens: list[Token], comma: int) -> bool:
    """“Why?” Jane Roe, a driver from Springfield, asked: a verb of saying behind the next comma."""
    for place in range(comma + 1, min(comma + _LONGEST_DESCRIPTION, len(tokens) - 1)):
        if tokens[place].text == ",":
            return _says(tokens, place + 1)
        if tokens[place].tag == w.QUOTE or tokens[place].text in ".:;!?":
            return False
    return False


def _says(tokens: list[Token], place: int) -> bool:
    """Whether a word is a plain verb of saying, or with the next one: went on, shot back."""
    low = tokens[place].low
    if low in CUE_FORMS and not low.endswith("ing"):
        ends = place + 1 == len(tokens) or tokens[place + 1].text in {".", ","}
        return ends or CUE_FORMS[low] in STRONG
    return place + 1 < len(tokens) and f"{low} {tokens[place + 1].low}" in PHRASAL


def _is_person_noun(low: str) -> bool:
    return low.endswith(_PERSON_ENDINGS)
