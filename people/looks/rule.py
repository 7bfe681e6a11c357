"""What a rule on the data is: a question for one row, the rows of which it holds, and the words an editor is told.

A rule never refuses. Editors may say of a row that it is right as it is; that holds until the facts it was said of,
kept as a digest, are others.
"""

import hashlib
from typing import Any, NamedTuple

from django.db.models import BooleanField, Case, CharField, Exists, F, Func, OuterRef, Q, Value, When
from django.db.models.functions import MD5, Cast, Coalesce
from django.db.models.lookups import GreaterThan

from newsroom.lib.dates import Certainty
from people.models import SaidRight


class Fact(NamedTuple):
    """A fact that is no column: how Python reads it of a row, and the database's expression for it."""

    read: Any
    expression: Any


class Rule:
    """Base of all rules. A subclass says in Python (`wrong`) and for the database (`condition`) when a row is wrong.

    `name` is unique; `heading` names the group of rows; `facts` are what decides, as lookup paths or Facts;
    `related` the foreign keys that `words` follows, `deferred` the columns it does not read; `told_at_once` says
    whether forms and imports tell of it when a row is saved.
    """

    name = heading = ""
    model = None
    facts = related = deferred = ()
    told_at_once = True

    def wrong(self, row):
        """The Certainty that something is wrong with the row."""
        raise NotImplementedError

    def condition(self, certainty):
        """The condition that the Certainty is YES, or that it is MAYBE."""
        raise NotImplementedError

    def words(self, row):
        """What is wrong, in a sentence for editors; the row came from `with_facts`."""
        raise NotImplementedError

    def told(self, rows):
        """[(row, words)] of rows from `with_facts`, in a number of queries that does not grow."""
        return [(row, self.words(row)) for row in rows]

    def mended_at(self, row):
        """The record in whose form the row is mended."""
        return row

    def offenders(self, rows=None, certainty=Certainty.YES):
        """Those of `rows` (default all) that are wrong with this Certainty and not said to be right, by number."""
        rows = self.model.objects.all() if rows is None else rows
        said = SaidRight.objects.filter(rule=self.name, number=OuterRef("pk"), digest=OuterRef("digest_of_facts"))
        wrong = rows.filter(self.condition(certainty)).alias(digest_of_facts=self._digest_in_database())
        return wrong.exclude(Exists(said)).order_by("pk")

    def with_facts(self, rows):
        """Rows with what `words` reads of each; asked for once the rows are chosen, or a database joins first."""
        return rows.select_related(*self.related).defer(*self.deferred)

    def digest(self, row):
        """The digest of the facts, as the database makes it too."""
        facts = "|".join(_text(row, fact) for fact in self.facts)
        return hashlib.md5(facts.encode(), usedforsecurity=False).hexdigest()

    def say_right(self, row, by=None):
        """Keep that the row is right as it is."""
        values = {"digest": self.digest(row), "by": by}
        return SaidRight.objects.update_or_create(rule=self.name, number=row.pk, defaults=values)[0]

    def _digest_in_database(self):
        facts = [fact.expression if isinstance(fact, Fact) else F(fact) for fact in self.facts]
        return MD5(_Joined(*(Coalesce(Cast(fact, CharField()), Value("")) for fact in facts)))


class _Joined(Func):
    """Texts with a bar between them. Django's own Concat nests one in another, too deep for SQLite."""

    template, arg_joiner = "(%(expressions)s)", " || '|' || "
    output_field = CharField()


def _text(row, fact):
    if isinstance(fact, Fact):
        return str(fact.read(row))
    for name in fact.split("__"):
        row = getattr(row, name) if row is not None else None
    return "" if row is None else str(row)


class Day:
    """A date as known in a column, which may be that of a row joined: the earliest and latest day it can mean."""

    def __init__(self, path):
        self.facts = (path,)
        self.path = path
        self.earliest, self.latest = F(f"{path}_earliest"), F(f"{path}_latest")

    def between(self, row):
        """(first, last) day it can mean, or None where nothing is known."""
        for name in self.path.split("__"):
            row = getattr(row, name) if row is not None else None
        return (row.earliest, row.latest) if row else None


class InOrder(Rule):
    """Dates that cannot stand in this order: of each pair (first, then), `first` must not lie after `then`.

    An end is the lookup path of a date as known, or has `between`, `earliest`, `latest` and `facts` as Day does, and
    maybe `may_precede`, a condition that rules days out for less work. `only` is a condition that holds wherever all
    dates are known, for the database to look at first.
    """

    def __init__(self, name, model, heading, pairs, words, related=(), deferred=(), only=None):
        self.name, self.model, self.heading = name, model, heading
        self.related, self.deferred, self.only = related, deferred, only or Q()
        self.pairs = [tuple(Day(end) if isinstance(end, str) else end for end in pair) for pair in pairs]
        self.facts = tuple(dict.fromkeys(path for pair in self.pairs for end in pair for path in end.facts))
        self._words = words

    def wrong(self, row):
        answers = {_after(first.between(row), then.between(row)) for first, then in self.pairs}
        return next((one for one in (Certainty.YES, Certainty.MAYBE) if one in answers), Certainty.NO)

    def condition(self, certainty):
        certain, possible = Q(pk=None), Q(pk=None)
        for first, then in self.pairs:
            certain |= _later(first.earliest, then, then.latest)
            possible |= _later(first.latest, then, then.earliest)
        return self.only & (certain if certainty == Certainty.YES else possible & not_true(certain))

    def words(self, row):
        return self._words(row)


def _later(day, then, its_day):
    later = Q(GreaterThan(day, its_day))
    return then.may_precede(day) & later if hasattr(then, "may_precede") else later


def _after(first, then):
    """The Certainty that one of two dates as known, each (earliest, latest) or None, lies after the other."""
    if not first or not then or first[1] <= then[0]:
        return Certainty.NO
    return Certainty.YES if first[0] > then[1] else Certainty.MAYBE


def not_true(condition):
    """That a condition is false or, for want of a value, unknown."""
    return Q(Case(When(condition, then=Value(False)), default=Value(True), output_field=BooleanField()))


class Flagged(Rule):
    """A rule whose answer is yes or no: a condition in the database and the same question in Python."""

    told_at_once = False

    def __init__(self, name, model, heading, condition, question, words, facts, related=(), deferred=()):
        self.name, self.model, self.heading = name, model, heading
        self._condition, self._question, self._words = condition, question, words
        self.facts, self.related, self.deferred = facts, related, deferred

    def wrong(self, row):
        return Certainty.YES if self._question(row) else Certainty.NO

    def condition(self, certainty):
        return self._condition() if certainty == Certainty.YES else Q(pk=None)

    def words(self, row):
        return self._words(row)
