"""The page on which an editor brings a text from outside in as a draft."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import DateInput
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.text import capfirst

from articles.importing import MOST_BYTES, Refused, Wanted, import_article, read_date
from articles.models import Section
from articles.workflow import Act, may


class ImportForm(forms.Form):
    """A file or a pasted text, and what is known of it."""

    file = forms.FileField(required=False, help_text="A text or HTML file.")
    text = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 12}), label="Or paste the text")
    headline = forms.CharField(
        required=False, max_length=250, help_text="Left empty, the first line is taken when it reads like a headline."
    )
    date = forms.DateField(required=False, widget=DateInput(attrs={"type": "date"}), help_text="When it was published.")
    section = forms.ModelChoiceField(Section.objects.all(), required=False)
    bylines = forms.CharField(required=False, label="By", help_text="Names of the authors, with commas between them.")
    source = forms.URLField(required=False, max_length=1000, assume_scheme="https", label="Source address")

    def clean(self):
        cleaned = super().clean()
        file = cleaned.get("file")
        if not (file or cleaned.get("text", "").strip()):
            raise forms.ValidationError("Choose a file or paste a text.")
        if file and cleaned.get("text", "").strip():
            raise forms.ValidationError("Give either a file or a pasted text, not both.")
        if file and file.size > MOST_BYTES:
            self.add_error(
                "file",
                f"{file.name} has {file.size // 1_000_000} MB; an article has at most {MOST_BYTES // 1_000_000}.",
            )
        return cleaned

    def imported(self, by):
        """What became of the text; raises Refused with what is wrong with it."""
        given = self.cleaned_data
        wanted = Wanted(
            headline=given["headline"],
            date=read_date(str(given["date"])) if given["date"] else None,
            section=given["section"],
            bylines=tuple(name.strip() for name in given["bylines"].split(",") if name.strip()),
            source=given["source"],
        )
        file = given["file"]
        data, name = (file.read(), file.name) if file else (given["text"].encode(), "")
        return import_article(data, wanted, name=name, by=by)


class Bringing:
    """For the desk of articles: the page “Import”."""

    def get_urls(self):
        return [
            path("import/", self.admin_site.admin_view(self.bring), name="articles_article_import"),
            *super().get_urls(),
        ]

    def bring(self, request):
        """Make a draft of a text, and lead to what it suggests."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = ImportForm(request.POST, request.FILES) if request.method == "POST" else ImportForm()
        if form.is_valid():
            try:
                imported = form.imported(by=request.user)
            except Refused as error:
                given = "file" if form.cleaned_data["file"] else "text"
                form.add_error(error.about or given, capfirst(f"{error}."))
            else:
                known = (
                    "This text was imported before; nothing changed."
                    if imported.what == "unchanged"
                    else "Imported as a draft."
                )
                for words in imported.noted:
                    messages.warning(request, words)
                if not may(request.user, Act.EDIT, imported.article):
                    messages.success(request, known)
                    return redirect("admin:articles_article_change", imported.article.pk)
                messages.success(request, f"{known} Tick what is right, and take it.")
                return redirect("admin:articles_article_suggestions", imported.article.pk)
        context = {
            **self.admin_site.each_context(request),
            "title": "Import an article",
            "opts": self.opts,
            "form": form,
        }
        return render(request, "admin/articles/article/import.html", context)
