"""The small words of English, by the part they play in a sentence, and the dictionary that tells them apart."""

from functools import lru_cache

from articles.text.english.lists import listed
from articles.text.english.offices import PEOPLE_NOUNS, ROLE_NOUNS
from articles.text.english.verbs import CUE_FORMS, OTHER_FORMS

# The parts of speech a reader of quotations needs to tell apart.
ADJECTIVE = "adjective"
ADVERB = "adverb"
AUXILIARY = "auxiliary"
CONJUNCTION = "conjunction"
CUE = "cue"
DATE = "date"
DETERMINER = "determiner"
NAME = "name"
NOUN = "noun"
NUMBER = "number"
POSSESSIVE = "possessive"
PREPOSITION = "preposition"
PRONOUN = "pronoun"
PUNCTUATION = "punctuation"
QUOTE = "quote"
RELATIVE = "relative"
SUBORDINATOR = "subordinator"
TO = "to"
VERB = "verb"

SUBJECT_PRONOUNS = listed("he she they i we you it")
OBJECT_PRONOUNS = listed("him them me us himself herself themselves itself myself ourselves")
FREE_PRONOUNS = listed("everyone everybody someone somebody nobody anyone anybody others this these those there")
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
MONTHS = "january february march april may june july august september october november december".split()
MONTH_SHORTS = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9}
MONTH_SHORTS |= {"oct": 10, "nov": 11, "dec": 12}

_CLASSES = {
    DETERMINER: """a an the his her their its our my your some many several another most both every each any no all
        such few these those whose""",
    NUMBER: """one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty dozens
        hundreds thousands millions hundred thousand million billion dozen""",
    PREPOSITION: """in on at during after before with from by about against between through throughout since until into
        via inside outside near aboard alongside behind over under toward towards among amid despite without within
        like unlike beyond above across around upon onto off up down out per regarding concerning amongst except for
        of according ahead opposite past plus versus notwithstanding besides following""",
    SUBORDINATOR: """that when while because if where as whether until unless although though once than how why
        wherever whenever whereas lest so""",
    RELATIVE: "who which whom what whoever",
    CONJUNCTION: "and but or nor yet & plus",
    AUXILIARY: """has have had is was are were am be been being will would could should can may might must shall do does
        did done doing didn't doesn't don't won't wouldn't couldn't shouldn't can't cannot isn't wasn't aren't weren't
        hasn't haven't hadn't ain't didn’t doesn’t don’t won’t wouldn’t couldn’t shouldn’t can’t isn’t wasn’t aren’t
        weren’t hasn’t haven’t hadn’t ’s ’re ’ve ’d ’ll 're 've 'd 'll 'm ’m having""",
    ADVERB: """also then later once again never not still even just only already previously now soon often further first
        ever always instead perhaps maybe meanwhile however moreover therefore thus hence too very much more less
        here there away back together almost quite rather somehow sometimes twice nonetheless nevertheless otherwise
        indeed ago yesterday today tomorrow tonight earlier afterward afterwards elsewhere abroad online aloud
        further far long well simply furthermore besides anyway alike n't""",
    TO: "to",
    ADJECTIVE: """ranking leading sitting founding managing visiting incoming outgoing retiring ruling reigning
        former current senior chief top new old late deputy acting republican democratic conservative liberal
        presidential political own same last next first second third final other former then-candidate long-time
        longtime fellow prominent leading local national federal early recent likely several potential vice general
        high young black white public private own good great big main key""",
}

# Words in -ly that are no adverbs, and in -ed or -ing that are no verbs.
_NOUNS_IN_LY = listed("family ally rally assembly reply supply monopoly italy july bully jelly belly lily fly")
_NOUNS_IN_AL = listed("professional memorial editorial tutorial rental")
_NOUNS_IN_ING = listed(
    """
    thing nothing something anything everything morning evening king ring spring string wing ceiling meeting
    hearing building briefing wedding filing ruling gathering sibling funding spending housing planning warning
    feeling beginning training painting recording shooting bombing killing reading blessing earning farming
    banking opening offering offspring darling sterling rating ending fundraising setting bidding standing
    """
)
_NOUNS_IN_ED = listed(
    "need speed seed deed feed weed breed creed greed bed shed sled united hundred sacred naked wicked"
)

LEXICON: dict[str, str] = {}
for _form in OTHER_FORMS:
    LEXICON[_form] = VERB
for _form in CUE_FORMS:
    LEXICON[_form] = CUE
for _tag, _words in _CLASSES.items():
    for _word in _words.split():
        LEXICON[_word] = _tag
for _word in ROLE_NOUNS | PEOPLE_NOUNS:
    LEXICON[_word] = NOUN
for _word in SUBJECT_PRONOUNS | OBJECT_PRONOUNS | FREE_PRONOUNS - {"this", "these", "those", "there"}:
    LEXICON[_word] = PRONOUN
for _word in _NOUNS_IN_LY | _NOUNS_IN_ING | _NOUNS_IN_ED:
    if LEXICON.get(_word) != CUE:
        LEXICON[_word] = NOUN
LEXICON["this"] = DETERMINER

DATES = set(WEEKDAYS) | set(MONTHS) - {"may", "march"}

# Written with a full stop that ends no sentence.
ABBREVIATIONS = listed(
    """
    mr mrs ms dr mx messrs sen sens rep reps gov govs gen lt col sgt st jr sr no nos vs inc ltd corp co jan feb
    mar apr jun jul aug sept sep oct nov dec prof rev hon adm capt cmdr cdr maj brig pvt cpl supt insp det pres
    amb atty asst assoc dept dist est fig fr gens hon etc e.g i.e cf al ph.d m.d b.a m.a d.phil u.s u.n u.k d.c
    a.m p.m ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla
    ore pa penn tenn tex va vt wash wis wyo n.h n.j n.y n.c n.d n.m s.c s.d r.i w.va
    """
)


@lru_cache(maxsize=1 << 14)
def by_ending(low: str) -> str:
    """The likely part of an English word in lower case that no list holds."""
    if low.endswith("ly") and len(low) > 4:
        return ADVERB
    if (low.endswith(("ing", "ed")) and len(low) > 4) or (low.endswith("ied") and len(low) == 4):
        return ADJECTIVE if "-" in low else VERB
    if low.endswith(("iliar", "milar", "pular", "cular", "nuclear")):
        return ADJECTIVE
    if low.endswith(("ional", "orial", "ental")) and low not in _NOUNS_IN_AL:
        return ADJECTIVE
    if low.endswith(("ive", "ous", "ful", "less", "able", "ible", "ic", "ical")) and len(low) > 5:
        return ADJECTIVE
    return NOUN
