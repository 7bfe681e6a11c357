"""The desk's list of likely duplicates: each pair with what tells the two apart, to be merged or said to differ."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import path

from newsroom.lib.keyset import page
from newsroom.lib.parameters import ID
from people import duplicates
from people.telling_apart import contradictions, described

from .merging import PERMISSION

PAGE = 10


class Duplicates:
    """For the desk of people or organisations."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.duplicates_view)
        return [path("duplicates/", view, name=self._named("duplicates")), *super().get_urls()]

    def duplicates_view(self, request):
        """The pairs, likeliest first; a POST looks again, or keeps that two are different."""
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        if request.method == "POST":
            self._told(request)
            return redirect(request.get_full_path())
        found = page(duplicates.pairs(self.model), ("-score", "-pk"), PAGE, request.GET.get("after"))
        numbers = {number for pair in found.rows for number in (pair.low, pair.high)}
        known = described(self.model.objects.filter(pk__in=numbers))
        context = {
            "title": f"Likely duplicates among {self.opts.verbose_name_plural}",
            "opts": self.opts,
            "page": found,
            "pairs": [_side_by_side(pair, known) for pair in found.rows],
        }
        return render(request, "admin/people/duplicates.html", {**self.admin_site.each_context(request), **context})

    def _told(self, request):
        low, high = request.POST.get("low", ""), request.POST.get("high", "")
        if "again" in request.POST:
            messages.success(request, f"Looked again: {duplicates.look_again(self.model)} likely pairs.")
        elif ID.fullmatch(low) and ID.fullmatch(high) and low != high:
            duplicates.say_different(self.model, int(low), int(high), by=request.user)
            messages.success(request, "Kept: these two are not the same, and will not be shown as a pair again.")
        else:
            messages.error(request, "Those are not two records. Nothing was kept.")


def _side_by_side(pair, known):
    """The pair, both Described, the one more in the news first, and what speaks against it."""
    both = sorted((known[pair.low], known[pair.high]), key=lambda one: (-one.articles - one.quotes, one.record.pk))
    return pair, both, contradictions(*(one.record for one in both))
