"""What stands beside the form of an article: how it stands, the checklist, tasks, acts towards readers, the thread."""

from django.urls import reverse

from articles import checklist
from articles.models.preview import CHOICES
from articles.publishing import account, moment
from articles.workflow import Act, may

from .correct import ACTS
from .talking import thread


def beside(user, article, is_shown):
    """What `user` sees beside the form of the saved `article`, which readers see now if it `is_shown`."""
    return {
        "article": article,
        "account": account(article),
        "embargo": moment(article.embargo_until) if article.embargo_until else "",
        "problems": checklist.problems(article),
        "acts": list(acts(user, article)) if is_shown else [],
        "corrections": list(article.corrections.newest_first()),
        "links": list(article.preview_links.working().select_related("made_by")),
        "lasting": CHOICES if may(user, Act.EDIT, article) and (article.pending_id or not is_shown) else {},
        "may_revoke": may(user, Act.EDIT, article),
        "tasks": list(article.tasks.open().for_list()),
        **thread(user, article),
    }


def acts(user, article):
    """The (label, address) of each act by which readers are told something of an article they see."""
    if may(user, Act.CORRECT, article):
        for kind, act in ACTS.items():
            yield act.label, f"{reverse('admin:articles_article_correct_it', args=[article.pk])}?kind={kind}"
    if may(user, Act.WITHDRAW, article):
        yield "Withdraw", reverse("admin:articles_article_withdraw", args=[article.pk])
