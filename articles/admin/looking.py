"""An article as readers will see it, before it is saved: the form is saved, shown, and everything taken back."""

from django.db import transaction
from django.shortcuts import render
from django.template.loader import render_to_string

from articles.models import Article
from articles.page import content, for_page
from newsroom.lib.conflicts import SEEN

PREVIEW = "_preview"
WIDTHS = (("On a phone", 360), ("On a computer", 1280))


class _TakenBackError(Exception):
    """Carries the answer out of a transaction that leaves no trace."""

    def __init__(self, response):
        self.response = response


class Looking:
    """For the desk of articles: the button “Preview” of its form."""

    def guarded_save(self, request, object_id, form_url, extra_context):
        """The answer to a form; a preview stores nothing, so what others saved meanwhile does not matter to it."""
        if PREVIEW not in request.POST:
            return super().guarded_save(request, object_id, form_url, extra_context)
        request.POST = request.POST.copy()
        request.POST[SEEN] = self.token(request, object_id)
        try:
            with transaction.atomic():
                response = super().guarded_save(request, object_id, form_url, extra_context)
                raise _TakenBackError(response.render() if hasattr(response, "render") else response)
        except _TakenBackError as shown:
            return shown.response

    def look(self, request, article):
        """The page of the article as the form has it, at the widths of a phone and of a desk."""
        article = for_page(Article.objects.filter(pk=article.pk)).get()
        page = render_to_string("articles/article.html", content(article, preview=True), request)
        context = {"title": "Preview", "subtitle": str(article), "page": page, "widths": WIDTHS}
        return render(request, "admin/articles/article/look.html", {**self.admin_site.each_context(request), **context})
