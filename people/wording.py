"""How a role is worded on a page."""

import re

from django.utils.html import format_html


def role_words(role, linked=True):
    """The title with its organisation: linked where the title itself names it, else after a comma; as safe HTML.

    The role came through `with_links`; an organisation readers may not see is left out.
    """
    organisation = role.shown_organisation
    if not organisation:
        return format_html("{}", role.title)
    template = '<a href="{}">{}</a>' if linked else "{1}"
    link = format_html(template, organisation.get_absolute_url(), organisation.name)
    named = re.search(rf"(?<!\w){re.escape(organisation.name)}(?!\w)", role.title)
    if named:
        return format_html("{}{}{}", role.title[: named.start()], link, role.title[named.end() :])
    return format_html("{}, {}", role.title, link)
