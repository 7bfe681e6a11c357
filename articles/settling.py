"""An editor settles suggestions one by one: accepts, corrects, refuses; every step can be taken back."""

import datetime

from django.utils import timezone

from articles import revisions
from articles.accepting import post_of, take
from articles.models import Refusal, Sitting, Step
from articles.taking_back import as_changed, as_made, take_back
from articles.text.posts import post
from articles.text.stretches import joined
from newsroom.lib.acting import Way, acting
from people.models import Relationship, Role

# A pause longer than that begins a new sitting.
PAUSE = datetime.timedelta(hours=8)
SETTLED = "Suggestions settled"
MOST_NAMED = 3


class NotSettled(ValueError):  # noqa: N818 - it is raised and read as a sentence
    """What was asked cannot be done; the message says why and what to do."""


def in_article(article, suggestions):
    """The keys of the suggestions that are in the article already, in a fixed number of queries."""
    people = {one.found.name: one.noun for one in suggestions.people if one.noun}
    positions = {quote.position for quote in article.quotes.all()}
    pairs = Relationship.objects.filter(person__in=people.values(), other__in=people.values())
    related = {
        (frozenset([person, other]), kind) for person, other, kind in pairs.values_list("person", "other", "kind")
    }
    roles = Role.objects.filter(person__in=people.values(), sources__our_article=article.pk)
    posts = [(role.person_id, post_of(role)) for role in roles.select_related("organisation")]
    steps = Step.objects.filter(sitting__article=article).values_list("settled", flat=True)
    settled = {tuple(identity) for step in steps for identity in step}

    def stands(one):
        if one.kind == "quote":
            return one.found.segments[0].start in positions
        if one.kind in {"person", "organisation"}:
            return one.is_mentioned
        if one.identity in settled:
            return True
        if one.kind == "role":
            person, said = people.get(one.of.partition(":")[2]), post(one.found.title, one.found.organisation or "")
            return any(person and holder == person.pk and held.is_same(said) for holder, held in posts)
        ends = [people.get(one.found.person), people.get(one.found.other)]
        return all(ends) and (frozenset(end.pk for end in ends), one.found.kind) in related

    return {one.key for one in suggestions.all() if stands(one)}


def settle(article, suggestions, keys, by, chosen=None, corrected=None):
    """Accept the suggestions of these keys with those they build on, as a step of the editor's sitting.

    Returns the Step, None when all of it was in the article already. Raises NotSettled for a key that is not offered,
    when somebody must be chosen first, or what it builds on was refused; of several keys those are left open then.
    """
    chosen, corrected = chosen or {}, corrected or {}
    offered = {one.key: one for one in suggestions.all()}
    asked = [_offered(offered, key) for key in keys]
    wanted = {}
    for one in asked:
        parts = _with_parts(one, offered, corrected)
        obstacle = _obstacle(one, parts, chosen)
        if obstacle and len(asked) == 1:
            raise NotSettled(obstacle)
        wanted |= {} if obstacle else {part.key: part for part in parts}
    there = in_article(article, suggestions)
    new = [one for key, one in wanted.items() if key not in there]
    _forget_refusals(article, [one for one in new if one.is_refused])
    with acting(by, Way.SETTLING):
        made = take(article, suggestions, {one.key for one in wanted.values()}, chosen=chosen, corrected=corrected)
    if not (made.rows or made.changed):
        return None
    article.carry_over()
    said = f"Accepted: {_named(new or asked, chosen)}"
    return as_step(article, by, said, settled=new, made=made.rows, changed=made.changed)


def refuse(article, suggestions, keys, by):
    """Refuse these suggestions of the article for good; returns the Step, None when they were refused before."""
    offered = {one.key: one for one in suggestions.all()}
    asked = [_offered(offered, key) for key in keys]
    if there := in_article(article, suggestions) & set(keys):
        raise NotSettled(f"{title(offered[min(there)])} is in the article already: take that back instead.")
    made = []
    for one in asked:
        refusal, new = Refusal.objects.get_or_create(article=article, kind=one.kind, words=one.identity[1])
        made += [refusal] if new else []
    return as_step(article, by, f"Refused: {_named(asked)}", made=made) if made else None


