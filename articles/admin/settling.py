"""The small addresses at which the desk settles suggestions without a page load: JSON and forms as HTML."""

from functools import wraps

from django.db import transaction
from django.http import HttpResponseNotAllowed, JsonResponse
from django.shortcuts import render
from django.urls import path

from articles.marking import marked, passage
from articles.rereading import digest, read_before
from articles.settling import NotSettled, allow, current, in_article, refuse, settle, title, undo

from .correcting import FORMS, IDS
from .mending import MENDS, mend

PENDING = "It has a change that readers do not see yet: publish or discard that first."
STALE = "The text has changed since this page was loaded. Load it again."
MARKED = ("quote", "person", "organisation")
ACTS = ("accept", "refuse", "allow", "undo", "take_back", *MENDS)


def answering(view):
    """A view of one article, locked while it acts, whose NotSettled becomes a JSON answer with status 409."""

    @wraps(view)
    def answered(self, request, pk):
        try:
            with transaction.atomic():
                article = self.act_on(request, pk)
                if article.pending_id:
                    raise NotSettled(PENDING)
                return view(self, request, article)
        except NotSettled as error:
            return JsonResponse({"said": str(error)}, status=409)

    return answered


class Settling:
    """For the desk of articles: what its page of suggestions asks for."""

    def get_urls(self):
        settle_view, form_view = self.admin_site.admin_view(self.settle), self.admin_site.admin_view(self.correct)
        return [
            path("<int:pk>/suggestions/settle/", settle_view, name="articles_article_settle"),
            path("<int:pk>/suggestions/correct/", form_view, name="articles_article_correct"),
            *super().get_urls(),
        ]

    @answering
    def settle(self, request, article):
        """Do one act; the answer says in words what happened, and how every suggestion stands now."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        act = request.POST.get("act")
        if act not in ACTS:
            return JsonResponse({"said": f"“{act}” is no act; the known ones are: {', '.join(ACTS)}."}, status=400)
        if act in {"undo", "take_back"}:
            undone, stayed = undo(article, request.user, whole=act == "take_back")
            said = " ".join([f"Taken back: {'; '.join(undone)}.", *stayed])
            return self._how_all_stand(request, article, said, anew=True)
        if request.POST.get("digest") != digest(article):
            raise NotSettled(STALE)
        if act in MENDS:
            return self._how_all_stand(request, article, f"{mend(article, request.POST, request.user)}.", anew=True)
        suggestions, keys = self._asked(request.POST, article)
        if act == "accept":
            step, errors = self._accept(request, article, suggestions, keys)
            if errors:
                return JsonResponse({"said": "Not accepted: look at the form.", "errors": errors}, status=400)
            said = f"{step.said}." if step else "It is in the article already."
        elif act == "refuse":
            step = refuse(article, suggestions, keys, request.user)
            said = f"{step.said}." if step else "It was refused before."
        else:
            allow(article, suggestions, keys)
            said = "It is offered again."
        return self._how_all_stand(request, article, said, anew="first" in request.POST)

    @answering
    def correct(self, request, article):
        """The form in which a suggestion, or a passage selected, is put right."""
        suggestions, keys = self._asked(request.GET, article)
        one = next((each for each in suggestions.all() if each.key in keys), None)
        if one is None:
            raise NotSettled(STALE)
        form = self._correction(None, article, suggestions, one)
        context = {"form": form, "one": one, "title": title(one), "kinds": MARKED}
        return render(request, "admin/articles/article/_correct.html", context)

    def _accept(self, request, article, suggestions, keys):
        """(The Step or None, the errors of the form sent along)."""
        chosen, corrected = {}, {}
        if "corrected" in request.POST:
            one = next((each for each in suggestions.all() if each.key in keys), None)
            if one is None or len(keys) != 1:
                raise NotSettled(STALE)
            form = self._correction(request.POST, article, suggestions, one)
            if not form.is_valid():
                return None, form.errors
            is_chosen, noun = form.choice()
            chosen, corrected = ({one.key: noun} if is_chosen else {}), {one.key: form.corrected()}
        return settle(article, suggestions, keys, request.user, chosen, corrected), None

    def _asked(self, given, article):
        """(The Suggestions, the keys asked for); a passage selected counts as a suggestion."""
        suggestions = read_before(article)
        if "first" not in given:
            keys = given.getlist("key")
            if not keys:
                raise NotSettled("No suggestion was named.")
            return suggestions, keys
        try:
            span = passage(article, int(given["first"]), int(given.get("last", "")))
        except ValueError as error:
            raise (
                error if isinstance(error, NotSettled) else NotSettled("Select some words of the text first.")
            ) from None
        if given.get("mark") not in MARKED:
            raise NotSettled(f"A passage is marked as one of: {', '.join(MARKED)}.")
        suggestions, key = marked(article, suggestions, given["mark"], span)
        return suggestions, [key]

    def _correction(self, data, article, suggestions, one):
        labels = self.labels([one])
        if one.kind == "quote" and one.found.venue:
            labels["venue"] = article.body_text[one.found.venue.start : one.found.venue.end]
        form = FORMS[one.kind](data, one, suggestions, labels)
        form.auto_id = IDS
        return form

    def _how_all_stand(self, request, article, said, anew=False):
        suggestions = read_before(article)
        sitting = current(article, request.user)
        return JsonResponse(
            {
                "said": said,
                "states": states(article, suggestions),
                "steps": sitting.steps.count() if sitting else 0,
                "anew": anew,
            }
        )

    def labels(self, suggestions):
        """What tells each person and organisation that may be meant from its namesakes."""
        nouns = [noun for one in suggestions for noun in (*one.candidates, one.noun) if noun]
        found = {}
        for model in {type(noun) for noun in nouns}:
            desk = self.admin_site.get_model_admin(model)
            rows = model.objects.filter(pk__in=[noun.pk for noun in nouns if isinstance(noun, model)])
            found |= {row: desk.picker_label(row) for row in desk.for_picker(rows)}
        return found


def states(article, suggestions):
    """How each suggestion stands, by key: there, refused, choose or open."""
    there = in_article(article, suggestions)
    return {one.key: state_of(one, there) for one in suggestions.all()}


def state_of(one, there):
    """there, refused, choose (among namesakes) or open."""
    if one.key in there:
        return "there"
    if one.is_refused:
        return "refused"
    return "choose" if one.is_ambiguous else "open"
