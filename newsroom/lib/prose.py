"""The editor of formatted text at the desk: it holds what the sanitiser keeps, so that saving loses nothing."""

from django_prose_editor.fields import ProseEditorFormField
from django_prose_editor.widgets import AdminProseEditorWidget

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


def prose_field(db_field):
    """The form field of a model's text field that holds formatted text."""
    return db_field.formfield(form_class=ProseEditorFormField, widget=AdminProseEditorWidget, config=CONFIG)
