"""The roles of people in a feed -> rows. Most have no id: one is known again by what the feed said of it before."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError

from people.models import Role, Source
from people.models.role import check_order
from people.names import fold
from people.takeover import bad_columns, said_of, take_over

COLUMNS = ("title", "organisation_id", "on_behalf_of_id", "start", "ending")


@dataclass(eq=False)
class Post:
    """One role on its way in: the row as the file says it, what it says, and what it said before (with our `row`)."""

    label: str
    draft: Role
    said: dict
    before: dict = field(default_factory=dict)
    row: Role | None = None

    @property
    def key(self):
        """What entries of one role share, whatever becomes of its dates."""
        return self.said["organisation_id"], fold(self.said["title"])

    @property
    def is_as_before(self):
        """Whether the feed says the very same as when it was last read."""
        return {**self.said, "row": self.before.get("row")} == self.before

    @property
    def number(self):
        """The number of our row."""
        return self.row.pk if self.row else self.before["row"]


def appoint(intakes, roles, organisations, report):
    """Take in the `roles`, by id of person, of people whose rows are in; adds what was said to each intake's `said`.

    Refused are those that end before they begin and those at a body that was refused; `organisations` are the others.
    """
    every = []
    for intake in intakes:
        read = [_read(role, intake, organisations, report) for role in roles[intake.record.id]]
        posts = [post for post in read if post]
        _compare(posts, intake.before.get("roles", []))
        every.append(posts)
    news = [post for posts in every for post in posts if not post.is_as_before]
    _find_rows(news)
    _keep(news, report)
    for intake, posts in zip(intakes, every, strict=True):
        for post in posts:
            if post.is_as_before:
                report.unchanged(post.label)
        if posts:
            intake.said["roles"] = [{**post.said, "row": post.number} for post in posts]


def _read(role, intake, organisations, report):
    """The role as a Post, or None when it is refused."""
    label = f"{role.title} of {intake.label}"
    for column, body in (("organisation", role.organisation_id), ("on_behalf_of", role.on_behalf_of_id)):
        if body and body not in organisations:
            report.refused(f"{label}, {column}", f"“{body}” was refused, so this is too")
            return None
    draft = Role(
        person=intake.row,
        title=role.title,
        organisation=organisations.get(role.organisation_id),
        on_behalf_of=organisations.get(role.on_behalf_of_id),
        start=role.start,
        end=role.end,
        end_state=role.end_state,
    )
    draft.derive()
    bad = bad_columns(draft, ["title"]) or _wrong_order(draft)
    for column, reason in bad.items():
        report.refused(f"{label}, {column}", reason)
    if bad:
        return None
    sources = [[source.url, source.title] for source in role.sources]
    return Post(label, draft, {**said_of(draft, COLUMNS), "id": role.id or "", "sources": sources})


def _wrong_order(role):
    """{"end": reason} for a role that ends before it begins."""
    try:
        check_order(role.start, role.end)
    except ValidationError as error:
        return {column: " ".join(messages) for column, messages in error.message_dict.items()}
    return {}


def _compare(posts, before):
    """Give each post what the feed said of it before: the very same, else the likest of what it no longer says."""
    left = list(before)
    for likeness in (_same, _alike):
        for post in posts:
            found = max(left, key=lambda old, post=post: likeness(post, old), default=None)
            if found and not post.before and likeness(post, found):
                post.before = found
                left.remove(found)


def _same(post, old):
    return {**post.said, "row": old["row"]} == old


def _alike(post, old):
    """How like they are; nothing unless they have an id, or body and title, in common."""
    same_id = post.said["id"] and post.said["id"] == old["id"]
    if not (same_id or post.key == (old["organisation_id"], fold(old["title"]))):
        return 0
    return (len(COLUMNS) if same_id else 0) + sum(old[column] == post.said[column] for column in COLUMNS)


def _find_rows(posts):
    """Find our row for each of these posts, where there is one: the one it had before, else one that fits it."""
    free = {row.pk: row for row in Role.objects.filter(person__in={post.draft.person for post in posts})}
    for post in posts:
        post.row = free.pop(post.before.get("row"), None)
    mine = defaultdict(list)
    for row in free.values():
        mine[row.person_id].append(row)
    for post in posts:
        rows = mine[post.draft.person_id]
        fitting = next((row for row in rows if _fits(post, row)), None)
        if fitting and not post.before:
            post.row = fitting
            rows.remove(fitting)


def _fits(post, row):
    """Whether a row of the same person is the same role, told with no other dates."""
    said, present = post.said, said_of(row, COLUMNS)
    return post.key == (present["organisation_id"], fold(present["title"])) and all(
        present[column] in ("", "unknown", said[column]) for column in ("start", "ending")
    )


def _keep(posts, report):
    """Write the posts that say something new and report them."""
    new = [post for post in posts if not post.row and not post.before]
    for post in new:
        post.row = post.draft
        report.created(post.label)
    Role.objects.bulk_create([post.row for post in new])
    sources = [(post, source) for post in new for source in post.said["sources"]]
    for post in posts:
        if post not in new:
            sources += [(post, source) for source in _change(post, report)]
    Source.objects.bulk_create([Source(role=post.row, url=url, title=title) for post, (url, title) in sources])


def _change(post, report):
    """Take over what is new of a role we have; returns the sources to add."""
    if not post.row:
        report.unchanged(post.label, "it was deleted here and stays so")
        return []
    row = post.row
    changed, kept = take_over(row, {column: post.said[column] for column in COLUMNS}, post.before)
    for column, note in [*kept.items(), *_wrong_order(row).items()]:
        report.noted(f"{post.label}, {column}", note)
    if _wrong_order(row):
        report.unchanged(post.label)
        return []
    if not post.before and not row.stands_alone:
        row.stands_alone = True
        changed.append("stands_alone")
    if changed:
        row.save()
    before, there = post.before.get("sources", []), set(row.sources.values_list("url", "title"))
    sources = [one for one in post.said["sources"] if one not in before and tuple(one) not in there]
    if sources:
        changed.append("sources")
    (report.changed if changed else report.unchanged)(post.label, ", ".join(changed))
    return sources
