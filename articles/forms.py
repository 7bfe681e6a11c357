"""Forms of the desk for an article, its quotes, mentions and bylines."""

from django import forms
from django.core.exceptions import ValidationError

from articles.models import Article, Quote
from articles.quoting import NotFoundError, spans_of
from articles.text.plain import text_of
from articles.workflow import Act, may, move_to
from newsroom.lib import html
from newsroom.lib.guarded_forms import GuardedForm, GuardedFormSet
from newsroom.lib.moments import told

PUBLISH, UNSHOWN, MOVE = "_publish", "_unshown", "_move"
# Without any of these a new article is none: a button was pressed too early.
WRITTEN = ("headline", "standfirst", "body", "image")
TIMES = ("publish_at", "expire_at", "embargo_until")


class LinesField(forms.CharField):
    """A list of texts, one a line."""

    widget = forms.Textarea(attrs={"rows": 2, "cols": 60})

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        lines = value if isinstance(value, list) else (value or "").splitlines()
        return [line.strip() for line in lines if line.strip()]

    def has_changed(self, initial, data):
        return self.to_python(initial) != self.to_python(data)


class ArticleForm(GuardedForm):
    """An article with the button it was sent by: save, publish, move to another state, or save without showing.

    `user`, who sends it, is set on the class by the desk.
    """

    user = None
    note = forms.CharField(
        max_length=200,
        required=False,
        label="Note",
        help_text="What you changed, for colleagues; kept with the revision.",
    )

    class Meta:
        model = Article
        fields = ()
        widgets = dict.fromkeys(["standfirst", "image_caption"], forms.Textarea(attrs={"rows": 2, "maxlength": 500}))

    def clean(self):
        cleaned = super().clean()
        if self.instance._state.adding and not any(cleaned.get(name) for name in WRITTEN):
            raise ValidationError("There is nothing to save yet: give it a headline or some text.")
        if PUBLISH in self.data:
            self._publish()
        elif MOVE in self.data:
            move_to(self.user, self.instance, self.data[MOVE])
        if UNSHOWN in self.data:
            for name in set(TIMES) & set(self.changed_data):
                self.add_error(name, "Times count at once: save and publish the change, or leave them as they are.")
        return cleaned

    def clean_embargo_until(self):
        """An embargo is lifted, or shortened, by whoever may; to set or lengthen one is free."""
        until, before = self.cleaned_data["embargo_until"], self.instance.embargo_until
        is_less = self.instance.is_under_embargo and (until is None or until < before)
        if is_less and not may(self.user, Act.LIFT, self.instance):
            raise ValidationError(f"It is under embargo until {told(before)}, and you may not lift that.")
        return until

    def _publish(self):
        if not may(self.user, Act.PUBLISH, self.instance):
            raise ValidationError("You may not publish this article. Save it, and send it for review when it is done.")
        self.instance.state = Article.State.PUBLISHED


class QuoteForm(GuardedForm):
    """A quote by its words as they stand in the article; they are found there and anchored when it is saved."""

    words = LinesField(
        required=False,
        help_text="As printed in the article, without quotation marks; one stretch a line where “she said” interrupts.",
    )

    class Meta:
        model = Quote
        fields = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["words"] = [part["exact"] for part in self.instance.segments]
        self.spans = None

    def clean(self):
        cleaned = super().clean()
        if not (self.instance.pk or cleaned.get("words")):
            self.add_error("words", "Give the words of the quote as they stand in the article.")
        if {"speaker", "organisation", "role"} & set(self.changed_data) and "attribution" not in self.changed_data:
            cleaned["attribution"] = ""
        return cleaned

    def place(self, text, goes_live):
        """Find the words in `text`, the article's plain text as it will be; errors stand with their field."""
        words = self.cleaned_data.get("words", [])
        try:
            if words and words != self.initial["words"]:
                self.spans = spans_of(text, words, near=self.instance.position)
            elif self.instance.segments:
                self.instance.find_again(text)
        except NotFoundError as error:
            if not self.cleaned_data.get("not_verbatim"):
                self.add_error("words", str(error))
        if goes_live and self.is_valid() and not self.spans:
            try:
                self.instance.check_verbatim()
            except ValidationError as error:
                self.add_error(None, error)

    def save(self, commit=True):
        quote, words = self.instance, self.cleaned_data["words"]
        if self.spans:
            quote.anchor_to(self.spans)
        elif words != self.initial["words"]:
            quote.keep_unanchored(words)
        return super().save(commit)


class QuoteFormSet(GuardedFormSet):
    """The quotes of an article, placed in the body the same form sends."""

    def clean(self):
        super().clean()
        text = text_of(html.clean(self.instance.body))
        goes_live = self.instance.state == Article.State.PUBLISHED and UNSHOWN not in self.data
        for form in self.forms:
            kept = not self._should_delete_form(form) and (form.instance.pk or form.has_changed())
            if kept and form.is_valid():
                form.place(text, goes_live)


class QuoteAloneForm(QuoteForm):
    """A quote on its own page, in the body as it is stored."""

    def _post_clean(self):
        super()._post_clean()
        if not self.errors:
            article = self.instance.article
            self.place(article.body_text, goes_live=article.state == Article.State.PUBLISHED)


class MentionForm(GuardedForm):
    """A mention with the names as written, one a line."""

    names = LinesField(
        required=False, label="Names as written", help_text="One a line; the first one found becomes a link."
    )


class BylineForm(GuardedForm):
    """A byline; when it is given to somebody else, the printed name is theirs."""

    def clean(self):
        if "person" in self.changed_data:
            self.instance.name = ""
        return super().clean()


class WithdrawForm(forms.Form):
    """Taking an article from readers."""

    notice = forms.CharField(
        max_length=500, label="Public notice", help_text="What readers who come to its address are told.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
