"""The accounts that may use the desk."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import UserChangeForm
from django.contrib.auth.models import Group, User

from newsroom.lib.desk import Desk
from newsroom.lib.guarded_forms import GuardedForm

admin.site.unregister([Group, User])


class AccountForm(GuardedForm, UserChangeForm):
    """An account; two savers of one account do not overwrite each other."""


@admin.register(User)
class UserDesk(Desk, UserAdmin):
    form = AccountForm
    unguarded = readonly_fields = ["last_login", "date_joined"]
    list_display = ["username", "get_full_name", "email", "is_staff", "is_superuser", "last_login"]
    list_filter = ["is_staff", "is_superuser", "is_active", "groups"]


@admin.register(Group)
class GroupDesk(Desk, GroupAdmin):
    """What its members may do."""
