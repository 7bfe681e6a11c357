"""Preview links at the desk: which are out, and taking one back."""

from django.contrib import admin, messages
from django.utils import timezone

from articles.models.preview import PreviewLink
from articles.workflow import Act, may
from newsroom.lib.desk import Desk, shown_time


@admin.register(PreviewLink)
class PreviewLinkDesk(Desk):
    list_display = ["article", "made_by", "made", "until", "works"]
    list_select_related = ["article", "made_by"]
    search_fields = ["article__headline"]
    fields = readonly_fields = ["article", "made_by", "made_at", "expires_at", "revoked_at"]
    actions = ["revoke"]

    def has_add_permission(self, request):
        """A link is made by “Preview” in the form of its article."""
        return False

    def has_change_permission(self, request, obj=None):
        """Who may change its article, which is who makes and revokes links beside the form of that."""
        return super().has_change_permission(request, obj) and may(request.user, Act.EDIT, obj and obj.article)

    def for_list(self, queryset):
        return queryset.defer("article__body", "article__body_text", "article__folded")

    def get_view_on_site_url(self, obj=None):
        """None: the address is a secret, kept by those it was given to."""

    @admin.action(description="Revoke the chosen links", permissions=["change"])
    def revoke(self, request, queryset):
        for link in queryset.select_related("article"):
            if self.has_change_permission(request, link):
                link.revoke()
                messages.success(request, f"{link}: the link no longer works.")
            else:
                messages.error(request, f"{link}: you may not change its article, so the link still works.")

    @admin.display(description="made", ordering="made_at")
    def made(self, link):
        return shown_time(link.made_at)

    @admin.display(description="until", ordering="expires_at")
    def until(self, link):
        return shown_time(link.expires_at)

    @admin.display(description="works", boolean=True)
    def works(self, link):
        return link.revoked_at is None and link.expires_at > timezone.now()
