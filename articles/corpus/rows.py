"""The articles of a synthetic newsroom with all that hangs on them, inserted many at a time."""

import datetime
import random
from collections import Counter
from html import escape
from typing import NamedTuple

from django.conf import settings
from django.db import reset_queries, transaction

from articles.corpus.cast import held_on, make_cast, some_of
from articles.corpus.prose import Story, tell
from articles.models import Article, Byline, Correction, Mention, Quote, Section, Topic
from newsroom.lib.dates import PartialDate
from newsroom.lib.slugbatches import give_slugs
from people.models import Kept, Role, Source, unkept

BATCH = 250
YEARS = 12
# For each thousand articles.
PEOPLE, ORGANISATIONS, ROLES = 500, 100, 900
FEWEST = 20
QUOTES, NAMES = (0, 1, 2, 2, 3, 4), (4, 5, 6, 6, 7, 8)  # in an article: one of these, two and six on average
SECTIONS = ("World", "Politics", "Harbour", "Business", "Schools", "Culture", "Science", "Sport")
TOPICS = {
    Topic.Kind.SUBJECT: ("Housing", "Fishing", "Transport", "Water", "Energy", "Health", "Budget", "Elections"),
    Topic.Kind.PLACE: ("The coast", "The uplands", "The old town", "The islands", "Abroad"),
    Topic.Kind.EVENT: ("The great storm", "The ferry strike", "The census", "The jubilee"),
}
# Out of a hundred articles; scheduled and expired ones are published by their state.
STATES = {"published": 88, "scheduled": 2, "expired": 1, "draft": 4, "review": 2, "ready": 1, "withdrawn": 2}
SPEAKERS = {"person": 85, "organisation": 8, "anonymous": 5, "several": 2}
UNNAMED = {"anonymous": "an official who asked not to be named", "several": "residents of the old town"}
VENUES = ("in a statement", "at the town hall", "in a post on X", "on local radio")
MOST_SOURCES = 3  # our articles that tell of one fact
DAY = datetime.timedelta(days=1)


