"""Words corrected or disputed in one article become tasks for the others that quote them."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from articles import publishing, revisions, tasks
from articles.models import Article, Correction, Task
from tests.desk import address, opened, saved
from tests.make import make_article, make_editor, make_member, make_person, make_quote

pytestmark = pytest.mark.django_db
WORDS = "We will build the bridge"


@pytest.fixture
def ann():
    return make_person("Ann")


def quoted(speaker, words=WORDS, **fields):
    return make_quote(make_article(text=f"“{words},” somebody said.", **fields), words, speaker)


def test_each_other_article_with_the_words_of_the_same_speaker_becomes_a_task(ann):
    wrong = quoted(ann)
    same = [quoted(ann), quoted(ann, "We will build THE bridge"), quoted(ann, state="draft")]
    quoted(make_person("Bo"))
    quoted(ann, "We will never build it")
    make_quote(wrong.article, WORDS, ann)
    assert tasks.raise_for(wrong) == 3
    assert {task.quote for task in Task.objects.open()} == set(same)
    assert tasks.raise_for(wrong) == 0


def test_two_words_are_said_by_chance(ann):
    quoted(ann, "Thank you")
    assert not tasks.same_words(quoted(ann, "Thank you"))


def test_a_correction_tells_readers_marks_the_quote_and_makes_tasks(ann):
    editor, quote, other = make_member("editor"), quoted(ann), quoted(ann)
    article = quote.article
    body = article.body.replace("build the bridge", "mend the bridge")
    correction, made = publishing.correct(article, "correction", "She spoke of mending.", [quote], body=body, by=editor)
    assert made == 1
    assert Correction.objects.published().get() == correction
    quote.refresh_from_db()
    assert (quote.status, quote.text, quote.is_verbatim) == ("corrected", "We will mend the bridge", True)
    task = Task.objects.get()
    assert (task.article, task.quote, task.because, task.correction) == (other.article, other, quote, correction)
    assert (article.revisions.first().by, article.revisions.first().note) == (editor, "correction published")


@pytest.mark.parametrize("state", ["draft", "withdrawn"])
def test_there_is_nothing_to_tell_readers_of_what_they_do_not_see(state):
    with pytest.raises(ValidationError, match="Readers do not see it"):
        publishing.correct(make_article(state=state), "update", "More.")


def test_a_correction_that_would_break_a_quote_changes_nothing(ann):
    quote = quoted(ann)
    with pytest.raises(ValidationError, match="word for word"):
        publishing.correct(quote.article, "correction", "Wrong.", [quote], body="<p>All else.</p>")
    assert not Correction.objects.exists()
    assert not Task.objects.exists()
    assert WORDS in Article.objects.get().body


def test_a_reporter_corrects_nothing(ann):
    with pytest.raises(PermissionDenied):
        publishing.correct(quoted(ann).article, "update", "More.", by=make_member("reporter"))


def test_a_quote_marked_as_disputed_at_the_desk_makes_its_tasks(client, ann):
    client.force_login(make_editor())
    quote, other = quoted(ann), quoted(ann)
    saved(client, quote, opened(client, quote), status="disputed")
    assert Task.objects.get().quote == other
    saved(client, quote, opened(client, quote), venue="on the radio")
    assert Task.objects.count() == 1


def test_a_task_is_done_once(client, ann):
    editor = make_member("editor", "edda")
    client.force_login(editor)
    quoted(ann)
    tasks.raise_for(quoted(ann))
    task = Task.objects.get()
    assert "Look at" in client.get("/admin/").content.decode()
    assert "Look at" in client.get(address(task.article)).content.decode()
    page = client.post(address(task, "finish"), {"outcome": "needless", "word": "Said otherwise."}, follow=True)
    assert "Not needed: Look at" in page.content.decode()
    page = client.post(address(task, "finish"), {"outcome": "done"}, follow=True)
    assert "edda finished it before" in page.content.decode()
    task.refresh_from_db()
    assert (task.outcome, task.word, task.done_by) == ("needless", "Said otherwise.", editor)
    assert "Look at" not in client.get("/admin/").content.decode()
    client.post("/admin/articles/task/", {"action": "reopen", "_selected_action": task.pk})
    assert Task.objects.open().get() == task


def test_a_task_needs_an_outcome_and_somebody_who_may(client, ann):
    quoted(ann)
    tasks.raise_for(quoted(ann))
    task = Task.objects.get()
    client.force_login(make_member("editor"))
    assert "Say whether" in client.post(address(task, "finish"), {"outcome": "x"}, follow=True).content.decode()
    client.force_login(make_member("reporter"))
    assert client.post(address(task, "finish"), {"outcome": "done"}).status_code == 403
    assert Task.objects.open().exists()


def test_a_change_not_shown_that_drops_a_quote_leaves_its_tasks_alone(ann):
    wrong, other = quoted(ann), quoted(ann)
    tasks.raise_for(wrong)
    for quote in (wrong, other):
        with revisions.unshown(quote.article):
            quote.article.quotes.all().delete()
    task = Task.objects.get()
    assert (task.quote, task.because) == (other, wrong)
