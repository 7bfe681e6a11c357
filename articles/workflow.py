"""Who may do what to an article: the acts with the right each needs, and the moves from one state to the next."""

from dataclasses import dataclass
from enum import StrEnum

from django.core.exceptions import PermissionDenied, ValidationError

from articles.models import Article

State = Article.State
DRAFTS = frozenset({State.DRAFT, State.REVIEW, State.READY})
# A reporter works on an article of theirs until an editor has found it ready.
IN_THE_MAKING = frozenset({State.DRAFT, State.REVIEW})


class Act(StrEnum):
    """What somebody wants to do to an article; the value says it in a sentence, “You may not …”."""

    VIEW = "see"
    ADD = "write"
    EDIT = "change"
    DELETE = "delete"
    APPROVE = "mark as ready"
    PUBLISH = "publish"
    CORRECT = "publish a correction of"
    WITHDRAW = "withdraw"
    LIFT = "lift the embargo of"
    COMMENT = "comment on"


RIGHT = {
    Act.VIEW: "articles.view_article",
    Act.ADD: "articles.add_article",
    Act.EDIT: "articles.change_article",
    Act.DELETE: "articles.delete_article",
    Act.APPROVE: "articles.approve_article",
    Act.PUBLISH: "articles.publish_article",
    Act.CORRECT: "articles.correct_article",
    Act.WITHDRAW: "articles.withdraw_article",
    Act.LIFT: "articles.lift_embargo",
    Act.COMMENT: "articles.add_comment",
}
OTHERS = "articles.edit_any_article"
# These need nothing but their own right.
ON_ITS_OWN = {Act.VIEW, Act.ADD, Act.CORRECT, Act.WITHDRAW, Act.COMMENT}


def may(user, act, article=None):
    """Whether `user` may do `act` to `article`; without an article, whether to any article at all.

    The one answer to that question: every form, button, list action and address of the desk asks it. To edit means to
    change the article's row, so that of a published article it takes the right to publish as well.
    """
    if act is Act.VIEW and user.has_perm(RIGHT[Act.EDIT]):
        return True
    if not user.has_perm(RIGHT[act]):
        return False
    if article is None or act in ON_ITS_OWN:
        return True
    if act is Act.DELETE and article.was_published:
        return False
    return user.has_perm(RIGHT[Act.EDIT]) and _within_reach(user, article)


def require(user, act, article):
    """Raise PermissionDenied, in words for the one who asked, unless `user` may do `act` to `article`.

    None stands for the newsroom itself: a command or an import on the server.
    """
    if user is not None and not may(user, act, article):
        raise PermissionDenied(f"You may not {act} “{article}”.")


def is_own(user, article):
    """Whether it is theirs: they made it, it was handed to them, or they are just making it."""
    return article.pk is None or user.pk in {article.made_by_id, article.assigned_to_id}


def _within_reach(user, article):
    if article.state == State.PUBLISHED:
        return user.has_perm(OTHERS) and user.has_perm(RIGHT[Act.PUBLISH])
    return user.has_perm(OTHERS) or (is_own(user, article) and article.state in IN_THE_MAKING)


@dataclass(frozen=True)
class Move:
    """A step from one of the states `sources` to `target`: what its button says and the act it is."""

    label: str
    sources: frozenset
    target: str
    act: Act


# Publishing and withdrawing are acts of `articles.publishing`; the others only change the state.
MOVES = (
    Move("Send for review", frozenset({State.DRAFT}), State.REVIEW, Act.EDIT),
    Move("Mark as ready", IN_THE_MAKING, State.READY, Act.APPROVE),
    Move("Take off the schedule", frozenset({State.PUBLISHED}), State.READY, Act.PUBLISH),
    Move("Back to draft", frozenset({State.REVIEW, State.READY}), State.DRAFT, Act.EDIT),
    Move("Publish", DRAFTS | {State.WITHDRAWN}, State.PUBLISHED, Act.PUBLISH),
    Move("Withdraw", frozenset({State.PUBLISHED}), State.WITHDRAWN, Act.WITHDRAW),
)
BY_ACTS = {State.PUBLISHED, State.WITHDRAWN}


def moves(user, article):
    """The Moves that `user` may now make with `article`, in the order of their buttons."""
    return [move for move in MOVES if _is_open(move, article) and may(user, move.act, article)]


def move_to(user, article, target):
    """Give `article` the state `target` and whom it waits for then, without saving it.

    Raises ValidationError where no move leads there from its state or `user` may not make it.
    """
    steps = [step for step in MOVES if step.target == target and target not in BY_ACTS and _is_open(step, article)]
    if not steps:
        labels = dict(State.choices)
        state = article.get_state_display()
        raise ValidationError(f"It is {state}; from there it cannot be made {labels.get(target, target)}.")
    if not may(user, steps[0].act, article):
        raise ValidationError(f"You may not {steps[0].act} this article.")
    article.state = target
    if target == State.DRAFT:
        article.assigned_to = article.made_by
    elif article.assigned_to_id == user.pk:
        article.assigned_to = None


def _is_open(move, article):
    never_seen = article.state != State.PUBLISHED or article.is_scheduled
    return article.state in move.sources and (never_seen if move.target == State.READY else True)
