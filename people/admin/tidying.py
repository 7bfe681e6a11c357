"""All that keeps records tidy, for the desk of people and that of organisations."""

from .duplicates import Duplicates
from .looks import Told
from .merging import PERMISSION, Merging
from .splitting import Splitting
from .uses import Used


class Tidied(Merging, Splitting, Duplicates, Used, Told):
    """Merged, split, found twice, looked up before a deletion, and told of what needs a look."""

    change_list_template = "admin/people/tidied_list.html"

    def changelist_view(self, request, extra_context=None):
        may_merge = request.user.has_perm(PERMISSION)
        return super().changelist_view(request, {"may_merge": may_merge, **(extra_context or {})})
