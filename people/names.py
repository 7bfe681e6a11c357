"""Names of people as text: folded for comparing, turned round for sorting, varied for finding them in a text."""

import re
import unicodedata

from newsroom.lib.letters import plain, without_apostrophes


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Joined to the family name that follows: "van der Berg", "de la Cruz", "Ó Brádaigh", "bin Salman". Compared folded.
PARTICLES = _words(
    """
    a abu af al ap av bar bat ben bin bint da dal dalla das de degli dei del dela dell della delle den der des di do
    dos du el ferch fitz ibn la las le les lo los mac mc ni nic o op os ould st t te ten ter ua ui uit um van ver
    vom von zu zum zur
    """
)
# Between two family names, in small letters only: "Ortega y Gasset", "Puig i Cadafalch", "Lord Steel of Aikwood".
JOINERS = _words("y e i of")
SUFFIXES = _words(
    """
    jr jnr junior sr snr senior ii iii iv v vi vii viii esq phd md qc kc mp msp mep obe mbe cbe
    """
)
# Sovereigns and clergy go by this word and a given name; nothing is turned round.
STYLES = _words(
    """
    king queen prince princess pope emperor empress patriarch sultan emir saint
    """
)

# Family names that commonly stand first in the English press when what follows is a given name of the same language.
FIRST_FAMILY_NAMES = _words(
    """
    ahn bai bak ban cao cha chai chan chang chen cheng cheung chiang cho choe choi chow chu chun chung cui dai deng
    ding dinh do dong du duan duong fan fang feng fu gao gong gu guo ha han hao he ho hong hou hu hua huang hun
    huynh hwang jang jeon jeong ji jia jiang jin jo joo ju jung kang kim ko kong koo kwon lai lam lau le lee lei
    leung li lian liang liao lim lin ling liu long lu luo luong ly ma mai mao meng mo moon na nam ngo nguyen nie noh
    oh ong paik pak pan park peng pham phan qi qian qin qiu ren rhee roh ryu shao shen shi shin sim sin so son song
    su suh sun tan tang tao teo tian to tran trinh tsai tse vo vu vuong wan wang wei wen won wong woo wu xi xia
    xiang xiao xie xing xiong xu xue yan yang yao ye yeo yi yim yin yon yoo yoon you yu yuan yun zeng zhang zhao
    zheng zhou zhu zhuo zou
    """
)
_PINYIN = re.compile(
    r"(?:(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?"
    r"(?:iang|iong|uang|ang|eng|ong|iao|ian|ing|uai|uan|ai|ei|ao|ou|an|en|ia|ie|iu|in|ua|uo|ui|un|ue|a|o|e|i|u)){1,2}"
)
_SYLLABLE = re.compile(r"(?:[tckpsgn]h|kk|tr|qu|[bcdghjklmnprstvxyz])?[aeiouyw]{1,3}(?:ng|nh|ch|[cklmnpth])?")

_HYPHENS = re.compile(r"[-\u058a\u05be\u1400\u2010-\u2015\u2212\u2e3a\u2e3b\u30a0\u30fb\ufe58\ufe63\uff0d\uff65]")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)+|[A-Z]")


def fold(text: str) -> str:
    """The form in which names and other texts are compared; folding it again changes nothing.

    Case, accents, apostrophes, hyphens, full-width forms, invisible characters and the number of spaces make no
    difference; letters that only look alike ("Pаul" with a Cyrillic "а") still do.
    """
    bare = _HYPHENS.sub(" ", without_apostrophes(text))
    folded = plain(unicodedata.normalize("NFKD", bare).casefold(), accents_of_all_scripts=True)
    return " ".join(_HYPHENS.sub(" ", without_apostrophes(folded)).split())


def sort_name(name: str) -> str:
    """A suggestion for the name as a sorted list prints it: "Volodymyr Zelensky" -> "Zelensky, Volodymyr".

    Kept as they are: names of one word, names not in Latin letters, family names that already stand first.
    """
    given, family, suffix = _parts(name)
    return ", ".join(part for part in (family, given, suffix) if part)


def sort_key(sort_name: str) -> str:
    """What a list is ordered by, character for character: letters and digits in folded form, punctuation left out.

    Two spaces stand for a comma, so that every "Smith, …" comes before "Smith Jones, …".
    """
    parts = (" ".join(re.sub(r"[\W_]+", " ", fold(part)).split()) for part in sort_name.split(","))
    return "  ".join(part for part in parts if part) or fold(sort_name)


def initial(sort_name: str) -> str:
    """The heading of the A–Z list: a capital, in Latin script without its accent; "#" for a digit or no letter."""
    first = next((char for char in plain(without_apostrophes(sort_name)) if char.isalnum()), "#")
    return first.title()[0] if first.isalpha() else "#"


def mixed_scripts(name: str) -> bool:
    """Whether one word mixes Latin with Greek or Cyrillic letters: one of them may only look like what it should be."""
    return any(len(_scripts(word) & {"LATIN", "GREEK", "CYRILLIC"}) > 1 for word in fold(name).split())


def _parts(name: str) -> tuple[str, str, str]:
    """(given names, family name, suffix) as written; a name that is not to be turned round is all family name."""
    words, suffix = _without_suffix(name.split())
    stays = ("", " ".join(name.split()), "")
    if len(words) < 2 or any("," in word for word in words) or not _is_latin(name):
        return stays
    if _has_no_family_name(words) or family_name_first(words):
        return stays
    start = _family_start(words)
    return " ".join(words[:start]), " ".join(words[start:]), suffix


def _without_suffix(words: list[str]) -> tuple[list[str], str]:
    """The words before "Jr.", "III" and the like, and these."""
    end = len(words)
    while end > 1 and re.sub(r"[.,]", "", fold(words[end - 1])) in SUFFIXES:
        end -= 1
    if end == len(words):
        return words, ""
    kept = [*words[: end - 1], words[end - 1].rstrip(",")]
    return kept, " ".join(words[end:])


def _has_no_family_name(words: list[str]) -> bool:
    """Whether it reads like "Pope Francis", "Catherine of Aragon" or "bell hooks", which are not turned round."""
    return words[0][0].islower() or words[1] == "of" or (len(words) == 2 and fold(words[0]) in STYLES)


def _family_start(words: list[str]) -> int:
    """The index at which the family name begins; at least one given name is left before it."""
    start = len(words) - 1
    while start > 1:
        if fold(words[start - 1]).rstrip(".") in PARTICLES and not _INITIAL.fullmatch(words[start - 1]):
            start -= 1
        elif words[start - 1] in JOINERS and start > 2:
            start -= 2
        else:
            break
    return start


def family_name_first(words: list[str]) -> bool:
    """Whether it reads like "Xi Jinping", "Kim Jong Un", "Moon Jae-in", "Nguyen Phu Trong"."""
    family, *given = words
    if fold(family) not in FIRST_FAMILY_NAMES:
        return False
    syllables = fold(" ".join(given)).split()
    if len(syllables) == 1:
        return bool(_PINYIN.fullmatch(syllables[0]))
    return len(syllables) == 2 and all(_SYLLABLE.fullmatch(part) for part in syllables)


def _is_latin(name: str) -> bool:
    return _scripts(name) == {"LATIN"}


def _scripts(text: str) -> set[str]:
    """The scripts of its letters, by the first word of their Unicode names."""
    return {
        unicodedata.name(char, "?").split()[0] for char in text if char.isalpha() and unicodedata.category(char) != "Lm"
    }