def make_corpus(articles, seed, last_day):
    """Insert a newsroom of this many articles up to `last_day`; yields each Article once it stands there.

    The same seed and last day give the same rows in an empty database, times of making and version tokens aside; what
    is there already stays. No revisions are made, and no history is kept.
    """
    rng = random.Random(seed)  # noqa: S311 - it keeps no secret
    sizes = [max(FEWEST, articles * share // 1000) for share in (PEOPLE, ORGANISATIONS, ROLES)]
    with transaction.atomic(), unkept(Kept):
        writer = _Writer(rng, make_cast(rng, *sizes), articles, last_day)
    for start in range(0, articles, BATCH):
        with transaction.atomic(), unkept(Kept):
            batch = writer.write(range(start, min(start + BATCH, articles)))
        yield from batch
        reset_queries()  # with DEBUG on Django keeps the text of each


class Speaker(NamedTuple):
    """Who says something: of which kind, the person or organisation if it is one, and the role they speak in."""

    kind: str
    noun: object = None
    role: Role | None = None

    @property
    def described(self):
        """(name, description) as the story prints them."""
        if not self.noun:
            return UNNAMED[self.kind], ""
        return self.noun.name, str(self.role).replace(", ", " of ", 1) if self.role else ""


class Draft(NamedTuple):
    """An article on its way in with its story, those who speak in it, and whom and what it names."""

    row: Article
    story: Story
    speakers: list[Speaker]
    nouns: list


class _Writer:
    """Writes batches of articles about one cast."""

    def __init__(self, rng, cast, articles, last_day):
        self.rng, self.cast, self.articles = rng, cast, articles
        self.end = datetime.datetime.combine(last_day, datetime.time(), datetime.UTC)
        self.sections = [Section.objects.get_or_create(name=name)[0] for name in SECTIONS]
        self.topics = [
            Topic.objects.get_or_create(name=name, kind=kind)[0] for kind, names in TOPICS.items() for name in names
        ]
        self.reporters = cast.people[-max(FEWEST, articles // 100) :]
        self.told = Counter()
        self.earlier = []

    def write(self, numbers):
        """Insert the articles of these numbers, the oldest first, and all that hangs on them; returns them."""
        drafts = [self._draft(number) for number in numbers]
        rows = [draft.row for draft in drafts]
        for row in rows:
            row.derive()
        give_slugs(rows)
        Article.objects.bulk_create(rows)
        for make in (self._topics, self._related, self._bylines, self._mentions, self._quotes, self._sources):
            made = [row for draft in drafts for row in make(draft)]
            if made:
                type(made[0])._default_manager.bulk_create(made)
        self._correct(rows)
        self.earlier = rows
        return rows

    def _draft(self, number):
        """The next article, not yet inserted."""
        row = self._row(number)
        day = (row.publish_at or self.end).date()
        lead = some_of(self.rng, self.cast.organisations)
        speakers = [self._speaker(day) for _ in range(self.rng.choice(QUOTES))]
        nouns = list(dict.fromkeys([lead, *(speaker.noun for speaker in speakers if speaker.noun)]))
        spoken = len(nouns)
        while len(nouns) < self.rng.choice(NAMES):
            rows = self.cast.people if self.rng.random() < 0.7 else self.cast.organisations
            nouns = list(dict.fromkeys([*nouns, some_of(self.rng, rows)]))
        described = [speaker.described for speaker in speakers]
        story = tell(self.rng, lead.name, described, [noun.name for noun in nouns[spoken:]])
        row.headline, row.standfirst = story.headline, story.standfirst
        row.body = "".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in story.paragraphs)
        return Draft(row, story, speakers, nouns)

    def _row(self, number):
        """The article without its text: its section, its state, and times that fit this."""
        state = self.rng.choices(list(STATES), STATES.values())[0]
        step = YEARS * 365 * DAY / self.articles
        moment = self.end - (self.articles - number - self.rng.random()) * step
        moment = moment.replace(microsecond=0)
        row = Article(section=self.rng.choice(self.sections), state=state, publish_at=moment)
        match state:
            case "scheduled":
                row.state, row.publish_at = Article.State.PUBLISHED, moment + YEARS * 400 * DAY
            case "expired":
                row.state, row.expire_at = Article.State.PUBLISHED, moment + step / 4
            case "draft" | "review" | "ready":
                row.publish_at = None
            case "withdrawn":
                row.notice = "This article was withdrawn because its figures could not be confirmed."
        if self.rng.random() < 0.1:
            row.kicker = self.rng.choice(("Analysis", "Interview", "Profile"))
        return row

    def _speaker(self, day):
        kind = self.rng.choices(list(SPEAKERS), SPEAKERS.values())[0]
        match kind:
            case "person":
                person = some_of(self.rng, self.cast.people)
                roles = held_on(self.cast.roles[person.pk], day)
                return Speaker(kind, person, self.rng.choice(roles) if roles else None)
            case "organisation":
                return Speaker(kind, some_of(self.rng, self.cast.organisations))
        return Speaker(kind)

    def _topics(self, draft):
        for topic in self.rng.sample(self.topics, self.rng.randrange(4)):
            yield Article.topics.through(article=draft.row, topic=topic)

    def _related(self, draft):
        if self.earlier and self.rng.random() < 0.3:
            other = self.rng.choice(self.earlier)
            yield Article.related.through(from_article=draft.row, to_article=other)
            yield Article.related.through(from_article=other, to_article=draft.row)

    def _bylines(self, draft):
        for order, person in enumerate(self.rng.sample(self.reporters, self.rng.choice((1, 1, 1, 2)))):
            yield Byline(
                article=draft.row, person=person, order=order, name=person.name, published_at=draft.row.publish_at
            )

    def _mentions(self, draft):
        speaking = {speaker.noun: speaker.role for speaker in draft.speakers}
        for noun in draft.nouns:
            relation = Mention.Relation.QUOTED if noun in speaking else Mention.Relation.MENTIONED
            if noun == draft.nouns[0]:
                relation = Mention.Relation.SUBJECT
            yield Mention(
                article=draft.row,
                **{noun._meta.model_name: noun},
                names=[noun.name],
                relation=relation,
                role=speaking.get(noun),
                published_at=draft.row.publish_at,
            )

    def _quotes(self, draft):
        text, end = draft.row.body_text, 0
        for said in draft.story.said:
            speaker, spans = draft.speakers[said.speaker], []
            for stretch in said.stretches:
                start = text.index(stretch, end)
                end = start + len(stretch)
                spans.append((start, end))
            quote = Quote(
                article=draft.row,
                kind=said.kind,
                speaker_kind=speaker.kind,
                speaker=speaker.noun if speaker.kind == "person" else None,
                organisation=speaker.noun if speaker.kind == "organisation" else None,
                role=speaker.role,
                attribution="" if speaker.noun else UNNAMED[speaker.kind],
                said_on=self._said_on(draft.row),
                venue=self.rng.choice(VENUES) if self.rng.random() < 0.2 else "",
                status=self.rng.choices(Quote.Status.values, (5, 90, 3, 2))[0],
            )
            quote.anchor_to(spans)
            quote.derive()
            yield quote

    def _said_on(self, article):
        """Mostly nothing, for the article's day counts; else the day before or no more than the month."""
        if self.rng.random() < 0.75:
            return None
        before = PartialDate.of(article.day - DAY)
        return before if self.rng.random() < 0.7 else PartialDate(before.year, before.month)

    def _sources(self, draft):
        """The article as a source of what stands in it and is not known from elsewhere."""
        roles = {speaker.role: Source.Shows.HELD for speaker in draft.speakers if speaker.role}
        facts = dict.fromkeys(draft.nouns, Source.Shows.NOTHING) | roles
        for fact, shows in facts.items():
            if not fact.stands_alone and self.told[fact] < MOST_SOURCES:
                self.told[fact] += 1
                yield _source(draft.row, fact, shows)

    def _correct(self, articles):
        """Correct a few of them, some with the quote the correction touches."""
        corrected = [row for row in articles if row.publish_at and self.rng.random() < 0.02]
        corrections = [
            Correction(
                article=row,
                kind=self.rng.choice(Correction.Kind.values),
                text="An earlier version gave a wrong figure for the cost of the plan.",
                made_at=row.publish_at + DAY,
            )
            for row in corrected
        ]
        Correction.objects.bulk_create(corrections)
        touched = {
            quote.article_id: quote for quote in Quote.objects.filter(article__in=corrected).order_by("-position")
        }
        Correction.quotes.through.objects.bulk_create(
            Correction.quotes.through(correction=correction, quote=touched[correction.article_id])
            for correction in corrections
            if correction.article_id in touched
        )


def _source(article, fact, shows):
    """What the article's own save would write of a fact it tells of."""
    return Source(
        **{fact._meta.model_name: fact},
        our_article=article.pk,
        shows=shows,
        visible_from=article.publish_at if article.state == Article.State.PUBLISHED else None,
        visible_until=article.expire_at,
        url=settings.SITE_URL + article.get_absolute_url(),
        title=article.headline,
        publisher=settings.SITE_NAME,
        date=PartialDate.of(article.day),
    )
