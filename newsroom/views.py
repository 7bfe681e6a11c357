"""Pages of the site as a whole: home, search, health, robots, errors."""

from django.core.exceptions import BadRequest
from django.db import DatabaseError, connection
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.views.csrf import csrf_failure
from django.views.decorators.cache import cache_control, never_cache

from articles.front import front
from articles.lately import most_quoted_in, newest_week, said_in
from articles.models import Section
from newsroom.lib import jsonld
from newsroom.lib.carrying import carry
from newsroom.search import page as search_page
from newsroom.search.asked import Asked, on_one_line
from newsroom.search.suggesting import suggest

SAID, MOST_QUOTED = 3, 8


def home(request):
    """The front page: the latest articles, those of each section, what was said this week and who was quoted most."""
    sections, week = list(Section.objects.in_use()), newest_week()
    context = {
        "front": front(sections),
        "sections": sections,
        "week": week,
        "quotes": said_in(week, SAID),
        "most_quoted": most_quoted_in(week, MOST_QUOTED),
        "structured": jsonld.website(),
    }
    return render(request, "newsroom/home.html", context)


def search(request):
    """What the site has for `?q=`: the best of every group, or with `?in=` one group page by page."""
    asked = Asked(request.GET)
    return render(request, "newsroom/search.html", search_page.context(asked, request.GET.get("after")))


@cache_control(public=True, max_age=60)
def suggestions(request):
    """Whom and what the beginning of a query may mean, as JSON, for the search box while somebody types."""
    q = on_one_line(request.GET.get("q", ""))
    return JsonResponse({"q": q, "suggestions": suggest(q, request.GET.get("kind", ""))})


@never_cache
def healthz(request):
    """Whether the site can answer, for machines that watch it: 503 when the database cannot be read."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()
    except DatabaseError as error:
        return JsonResponse({"status": "failing", "database": type(error).__name__}, status=503)
    return JsonResponse({"status": "ok", "database": "ok"})


def robots(request):
    """What crawlers may read, and where the sitemaps are."""
    return render(request, "newsroom/robots.txt", content_type="text/plain")


def form_too_old(request, reason=""):
    """A form whose token is no longer good, as after signing in anew: what was written comes back to its writer."""
    if carry(request):
        return redirect(request.path)
    return csrf_failure(request, reason)


def bad_request(request, exception):
    """A request that cannot be answered as asked, with the reason where there is one for readers."""
    reason = str(exception) if isinstance(exception, BadRequest) else ""
    return render(request, "400.html", {"reason": reason}, status=400)
