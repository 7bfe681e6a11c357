"""The desk's own help: one page that says how it works, with what the code itself says of states and rights."""

from django.contrib.auth.models import Group
from django.shortcuts import render

from articles.models import Article
from articles.models.preview import CHOICES
from articles.models.quote import AnchorState
from articles.workflow import MOVES, RIGHT


def page(request, site):
    """How the desk works; the same for everybody who may sign in to it."""
    context = {
        **site.each_context(request),
        "title": "How the desk works",
        "moves": steps(),
        "anchors": [(state.label, state.meaning) for state in AnchorState],
        "lasting": CHOICES.values(),
    }
    return render(request, "admin/help.html", context)


def steps():
    """[(what the button says, the states it is offered in, the state it leads to, the groups who may)]."""
    labels = dict(Article.State.choices)
    groups = Group.objects.prefetch_related("permissions__content_type").order_by("pk")
    rights = {group.name: {_right(each) for each in group.permissions.all()} for group in groups}
    return [
        (
            move.label,
            [label for state, label in labels.items() if state in move.sources],
            labels[move.target],
            [name for name, held in rights.items() if RIGHT[move.act] in held],
        )
        for move in MOVES
    ]


def _right(permission):
    return f"{permission.content_type.app_label}.{permission.codename}"
