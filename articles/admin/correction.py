"""Corrections at the desk."""

from django.contrib import admin
from django.forms import CheckboxSelectMultiple

from articles.models import Correction
from articles.workflow import Act, may
from newsroom.lib.desk import Desk, shown_time
from people.admin.history import Historical


@admin.register(Correction)
class CorrectionDesk(Historical, Desk):
    list_display = ["__str__", "kind", "article", "made"]
    list_filter = ["kind"]
    list_select_related = ["article"]
    search_fields = ["text", "article__headline"]
    readonly_fields = ["article"]
    made_where = "by “Correct” beside their article"
    fields = ["article", ("kind", "made_at"), "text", "quotes"]

    @admin.display(description="made", ordering="made_at")
    def made(self, correction):
        return shown_time(correction.made_at)

    def has_add_permission(self, request):
        """A correction is made by “Correct” beside its article."""
        return False

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and may(request.user, Act.CORRECT, obj and obj.article)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and may(request.user, Act.CORRECT, obj and obj.article)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        if obj and "quotes" in form.base_fields:
            form.base_fields["quotes"].queryset = obj.article.quotes.in_text_order()
        return form

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        return super().formfield_for_manytomany(db_field, request, widget=CheckboxSelectMultiple, **kwargs)

    def for_list(self, queryset):
        return queryset.defer("article__body", "article__body_text", "article__folded")
