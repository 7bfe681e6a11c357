"""How a post is worded: its title, and where it is held unless the title says so."""

import re

from django.utils.html import format_html


def post(title, where=""):
    """The title with the name of the organisation, if there is one, after a comma: "Mayor, Springfield"."""
    return f"{title}, {where}" if where and not _named(title, where) else title


def role_words(role, linked=True):
    """The title with its organisation: linked where the title itself names it, else after a comma; as safe HTML.

    The role came through `with_links`; an organisation readers may not see is left out.
    """
    organisation = role.shown_organisation
    if not organisation:
        return format_html("{}", role.title)
    template = '<a href="{}">{}</a>' if linked else "{1}"
    link = format_html(template, organisation.get_absolute_url(), organisation.name)
    if named := _named(role.title, organisation.name):
        return format_html("{}{}{}", role.title[: named.start()], link, role.title[named.end() :])
    return format_html("{}, {}", role.title, link)


def _named(title, name):
    """Where the title names the organisation, as a match, or None."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", title)
