"""Accepted suggestions become people, organisations, roles, relationships, mentions and quotes of their article."""

from collections import Counter
from dataclasses import dataclass, field, replace

from django.db import transaction

from articles import revisions
from articles.models import Mention, Quote
from articles.text.posts import post
from newsroom.lib.dates import Certainty
from people.models import Organisation, Person, Relationship, Role, Source
from people.models.relationship import OTHER_END
from people.names import fold

# The note of the revision it leaves.
ACCEPTED = "Suggestions accepted"


def accept(article, suggestions, keys, by=None, reviewed=True, chosen=None):
    """Make what the suggestions named by `keys` say, and keep a revision; returns a Counter of what was made.

    See `take`. What is made is first learnt from this article: it shows only while the article does.
    """
    with transaction.atomic():
        made = take(article, suggestions, keys, reviewed, chosen)
        if made.counts:
            article.carry_over()
            revisions.record(article, by=by, note=ACCEPTED)
    return made.counts


def post_of(role):
    """The post a Role is of, to be compared with what a text says; the role comes with its organisation."""
    return post(role.title, role.organisation.name if role.organisation else "")


def take(article, suggestions, keys, reviewed=True, chosen=None, corrected=None):
    """Make what the suggestions named by `keys` say, without a revision; returns Made.

    `chosen` maps the key of a person or organisation to the one an editor picked, None for a new one; without it an
    ambiguous one is left alone. `corrected` maps a key to what the editor put right in it: name; title, organisation
    and former; kind; speaker, attribution, venue and said_on; a speaker or organisation as its key or words, or as the
    record itself. With `reviewed` false what is made is marked as not yet
    looked at. Taking the same again makes nothing.
    """
    taking = _Taking(article, reviewed, chosen or {}, corrected or {})
    taking.know(suggestions)
    for one in suggestions.all():
        if one.key in keys:
            getattr(taking, one.kind)(one)
    return taking.made


@dataclass
class Made:
    """What was made, in that order, and which fields were set, as (row, field, value before)."""

    rows: list = field(default_factory=list)
    changed: list = field(default_factory=list)

    @property
    def counts(self):
        """A Counter of what was made, sources aside, by its plural."""
        return Counter(str(row._meta.verbose_name_plural) for row in self.rows if not isinstance(row, Source))

    def set(self, row, name, value):
        """Set and save one field, remembering what it was."""
        self.changed.append((row, name, getattr(row, name)))
        setattr(row, name, value)
        row.save()


