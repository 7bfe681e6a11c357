"""The rules that tell who speaks, in words an editor understands."""

from dataclasses import dataclass

from articles.text.findings import Span
from articles.text.phrases import Phrase
from articles.text.subjects import Subject

# The rules, in words an editor understands.
VERB_AFTER = "the speaker and a verb of saying follow the quotation"
VERB_FIRST = "a verb of saying and the speaker follow the quotation"
VERB_BEFORE = "the speaker and a verb of saying lead to the quotation"
WORDS_BETWEEN = "a verb of saying stands earlier in the sentence"
ACCORDING_TO = "according to the speaker"
COLON = "the speaker and a colon stand before the quotation"
SAME_SENTENCE = "goes on with the speaker of the same sentence"
CLOSES_SENTENCE = "the speaker and a verb of saying close the sentence"
SUBJECT = "the subject of the sentence, without a verb of saying"
SAME_PARAGRAPH = "goes on with the speaker of the same paragraph"
SENTENCE_BEFORE = "the sentence before says who speaks"
PARAGRAPH_BEFORE = "goes on with the speaker of the paragraph before"
SPEECH = "a noun for speech says whose words they are"
DASH = "the speaker stands behind the quotation and a dash"
ANY_VERB = "a name and a verb stand right behind the quotation"
NEXT_PARAGRAPH = "the next paragraph says who speaks"


@dataclass(slots=True)
class Attribution:
    """Who speaks, the words that say so, and the rule."""

    subject: Subject
    cue: Span | None
    rule: str
    first_rule: str = ""  # by which the one was found that this one goes on with

    def carried_on(self, rule: str) -> "Attribution":
        """The same speaker for words that name none."""
        return Attribution(self.subject, None, rule, self.first_rule or self.rule)


def span_of(phrase: Phrase) -> Span:
    return Span(phrase.cue.start if phrase.cue else phrase.start, phrase.end)
