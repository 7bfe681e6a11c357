"""What every form and list of the desk has in common."""

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import models
from django.db.models import Prefetch
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.text import capfirst
from js_asset.media import Media

from newsroom.lib.acting import Way, acting
from newsroom.lib.conflicts import Guarded
from newsroom.lib.guarded_forms import GuardedForm, GuardedFormSet
from newsroom.lib.moments import MomentField, as_told
from newsroom.lib.pickers import Picks, load_chosen
from newsroom.lib.prose import as_it_reads, prose_field

# A list that long is searched or filtered, not paged to its end; counting further would cost time for nothing.
COUNTED = 10_000
USES_SHOWN = 20
# More rows than that in one form are refused with a word rather than answered slowly.
MOST_ROWS = 500
# Nobody types more to search for, and a database refuses a condition on thousands of words.
LONGEST_SEARCH = 200


class BoundedPaginator(Paginator):
    """Pages of a list of which at most COUNTED rows are counted."""

    @cached_property
    def count(self):
        return self.object_list.order_by()[:COUNTED].count()


class DeskList(ChangeList):
    """A list with what its columns read."""

    def get_queryset(self, request, **kwargs):
        return self.model_admin.for_list(super().get_queryset(request, **kwargs))


class _Fields(Picks):
    """Fields as both a form and its inlines show them."""

    form = GuardedForm
    prose_fields = ()

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name in self.prose_fields:
            return prose_field(db_field)
        if isinstance(db_field, models.DateTimeField):
            zone = f"Time zone: {timezone.get_default_timezone_name()}."
            return db_field.formfield(form_class=MomentField, help_text=f"{db_field.help_text} {zone}".strip())
        if isinstance(db_field, models.URLField):
            kwargs["assume_scheme"] = "https"
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        # Adding and opening what is picked is offered once; a second icon beside each of many pickers only confuses.
        if hasattr(getattr(field, "widget", None), "can_delete_related"):
            field.widget.can_delete_related = field.widget.can_change_related = False
        return field


def shown_time(moment):
    """A time in a column of the desk, in the newsroom's zone."""
    return date_format(timezone.localtime(moment), "j M Y, H:i") if moment else None


def sought(search_term):
    """What was typed into a search as a database can look for it."""
    return search_term.replace("\x00", "")[:LONGEST_SEARCH]


