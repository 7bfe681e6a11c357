"""Records that are likely the same: found by keys they share, so that no record is compared with all others.

Two people are put side by side when they share an identifier of a world-wide scheme, a name or other name in folded
form whatever the order of its words, or the first letters of the last and the first word; the last are kept when their
names are variants of one another by measure. Birth dates that contradict speak against it, those that agree for it.
"""

from collections import defaultdict
from itertools import combinations

from django.db import transaction
from django.db.models import Exists, OuterRef
from rapidfuzz import fuzz

from people.known import STRONG
from people.models import Identifier, Likeness, OtherName, Person

# A key shared by more records than that tells nothing; all Smiths with J. are no duplicates.
MOST_OF_A_KEY, MOST_OF_A_BLOCK = 60, 200
LETTERS = 4  # of the last word of a name
VARIANT = 88  # of 100
SAME_ID, SAME_NAME, VARIANTS = 100, 90, 60
AGREE, CONTRADICT = 4, 40
WORTH_A_LOOK = 55


@transaction.atomic
def look_again(model):
    """Find the likely duplicates among all people or organisations and keep them; returns how many there are.

    Pairs said to be different stay said so.
    """
    noun = model._meta.model_name
    found = likely(model)
    pairs = Likeness.objects.filter(noun=noun)
    said = set(pairs.filter(different=True).values_list("low", "high"))
    pairs.filter(different=False).delete()
    fresh = {pair: told for pair, told in found.items() if pair not in said}
    Likeness.objects.bulk_create(
        [
            Likeness(noun=noun, low=low, high=high, score=score, reason=reason)
            for (low, high), (score, reason) in sorted(fresh.items())
        ],
        batch_size=1000,
    )
    return len(fresh)


def likely(model):
    """{(smaller number, larger number): (score of 100, reason in words)} of those worth a look."""
    found = {}
    born = dict(model.objects.exclude(birth=None).values_list("pk", "birth")) if model is Person else {}
    for keyed, score, reason in (_by_identifier(model), _by_name(model), *_by_variant(model)):
        for pair in _pairs(keyed):
            weight = score + _by_dates(born, pair)
            if weight >= WORTH_A_LOOK and weight > found.get(pair, (0, ""))[0]:
                found[pair] = weight, reason
    return found


def _pairs(keyed):
    """The pairs that share a key, each a few times perhaps."""
    for numbers in keyed.values():
        if 1 < len(numbers) <= MOST_OF_A_KEY:
            yield from combinations(sorted(numbers), 2)


def _by_identifier(model):
    owner = f"{model._meta.model_name}_id"
    rows = Identifier.objects.filter(scheme__in=STRONG, **{f"{owner}__isnull": False})
    keyed = defaultdict(set)
    for scheme, value, number in rows.values_list("scheme", "value", owner):
        keyed[scheme, value].add(number)
    return keyed, SAME_ID, "the same identifier"


def _by_name(model):
    """By all names, the order of words aside: "Xi Jinping" and "Jinping Xi"."""
    keyed = defaultdict(set)
    for name, number in _names(model):
        keyed[" ".join(sorted(name.split()))].add(number)
    return keyed, SAME_NAME, "the same name"


def _by_variant(model):
    """By the first letters of the last and the first word of a name; of these the pairs whose names are variants."""
    blocks = defaultdict(dict)
    for name, number in _names(model):
        words = name.split()
        if len(words) > 1:
            blocks[words[-1][:LETTERS], words[0][0]].setdefault(number, []).append(name)
    keyed = {}
    for names in blocks.values():
        if 1 < len(names) <= MOST_OF_A_BLOCK:
            for one, other in combinations(sorted(names), 2):
                if _are_variants(names[one], names[other]):
                    keyed[one, other] = {one, other}
    return [(keyed, VARIANTS, "variants of a name")]


def _are_variants(names, others):
    """Whether a name of one is a spelling of a name of the other, or the same with initials or without middle names."""
    return any(
        fuzz.ratio(name, other) >= VARIANT or _shortens(name, other) or _shortens(other, name)
        for name in names
        for other in others
    )


def _shortens(short, full):
    """Whether each word of `short` stands, in order, in `full`, whole or as its first letter: "v v putin"."""
    words = iter(full.split())
    return all(any(_abbreviates(part, word) for word in words) for part in short.split())


def _abbreviates(part, word):
    return part == word or (len(part.rstrip(".")) == 1 and word.startswith(part.rstrip(".")))


def _names(model):
    """(folded name, number) of every name and other name."""
    owner = f"{model._meta.model_name}_id"
    yield from model.objects.values_list("folded", "pk").iterator()
    others = OtherName.objects.filter(**{f"{owner}__isnull": False}, recognisable=True)
    yield from others.values_list("folded", owner).iterator()


def _by_dates(born, pair):
    """What two birth dates add: a little where they agree, much less than nothing where they contradict."""
    one, other = born.get(pair[0]), born.get(pair[1])
    if not one or not other:
        return 0
    return -CONTRADICT if one.latest < other.earliest or other.latest < one.earliest else AGREE


def say_different(model, low, high, by=None):
    """Keep that two records are not the same."""
    values = {"different": True, "by": by}
    pair = {"noun": model._meta.model_name, "low": min(low, high), "high": max(low, high)}
    Likeness.objects.update_or_create(**pair, defaults=values)


def pairs(model):
    """The pairs found and not said to be different of which both are still there, likeliest first."""
    both = [Exists(model.objects.filter(pk=OuterRef(end))) for end in ("low", "high")]
    return Likeness.objects.filter(*both, noun=model._meta.model_name, different=False)
