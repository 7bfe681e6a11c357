"""Two records at the desk made one: the other is chosen, both compared, merged field by field, and the merge undone."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.html import format_html, strip_tags
from django.utils.text import Truncator, capfirst

from newsroom.lib.desk import Desk, shown_time
from newsroom.lib.parameters import ID
from newsroom.lib.pickers import Picker, PickerField
from people import merging
from people.merge_account import account
from people.models import Merge, Organisation, Person, Relationship
from people.telling_apart import contradictions, described

PERMISSION = "people.merge_records"
# For each noun a foreign key to it, whose picker serves here.
PICKED_BY = {Person: Relationship._meta.get_field("other"), Organisation: Organisation._meta.get_field("parent")}
GONE = "gone"
LONGEST = 300  # characters of a biography shown


class ChooseOther(forms.Form):
    """The record to merge with."""

    def __init__(self, data, desk):
        super().__init__(data)
        picker = Picker(PICKED_BY[desk.model], desk.admin_site)
        self.fields["with"] = PickerField(desk.model.objects.all(), desk=desk, widget=picker, label="Merge with")


class Merging:
    """For the desk of people or organisations: the page on which one is merged with another."""

    change_form_template = "admin/people/tidied_form.html"

    def get_urls(self):
        view = self.admin_site.admin_view(self.merge_view)
        return [path("<int:pk>/merge/", view, name=self._named("merge")), *super().get_urls()]

    def render_change_form(self, request, context, **kwargs):
        context["may_merge"] = request.user.has_perm(PERMISSION)
        return super().render_change_form(request, context, **kwargs)

    def merge_view(self, request, pk):
        """Choose the other record, compare the two, merge."""
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        asked = request.POST if request.method == "POST" else request.GET
        kept = self._found(request, str(pk))
        gone = self._found(request, asked["with"]) if kept and asked.get("with") else None
        if kept is None:
            return redirect(f"admin:{self._named('changelist')}")
        if gone and request.method == "POST":
            return self._merged(request, kept, gone)
        if gone and gone != kept:
            return self._page(request, kept, "compare", _comparison(kept, gone))
        if gone:
            messages.error(request, f"“{kept}” cannot be merged with itself: choose another one.")
        form = ChooseOther(None, self)
        return self._page(request, kept, "choose", {"form": form, "media": form.media})

    def _found(self, request, number):
        """The record with this number as text, or None, after saying why there is none."""
        if not ID.fullmatch(number):
            messages.error(request, f"There is no {self.opts.verbose_name} with the number “{number[:20]}”.")
            return None
        record = self.model.objects.filter(pk=number).first()
        if record is None:
            messages.error(request, merging.missing(self.model, int(number)))
        return record

    def _merged(self, request, kept, gone):
        """Merge as the form says and show the record kept; back to the comparison where that is refused."""
        sent = request.POST
        kept.version, gone.version = sent.get("seen_kept", ""), sent.get("seen_gone", "")
        taken = [name for name in merging.FIELDS[self.model] if sent.get(name) == GONE]
        try:
            merge = merging.merge(kept, gone, taken, keep_name="keep_name" in sent, by=request.user)
        except merging.Refused as refusal:
            messages.error(request, refusal)
            return redirect(f"{request.path}?with={gone.pk}")
        address = reverse("admin:people_merge_change", args=[merge.pk])
        told = 'Merged {}. Nothing was lost, and old addresses lead here. <a href="{}">See what moved, or undo it</a>'
        messages.success(request, format_html(told, merge, address))
        return redirect(f"admin:{self._named('change')}", kept.pk)

    def _page(self, request, kept, name, context):
        title = f"Merge two {self.opts.verbose_name_plural}"
        context = {"kept": kept, "opts": self.opts, "title": title, "subtitle": str(kept), **context}
        return render(request, f"admin/people/merge_{name}.html", {**self.admin_site.each_context(request), **context})

    def _named(self, page):
        return f"{self.opts.app_label}_{self.opts.model_name}_{page}"


def _comparison(kept, gone):
    """What the page of two records shows."""
    both = described([kept, gone])
    ours, theirs = both[kept.pk], both[gone.pk]
    rows = type(kept).objects
    return {
        "gone": gone,
        "both": [ours, theirs],
        "choices": [_asked(choice) for choice in merging.choices(kept, gone)],
        "against": contradictions(ours.record, theirs.record),
        "shows_more": rows.visible().filter(pk=kept.pk).exists() and not rows.visible().filter(pk=gone.pk).exists(),
    }


def _asked(choice):
    """A choice with its label and both values as an editor compares them."""
    field = choice.field
    return capfirst(field.verbose_name), choice, _words(field, choice.kept), _words(field, choice.gone)


def _words(field, value):
    if field.choices:
        return dict(field.choices).get(value, value)
    return Truncator(strip_tags(str(getattr(value, "words", value) or ""))).chars(LONGEST)


class StateFilter(admin.SimpleListFilter):
    """Merges that stand, or that were taken back."""

    title, parameter_name = "state", "state"

    def lookups(self, request, desk):
        return [("stands", "stands"), ("undone", "undone")]

    def queryset(self, request, queryset):
        return queryset.filter(undone_at__isnull=self.value() == "stands") if self.value() else queryset


@admin.register(Merge)
class MergeDesk(Desk):
    """What was merged, and the way back."""

    list_display = ["merged", "into_name", "noun", "by", "made", "state"]
    list_filter = ["noun", StateFilter]
    list_select_related = ["by", "person", "organisation"]
    search_fields = ["name", "into_name"]
    change_form_template = "admin/people/merge_done.html"
    made_where = "by “Merge” on the page of a person or an organisation"

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def get_urls(self):
        view = self.admin_site.admin_view(self.undo_view)
        return [path("<int:pk>/undo/", view, name="people_merge_undo"), *super().get_urls()]

    def has_view_permission(self, request, obj=None):
        return super().has_view_permission(request, obj) or request.user.has_perm(PERMISSION)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("by", "person", "organisation")

    def for_list(self, queryset):
        return queryset.defer("log")

    def get_fields(self, request, obj=None):
        return ["made", "by", "state"]

    get_readonly_fields = get_fields

    def render_change_form(self, request, context, **kwargs):
        merge = context["original"]
        context["moved"] = account(merge)
        if merge.kept:
            context["kept_address"] = reverse(f"admin:people_{merge.noun}_change", args=[merge.kept.pk])
        context["may_undo"] = request.user.has_perm(PERMISSION) and not merge.undone_at
        return super().render_change_form(request, context, **kwargs)

    def undo_view(self, request, pk):
        """Take a merge back, where the request is a POST."""
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        merge = get_object_or_404(Merge, pk=pk)
        if request.method == "POST":
            try:
                lines = merging.undo(merge)
            except merging.Refused as refusal:
                messages.error(request, refusal)
            else:
                messages.success(request, f"Undone. “{merge.name}” and “{merge.into_name}” are two records again.")
                for line in lines:
                    messages.warning(request, line)
        return redirect("admin:people_merge_change", pk)

    @admin.display(description="merged", ordering="name")
    def merged(self, merge):
        return merge.name

    @admin.display(description="on", ordering="made_at")
    def made(self, merge):
        return shown_time(merge.made_at)

    @admin.display(description="state", ordering="undone_at")
    def state(self, merge):
        if merge.undone_at:
            return f"undone {shown_time(merge.undone_at)}"
        return "stands" if merge.kept else "the one kept was deleted"
