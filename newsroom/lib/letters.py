"""Letters reduced to their plain form: what slugs, search and the comparing of names build on."""

import unicodedata
from functools import lru_cache

# Latin letters that Unicode does not decompose, and what readers type in their place.
PLAIN_LETTERS = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ɖ": "d",
    "ɗ": "d",
    "þ": "th",
    "ł": "l",
    "ı": "i",
    "ȷ": "j",
    "ħ": "h",
    "ŋ": "n",
    "ɲ": "n",
    "ŧ": "t",
    "ĸ": "k",
    "ƙ": "k",
    "ɓ": "b",
    "ǥ": "g",
    "ɣ": "g",
    "ə": "e",
    "ǝ": "e",
    "ɛ": "e",
    "ɔ": "o",
    "ƴ": "y",
    "ƶ": "z",
}

APOSTROPHES = "'`´‘’‛′‵ʹʻʼʽˈˊˋ΄՚׳᾽᾿`´῾ꞌ＇｀"

# These show nothing either, beside the format characters (category Cf: zero width, soft hyphen, byte order mark,
# direction): a joiner, fillers, the stretch of Arabic letters.
BLANKS = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u0640"

_APOSTROPHES_OUT = dict.fromkeys(map(ord, APOSTROPHES))


def without_apostrophes(text: str) -> str:
    """The text without any character that stands for an apostrophe: "O’Neill" -> "ONeill"."""
    return text.translate(_APOSTROPHES_OUT)


@lru_cache(maxsize=4096)
def is_invisible(char: str) -> bool:
    """Whether a character leaves no trace on the page; spaces and line ends are not meant."""
    category = unicodedata.category(char)
    if category in ("Cf", "Cs") or char in BLANKS:
        return True
    if category == "Cc":
        return not char.isspace()
    return category == "Mn" and "VARIATION SELECTOR" in unicodedata.name(char)


@lru_cache(maxsize=4096)
def is_accent(char: str) -> bool:
    """Whether a combining mark only colours its letter.

    The marks that make another sound of it (vowel signs of India, Thailand and Tibet, the voicing of kana) are none.
    """
    place = unicodedata.combining(char)
    return place == 1 or 10 <= place <= 36 or place >= 200


def plain(text: str, accents_of_all_scripts: bool = False) -> str:
    """The text in small letters, full-width forms made ordinary, Latin without accents, nothing invisible.

    Other scripts keep their accents ("й" stays) unless `accents_of_all_scripts` is set. The answer is in NFC.
    """
    letters = []
    latin = False
    for char in unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).lower()):
        if is_invisible(char):
            continue
        if is_accent(char):
            if latin or accents_of_all_scripts:
                continue
        else:
            latin = char < "\u0370"
        letters.append(PLAIN_LETTERS.get(char, char))
    return unicodedata.normalize("NFC", "".join(letters))
