"""All that keeps records tidy, for the desk of people and that of organisations."""

from django.contrib import messages
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.urls import reverse
from django.utils.html import format_html

from .duplicates import Duplicates
from .looks import Told
from .merging import PERMISSION, Merging
from .splitting import Splitting
from .uses import Used

MOST = 5  # namesakes told of


class Tidied(Merging, Splitting, Duplicates, Used, Told):
    """Merged, split, found twice, looked up before a deletion, and told of what needs a look."""

    change_list_template = "admin/people/tidied_list.html"

    def save_model(self, request, obj, form, change):
        """Names are not unique; of who has the same one it is told at once, so that nobody is kept twice unawares."""
        super().save_model(request, obj, form, change)
        if "name" in form.changed_data:
            namesakes = self.model.objects.filter(folded=obj.folded).exclude(pk=obj.pk).order_by("pk")
            for other in self.for_picker(namesakes)[:MOST]:
                messages.warning(request, self._same_name(request, obj, other))

    def _same_name(self, request, record, other):
        label, address = self.picker_label(other), self._address("change", other)
        told = format_html('There is another one of this name: <a href="{}">{}</a>.', address, label)
        if not request.user.has_perm(PERMISSION):
            return told
        merge = f"{self._address('merge', record)}?with={other.pk}"
        return format_html('{} If it is the same, <a href="{}">merge the two</a>.', told, merge)

    def _address(self, page, record):
        return reverse(admin_urlname(self.opts, page), args=[record.pk])

    def changelist_view(self, request, extra_context=None):
        may_merge = request.user.has_perm(PERMISSION)
        return super().changelist_view(request, {"may_merge": may_merge, **(extra_context or {})})
