"""Whose an article is, as a filter of the list."""

from django.contrib import admin


class Whose(admin.SimpleListFilter):
    """Articles of who asks, and those nobody has taken on."""

    title, parameter_name = "whose", "whose"

    def lookups(self, request, model_admin):
        return [("mine", "my drafts"), ("waiting", "waiting for me"), ("nobody", "in review, with nobody")]

    def queryset(self, request, queryset):
        match self.value():
            case "mine":
                return queryset.drafts_of(request.user)
            case "waiting":
                return queryset.waiting_for(request.user)
            case "nobody":
                return queryset.waiting_for_anybody()
        return queryset
