"""The desk's page of what is impossible or stale: each line leads to the form that mends it, or is said to be right."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.text import capfirst

from articles.looks import RULES as RULES_OF_ARTICLES
from newsroom.lib.dates import Certainty
from newsroom.lib.keyset import page
from newsroom.lib.parameters import ID
from people.looks.rules import RULES as RULES_OF_PEOPLE
from people.models import SaidRight

RULES = {rule.name: rule for rule in (*RULES_OF_ARTICLES, *RULES_OF_PEOPLE)}
MAY_SAY_RIGHT = "people.say_right"
PAGE, COUNTED, RIGHT_SHOWN = 40, 500, 20


def urls(site):
    """The addresses below /admin/ for the admin site `site`."""

    def at(view):
        return site.admin_view(lambda request, **kwargs: view(site, request, **kwargs))

    return [
        path("needs-a-look/", at(needs_a_look), name="needs_a_look"),
        path("needs-a-look/<str:rule>/", at(needs_a_look_rule), name="needs_a_look_rule"),
        path("needs-a-look/<str:rule>/count/", at(needs_a_look_count), name="needs_a_look_count"),
    ]


def needs_a_look(site, request):
    """All that may need a look, by noun; the page itself fetches how many there are of each."""
    groups = {}
    for rule in RULES.values():
        if may_see(site, request, rule):
            groups.setdefault(capfirst(rule.model._meta.verbose_name_plural), []).append(rule)
    return shown(site, request, "needs_a_look", {"title": "What needs a look", "groups": groups})


def needs_a_look_count(site, request, rule):
    """How many there are, counted up to COUNTED, as {"count": 12, "more": false}."""
    found = rule_of(site, request, rule).offenders().order_by()[: COUNTED + 1].count()
    return JsonResponse({"count": min(found, COUNTED), "more": found > COUNTED})


def counts(site, request):
    """The addresses that tell how many there are of each, as one text."""
    return " ".join(
        site.reverse("needs_a_look_count", rule.name) for rule in RULES.values() if may_see(site, request, rule)
    )


def needs_a_look_rule(site, request, rule):
    """The rows of one rule, newest first: a page of them, those that are only perhaps wrong with ?certainty=maybe."""
    rule = rule_of(site, request, rule)
    if request.method == "POST":
        return said(request, rule)
    certainty = Certainty.MAYBE if request.GET.get("certainty") == Certainty.MAYBE else Certainty.YES
    found = page(rule.offenders(certainty=certainty).values("pk"), ("-pk",), PAGE, request.GET.get("after"))
    rows = rule.model.objects.filter(pk__in=[row["pk"] for row in found.rows]).order_by("-pk")
    context = {
        "title": rule.heading,
        "rule": rule,
        "certainty": certainty,
        "has_doubts": hasattr(rule, "pairs"),
        "page": found,
        "lines": [(row, words, form_of(rule.mended_at(row))) for row, words in rule.told(list(rule.with_facts(rows)))],
        "right": right(rule),
        "may_say_right": request.user.has_perm(MAY_SAY_RIGHT),
        "extra": f"certainty={certainty}&" if certainty == Certainty.MAYBE else "",
    }
    return shown(site, request, "needs_a_look_rule", context)


def said(request, rule):
    """Keep that a row is right, or look at it again, as the form says; back to the page it came from."""
    if not request.user.has_perm(MAY_SAY_RIGHT):
        raise PermissionDenied
    number, again = request.POST.get("right", ""), request.POST.get("again", "")
    if ID.fullmatch(again):
        SaidRight.objects.filter(rule=rule.name, number=again).delete()
        messages.success(request, "It will be looked at again.")
    elif row := _offender(rule, number):
        rule.say_right(row, by=request.user)
        messages.success(request, f"Kept as right, until what it was said of changes: {rule.words(row)}")
    else:
        messages.info(request, "That no longer needs a look.")
    query = request.META.get("QUERY_STRING")
    return redirect(f"{request.path}?{query}" if query else request.path)


def _offender(rule, number):
    if not ID.fullmatch(number):
        return None
    rows = rule.model.objects.filter(pk=number)
    certain = rule.with_facts(rule.offenders(rows)).first()
    return certain or rule.with_facts(rule.offenders(rows, Certainty.MAYBE)).first()


def right(rule):
    """[(row, SaidRight)] of what was last said to be right under the rule and is still there."""
    kept = list(SaidRight.objects.filter(rule=rule.name).select_related("by").order_by("-said_at")[:RIGHT_SHOWN])
    rows = rule.with_facts(rule.model.objects.all()).in_bulk([one.number for one in kept])
    return [(rows[one.number], one) for one in kept if one.number in rows]


def rule_of(site, request, name):
    """The rule of this name; raises Http404, or PermissionDenied where its rows may not be seen."""
    if name not in RULES:
        raise Http404(f"There is no rule “{name}”.")
    if not may_see(site, request, RULES[name]):
        raise PermissionDenied
    return RULES[name]


def may_see(site, request, rule):
    """Whether who asks may see the rows of a rule."""
    return request.user.has_perm(f"{rule.model._meta.app_label}.view_{rule.model._meta.model_name}") or (
        request.user.has_perm(f"{rule.model._meta.app_label}.change_{rule.model._meta.model_name}")
    )


def form_of(record):
    """The address of the form of a record."""
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])


def shown(site, request, template, context):
    """The page of the desk."""
    return render(request, f"admin/{template}.html", {**site.each_context(request), **context})
