"""Walks a story and gives every stretch between marks its speaker, or none."""

from articles.text.english import words as w
from articles.text.marks import Stretch
from articles.text.rules import (
    NEXT_PARAGRAPH,
    PARAGRAPH_BEFORE,
    SAME_PARAGRAPH,
    SENTENCE_BEFORE,
    SUBJECT,
    Attribution,
)
from articles.text.sources import by_signature
from articles.text.speakers import REPORTING, attribute, reported_by, without_verb
from articles.text.story import Paragraph, Sentence, Story


class Attributed:
    """A stretch between marks, where it stands, and whose words it is."""

    __slots__ = ("attribution", "paragraph", "place", "sentence", "stretch")

    def __init__(
        self, stretch: Stretch, paragraph: Paragraph, sentence: Sentence, place: int, found: Attribution | None
    ):
        self.stretch = stretch
        self.paragraph = paragraph
        self.sentence = sentence
        self.place = place  # among the phrases of its sentence
        self.attribution = found

    @property
    def stands_alone(self) -> bool:
        """Whether its sentence holds nothing but quotations."""
        return self.sentence.holds_only_quotations


def attributed(story: Story) -> list[Attributed]:
    """All stretches between marks of the story, in order."""
    found: list[Attributed] = []
    carried = None
    before = None
    for paragraph in story.paragraphs:
        carried = _walk(story, paragraph, before, carried, found) if paragraph.stretches else None
        before = paragraph
    _take_from_next(found)
    _take_from_signature(story, found)
    return found


def _take_from_signature(story: Story, found: list[Attributed]) -> None:
    """A quotation set apart, and on the next line a dash and a name."""
    following = dict(zip(story.paragraphs, story.paragraphs[1:], strict=False))
    for item in found:
        below = following.get(item.paragraph)
        if below is None or not item.stands_alone or story.text[below.start] not in "—–-" or not below.sentences:
            continue
        signed = by_signature(below.sentences[0].phrases)
        if signed:
            item.attribution = signed


def _walk(
    story: Story, paragraph: Paragraph, before: Paragraph | None, carried: Attribution | None, found: list[Attributed]
):
    """One paragraph; returns the speaker it hands on to the next."""
    speaker = reporter = None
    for sentence in paragraph.sentences:
        if not sentence.holds_quotation:
            if not sentence.words.isdisjoint(REPORTING):
                reporter = reported_by(sentence.phrases) or reporter
            continue
        earlier = None
        for place, phrase in enumerate(sentence.phrases):
            if phrase.kind != w.QUOTE:
                continue
            item = Attributed(phrase.head.stretch, paragraph, sentence, place, None)
            item.attribution = attribute(story.text, sentence.phrases, place, earlier)
            if item.attribution is None:
                is_first = not found or found[-1].sentence is not sentence
                item.attribution = _from_around(item, is_first, speaker, reporter, before, carried)
            if item.attribution:
                earlier = item.attribution
                if item.attribution.rule != SUBJECT or speaker is None:
                    speaker = item.attribution
            found.append(item)
    later = reporter and speaker and reporter.subject.start > speaker.subject.start
    return reporter if later else speaker


def _from_around(
    item: Attributed, is_first: bool, speaker, reporter, before: Paragraph | None, carried
) -> Attribution | None:
    """The speaker from the sentences or the paragraph before, for a quotation that names none."""
    lead = item.sentence.phrases[: item.place]
    starts = all(phrase.kind in {w.ADVERB, w.CONJUNCTION, w.PUNCTUATION} for phrase in lead)  # But then, “…”
    if item.stands_alone:
        if reporter and not (speaker and speaker.subject.start > reporter.subject.start):
            return reporter.carried_on(SENTENCE_BEFORE)
        if speaker:
            return speaker.carried_on(SAME_PARAGRAPH)
        if not is_first:
            return None  # nobody was found for the one before it either
        if item.stretch.outer_start - item.paragraph.start < 3:
            return _from_paragraph_before(before, carried)
        return _from_sentence_before(item)
    if speaker and (starts or lead[0].gerund):
        return speaker.carried_on(SAME_PARAGRAPH)
    return without_verb(item.sentence.phrases, item.place)


def _from_sentence_before(item: Attributed) -> Attribution | None:
    """The mayor issued a statement. “…”"""
    if item.sentence.number == 0:
        return None
    last = item.paragraph.sentences[item.sentence.number - 1].phrases
    found = without_verb(last, len(last))
    return found and found.carried_on(SENTENCE_BEFORE)


def _from_paragraph_before(before: Paragraph | None, carried: Attribution | None) -> Attribution | None:
    if carried:
        return carried.carried_on(PARAGRAPH_BEFORE)
    if before is None or not before.sentences:
        return None
    last = before.sentences[-1].phrases
    found = reported_by(last) or without_verb(last, len(last))
    return found and found.carried_on(SENTENCE_BEFORE)


def _take_from_next(found: list[Attributed]) -> None:
    """A paragraph left open has the speaker of the paragraph that goes on with it."""
    for item, following in zip(found[-2::-1], found[:0:-1], strict=True):
        if item.attribution is None and not item.stretch.closed and following.attribution:
            item.attribution = following.attribution.carried_on(NEXT_PARAGRAPH)
