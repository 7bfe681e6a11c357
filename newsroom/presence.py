"""What an open form of the desk asks every half minute: am I signed in, who else has this open, was it saved."""

from functools import partial

from django.apps import apps
from django.contrib.admin.exceptions import NotRegistered
from django.http import Http404, JsonResponse
from django.middleware.csrf import get_token
from django.urls import path
from django.utils import timezone
from django.utils.formats import date_format

from articles.models import Presence
from newsroom.lib.conflicts import SEEN


def urls(site):
    """Its addresses at the desk `site`."""
    view = partial(presence, site)
    return [
        path("open/<str:app>/<str:model>/", view, name="open_new"),
        path("open/<str:app>/<str:model>/<int:pk>/", view, name="open"),
    ]


def presence(site, request, app, model, pk=None):
    """Tell that the form is open, or closed, and answer as JSON; 401 for who is not signed in.

    `csrf` is a token that is good now: signing in again has made that of the form old.
    """
    if not site.has_permission(request):
        return JsonResponse({"signed_in": False}, status=401)
    desk = _desk(site, app, model)
    told = {"user": request.user.pk, "csrf": get_token(request), "others": [], "changed": False}
    if pk is None or request.method != "POST":
        return JsonResponse(told)
    record, row = f"{app}.{model}.{pk}", desk.model._base_manager.filter(pk=pk).first()
    if row is None or not desk.has_view_permission(request, row):
        raise Http404
    if "leave" in request.POST:
        Presence.objects.filter(user=request.user, record=record).delete()
        return JsonResponse(told)
    Presence.objects.tell(request.user, record)
    told["others"] = [
        {"name": other.user.get_full_name() or other.user.get_username(), "since": _since(other.since)}
        for other in Presence.objects.others(request.user, record)
    ]
    told["changed"] = request.POST.get(SEEN, "") not in ("", desk.token(request, pk))
    return JsonResponse(told)


def _desk(site, app, model):
    try:
        return site.get_model_admin(apps.get_model(app, model))
    except (LookupError, NotRegistered):
        raise Http404 from None


def _since(moment):
    """The time of day, with the day when that is another one."""
    local = timezone.localtime(moment)
    return date_format(local, "H:i" if local.date() == timezone.localdate() else "j M, H:i")
