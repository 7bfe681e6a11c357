"""What colleagues say beside an article, and handing it over: posted apart from the form, which loses nothing by it."""

from django import forms
from django.contrib.auth import get_user_model
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path

from articles.models import Article
from articles.models.comment import LONGEST
from articles.workflow import Act, may, require

from .acts import changes_in_one_transaction
from .meanwhile import SEEN, as_shown, meanwhile


class Colleagues(forms.ModelChoiceField):
    """Somebody who may use the desk."""

    def label_from_instance(self, user):
        return user.get_full_name() or user.get_username()


class CommentForm(forms.Form):
    """A remark, or to whom the article goes, or both."""

    text = forms.CharField(
        label="Comment",
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": "A comment has at most %(limit_value)d characters; this one has %(show_value)d."},
    )
    handed_to = Colleagues(label="Hand over to", queryset=None, required=False, empty_label="Nobody")

    def __init__(self, data=None, *, may_hand_over=True):
        super().__init__(data, auto_id="comment_%s")
        self.fields["handed_to"].queryset = (
            get_user_model()
            .objects.filter(is_active=True, is_staff=True)
            .order_by("first_name", "last_name", "username")
        )
        if not may_hand_over:
            del self.fields["handed_to"]

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not (cleaned.get("text") or cleaned.get("handed_to")):
            raise forms.ValidationError("Say something, or choose to whom the article goes.")
        return cleaned


class Talking:
    """For the desk of articles: the thread of an article, on a page of its own and at the side of the form."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.comments)
        return [path("<int:pk>/comments/", view, name="articles_article_comments"), *super().get_urls()]

    @changes_in_one_transaction
    def comments(self, request, pk):
        """The thread; a script gets it alone, everybody else as a page."""
        articles = Article.objects.defer("body", "body_text", "folded")
        if request.method == "POST":
            articles = articles.select_for_update()
        article = get_object_or_404(articles, pk=pk)
        require(request.user, Act.VIEW, article)
        is_script = request.headers.get("X-Requested-With") == "XMLHttpRequest"
        form = None
        if request.method == "POST":
            form = self._done(request, article)
            if form is None and not is_script:
                return redirect("admin:articles_article_comments", pk)
        context = {**thread(request.user, article, form), "original": article, "opts": self.opts}
        context["shown_as"] = as_shown(article)
        if is_script:
            return render(request, "admin/articles/article/_thread.html", context, status=400 if form else 200)
        context |= {**self.admin_site.each_context(request), "title": "Comments", "subtitle": str(article)}
        return render(request, "admin/articles/article/comments.html", context, status=400 if form else 200)

    def _done(self, request, article):
        """Do what was posted; returns the form where that cannot be done as sent."""
        require(request.user, Act.COMMENT, article)
        if "resolve" in request.POST or "reopen" in request.POST:
            self._settled(request, article)
            return None
        form = CommentForm(request.POST, may_hand_over=may(request.user, Act.EDIT, article))
        if not form.is_valid():
            return form
        handed_to = form.cleaned_data.get("handed_to")
        if handed_to and (changed := meanwhile(article, request.POST.get(SEEN), hands=True)):
            form.add_error(None, f"{changed} It was not handed over: look, and post again.")
            return form
        article.comments.create(by=request.user, text=form.cleaned_data["text"], handed_to=handed_to)
        if handed_to:
            # Not a change of the article itself: who has its form open is not told of one.
            Article.objects.filter(pk=article.pk).update(assigned_to=handed_to)
            article.assigned_to = handed_to
        return None

    def _settled(self, request, article):
        number = request.POST.get("resolve") or request.POST.get("reopen") or ""
        comment = article.comments.filter(pk=number).first() if number.isdecimal() and len(number) < 19 else None
        if comment is None:
            raise Http404("There is no such comment.")
        if "resolve" in request.POST:
            comment.resolve(request.user)
        else:
            comment.reopen()


def thread(user, article, form=None):
    """What the thread of an article shows `user`; `form` is one that could not be done as sent."""
    may_comment = may(user, Act.COMMENT, article)
    blank = CommentForm(may_hand_over=may(user, Act.EDIT, article)) if may_comment else None
    return {"comments": list(article.comments.thread()), "comment_form": form or blank, "in_hand": article.assigned_to}