def allow(article, suggestions, keys):
    """Take a refusal back, whoever made it and when."""
    offered = {one.key: one for one in suggestions.all()}
    _forget_refusals(article, [_offered(offered, key) for key in keys])


def undo(article, by, whole=False):
    """Take back the editor's last step, or the whole sitting; returns (what was undone, what had to stay) as lines."""
    sitting = current(article, by)
    steps = list(sitting.steps.reverse()) if sitting else []
    if not steps:
        raise NotSettled("There is nothing of this sitting to take back.")
    undone, stayed = [], []
    for step in steps if whole else steps[:1]:
        with acting(by, Way.UNDO):
            stayed += take_back(step)
        undone.append(step.said)
        step.delete()
    article.carry_over()
    _keep(sitting)
    return undone, stayed


def current(article, by):
    """The editor's sitting over this article that still goes on, or None."""
    recent = Sitting.objects.filter(article=article, by=by, last_step_at__gt=timezone.now() - PAUSE)
    return recent.order_by("-pk").first()


def title(one):
    """A suggestion in a few words."""
    found = one.found
    if one.kind == "quote":
        words = joined(one.words)
        return f"“{words[:80]}…”" if len(words) > 80 else f"“{words}”"
    if one.kind == "relationship":
        return f"{found.person} – {found.kind} – {found.other}"
    if one.kind == "role":
        return one.key.partition(":")[2]
    return found.name


def _offered(offered, key):
    if key not in offered:
        raise NotSettled("This suggestion is no longer offered: the text was read anew. Load the page again.")
    return offered[key]


def _with_parts(one, offered, corrected):
    """The suggestion and before it those it builds on: its speaker, its holder, the two people related.

    A quote does without a speaker who was refused.
    """
    parts = [offered[key] for key in _parts(one, corrected) if key in offered]
    return [*(part for part in parts if not (part.is_refused and one.kind == "quote")), one]


def _obstacle(one, parts, chosen):
    """Why the suggestion cannot be accepted with its parts, as a sentence; empty when it can."""
    for part in parts:
        if part.is_ambiguous and part.key not in chosen:
            return f"Several are known as “{part.found.name}”: choose first who is meant."
        if part.is_refused and part is not one:
            return f"“{part.found.name}” was refused: offer that again first."
    return ""


def _parts(one, corrected):
    found = one.found
    if one.kind == "role":
        return [one.of]
    if one.kind == "relationship":
        return [f"person:{found.person}", f"person:{found.other}"]
    if one.kind == "quote":
        spoken = f"{found.speaker.kind}:{found.speaker.name}" if found.speaker else ""
        return [corrected.get(one.key, {}).get("speaker", spoken)]
    return []


def _forget_refusals(article, suggestions):
    for kind, words in [one.identity for one in suggestions]:
        Refusal.objects.filter(article=article, kind=kind, words=words).delete()


def _named(suggestions, chosen=None):
    names = [_as(title(one), (chosen or {}).get(one.key)) for one in suggestions[:MOST_NAMED]]
    more = len(suggestions) - len(names)
    return ", ".join(names) + (f" and {more} more" if more else "")


def _as(name, noun):
    """The name, and who was chosen for it under another one."""
    return f"{name} as {noun}" if noun and str(noun) != name else name


def as_step(article, by, said, settled=(), made=(), changed=()):
    """Keep what was done as a Step of the editor's sitting: the rows made; fields changed, as (row, name, before)."""
    sitting = current(article, by) or Sitting.objects.create(article=article, by=by)
    step = sitting.steps.create(
        said=said[:400],
        settled=[one.identity for one in settled],
        made=[as_made(row) for row in made],
        changed=[as_changed(*one) for one in changed],
    )
    _keep(sitting)
    return step


def _keep(sitting):
    """Keep a revision of what the article now says, and the sitting open for the next step."""
    revisions.record(sitting.article, by=sitting.by, note=SETTLED)
    sitting.save()
