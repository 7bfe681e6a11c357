"""The calendar of the desk: what will go out when, with what expires and what comes free."""

import datetime
import re

from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from articles import schedule
from articles.workflow import Act, require


class Calendar:
    """For the desk of articles: the page “Calendar”."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.calendar)
        return [path("calendar/", view, name="articles_article_calendar"), *super().get_urls()]

    def calendar(self, request):
        """One month, as a grid and as a list."""
        require(request.user, Act.VIEW, None)
        today = timezone.localdate()
        first = month_asked(request.GET.get("month", ""), today)
        since = moment_asked(request.GET.get("since", ""))
        weeks, more = schedule.month(first.year, first.month, since)
        inside = [day for week in weeks for day in week if day.inside]
        context = {
            **self.admin_site.each_context(request),
            "title": "Calendar",
            "opts": self.opts,
            "month": first,
            "weeks": weeks,
            "days": [day for day in inside if day.events],
            "today": today,
            "since": since,
            "more": more,
            "before": first - datetime.timedelta(days=1),
            "after": inside[-1].date + datetime.timedelta(days=1),
        }
        return render(request, "admin/articles/article/calendar.html", context)


def moment_asked(words):
    """The moment given as 2026-11-25T10:00:00+00:00, None for anything else."""
    try:
        moment = datetime.datetime.fromisoformat(words)
    except ValueError:
        return None
    return moment if moment.tzinfo and 1900 < moment.year < 2200 else None


def month_asked(words, today):
    """The first day of the month asked for as 2026-11; of the present one for anything else."""
    if re.fullmatch(r"(19|20|21)\d\d-(0[1-9]|1[0-2])", words):
        return datetime.date.fromisoformat(f"{words}-01")
    return today.replace(day=1)
