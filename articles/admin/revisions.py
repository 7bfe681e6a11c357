"""The revisions of an article at the desk: listed, read, compared, restored."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Max
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.html import format_html

from articles.comparing import compared, missing
from articles.going_back import go_back
from articles.models import Article
from articles.page import content, for_page, page_as_it_was
from articles.publishing import account
from newsroom.lib.keyset import page

from .acts import changes_in_one_transaction
from .meanwhile import NOTHING_DONE, SEEN, as_shown, meanwhile

A_PAGE = 50
BIGGEST = 2**31 - 1  # what the database takes as a number


class Revisions:
    """For the desk of articles: the page “History” and those it leads to."""

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/revisions/compare/", view(self.compare), name="articles_article_compare"),
            path("<int:pk>/revisions/<int:number>/", view(self.revision), name="articles_article_revision"),
            path("<int:pk>/revisions/<int:number>/restore/", view(self.restore), name="articles_article_restore"),
            *super().get_urls(),
        ]

    def history_view(self, request, object_id, extra_context=None):
        """The list: who saved when, and what changed."""
        article = admin.ModelAdmin.get_object(self, request, object_id)
        if article is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        self._look_at(request, article.pk)
        shown = page(article.revisions.defer("content"), ("-number",), A_PAGE, request.GET.get("after"))
        put_in_place = article.revisions.filter(shown=True).aggregate(last=Max("number"))["last"]
        context = {"page": shown, "put_in_place": put_in_place, "is_shown": article.is_published}
        return self._answer_with(request, "revisions", article, "Revisions", context)

    def revision(self, request, pk, number):
        """One revision as the page would show it."""
        article = self._look_at(request, pk)
        found = self._found(request, article, number)
        if found is None:
            return redirect("admin:articles_article_history", pk)
        shown = content(page_as_it_was(for_page(Article.objects.filter(pk=pk)).get(), found.content), preview=True)
        shown |= {"revision": found, "may_restore": self.has_change_permission(request, article)}
        return render(request, "admin/articles/article/revision.html", shown)

    def compare(self, request, pk):
        """Two revisions read as one; without a choice the newest and the one before."""
        article = self._look_at(request, pk)
        newest = list(article.revisions.values_list("number", flat=True)[:2])
        chosen = [request.GET.get(name, "") for name in ("old", "new")]
        numbers = [int(each) if each.isdecimal() else each for each in chosen] if any(chosen) else newest[::-1]
        found = [self._found(request, article, number) for number in numbers]
        if len(found) < 2 or None in found:
            if not numbers or len(numbers) < 2:
                messages.warning(request, "There is only one revision, so there is nothing to compare it with.")
            return redirect("admin:articles_article_history", pk)
        old, new = sorted(found, key=lambda one: one.number)
        context = {"old": old, "new": new, "difference": compared(old.content, new.content)}
        return self._answer_with(request, "compare", article, "Compare", context)

    @changes_in_one_transaction
    def restore(self, request, pk, number):
        """Say what restoring a revision would do, and do it."""
        article = self.act_on(request, pk)
        found = self._found(request, article, number)
        if found is None:
            return redirect("admin:articles_article_history", pk)
        last = article.revisions.aggregate(last=Max("number"))["last"]
        changed = meanwhile(article, request.POST.get(SEEN)) if request.method == "POST" else ""
        if changed:
            messages.error(request, f"{changed} {NOTHING_DONE}")
        elif request.method == "POST" and self._restored(request, article, found, last):
            return redirect("admin:articles_article_change", pk)
        context = {
            "revision": found,
            "last": last,
            "shown_as": as_shown(article),
            "is_shown": article.is_published,
            "missing": missing(found.content),
        }
        return self._answer_with(request, "restore", article, f"Restore revision {number}", context)

    def _restored(self, request, article, found, last):
        """Restore it and say so; whether that could be done."""
        unshown = "unshown" in request.POST and article.is_published
        try:
            made, gone = go_back(article, found, by=request.user, unshown=unshown)
        except ValidationError as error:
            messages.error(request, f"Nothing was restored. {' '.join(error.messages)}")
            article.refresh_from_db()
            return False
        back = reverse("admin:articles_article_restore", args=[article.pk, last])
        told = "Readers do not see it until you publish it." if unshown else account(article)
        said = 'Revision {} is restored as revision {}. {} <a href="{}">Take this back: restore revision {}</a>'
        messages.success(request, format_html(said, found.number, made.number, told, back, last))
        for line in gone:
            messages.warning(request, f"Not kept: {line}.")
        return True

    def _look_at(self, request, pk):
        """The article, for somebody who may see it; raises PermissionDenied or Http404."""
        article = get_object_or_404(Article, pk=pk)
        if not self.has_view_or_change_permission(request, article):
            raise PermissionDenied
        return article

    def _found(self, request, article, number):
        """The revision of this number, or None and a word that there is none."""
        is_number = isinstance(number, int) and number <= BIGGEST
        found = article.revisions.filter(number=number).first() if is_number else None
        if found is None:
            messages.error(request, f"There is no revision {str(number)[:20] or '(none chosen)'} of this article.")
        return found

    def _answer_with(self, request, name, article, title, context):
        every = {**self.admin_site.each_context(request), "title": title, "subtitle": str(article), "opts": self.opts}
        every |= {"article": article, "may_restore": self.has_change_permission(request, article)}
        return render(request, f"admin/articles/article/{name}.html", every | context)
