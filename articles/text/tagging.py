"""Tells the part each word plays in its sentence: name, noun, verb of saying and the rest."""

from articles.text.english import words as w
from articles.text.english.lists import listed
from articles.text.english.verbs import CUE_FORMS, PHRASAL
from articles.text.tokens import Token

_NEVER_NAMES = {w.DETERMINER, w.PREPOSITION, w.CONJUNCTION, w.SUBORDINATOR, w.RELATIVE, w.TO}
_CLOSED = {w.DETERMINER, w.PREPOSITION, w.SUBORDINATOR, w.CONJUNCTION, w.PRONOUN, w.AUXILIARY, w.TO, w.RELATIVE}
_PHRASAL_FIRST = {pair.split()[0] for pair in PHRASAL}
_VERBS = {w.CUE, w.VERB}
_BEFORE_VERB = listed("will would could should can may might must shall do does did don't doesn't didn't won't can't")
_BEFORE_VERB |= listed("he she they we i")
_DATES = w.DATES | {f"{month}." for month in w.MONTH_SHORTS}
_MAY_NAME = {w.AUXILIARY, w.PREPOSITION}  # May said
_SAID = listed("said says told asked added wrote replied")
_STANDS_ALONE = listed("many some both most all another others few several two three four five those these each")
_CURRENCIES = {"$", "£", "€", "¥"}
_PLURAL_BEFORE = {w.TO, w.AUXILIARY, w.PRONOUN, w.RELATIVE, w.ADVERB, w.CONJUNCTION}
_NOMINAL_BEFORE = {w.DETERMINER, w.ADJECTIVE, w.POSSESSIVE, w.NUMBER, w.PREPOSITION}


def tag(tokens: list[Token], names: set[str]) -> None:
    """Gives each word of a sentence the part it plays there, where its spelling does not settle it."""
    before = None
    for place, token in enumerate(tokens):
        if not token.tag:
            following = tokens[place + 1] if place + 1 < len(tokens) else None
            token.tag = _part(token, before, following, names)
        before = token


def _part(token: Token, before: Token | None, following: Token | None, names: set[str]) -> str:
    word = token.word
    if word.is_sign:
        return _part_of_sign(token, before, following)
    if word.is_capital:
        return _part_of_capital(token, before, following, names)
    listed = word.listed
    if listed is None:
        if word.text[0] == "@" or ("-" in word.text and word.text.split("-")[-1][:1].isupper()):  # al-Amr
            return w.NAME
        return _in_context(word.ending, token, before, following)
    if before is not None:
        if word.low in {"both", "all"} and before.tag in {w.NAME, w.NOUN}:
            return w.ADVERB
        if word.low == "that" and before.tag == w.PREPOSITION:
            return w.DETERMINER
        if listed == w.PREPOSITION and before.low in {"the", "a"}:  # in the past
            return w.NOUN
    return _in_context(listed, token, before, following)


def _part_of_sign(token: Token, before: Token | None, following: Token | None) -> str:
    if token.low in {"’s", "'s"}:
        is_verb = before and (before.tag in {w.PRONOUN, w.RELATIVE} or before.low in {"that", "there", "here"})
        return w.AUXILIARY if is_verb else w.POSSESSIVE
    owns = token.text in {"’", "'"} and before and before.low.endswith("s")
    if owns and following and following.text[0].isalnum():
        return w.POSSESSIVE
    return w.NUMBER if token.text in _CURRENCIES else token.word.listed or w.PUNCTUATION


def _part_of_capital(token: Token, before: Token | None, following: Token | None, names: set[str]) -> str:
    listed = token.word.listed
    if token.low in _DATES or (token.low in w.MONTH_SHORTS and following and following.text[0].isdigit()):
        return w.DATE
    opens = (
        before is None or before.tag == w.QUOTE or (before.tag == w.PUNCTUATION and before.text not in {",", "(", "-"})
    )
    if listed == w.PRONOUN and (opens or token.text == "I"):
        return w.PRONOUN
    if not opens:
        return listed if listed in _NEVER_NAMES else w.NAME
    if listed in _CLOSED:
        return w.NAME if listed in _MAY_NAME and following is not None and following.low in _SAID else listed
    if token.low in names:
        return w.NAME
    if listed is not None:
        return _in_context(listed, token, before, following)
    ending = token.word.ending
    if ending == w.NOUN or (following is not None and following.word.is_capital and not following.word.listed):
        return w.NAME
    return ending


def _in_context(tag: str, token: Token, before: Token | None, following: Token | None) -> str:
    """A verb's form after a determiner is a noun or an adjective; a plain form needs a subject that can have it."""
    low = token.low
    if low in _PHRASAL_FIRST and following is not None and f"{low} {following.low}" in PHRASAL:
        return w.CUE
    if before is None:
        return tag
    if tag not in _VERBS:
        return w.VERB if tag == w.NOUN and before.low in _BEFORE_VERB else tag
    if before.tag == w.CUE and low.endswith("ed") and tag == w.VERB:  # said retired surgeon Jane Roe
        return w.ADJECTIVE
    if before.tag == w.PREPOSITION and low.endswith("ed") and following is not None and following.text[0].islower():
        return w.ADJECTIVE  # of registered voters
    if before.tag == w.NUMBER and tag == w.VERB and low.endswith(("ing", "ed")):  # one sweeping question
        return w.ADJECTIVE
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
        plural = before.tag in _PLURAL_BEFORE or before.low.endswith("s")
        if before.tag == w.NUMBER:  # the two write.
            plural = following is None or following.tag == w.QUOTE or following.text in {".", ",", ":"}
        return tag if plural else w.NOUN
    return tag
