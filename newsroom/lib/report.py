"""What an import did with each file or row it was given: created, changed, unchanged or refused, and why."""

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

CREATED, CHANGED, UNCHANGED, REFUSED = OUTCOMES = "created", "changed", "unchanged", "refused"
NOTED = "noted"


class Outcome(NamedTuple):
    """What became of one file or row, or what is to be noted about it; `label` names it."""

    what: str
    label: str
    reason: str = ""

    def __str__(self):
        said = f"{self.what:<9} {self.label}"
        return f"{said}: {self.reason}" if self.reason else said


@dataclass
class Report:
    """Outcomes in the order they happened."""

    outcomes: list[Outcome] = field(default_factory=list)

    def created(self, label, note=""):
        """It was not there and now is."""
        self.outcomes.append(Outcome(CREATED, label, note))

    def changed(self, label, note=""):
        """It was there and is now otherwise."""
        self.outcomes.append(Outcome(CHANGED, label, note))

    def unchanged(self, label, note=""):
        """It was there and is as it was."""
        self.outcomes.append(Outcome(UNCHANGED, label, note))

    def refused(self, label, reason):
        """It could not be used; the reason says what is wrong and, where it can, what is wanted."""
        self.outcomes.append(Outcome(REFUSED, label, str(reason)))

    def noted(self, label, reason):
        """It was taken, but somebody should know this of it: a value left out, an editor's word kept against it."""
        self.outcomes.append(Outcome(NOTED, label, str(reason)))

    def add(self, other):
        """Take over the outcomes of another report, such as that of one file."""
        self.outcomes += other.outcomes

    def count(self, what):
        """How many things came out as `what`, one of OUTCOMES."""
        return self._counts[what]

    @property
    def ok(self):
        """Whether nothing was refused; a command exits with 1 otherwise."""
        return not self._counts[REFUSED]

    @property
    def closing(self):
        """The closing line: "3 created, 0 changed, 12 unchanged, 1 refused"."""
        return ", ".join(f"{self._counts[what]} {what}" for what in OUTCOMES)

    def lines(self, shown=(*OUTCOMES, NOTED)):
        """A line for each outcome among those `shown`, in order, and the closing line over all."""
        return [*(str(outcome) for outcome in self.outcomes if outcome.what in shown), self.closing]

    @property
    def _counts(self):
        return Counter(outcome.what for outcome in self.outcomes)
