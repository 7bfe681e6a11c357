"""The editor of formatted text at the desk: it holds what the sanitiser keeps, so that saving loses nothing."""

import re

from django.contrib import admin
from django.utils.html import strip_tags
from django.utils.safestring import mark_safe
from django_prose_editor.fields import ProseEditorFormField
from django_prose_editor.widgets import AdminProseEditorWidget

BETWEEN_BLOCKS = re.compile(r">\s*\n\s*<")
CONFIG = {
    "extensions": {
        "Heading": {"levels": [2, 3, 4]},
        **dict.fromkeys(
            [
                "Bold", "Italic", "Underline", "Strike", "Subscript", "Superscript", "Code",
                "BulletList", "OrderedList", "ListItem", "Blockquote", "CodeBlock", "HorizontalRule", "HardBreak",
                "Table", "TableRow", "TableHeader", "TableCell", "Figure", "Caption", "Image",
                "HTML", "SpecialCharacters", "InlineQuotation", "WorkTitle", "Abbreviation", "Languages", "WordLists",
            ],
            True,
        ),
        "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
        "NoSpellCheck": False,
    }
}  # fmt: skip


class ProseField(ProseEditorFormField):
    """Formatted text; the line breaks between blocks, which the editor drops, are no change."""

    def has_changed(self, initial, data):
        return without_breaks(initial) != without_breaks(data)

    def shown(self, value):
        """The text alone, a line for each block."""
        return strip_tags(without_breaks(value).replace("><", ">\n<"))


def without_breaks(html):
    """Formatted text without the line breaks between its blocks."""
    return BETWEEN_BLOCKS.sub("><", html or "").strip()


def prose_field(db_field):
    """The form field of a model's text field that holds formatted text."""
    return db_field.formfield(form_class=ProseField, widget=AdminProseEditorWidget, config=CONFIG)


def as_it_reads(db_field):
    """A field of the desk that shows what stands in a model's text field as readers read it."""

    @admin.display(description=db_field.verbose_name)
    def read(record):
        return mark_safe(getattr(record, db_field.name))  # noqa: S308 - the text was cleaned when saved

    return read
