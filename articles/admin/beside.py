"""What stands beside the form of an article: how it stands, the checklist, tasks, acts towards readers, the thread."""

from django.urls import reverse

from articles import checklist
from articles.models import Article
from articles.models.preview import CHOICES
from articles.publishing import account, moment
from articles.workflow import Act, may

from .correct import ACTS
from .talking import thread


def beside(user, article):
    """What `user` sees beside the form of the saved `article`; read when the page is rendered."""
    return {
        "article": article,
        "account": account(article),
        "embargo": moment(article.embargo_until) if article.embargo_until else "",
        "problems": checklist.problems(article),
        "acts": list(acts(user, article)),
        "corrections": list(article.corrections.newest_first()),
        "links": list(article.preview_links.working().select_related("made_by")),
        "lasting": CHOICES if may(user, Act.EDIT, article) and (article.pending_id or not article.is_published) else {},
        "may_revoke": may(user, Act.EDIT, article),
        "tasks": list(article.tasks.open().for_list()),
        **thread(user, article),
    }


def acts(user, article):
    """The (label, address) of each act by which readers are told something of an article they have seen."""
    if article.state != Article.State.PUBLISHED or not article.is_published:
        return
    if may(user, Act.CORRECT, article):
        for kind, act in ACTS.items():
            yield act.label, f"{reverse('admin:articles_article_correct_it', args=[article.pk])}?kind={kind}"
    if may(user, Act.WITHDRAW, article):
        yield "Withdraw", reverse("admin:articles_article_withdraw", args=[article.pk])
