"""Who may do what to an article, and that no move of a reporter leads one to readers."""

import datetime
import itertools

import pytest
from django.contrib.auth.models import AnonymousUser, Group, User
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles import publishing, workflow
from articles.models import Article
from articles.workflow import Act, may, move_to, moves
from tests.make import make_article, make_draft, make_editor, make_member

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
STATES = list(Article.State)


def in_state(state, **fields):
    return make_article(state=state, **fields)


def test_the_migration_makes_three_groups_each_with_the_rights_of_the_one_before():
    rights = [
        set(Group.objects.get(name=name).permissions.values_list("codename", flat=True))
        for name in ("reporter", "editor", "chief editor")
    ]
    assert rights[0] < rights[1] < rights[2]
    assert "publish_article" in rights[1] - rights[0]
    assert rights[2] - rights[1] >= {"withdraw_article", "lift_embargo"}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("own", [True, False])
def test_a_reporter_edits_own_articles_until_they_are_found_ready_and_shows_none(state, own):
    reporter = make_member("reporter")
    article = in_state(state, made_by=reporter if own else None)
    assert may(reporter, Act.VIEW, article)
    assert may(reporter, Act.EDIT, article) == (own and state in {"draft", "review"})
    for act in (Act.PUBLISH, Act.APPROVE, Act.CORRECT, Act.WITHDRAW, Act.LIFT):
        assert not may(reporter, act, article)


@pytest.mark.parametrize("state", STATES)
def test_an_editor_edits_and_publishes_any_article_and_a_chief_editor_withdraws_it(state):
    editor, chief, article = make_member("editor"), make_member("chief editor"), in_state(state)
    assert all(may(editor, act, article) for act in (Act.EDIT, Act.APPROVE, Act.PUBLISH, Act.CORRECT))
    assert not may(editor, Act.WITHDRAW, article)
    assert not may(editor, Act.LIFT, article)
    assert may(chief, Act.WITHDRAW, article)
    assert may(chief, Act.LIFT, article)


def test_what_was_handed_to_a_reporter_counts_as_theirs():
    reporter, draft = make_member("reporter"), make_draft()
    assert not may(reporter, Act.EDIT, draft)
    draft.assigned_to = reporter
    assert may(reporter, Act.EDIT, draft)


def test_a_superuser_may_do_everything_but_delete_what_was_published():
    boss = make_editor()
    for act in Act:
        assert may(boss, act, in_state("draft"))
    assert not may(boss, Act.DELETE, in_state("published"))
    assert not may(boss, Act.DELETE, in_state("withdrawn"))


@pytest.mark.parametrize("act", Act)
def test_who_has_no_rights_or_is_gone_may_do_nothing(act):
    gone = make_member("chief editor", is_active=False)
    for user in (AnonymousUser(), User.objects.create_user("nobody", is_staff=True), gone):
        assert not may(user, act, make_draft(made_by=gone))
        assert not may(user, act)


def test_to_change_what_readers_see_takes_the_right_to_publish():
    editor = make_member("editor")
    editor.groups.get().permissions.filter(codename="publish_article").all()
    group = editor.groups.get()
    group.permissions.remove(group.permissions.get(codename="publish_article"))
    assert may(editor, Act.EDIT, in_state("ready"))
    assert not may(editor, Act.EDIT, in_state("published"))


@pytest.mark.parametrize(
    ("group", "state", "labels"),
    [
        ("reporter", "draft", ["Send for review"]),
        ("reporter", "review", ["Back to draft"]),
        ("reporter", "ready", []),
        ("editor", "draft", ["Send for review", "Mark as ready", "Publish"]),
        ("editor", "ready", ["Back to draft", "Publish"]),
        ("editor", "published", []),
        ("chief editor", "published", ["Withdraw"]),
        ("editor", "withdrawn", ["Publish"]),
    ],
)
def test_the_moves_that_are_offered(group, state, labels):
    user = make_member(group)
    assert [move.label for move in moves(user, in_state(state, made_by=user))] == labels


def test_what_is_scheduled_can_be_taken_off_the_schedule_while_readers_do_not_see_it():
    editor, later = make_member("editor"), timezone.now() + DAY
    assert [move.label for move in moves(editor, make_article(publish_at=later))] == ["Take off the schedule"]
    with pytest.raises(ValidationError, match="from there it cannot be made ready"):
        move_to(editor, make_article(), "ready")


def test_a_move_says_whom_the_article_waits_for():
    reporter, draft = make_member("reporter"), make_draft()
    draft.made_by = draft.assigned_to = reporter
    move_to(reporter, draft, "review")
    assert draft.assigned_to is None
    move_to(make_member("editor"), draft, "draft")
    assert draft.assigned_to == reporter


@pytest.mark.parametrize("target", ["published", "withdrawn", "elsewhere", ""])
def test_no_move_leads_where_only_an_act_may_or_nothing_does(target):
    with pytest.raises(ValidationError, match="cannot be made"):
        move_to(make_editor(), make_draft(), target)


@pytest.mark.parametrize("act", ["publish", "withdraw", "publish_pending", "discard_pending"])
def test_the_acts_of_publishing_ask_who_does_them(act):
    reporter, article = make_member("reporter"), make_article()
    given = {"notice": "It was wrong."} if act == "withdraw" else {}
    with pytest.raises(PermissionDenied, match="You may not"):
        getattr(publishing, act)(article, by=reporter, **given)


class NoWayToReaders(TestCase):
    """Whatever a reporter tries in whatever order, no article reaches readers, and none leaves them."""

    @settings(max_examples=30, deadline=None)
    @given(st.data())
    def test_no_path_of_moves_leads_a_reporters_article_to_readers(self, data):
        reporter = make_member("reporter")
        state = data.draw(st.sampled_from(STATES))
        article = in_state(state, made_by=data.draw(st.sampled_from([reporter, None])), assigned_to=reporter)
        seen = article.is_published
        for _ in range(6):
            tried = data.draw(st.sampled_from([*STATES, "publish", "withdraw"]))
            try:
                if tried == "publish":
                    publishing.publish(article, by=reporter)
                elif tried == "withdraw":
                    publishing.withdraw(article, "Wrong.", by=reporter)
                else:
                    move_to(reporter, article, tried)
                    article.save()
            except (PermissionDenied, ValidationError):
                article.refresh_from_db()
            assert article.is_published == seen
            assert article.state in {state, "draft", "review"}


def test_the_table_of_moves_reaches_every_state_and_names_none_twice():
    reached, frontier = set(), {"draft"}
    while frontier:
        reached |= frontier
        frontier = {str(move.target) for move in workflow.MOVES if reached & set(move.sources)} - reached
    assert reached == set(STATES)
    pairs = [pair for move in workflow.MOVES for pair in itertools.product(move.sources, [move.target])]
    assert len(pairs) == len(set(pairs))