class _Taking:
    """Who the names of this text turned out to be, and what was made."""

    def __init__(self, article, reviewed, chosen, corrected):
        self.article, self.reviewed, self.chosen, self.corrected = article, reviewed, chosen, corrected
        self.people, self.organisations, self.worded = {}, {}, {}
        self.made = Made()

    def know(self, suggestions):
        """Take over whom and what the article mentions already."""
        self.people = {one.found.name: one.noun for one in suggestions.people if one.is_mentioned}
        self.organisations = {fold(one.found.name): one.noun for one in suggestions.organisations if one.is_mentioned}
        people = {one.key: one.noun for one in suggestions.people if one.is_mentioned}
        learnt = Role.objects.filter(person__in=people.values(), sources__our_article=self.article.pk)
        for role in learnt.exclude(sources__shows=Source.Shows.OVER) if people else ():
            self.worded.setdefault(role.person_id, []).append(role)

    def person(self, suggestion):
        """The person the suggestion means, mentioned by this article."""
        person = self._noun(suggestion, Person)
        if person:
            self.people[suggestion.found.name] = person
            self._mention(suggestion, person)

    def organisation(self, suggestion):
        """The organisation the suggestion means, mentioned by this article."""
        organisation = self._noun(suggestion, Organisation)
        if organisation:
            self.organisations[fold(suggestion.found.name)] = organisation
            self._mention(suggestion, organisation)

    def role(self, suggestion):
        """A post the text gives a person, with this article as a source."""
        found = replace(suggestion.found, **self.corrected.get(suggestion.key, {}))
        person = self.people.get(suggestion.of.partition(":")[2])
        if not person:
            return
        organisation = self._organisation_of(found)
        role = self._same_role(person, found, organisation)
        if role:
            self._word_fully(role, found, organisation)
        else:
            state = Role.EndState.ENDED if found.former else Role.EndState.UNKNOWN
            role = self._learnt(Role(person=person, title=found.title, organisation=organisation, end_state=state))
        self._source(role, shows=Source.Shows.OVER if found.former else Source.Shows.HELD)
        if not found.former and role not in self.worded.setdefault(person.pk, []):
            self.worded[person.pk].append(role)

    def relationship(self, suggestion):
        """How two people of this text are related."""
        found = replace(suggestion.found, **self.corrected.get(suggestion.key, {}))
        person, other = self.people.get(found.person), self.people.get(found.other)
        if not person or not other or person == other:
            return
        kind = found.kind if found.kind in OTHER_END else "relative"
        known = Relationship.objects.of(person).of(other).filter(kind__in=(kind, OTHER_END[kind])).first()
        self._source(known or self._learnt(Relationship(person=person, kind=kind, other=other)))

    def quote(self, suggestion):
        """A quote anchored at its stretches, with speaker, role, venue and date."""
        found, put_right = suggestion.found, self.corrected.get(suggestion.key, {})
        if self.article.quotes.filter(position=found.segments[0].start).exists():
            return
        speaker = self._corrected_speaker(put_right) if "speaker" in put_right else self._speaker(found.speaker)
        quote = Quote(article=self.article, kind=put_right.get("kind", found.kind), **speaker)
        quote.said_on = put_right.get("said_on", found.said_on)
        quote.venue = put_right.get("venue", self._words(found.venue))
        quote.status = Quote.Status.CONFIRMED if self.reviewed else Quote.Status.UNREVIEWED
        quote.anchor_to([tuple(span) for span in found.segments])
        quote.save()
        self.made.rows.append(quote)
        noun = quote.speaker or quote.organisation
        mention = noun and self.article.mentions.filter(**{noun._meta.model_name: noun}).first()
        if mention and mention.relation == Mention.Relation.MENTIONED:
            self.made.set(mention, "relation", Mention.Relation.QUOTED)

    def _speaker(self, found):
        """The fields of a Quote that say who speaks."""
        if not found:
            return self._said_by("unknown", "", "")
        return self._said_by(found.kind, found.name, found.text)

    def _corrected_speaker(self, put_right):
        """The same as an editor put it right: somebody known, or a kind of speaker, or that and a name of this text."""
        speaker = put_right["speaker"]
        if isinstance(speaker, Person | Organisation):
            return self._known_speaker(speaker)
        kind, _, name = speaker.partition(":")
        return self._said_by(kind, name, put_right.get("attribution", ""))

    def _known_speaker(self, noun):
        """Somebody whom the text may not even name: the article then mentions them as quoted."""
        if not noun.stands_alone:
            self._source(noun)
        relation, kind = Mention.Relation.QUOTED, noun._meta.model_name
        new = {"relation": relation, "reviewed": self.reviewed}
        mention, is_new = Mention.objects.get_or_create(article=self.article, **{kind: noun}, defaults=new)
        self.made.rows += [mention] if is_new else []
        if isinstance(noun, Organisation):
            return {"speaker_kind": Quote.SpeakerKind.ORGANISATION, "organisation": noun}
        return {"speaker_kind": Quote.SpeakerKind.PERSON, "speaker": noun, "role": self._role_when_said(noun)}

    def _said_by(self, kind, name, words):
        kinds = Quote.SpeakerKind
        if kind == kinds.PERSON and (person := self.people.get(name)):
            return {"speaker_kind": kinds.PERSON, "speaker": person, "role": self._role_when_said(person)}
        if kind == kinds.ORGANISATION and (organisation := self.organisations.get(fold(name or ""))):
            return {"speaker_kind": kinds.ORGANISATION, "organisation": organisation}
        unnamed = kind if kind in {kinds.ANONYMOUS, kinds.SEVERAL} else kinds.UNKNOWN
        return {"speaker_kind": kinds(unnamed), "attribution": words}

    def _role_when_said(self, person):
        """The one post this text gives the speaker, else the one they certainly held; None where an editor picks."""
        roles = self.worded.get(person.pk) or list(person.roles.on(self.article.day, Certainty.YES))
        return roles[0] if len(roles) == 1 else None

    def _noun(self, suggestion, model):
        noun = self.chosen.get(suggestion.key, suggestion.noun)
        if noun and not noun.stands_alone:
            self._source(noun)
        if noun or (suggestion.is_ambiguous and suggestion.key not in self.chosen):
            return noun
        name = self.corrected.get(suggestion.key, {}).get("name", suggestion.found.name)
        noun = self._learnt(model(name=name))
        self._source(noun)
        return noun

    def _organisation_of(self, found):
        """The organisation inside a title: the one picked, one of this text, one known by that name, or a new one."""
        if not found.organisation:
            return None
        if isinstance(found.organisation, Organisation):
            if not found.organisation.stands_alone:
                self._source(found.organisation)
            return found.organisation
        key = fold(found.organisation)
        if key not in self.organisations:
            known = list(Organisation.objects.filter(folded=key)[:2])
            if len(known) == 1:
                self.organisations[key] = known[0]
            else:
                self.organisations[key] = self._learnt(Organisation(name=found.organisation))
            if not self.organisations[key].stands_alone:
                self._source(self.organisations[key])
        return self.organisations[key]

    def _same_role(self, person, found, organisation):
        """The one role the newsroom already has that these words mean on this day; of several the one worded alike."""
        roles = person.roles.select_related("organisation")
        roles = roles.filter(end_state=Role.EndState.ENDED) if found.former else roles.on(self.article.day)
        said = post(found.title, organisation.name if organisation else "")
        same = [role for role in roles if post_of(role).is_same(said)]
        alike = [role for role in same if (role.folded, role.organisation) == (fold(found.title), organisation)]
        return next(iter(alike), same[0] if len(same) == 1 else None)

    def _word_fully(self, role, found, organisation):
        """Take over words that say more of a post which no editor has looked at yet: "US President" for "President"."""
        said = post(found.title, organisation.name if organisation else "")
        if role.reviewed or role.stands_alone or not said.whole > post_of(role).whole:
            return
        self.made.set(role, "title", found.title)
        if organisation:
            self.made.set(role, "organisation_id", organisation.pk)

    def _mention(self, suggestion, noun):
        mention, new = Mention.objects.get_or_create(
            article=self.article,
            **{noun._meta.model_name: noun},
            defaults={
                "names": list(suggestion.words),
                "relation": self._relation(suggestion),
                "reviewed": self.reviewed,
            },
        )
        added = [words for words in suggestion.words if words not in mention.names]
        if new:
            self.made.rows.append(mention)
        elif added:
            self.made.set(mention, "names", mention.names + added)

    def _relation(self, suggestion):
        headline = f" {fold(self.article.headline)} "
        named = any(f" {fold(words)} " in headline for words in suggestion.words)
        return Mention.Relation.SUBJECT if named else Mention.Relation.MENTIONED

    def _learnt(self, fact):
        """Save a new fact that shows only while an article tells of it."""
        fact.stands_alone, fact.reviewed = False, self.reviewed
        fact.save()
        self.made.rows.append(fact)
        return fact

    def _source(self, fact, shows=Source.Shows.NOTHING):
        """This article as a source of the fact; `Article.carry_over` fills in the rest."""
        source, new = Source.objects.get_or_create(
            **{fact._meta.model_name: fact},
            our_article=self.article.pk,
            defaults={"title": str(self.article), "shows": shows},
        )
        self.made.rows += [source] if new else []

    def _words(self, span):
        return self.article.body_text[span.start : span.end] if span else ""
