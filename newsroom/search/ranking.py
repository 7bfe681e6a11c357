"""How good an answer is, computed alike whichever database found it. All numbers are points; more is better."""

from people.spelling import alike, one_error_apart
from people.words import words_of

# A day newer is worth so much: four years weigh as much as one point. Independent of the clock, so that pages of one
# list fit together whenever they are read.
A_DAY = 1 / (4 * 365)
# The beginning of a text tells what it is about.
LEAD = 60


def of_article(terms, headline, text, day):
    """Points of an article: its folded headline, and all its folded words, which begin with those of the headline."""
    length, hits = len(headline.split()), terms.hits(text)
    on_top = _best(terms, (hit for hit in hits if hit[0] < length))
    points = 4 * _share(on_top) + 1.5 * len([best for best in on_top if best]) / (length or 1)
    points += _share(_best(terms, (hit for hit in hits if hit[0] < length + LEAD)))
    points += _share(_best(terms, hits)) + _often(terms, hits) + 2 * _closeness(terms, hits)
    return round(points + day.toordinal() * A_DAY, 6)


def of_quote(terms, text, attribution, day):
    """Points of a quote: its folded words, which end with those of the attribution, and the attribution as printed."""
    length, hits = len(text.split()), terms.hits(text)
    said = length - len(words_of(attribution))
    in_words = [hit for hit in hits if hit[0] < said]
    points = 2 * _share(_best(terms, in_words)) + 2 * _share(_best(terms, hits)) + 2 * _closeness(terms, in_words)
    points += len(hits) / (length or 1)
    return round(points + day.toordinal() * A_DAY, 6)


def of_names(asked, names, forgiving=False):
    """Points of somebody for the words asked for: 0 when no name fits; `names` has the printed one first.

    Each word must be one of a name, begin one, or be spelt like one; with `forgiving`, with one typing error. Words
    that fit no name ("president macron") are passed over where a family name or two words fit.
    """
    found = [words_of(name) for name in names]
    return round(max((_of_name(asked, name, at, forgiving) for at, name in enumerate(found) if name), default=0), 6)


def _of_name(asked, name, place, forgiving):
    left, fits = list(name), []
    for word in asked:
        fit, best = max([(_fit(word, other, forgiving), other) for other in left], default=(0, None))
        fits.append(fit)
        if fit:
            left.remove(best)
    fitting = sum(1 for fit in fits if fit)
    whole = fitting == len(asked)
    family = name[-1] not in left
    if not fitting or not (whole or fitting > 1 or (family and max(fits) >= 0.9)):
        return 0
    points = 2 * sum(fits) / len(asked) + fitting / len(name) + 0.3 * family - 0.1 * bool(place)
    return points + 1 if whole else points


def _fit(word, other, forgiving):
    if word == other:
        return 1
    if alike(word) == alike(other):
        return 0.9
    if other.startswith(word):
        return 0.6 + 0.2 * len(word) / len(other)
    return 0.4 if forgiving and one_error_apart(word, other) else 0


def _best(terms, hits):
    """For each word asked for, how well its best hit answers it, or 0."""
    best = [0] * len(terms.words)
    for _, number, weight in hits:
        if weight > best[number]:
            best[number] = weight
    return best


def _share(best):
    return sum(best) / (len(best) or 1)


def _often(terms, hits):
    """How often the words stand there, five times being as good as more."""
    counts = [0] * len(terms.words)
    for _, number, weight in hits:
        counts[number] += weight
    return sum(count / 5 if count < 5 else 1 for count in counts) / (len(counts) or 1)


def _closeness(terms, hits):
    """1 where all words asked for stand side by side somewhere, less the farther apart; 0 for a single word."""
    wanted = len(terms.words)
    if wanted < 2:
        return 0
    shortest, last = None, {}
    for place, number, _ in hits:
        last[number] = place
        if len(last) == wanted:
            stretch = place - min(last.values()) + 1
            if stretch <= wanted:
                return 1
            shortest = stretch if shortest is None else min(shortest, stretch)
    return wanted / shortest if shortest else 0
