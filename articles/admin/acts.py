"""What is done to an article besides editing it: withdrawing, publishing or discarding a change, publishing drafts."""

from contextlib import nullcontext
from functools import wraps

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.html import format_html

from articles import publishing
from articles.forms import WithdrawForm
from articles.models import Article
from articles.models.preview import CHOICES, LASTS, expiry
from articles.workflow import DRAFTS, Act, may, require
from newsroom.lib import html

from .meanwhile import NOTHING_DONE, SEEN, as_shown, meanwhile


def changes_in_one_transaction(view):
    """The view of a model admin in a transaction where the request is a POST; to look takes none."""

    @wraps(view)
    def answer(self, request, *args, **kwargs):
        with transaction.atomic() if request.method == "POST" else nullcontext():
            return view(self, request, *args, **kwargs)

    return answer


class Acts:
    """For the desk of articles: acts with a page or a button of their own."""

    def get_urls(self):
        acts = [
            path("<int:pk>/withdraw/", self.admin_site.admin_view(self.withdraw), name="articles_article_withdraw"),
            path("<int:pk>/preview/", self.admin_site.admin_view(self.preview), name="articles_article_preview"),
            path("<int:pk>/pending/", self.admin_site.admin_view(self.pending), name="articles_article_pending"),
        ]
        return acts + super().get_urls()

    def act_on(self, request, pk, act=Act.EDIT):
        """The article to do `act` to, locked where the request is a POST, which needs a transaction around it.

        Raises PermissionDenied or Http404.
        """
        articles = Article.objects.select_for_update() if request.method == "POST" else Article.objects
        article = get_object_or_404(articles, pk=pk)
        require(request.user, act, article)
        return article

    def has_publish_permission(self, request):
        """Whether who asks may publish articles at all; each is asked about when it is published."""
        return may(request.user, Act.PUBLISH)

    @changes_in_one_transaction
    def withdraw(self, request, pk):
        """Take an article from readers, with a public notice."""
        article = self.act_on(request, pk, Act.WITHDRAW)
        form = WithdrawForm(request.POST if request.method == "POST" else None, initial={"notice": article.notice})
        looks = "preview" in request.POST
        if form.is_valid() and self._is_as_shown(request, article, form) and not looks:
            try:
                publishing.withdraw(article, form.cleaned_data["notice"], by=request.user)
            except ValidationError as error:
                form.add_error(None, error.messages)
            else:
                messages.success(request, f"“{article}” is withdrawn. {publishing.account(article)}")
                return redirect("admin:articles_article_change", pk)
        context = {"form": form, "article": article, "title": "Withdraw", "subtitle": str(article), "opts": self.opts}
        context["shown_as"] = as_shown(article)
        context["notice"] = html.title(form.cleaned_data["notice"]) if looks and form.is_valid() else ""
        return render(
            request, "admin/articles/article/withdraw.html", {**self.admin_site.each_context(request), **context}
        )

    @changes_in_one_transaction
    def pending(self, request, pk):
        """Publish or discard the change that readers do not see yet."""
        article = self.act_on(request, pk)
        if request.method != "POST":
            return redirect("admin:articles_article_change", pk)
        if changed := meanwhile(article, request.POST.get(SEEN)):
            messages.error(request, f"{changed} {NOTHING_DONE}")
        elif not article.pending:
            messages.error(request, "There is no change that readers do not see yet.")
        elif "discard" in request.POST:
            publishing.discard_pending(article, by=request.user)
            messages.success(request, "The change is discarded. It can still be read among the revisions.")
        else:
            self._publish_pending(request, article)
        return redirect("admin:articles_article_change", pk)

    @changes_in_one_transaction
    def preview(self, request, pk):
        """Make a link that shows the article to whoever has it, for as long as chosen, and go there; or revoke one."""
        article = self.act_on(request, pk)
        if request.method != "POST":
            return redirect("admin:articles_article_change", pk)
        if "revoke" in request.POST:
            self._revoke(request, article)
            return redirect("admin:articles_article_change", pk)
        lasts = {str(days): days for days in CHOICES}.get(request.POST.get("days", str(LASTS)))
        if lasts is None:
            messages.error(request, f"A link lasts {', '.join(CHOICES.values())}: choose one. None was made.")
            return redirect("admin:articles_article_change", pk)
        return redirect(article.preview_links.create(expires_at=expiry(lasts), made_by=request.user))

    def _revoke(self, request, article):
        number = request.POST["revoke"]
        known = article.preview_links.filter(pk=number) if number.isdecimal() and len(number) < 19 else ()
        for link in known:
            link.revoke()
            messages.success(request, "The link is revoked: whoever has it no longer sees the article.")
        if not known:
            messages.error(request, "There is no such link to this article.")

    def _is_as_shown(self, request, article, form):
        """Whether the article is as the page of the form showed it; else the form says what became of it."""
        if changed := meanwhile(article, request.POST.get(SEEN)):
            form.add_error(None, f"{changed} {NOTHING_DONE}")
        return not changed

    def _publish_pending(self, request, article):
        try:
            gone = publishing.publish_pending(article, by=request.user)
        except ValidationError as error:
            messages.error(request, f"Nothing was published. {' '.join(error.messages)}")
            return
        messages.success(request, f"The change is published. {publishing.account(article)}")
        for line in gone:
            messages.warning(request, f"Not kept: {line}.")

    def action_checkbox(self, article):
        """The box that chooses an article for an act, with what the list shows of it."""
        seen = format_html('<input type="hidden" name="{}:{}" value="{}">', SEEN, article.pk, as_shown(article))
        return super().action_checkbox(article) + seen

    @admin.action(description="Publish the chosen drafts", permissions=["publish"])
    def publish_drafts(self, request, queryset):
        """Publish each by itself and say what became of it.

        One on the page of the list must be as the list shows it; those on other pages, chosen all at once, count as
        they are.
        """
        for pk in queryset.values_list("pk", flat=True):
            self._publish_draft(request, pk)

    @transaction.atomic
    def _publish_draft(self, request, pk):
        article = Article.objects.select_for_update().get(pk=pk)
        seen = request.POST.get(f"{SEEN}:{pk}")
        is_elsewhere = seen is None and request.POST.get("select_across") == "1"
        if not is_elsewhere and (changed := meanwhile(article, seen)):
            messages.error(request, f"{changed} It was not published: look at it, and choose again.")
            return
        if article.state not in DRAFTS:
            messages.warning(request, f"“{article}” is no draft: it is {article.get_state_display()}.")
            return
        try:
            publishing.publish(article, by=request.user)
        except PermissionDenied as refusal:
            messages.error(request, str(refusal))
        except ValidationError as error:
            messages.error(request, f"“{article}” was not published: {' '.join(error.messages)}")
        else:
            messages.success(request, f"“{article}”: {publishing.account(article)}")