class Desk(_Fields, Guarded, admin.ModelAdmin):
    """Base of all model admins: folded search, lists that count lazily, pickers, guarded saves."""

    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50
    paginator = BoundedPaginator
    # Attributes of the pickers that choose rows of this desk.
    picker_attrs = {}

    def get_changelist(self, request, **kwargs):
        return DeskList

    def for_list(self, queryset):
        """`queryset` with what the columns of the list read, in a fixed number of queries."""
        return queryset

    def for_picker(self, queryset):
        """`queryset` with what `picker_label` reads, in a fixed number of queries."""
        return queryset

    def for_form(self, queryset):
        """`queryset` with what the form of a record reads, in a fixed number of queries."""
        several = [name for name in self.autocomplete_fields if self.opts.get_field(name).many_to_many]
        return queryset.prefetch_related(*(Prefetch(name, self.pickable(name)) for name in several))

    @property
    def labels_plain_rows(self):
        """Whether `picker_label` reads nothing but the row itself."""
        return type(self).for_picker is Desk.for_picker

    def picker_label(self, row):
        """The row as a picker offers it, with what tells it from its namesakes."""
        return str(row)

    def get_search_results(self, request, queryset, search_term):
        term = sought(search_term)
        if hasattr(queryset, "search"):
            return queryset.search(term), False
        return super().get_search_results(request, queryset, term)

    def search_in_picker(self, request, queryset, search_term):
        """Those of `queryset` that a picker offers for what was typed into it."""
        return self.get_search_results(request, queryset, search_term)[0]

    def get_view_on_site_url(self, obj=None):
        """Only what readers can open is linked."""
        rows = self.model._default_manager.all()
        shown = getattr(rows, "visible", None) or getattr(rows, "published", None)
        if obj is None or not self.view_on_site or (shown and not shown().filter(pk=obj.pk).exists()):
            return None
        return super().get_view_on_site_url(obj)

    def get_fieldsets(self, request, obj=None):
        """The fields in their groups; who may only look reads texts as readers do and is asked nothing."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return fieldsets
        to_read = [(title, {**options, "fields": self._to_read(options["fields"])}) for title, options in fieldsets]
        return [(title, options) for title, options in to_read if options["fields"]]

    def _to_read(self, names):
        return [self._shown(name) for name in names if name not in self.form.declared_fields]

    def _shown(self, name):
        """What shows the field `name`, or the fields of a line, to who may not change them."""
        if not isinstance(name, str):
            return self._to_read(name)
        fields = {field.name: field for field in self.opts.fields}
        if name in self.prose_fields:
            return as_it_reads(fields[name])
        return as_told(fields[name]) if isinstance(fields.get(name), models.DateTimeField) else name

    def get_object(self, request, object_id, from_field=None):
        field = self.opts.get_field(from_field) if from_field else self.opts.pk
        try:
            return self.for_form(self.get_queryset(request)).get(**{field.name: field.to_python(object_id)})
        except (self.model.DoesNotExist, ValidationError, ValueError):
            return None

    def _create_formsets(self, request, obj, change):
        formsets, inlines = super()._create_formsets(request, obj, change)
        load_chosen([form for rows in formsets for form in rows.forms])
        return formsets, inlines

    def changelist_view(self, request, extra_context=None):
        title = capfirst(self.opts.verbose_name_plural)
        with acting(way=Way.LIST):
            return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def save_model(self, request, obj, form, change):
        with acting(way=Way.FORM):
            super().save_model(request, obj, form, change)

    def save_formset(self, request, form, formset, change):
        with acting(way=Way.INLINE):
            super().save_formset(request, form, formset, change)

    def render_change_form(self, request, context, **kwargs):
        record = context["original"]
        context["title"], context["subtitle"] = str(record or f"New {self.opts.verbose_name}"), None
        load_chosen([context["adminform"].form])
        # The editor's import map is an inline script.
        context["media"] = Media.from_media(context["media"], nonce=str(request.csp_nonce))
        return super().render_change_form(request, context, **kwargs)

    def get_deleted_objects(self, objs, request):
        """Rows in use stay, so that of those only the uses are looked up."""
        if needed := list(uses(objs, self.admin_site)):
            return [], {}, set(), needed
        return super().get_deleted_objects(objs, request)


def uses(rows, site):
    """Lines saying where these rows are used, which keeps them from deletion: the first of each kind."""
    for relation in rows[0]._meta.related_objects if len(rows) else ():
        if relation.on_delete is models.PROTECT:
            users = relation.related_model._default_manager.filter(**{f"{relation.field.name}__in": rows})
            yield from _uses(users.order_by("pk"), site)


def _uses(users, site):
    name, has_article = users.model._meta.verbose_name, hasattr(users.model, "article")
    where = users.model.article.field.related_model if has_article else users.model
    desk = site.get_model_admin(where)
    known = users.select_related("article") if has_article else desk.for_picker(users)
    first = list(known[: USES_SHOWN + 1])
    for user in first[:USES_SHOWN]:
        row, said = (user.article, "{} in ") if has_article else (user, "{}: ")
        label = str(row) if has_article else desk.picker_label(row)
        address = reverse(f"admin:{desk.opts.app_label}_{desk.opts.model_name}_change", args=[row.pk])
        yield format_html(said + '<a href="{}">{}</a>', capfirst(name), address, label)
    if len(first) > USES_SHOWN:
        yield f"and more {users.model._meta.verbose_name_plural}"


class _Rows(_Fields):
    """Inline rows of a form."""

    formset = GuardedFormSet
    extra = 0
    max_num = MOST_ROWS

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **{"absolute_max": MOST_ROWS, **kwargs})
        formset.opened = getattr(request, "opened", None)
        return formset


class Rows(_Rows, admin.TabularInline):
    """Inline rows as a table."""

    template = "admin/edit_inline/rows.html"

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.is_table = True
        return formset


class Blocks(_Rows, admin.StackedInline):
    """Inline rows as small forms, one under the other, each closed to its heading until it is edited."""

    template = "admin/edit_inline/blocks.html"
