"""Where a person or an organisation is used: every noun that points at it, counted, with links."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.text import capfirst

from newsroom.lib.desk import COUNTED
from newsroom.lib.folding import pointing_at

SHOWN = 10


class Used:
    """For the desk of people or organisations: the page “Where is this used?”."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.uses_view)
        return [path("<int:pk>/uses/", view, name=self._named("uses")), *super().get_urls()]

    def uses_view(self, request, pk):
        """Every noun that points at the record: how many, the newest, and a list of all where there is one."""
        record = self._found(request, str(pk))
        if record is None:
            return redirect(f"admin:{self._named('changelist')}")
        if not self.has_view_permission(request, record):
            raise PermissionDenied
        found = [self._use(request, key, record) for key in pointing_at(self.model)]
        context = {
            "kept": record,
            "opts": self.opts,
            "title": "Where is this used?",
            "subtitle": str(record),
            "uses": [use for use in found if use and use["count"]],
        }
        return render(request, "admin/people/uses.html", {**self.admin_site.each_context(request), **context})

    def _use(self, request, key, record):
        """What points at the record by `key`, or None for what belongs to it and is of no use elsewhere."""
        model = key.model
        of_article = any(field.name == "article" for field in model._meta.fields)
        if not (of_article or self.admin_site.is_registered(model)):
            return None
        rows = model._base_manager.filter(**{key.name: record})
        own = self.admin_site.get_model_admin(model) if self.admin_site.is_registered(model) else None
        return {
            "heading": f"{capfirst(model._meta.verbose_name_plural)} ({key.verbose_name})",
            "count": rows.order_by()[:COUNTED].count(),
            "most": COUNTED,
            "rows": _of_articles(rows) if of_article else _of_themselves(rows, own),
            "all": _list(model, key, record) if own and own.has_view_permission(request) else "",
        }


def _of_articles(rows):
    """[(label, address)]: the newest, each with its article."""
    rows = rows.select_related("article").defer("article__body", "article__body_text", "article__folded")
    return [
        (f"{row.article}, {row.article.day:%d %b %Y}", reverse("admin:articles_article_change", args=[row.article_id]))
        for row in rows.order_by("-pk")[:SHOWN]
    ]


def _of_themselves(rows, desk):
    rows = desk.for_picker(desk.model._default_manager.filter(pk__in=rows.order_by("-pk").values("pk")[:SHOWN]))
    rows = rows.select_related(*desk.list_select_related) if desk.list_select_related else rows
    meta = desk.opts
    return [
        (desk.picker_label(row), reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[row.pk]))
        for row in rows.order_by("-pk")
    ]


def _list(model, key, record):
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    return f"{address}?{key.name}__id__exact={record.pk}"
