"""Joins attributed stretches to quotations, and leaves out names, titles and scare quotes in marks."""

import datetime

from articles.text.attributions import Attributed
from articles.text.english import words as w
from articles.text.findings import Quotation, Span
from articles.text.genuine import is_quotation
from articles.text.moments import moment_in
from articles.text.referents import Referents
from articles.text.rules import NEXT_PARAGRAPH, PARAGRAPH_BEFORE, SAME_PARAGRAPH, SAME_SENTENCE
from articles.text.story import Story
from articles.text.tiers import tier_of
from articles.text.venues import venue_beside

DIRECT, PARTIAL = "direct", "partial"


def quotations(
    story: Story, found: list[Attributed], referents: Referents, dated: datetime.date | None
) -> tuple[Quotation, ...]:
    """All quotations of the story, each with its segments, speaker, venue and date."""
    genuine = [item for item in found if is_quotation(story.text, item)]
    result = []
    for group in _joined(story.text, genuine):
        result.append(_quotation(story, group, referents, dated))
    return tuple(result)


def _joined(text: str, items: list[Attributed]) -> list[list[Attributed]]:
    """Stretches that one attribution interrupts, or that a paragraph opened again goes on with, belong together."""
    groups: list[list[Attributed]] = []
    for item in items:
        if groups and _goes_on(text, groups[-1], item):
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def _goes_on(text: str, group: list[Attributed], item: Attributed) -> bool:
    last = group[-1]
    if last.paragraph is not item.paragraph:
        opens = item.stretch.outer_start - item.paragraph.start < 3
        return last.stretch.reopened and opens and not _speaks_anew(group, item)
    if kind_of(text, last) == PARTIAL or kind_of(text, item) == PARTIAL or _speaks_anew(group, item):
        return False
    rule = item.attribution.rule if item.attribution else ""
    if rule not in {SAME_PARAGRAPH, SAME_SENTENCE} and item.sentence is not last.sentence:
        return False
    near = item.stretch.outer_start - last.stretch.outer_end < 300
    return near and item.sentence.number - last.sentence.number <= 1  # else narration stands between them


def _speaks_anew(group: list[Attributed], item: Attributed) -> bool:
    """Whether a stretch has a verb of saying of its own, where the quotation had one already."""
    if item.attribution is None or item.attribution.cue is None:
        return False
    cues = {each.attribution.cue for each in group if each.attribution and each.attribution.cue}
    return bool(cues) and item.attribution.cue not in cues


def kind_of(text: str, item: Attributed) -> str:
    """Partial when the sentence around the marks goes on through them."""
    first = text[item.stretch.start : item.stretch.end].lstrip("[('‘ \u00a0.…")[:1]
    before = item.sentence.phrases[item.place - 1] if item.place else None
    leads = before is None or before.kind in {w.PUNCTUATION, w.QUOTE} or before.cue is not None
    if first.islower() and before is not None and before.kind != "quote":
        closing = item.stretch.last_letter(text) in tuple(".!?,…")
        return (
            DIRECT
            if leads and closing and before.low in {",", "—", "–"} and item.place > 2 and _resumes(item)
            else PARTIAL
        )
    words = len(text[item.stretch.start : item.stretch.end].split())
    if not leads and words < 4:
        return PARTIAL
    return DIRECT if leads or words > 5 else PARTIAL


def _resumes(item: Attributed) -> bool:
    """“If we go,” she said, “we go now.”: the stretch goes on with one before it in the sentence."""
    return any(phrase.kind == "quote" for phrase in item.sentence.phrases[: item.place])


def _quotation(story: Story, group: list[Attributed], referents: Referents, dated: datetime.date | None) -> Quotation:
    attribution = group[0].attribution
    own = next((item for item in group if item.attribution and item.attribution.cue), group[0])
    if attribution is None or attribution.rule in {NEXT_PARAGRAPH, PARAGRAPH_BEFORE}:
        attribution = own.attribution or attribution
    speaker = referents.speaker(attribution.subject) if attribution else None
    in_doubt = attribution is not None and referents.is_in_doubt(attribution.subject)
    cue = own.attribution.cue if own.attribution else None
    venue = venue_beside(own.sentence.phrases, cue, own.place)
    return Quotation(
        kind=kind_of(story.text, group[0]),
        tier=tier_of(attribution, speaker, group, in_doubt),
        segments=tuple(_words(story.text, item) for item in group),
        speaker=speaker,
        cue=cue,
        venue=venue,
        said_on=moment_in(own.sentence.outside_marks(story.text), dated),
        rule=attribution.rule if attribution else "no speaker found",
    )


def _words(text: str, item: Attributed) -> Span:
    """What stands inside the marks, without the spaces that some languages set there."""
    start, end = item.stretch.start, item.stretch.end
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
