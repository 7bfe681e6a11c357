"""Accepted suggestions become people, organisations, roles, relationships, mentions and quotes of their article."""

from collections import Counter

from django.db import transaction

from articles import revisions
from articles.models import Mention, Quote
from newsroom.lib.dates import Certainty
from people.models import Organisation, Person, Relationship, Role, Source
from people.models.relationship import OTHER_END
from people.names import fold

# The note of the revision it leaves.
ACCEPTED = "Suggestions accepted"


def accept(article, suggestions, keys, by=None, reviewed=True, chosen=None):
    """Make what the suggestions named by `keys` say, and keep a revision; returns a Counter of what was made.

    `chosen` maps the key of an ambiguous suggestion to the Person or Organisation an editor picked; without it an
    ambiguous one is left alone. What is made is first learnt from this article: it shows only while the article does.
    With `reviewed` false it is marked as not yet looked at. Accepting the same again makes nothing.
    """
    with transaction.atomic():
        accepting = _Accepting(article, reviewed, chosen or {})
        for one in suggestions.people:
            if one.key in keys:
                accepting.person(one)
        for one in suggestions.organisations:
            if one.key in keys:
                accepting.organisation(one)
        for one in suggestions.people:
            if one.key in keys:
                accepting.roles(one)
        for one in suggestions.relationships:
            if one.key in keys:
                accepting.relationship(one.found)
        for one in suggestions.quotes:
            if one.key in keys:
                accepting.quote(one.found)
        if accepting.made:
            article.carry_over()
            revisions.record(article, by=by, note=ACCEPTED)
    return accepting.made


class _Accepting:
    """One sitting: who the names of this text turned out to be, and what was made."""

    def __init__(self, article, reviewed, chosen):
        self.article, self.reviewed, self.chosen = article, reviewed, chosen
        self.people, self.organisations, self.worded = {}, {}, {}
        self.made = Counter()

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

    def roles(self, suggestion):
        """The posts the text gives the person, each with this article as a source."""
        person = self.people.get(suggestion.found.name)
        for found in suggestion.found.roles if person else ():
            organisation = self._organisation_of(found)
            role = self._same_role(person, found, organisation)
            if not role:
                state = Role.EndState.ENDED if found.former else Role.EndState.UNKNOWN
                role = self._learnt(Role(person=person, title=found.title, organisation=organisation, end_state=state))
            self._source(role, shows=Source.Shows.OVER if found.former else Source.Shows.HELD)
            if not found.former:
                self.worded.setdefault(person.pk, []).append(role)

    def relationship(self, found):
        """How two people of this text are related."""
        person, other = self.people.get(found.person), self.people.get(found.other)
        if not person or not other or person == other:
            return
        kind = found.kind if found.kind in OTHER_END else "relative"
        known = Relationship.objects.of(person).of(other).filter(kind__in=(kind, OTHER_END[kind])).first()
        self._source(known or self._learnt(Relationship(person=person, kind=kind, other=other)))

    def quote(self, found):
        """A quote anchored at its stretches, with speaker, role, venue and date."""
        if self.article.quotes.filter(position=found.segments[0].start).exists():
            return
        quote = Quote(article=self.article, kind=found.kind, said_on=found.said_on, **self._speaker(found.speaker))
        quote.venue = self._words(found.venue)
        quote.status = Quote.Status.CONFIRMED if self.reviewed else Quote.Status.UNREVIEWED
        quote.anchor_to([tuple(span) for span in found.segments])
        quote.save()
        self.made["quotes"] += 1
        noun = quote.speaker or quote.organisation
        if noun:
            mentions = self.article.mentions.filter(**{noun._meta.model_name: noun})
            mentions.filter(relation=Mention.Relation.MENTIONED).update(relation=Mention.Relation.QUOTED)

    def _speaker(self, found):
        """The fields of a Quote that say who speaks."""
        kinds = Quote.SpeakerKind
        person = self.people.get(found.name) if found and found.kind == "person" else None
        if person:
            return {"speaker_kind": kinds.PERSON, "speaker": person, "role": self._role_when_said(person)}
        organisation = (
            self.organisations.get(fold(found.name or "")) if found and found.kind == "organisation" else None
        )
        if organisation:
            return {"speaker_kind": kinds.ORGANISATION, "organisation": organisation}
        if found and found.kind in {"anonymous", "several"}:
            return {"speaker_kind": kinds(found.kind), "attribution": found.text}
        return {"speaker_kind": kinds.UNKNOWN, "attribution": found.text if found else ""}

    def _role_when_said(self, person):
        """The one post this text gives the speaker, else the one they certainly held; None where an editor picks."""
        roles = self.worded.get(person.pk) or list(person.roles.on(self.article.day, Certainty.YES))
        return roles[0] if len(roles) == 1 else None

    def _noun(self, suggestion, model):
        noun = self.chosen.get(suggestion.key) or suggestion.noun
        if noun and not noun.stands_alone:
            self._source(noun)
        if noun or suggestion.is_ambiguous:
            return noun
        noun = self._learnt(model(name=suggestion.found.name))
        self._source(noun)
        return noun

    def _organisation_of(self, found):
        """The organisation inside a title: one of this text, one known by that name alone, or a new one."""
        if not found.organisation:
            return None
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
        """A role the newsroom already has that these words mean on this day."""
        roles = person.roles.filter(folded=fold(found.title), organisation=organisation)
        if found.former:
            return roles.filter(end_state=Role.EndState.ENDED).first()
        return roles.on(self.article.day).first()

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
        self.made["mentions"] += new
        added = [words for words in suggestion.words if words not in mention.names]
        if added and not new:
            mention.names += added
            mention.save()

    def _relation(self, suggestion):
        headline = f" {fold(self.article.headline)} "
        named = any(f" {fold(words)} " in headline for words in suggestion.words)
        return Mention.Relation.SUBJECT if named else Mention.Relation.MENTIONED

    def _learnt(self, fact):
        """Save a new fact that shows only while an article tells of it."""
        fact.stands_alone, fact.reviewed = False, self.reviewed
        fact.save()
        self.made[str(fact._meta.verbose_name_plural)] += 1
        return fact

    def _source(self, fact, shows=Source.Shows.NOTHING):
        """This article as a source of the fact; `Article.carry_over` fills in the rest."""
        Source.objects.get_or_create(
            **{fact._meta.model_name: fact},
            our_article=self.article.pk,
            defaults={"title": str(self.article), "shows": shows},
        )

    def _words(self, span):
        return self.article.body_text[span.start : span.end] if span else ""
