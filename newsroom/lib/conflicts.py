"""Two saves of one record: the second saver is told, sees their text beside the own, and loses nothing.

A form carries a token of the record and its inline rows as they were when it was opened, and the values it had then. A
save compares the token with that of what is stored, under a lock. Where they differ the form comes back with what both
did put together as far as that goes, a list of what differs, and the new token, so that saving again is a decision.
"""

import hashlib
import json
import re

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from newsroom.lib.carrying import carried, whose
from newsroom.lib.guarded_forms import at_hand

SEEN, OPENED, BACK, KEPT_AS = "seen", "opened", "_back", "kept_as"
TOLD = (
    "Somebody else saved this while you were editing. Nothing of yours is lost and nothing was overwritten. "
    "Below, what is stored now stands beside what you sent; the form holds both as far as they go together. "
    "Look at it, choose otherwise where you want, and save again."
)
KEEPABLE, SAVED = re.compile(r"[\w-]{1,64}"), "saved"
BROUGHT_BACK = "This is what you had written. It is not saved yet: look at it, and save."
CLASHES = "This cannot be saved together with what is stored: it is there already, or what it points at is gone."


def token_of(record, row_sets, unguarded=()):
    """A short text that differs once the record, or a row of the `row_sets` that hang on it, has changed.

    The fields named in `unguarded` do not count. What the rows have at hand is not read again.
    """
    chosen = [sorted(row.pk for row in getattr(record, field.name).all()) for field in record._meta.many_to_many]
    content = [_content([record], unguarded), chosen, *map(_content, row_sets)]
    return hashlib.sha256(json.dumps(content, default=str).encode()).hexdigest()[:32]


def _content(rows, unguarded=()):
    """What editors can change in these rows: their versions where they keep one, else their values."""
    rows = sorted(rows, key=lambda row: row.pk)
    fields = rows[0]._meta.concrete_fields if rows else ()
    counted = [field for field in fields if field.name == "version"] or [
        field for field in fields if field.editable and not field.generated and field.name not in unguarded
    ]
    return [[row.pk, *(field.value_from_object(row) for field in counted)] for row in rows]


class Guarded:
    """For a model admin: compares tokens before it saves; a clash in the database becomes an error of the form."""

    # Fields that others than editors write.
    unguarded = ()

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method == "GET" and (data := carried(request)) is not None:
            # The form as it was sent after its session had ended, shown again but not saved. Django reads the files
            # of a request together with its data, so they are asked for before that is set.
            data[BACK], _ = "1", request.FILES
            request.method, request.POST = "POST", data
        if request.method == "POST":
            with transaction.atomic():
                return self.guarded_save(request, object_id, form_url, extra_context)
        request.refusal, request.opened = "", None
        return self.form_view(request, object_id, form_url, extra_context or {})

    def guarded_save(self, request, object_id, form_url, extra_context):
        """The answer to a form that was sent; the record is locked until it is given."""
        seen = self.token(request, object_id, lock=True)
        is_told = seen and request.POST.get(SEEN) != seen
        request.refusal, request.opened = (TOLD, opened_with(request.POST)) if is_told else ("", None)
        if BACK in request.POST and not is_told:
            request.refusal = BROUGHT_BACK
        context = {**(extra_context or {}), SEEN: seen}
        try:
            with transaction.atomic():
                return _done(request, self.form_view(request, object_id, form_url, context))
        except ValidationError as error:  # a rule that can only be judged on what was saved
            request.refusal = error.messages
            return self.form_view(request, object_id, form_url, context)
        except IntegrityError:
            request.refusal = CLASHES
            return self.form_view(request, object_id, form_url, context)

    def form_view(self, request, object_id, form_url, extra_context):
        """The form itself, shown or saved."""
        return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(self, request, context, **kwargs):
        if request.refusal == TOLD:
            context["differences"] = _differences(context)
        context |= {"whose": whose(request), "kept_as": request.POST.get(KEPT_AS, "")}
        if context["original"]:
            if SEEN not in context:
                context[SEEN] = self._token_of_shown(request, context)
            context[OPENED] = json.dumps(_values(context))
        return super().render_change_form(request, context, **kwargs)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.refusal, opened = getattr(request, "refusal", ""), getattr(request, "opened", None)
        form.opened = None if opened is None else opened.get("", {})
        return form

    def token(self, request, object_id, lock=False):
        """The token of what is stored, empty when there is no such record; with `lock` it is locked."""
        if object_id is None:
            return ""
        try:
            pk = self.opts.pk.to_python(object_id)
        except ValidationError:
            return ""
        records = self.model._base_manager.filter(pk=pk)
        record = (records.select_for_update(of=("self",)) if lock else records).first()
        if record is None:
            return ""
        return self.token_for(request, record)

    def token_for(self, request, record):
        """The token of this record and its rows; those it has at hand are not read again."""
        inlines = [
            (inline, inline.get_formset(request, record).fk)
            for inline in self.get_inline_instances(request, record)
            if inline.has_change_permission(request, record)
        ]
        rows = [
            inline.get_queryset(request).filter(**{fk.name: record}) if (held := at_hand(record, fk)) is None else held
            for inline, fk in inlines
        ]
        return token_of(record, rows, self.unguarded)

    def _token_of_shown(self, request, context):
        """The same of the record and the rows that a form shows, which were just read for it."""
        record, inlines = context["original"], context["inline_admin_formsets"]
        rows = [
            inline.formset.get_queryset() for inline in inlines if inline.opts.has_change_permission(request, record)
        ]
        return token_of(record, rows, self.unguarded)


def _done(request, response):
    """The response; one to a form that was saved tells the browser which text it kept can go."""
    name = request.POST.get(KEPT_AS, "")
    if response.status_code == 302 and KEEPABLE.fullmatch(name):
        response.set_cookie(
            SAVED, name, max_age=3600, path=reverse("admin:index"), samesite="Strict", secure=request.is_secure()
        )
    return response


def opened_with(data):
    """The values a form was opened with, as it sent them along, by row and field; {} for nonsense."""
    try:
        rows = json.loads(data.get(OPENED, ""))
        return {
            str(key): {str(name): list(map(str, given)) for name, given in row.items()} for key, row in rows.items()
        }
    except (ValueError, AttributeError, TypeError, RecursionError):
        return {}


def _values(context):
    """What `opened_with` reads when the form comes back."""
    values = {"": context["adminform"].form.values()}
    for rows in context["inline_admin_formsets"]:
        values |= rows.formset.values()
    return values


def _differences(context):
    found = list(context["adminform"].form.differences)
    for rows in context["inline_admin_formsets"]:
        found += rows.formset.differences()
    return found
