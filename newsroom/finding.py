"""Search of the desk by one box: articles, people, organisations and quotes in all states, if who asks may see them."""

from dataclasses import dataclass

from django.contrib import admin
from django.http import JsonResponse
from django.shortcuts import render

from articles.models import Article, Quote
from newsroom.lib.desk import sought
from people.models import Organisation, Person

FEW = 6
NOUNS = (Article, Person, Organisation, Quote)


@dataclass(frozen=True)
class Group:
    """What one noun has for a query: its heading, the first rows as (label, address), and where all of them are."""

    heading: str
    rows: list
    more: str


def find(request, q):
    """The Groups that have something for the query `q`, of the nouns that who asks may see; nothing for no words."""
    q = sought(q).strip()
    found = [_group(admin.site.get_model_admin(model), request, q) for model in NOUNS] if q else []
    return [group for group in found if group]


def _group(desk, request, q):
    if not desk.has_view_permission(request):
        return None
    rows, _ = desk.get_search_results(request, desk.get_queryset(request), q)
    rows = list(desk.for_picker(rows)[:FEW])
    if not rows:
        return None
    name = f"{desk.opts.app_label}_{desk.opts.model_name}"
    links = [(desk.picker_label(row), admin.site.reverse(f"{name}_change", row.pk)) for row in rows]
    heading = str(desk.opts.verbose_name_plural).capitalize()
    return Group(heading, links, admin.site.reverse(f"{name}_changelist"))


def page(request, site):
    """The results as a page; as JSON for the box that asks while somebody types."""
    q = request.GET.get("q", "")
    groups = find(request, q)
    if request.GET.get("as") == "json":
        found = [
            {
                "heading": group.heading,
                "rows": [{"label": label, "address": address} for label, address in group.rows],
            }
            for group in groups
        ]
        return JsonResponse({"q": q, "groups": found}, headers={"Cache-Control": "private, no-store"})
    context = {**site.each_context(request), "title": "Search", "q": q, "groups": groups}
    return render(request, "admin/search.html", context)
