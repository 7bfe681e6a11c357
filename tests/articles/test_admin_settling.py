"""Settling suggestions at the desk without a page load: each act, and how it is taken back."""

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.importing import Wanted, import_article
from articles.models import Mention, Quote, Refusal, Step
from articles.rereading import digest
from people.models import Organisation, Person, Relationship, Role, Source
from tests.canary import WORD
from tests.desk import address
from tests.make import make_article, make_draft, make_editor, make_mention, make_person, make_quote, make_role

pytestmark = pytest.mark.django_db
TEXT = """The harbour of Rivermouth will be dredged in spring, Mayor Ann Example said on Tuesday.
“We have waited too long,” Example told the council. “The ferries cannot wait.”
Cora Quill, the governor, disagreed. “It costs too much,” Quill said in an interview."""
ANN, QUILL, MAYOR = "person:Ann Example", "person:Cora Quill", "role:Ann Example: Mayor"


@pytest.fixture
def desk(client):
    client.force_login(make_editor("edda"))
    return client


def keys(desk, article):
    return desk_states(desk, article).keys()


def desk_states(desk, article):
    """How each suggestion stands, as the page shows it."""
    rows = desk.get(address(article, "suggestions")).context["groups"].values()
    return {row.suggestion.key: row.state for group in rows for row in group}


def settled(desk, article, act, *asked, **given):
    data = {"act": act, "key": asked, "digest": digest(article), **given}
    return desk.post(address(article, "suggestions/settle"), data)


def quote_keys(desk, article):
    return [key for key in keys(desk, article) if key.startswith("quote:")]


def counts():
    return {
        model: model.objects.count()
        for model in (Person, Organisation, Role, Relationship, Source, Mention, Quote, Refusal, Step)
    }


def test_one_suggestion_is_accepted_and_the_answer_tells_how_all_stand(desk):
    article = make_draft(text=TEXT)
    answer = settled(desk, article, "accept", ANN)
    assert answer.status_code == 200
    told = answer.json()
    assert "Ann Example" in told["said"]
    assert told["states"][ANN] == "there"
    assert told["states"][QUILL] == "open"
    assert told["steps"] == 1
    assert article.mentions.get().person.name == "Ann Example"
    assert desk_states(desk, article) == told["states"]


def test_accepting_a_quote_takes_its_speaker_along(desk):
    article = make_draft(text=TEXT)
    first, _ = quote_keys(desk, article)
    settled(desk, article, "accept", first)
    quote = Quote.objects.get()
    assert quote.speaker.name == "Ann Example"
    assert len(quote.segments) == 2
    assert quote.anchor_state == "exact"
    assert article.mentions.get().relation == "quoted"


def test_a_person_known_from_an_earlier_step_speaks(desk):
    article = make_draft(text=TEXT)
    settled(desk, article, "accept", QUILL)
    settled(desk, article, "accept", quote_keys(desk, article)[1])
    assert Person.objects.count() == 1
    assert Quote.objects.get().speaker == Person.objects.get()


def test_the_same_again_makes_nothing(desk):
    article = make_draft(text=TEXT)
    asked = quote_keys(desk, article)
    settled(desk, article, "accept", *asked)
    before = counts()
    told = settled(desk, article, "accept", *asked).json()
    assert "already" in told["said"]
    assert counts() == before


def test_a_post_is_accepted_without_another(desk):
    article = make_draft(text="Ann Example, the mayor of Rivermouth and chair of the board, spoke.\n" + TEXT)
    roles = [key for key in keys(desk, article) if key.startswith("role:Ann Example")]
    assert len(roles) > 1
    settled(desk, article, "accept", roles[0])
    role = Role.objects.get()
    assert role.person == Person.objects.get(name="Ann Example")
    assert desk_states(desk, article)[roles[0]] == "there"
    assert desk_states(desk, article)[roles[1]] == "open"


def test_all_that_is_sure_is_accepted_at_once_and_taken_back_at_once(desk):
    article = make_draft(text=TEXT)
    before = counts()
    settled(desk, article, "accept", *keys(desk, article))
    assert Quote.objects.count() == 2
    told = settled(desk, article, "take_back").json()
    assert told["steps"] == 0
    assert counts() == before


def test_steps_are_taken_back_one_by_one(desk):
    article = make_draft(text=TEXT)
    settled(desk, article, "accept", ANN)
    after_one = counts()
    settled(desk, article, "accept", quote_keys(desk, article)[0])
    assert article.mentions.get().relation == "quoted"
    settled(desk, article, "undo")
    assert counts() == after_one
    assert article.mentions.get().relation == "mentioned"
    settled(desk, article, "undo")
    assert not Person.objects.exists()
    assert settled(desk, article, "undo").status_code == 409


def test_what_is_used_elsewhere_stays_and_the_editor_is_told(desk):
    article = make_draft(text=TEXT)
    settled(desk, article, "accept", ANN)
    person = Person.objects.get()
    make_mention(make_article(), person)
    told = settled(desk, article, "undo").json()
    assert "“Ann Example” stays: it is used elsewhere (mention)" in told["said"]
    assert Person.objects.get() == person
    assert not article.mentions.exists()
    assert person.sources.get().our_article == article.pk, "it is still learnt from there"


def test_what_was_changed_since_stays(desk):
    article = make_draft(text=TEXT)
    settled(desk, article, "accept", ANN)
    person = Person.objects.get()
    person.summary = "Keeps the harbour."
    person.save()
    assert "changed since" in settled(desk, article, "undo").json()["said"]
    assert Person.objects.get().summary == "Keeps the harbour."


def test_a_mention_stays_while_the_article_quotes_whom_it_names(desk):
    article = make_draft(text=TEXT)
    settled(desk, article, "accept", ANN)
    make_quote(article, "The ferries cannot wait.", Person.objects.get())
    settled(desk, article, "undo")
    assert article.mentions.exists()


def test_undo_takes_back_only_ones_own_steps(desk):
    article = make_draft(text=TEXT)
    settled(desk, article, "accept", ANN)
    other = Client()
    other.force_login(make_editor("otto"))
    assert settled(other, article, "take_back").status_code == 409
    assert Person.objects.exists()


def test_a_known_person_is_linked_not_made_and_undo_leaves_them(desk):
    person = make_person("Ann Example")
    article = make_draft(text=TEXT)
    settled(desk, article, "accept", ANN, MAYOR)
    assert person.roles.get().title == "Mayor"
    assert Person.objects.get() == person
    settled(desk, article, "undo")
    assert Person.objects.get() == person
    assert not Role.objects.exists()
    assert not Source.objects.exists()


def test_what_is_refused_stays_refused_after_an_edit(desk):
    article = make_draft(text=TEXT)
    asked = quote_keys(desk, article)[1]
    settled(desk, article, "refuse", QUILL, asked)
    article.body = f"<p>A new beginning, longer than before.</p>{article.body}"
    article.save()
    states = desk_states(desk, article)
    assert states[QUILL] == "refused"
    assert [states[key] for key in quote_keys(desk, article)] == ["open", "refused"]
    settled(desk, article, "allow", QUILL)
    assert desk_states(desk, article)[QUILL] == "open"


def test_a_refusal_is_taken_back_like_any_step(desk):
    article = make_draft(text=TEXT)
    settled(desk, article, "refuse", QUILL)
    assert Refusal.objects.count() == 1
    settled(desk, article, "refuse", QUILL)
    assert Refusal.objects.count() == 1
    settled(desk, article, "undo")
    assert not Refusal.objects.exists()


def test_what_was_refused_is_not_ticked_nor_taken_by_an_import(desk):
    data = f"Harbour to be dredged\n\n{TEXT}".encode()
    article = import_article(data, Wanted()).article
    settled(desk, article, "refuse", QUILL)
    import_article(data, Wanted(accept=True))
    assert [person.name for person in Person.objects.all()] == ["Ann Example"]


def test_what_is_accepted_cannot_be_refused(desk):
    article = make_draft(text=TEXT)
    settled(desk, article, "accept", ANN)
    answer = settled(desk, article, "refuse", ANN)
    assert answer.status_code == 409
    assert "already" in answer.json()["said"]
    assert not Refusal.objects.exists()


def test_a_refused_suggestion_that_is_accepted_is_refused_no_longer(desk):
    article = make_draft(text=TEXT)
    settled(desk, article, "refuse", ANN)
    settled(desk, article, "accept", ANN)
    assert not Refusal.objects.exists()
    assert desk_states(desk, article)[ANN] == "there"


def test_a_name_is_put_right_before_it_is_accepted(desk):
    article = make_draft(text=TEXT)
    settled(desk, article, "accept", ANN, corrected="1", who="new", name="Anne Example")
    assert Person.objects.get().name == "Anne Example"
    assert desk_states(desk, article)[ANN] == "there"
    settled(desk, article, "accept", quote_keys(desk, article)[0])
    assert Quote.objects.get().speaker == Person.objects.get()


def test_the_page_tells_whom_the_newsroom_knows_by_a_name(desk):
    make_role(make_person("Ann Example", birth="1961"), "Harbour master", end_state="ongoing")
    page = desk.get(address(make_draft(text=TEXT), "suggestions")).content.decode()
    assert "Ann Example · Harbour master · born 1961" in page


def test_it_is_said_who_was_chosen_under_another_name(desk):
    other = make_person("Anne Sample")
    article = make_draft(text=TEXT)
    told = settled(desk, article, "accept", ANN, corrected="1", who=f"known:person:{other.pk}").json()["said"]
    assert told == "Accepted: Ann Example as Anne Sample."


def test_among_namesakes_somebody_must_be_chosen(desk):
    make_person("Ann Example")
    meant = make_person("Ann Example", birth="1961")
    article = make_draft(text=TEXT)
    for asked in (ANN, quote_keys(desk, article)[0]):
        answer = settled(desk, article, "accept", asked)
        assert answer.status_code == 409
        assert "choose first who is meant" in answer.json()["said"]
    form = desk.get(address(article, "suggestions/correct"), {"key": ANN}).content.decode()
    assert "born 1961" in form
    errors = settled(desk, article, "accept", ANN, corrected="1", who="").json()["errors"]
    assert "who" in errors
    told = settled(desk, article, "accept", ANN, corrected="1", who=meant.pk).json()["said"]
    assert told == "Accepted: Ann Example.", "it goes without saying as whom"
    assert article.mentions.get().person == meant
    assert desk_states(desk, article)[ANN] == "there"


def test_of_several_those_with_namesakes_are_left_open(desk):
    make_person("Ann Example")
    make_person("Ann Example")
    article = make_draft(text=TEXT)
    states = settled(desk, article, "accept", *keys(desk, article)).json()["states"]
    assert states[ANN] == "choose"
    assert states[QUILL] == "there"
    assert [states[key] for key in quote_keys(desk, article)] == ["open", "there"]


def test_a_quote_is_put_right_before_it_is_accepted(desk):
    article = make_draft(text=TEXT)
    asked = quote_keys(desk, article)[0]
    put_right = {"speaker": QUILL, "kind": "partial", "venue": "at the quay", "said_on": "2026-02"}
    settled(desk, article, "accept", asked, corrected="1", **put_right)
    quote = Quote.objects.get()
    assert (quote.speaker.name, quote.kind, quote.venue) == ("Cora Quill", "partial", "at the quay")
    assert str(quote.said_on) == "2026-02"
    settled(desk, article, "undo")
    put_right = {"speaker": "anonymous", "attribution": "a pilot", "kind": "direct", "said_on": ""}
    settled(desk, article, "accept", asked, corrected="1", **put_right)
    assert (Quote.objects.get().speaker_kind, Quote.objects.get().attribution) == ("anonymous", "a pilot")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"said_on": "some day"}, "said_on"), ({"kind": "sung"}, "kind"), ({"speaker": "person:Nobody"}, "speaker")],
)
def test_a_quote_put_wrong_is_refused_by_field(desk, wrong, field):
    article = make_draft(text=TEXT)
    given = {"speaker": ANN, "kind": "direct", "venue": "", "said_on": "", **wrong}
    answer = settled(desk, article, "accept", quote_keys(desk, article)[0], corrected="1", **given)
    assert answer.status_code == 400
    assert list(answer.json()["errors"]) == [field]
    assert not Quote.objects.exists()


def test_a_post_is_put_right_before_it_is_accepted(desk):
    article = make_draft(text=TEXT)
    settled(desk, article, "accept", MAYOR, corrected="1", title="Master", organisation="Harbour Board")
    role = Role.objects.get()
    assert (role.title, role.organisation.name, role.end_state) == ("Master", "Harbour Board", "unknown")
    assert desk_states(desk, article)[MAYOR] == "there"


def visible(text, words):
    """A passage as a browser counts it: in characters that are not white space."""
    start = len("".join(text[: text.index(words)].split()))
    return {"first": start, "last": start + len("".join(words.split()))}


def test_an_editor_marks_a_passage_as_a_quote(desk):
    article = make_draft(text=f"The sea 🌊 is high.\nIt would never be dredged, thought Ann Example.\n{TEXT}")
    given = visible(article.body_text, "It would never be dredged,")
    form = desk.get(address(article, "suggestions/correct"), {"mark": "quote", **given})
    assert 'name="speaker"' in form.content.decode()
    told = settled(
        desk, article, "accept", mark="quote", corrected="1", speaker=ANN, kind="indirect", said_on="", **given
    ).json()
    assert told["anew"]
    quote = Quote.objects.get()
    assert (quote.text, quote.kind, quote.speaker.name) == ("It would never be dredged", "indirect", "Ann Example")
    assert "It would never be dredged" in desk.get(address(article, "suggestions")).context["besides"][0]
    settled(desk, article, "undo")
    assert not Quote.objects.exists()
    assert not Person.objects.exists()


@pytest.mark.parametrize(("mark", "model"), [("person", Person), ("organisation", Organisation)])
def test_an_editor_marks_a_passage_as_a_name(desk, mark, model):
    article = make_draft(text="the old quay\nwas closed by the grey ones.")
    given = visible(article.body_text, "grey ones")
    settled(desk, article, "accept", mark=mark, corrected="1", who="new", name="The Grey Ones", **given)
    assert model.objects.get().name == "The Grey Ones"
    assert article.mentions.get().names == ["grey ones"]


def test_a_marked_name_that_is_known_is_linked(desk):
    known = make_person("The Grey One")
    article = make_draft(text="the old quay was closed by the grey one.")
    given = visible(article.body_text, "the grey one")
    settled(desk, article, "accept", mark="person", **given)
    assert article.mentions.get().person == known


@pytest.mark.parametrize(
    "given",
    [
        {"mark": "quote", "first": "0", "last": "99999"},
        {"mark": "quote", "first": "5", "last": "5"},
        {"mark": "quote", "first": "-3", "last": "5"},
        {"mark": "quote", "first": "x", "last": "5"},
        {"mark": "quote", "first": "3"},
        {"mark": "song", "first": "0", "last": "5"},
        {"first": "0", "last": "5"},
        {"key": "person:Nobody"},
        {"key": "quote:4711"},
        {},
    ],
)
@pytest.mark.parametrize("act", ["accept", "refuse", "allow"])
def test_what_cannot_be_settled_is_refused_with_a_reason(desk, act, given):
    article = make_draft(text=TEXT)
    answer = desk.post(address(article, "suggestions/settle"), {"act": act, "digest": digest(article), **given})
    assert answer.status_code == 409
    assert answer.json()["said"]
    assert not Step.objects.exists()
    assert desk.get(address(article, "suggestions/correct"), given).status_code == 409


def test_an_act_nobody_knows_and_a_page_asked_for_wrongly(desk):
    article = make_draft(text=TEXT)
    assert settled(desk, article, "dance").status_code == 400
    assert desk.get(address(article, "suggestions/settle")).status_code == 405
    assert desk.post("/admin/articles/article/4711/suggestions/settle/", {"act": "undo"}).status_code == 404


def test_after_an_edit_of_the_text_an_old_page_settles_nothing(desk):
    article = make_draft(text=TEXT)
    old = digest(article)
    article.body = article.body.replace("Ann", "Anna")
    article.save()
    answer = settled(desk, article, "accept", ANN, digest=old)
    assert answer.status_code == 409
    assert "Load it again" in answer.json()["said"]


def test_settling_needs_permission_and_a_token(desk, django_user_model):
    article = make_draft(text=TEXT)
    visitor = Client()
    assert settled(visitor, article, "accept", ANN).status_code == 302
    visitor.force_login(django_user_model.objects.create_user("vic", is_staff=True))
    assert settled(visitor, article, "accept", ANN).status_code == 403
    assert visitor.get(address(article, "suggestions/correct"), {"key": ANN}).status_code == 403
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(make_editor("otto"))
    assert settled(strict, article, "accept", ANN).status_code == 403
    assert not Person.objects.exists()


def test_a_post_of_somebody_refused_waits_and_a_quote_does_without_the_speaker(desk):
    article = make_draft(text=TEXT)
    settled(desk, article, "refuse", ANN)
    answer = settled(desk, article, "accept", MAYOR)
    assert answer.status_code == 409
    assert "was refused" in answer.json()["said"]
    settled(desk, article, "accept", quote_keys(desk, article)[0])
    assert Quote.objects.get().speaker_kind == "unknown"
    assert not Person.objects.exists()


def test_what_was_taken_without_the_script_is_a_step_too(desk):
    article = make_draft(text=TEXT)
    before = counts()
    desk.post(address(article, "suggestions"), {"take": list(keys(desk, article))})
    assert Quote.objects.count() == 2
    settled(desk, article, "undo")
    assert counts() == before


def test_a_long_pause_begins_a_new_sitting(desk):
    article = make_draft(text=TEXT)
    with time_machine.travel("2026-02-05T08:00Z"):
        desk.force_login(make_editor("nell"))
        settled(desk, article, "accept", ANN)
    with time_machine.travel("2026-02-05T17:00Z"):
        assert settled(desk, article, "take_back").status_code == 409
        settled(desk, article, "accept", QUILL)
        settled(desk, article, "take_back")
    assert Person.objects.get().name == "Ann Example"


def test_every_step_leaves_a_revision(desk):
    article = make_draft(text=TEXT)
    before = article.revisions.count()
    for asked in (ANN, QUILL, *quote_keys(desk, article)):
        settled(desk, article, "accept", asked)
    assert article.revisions.count() == before + 4
    kept = article.revisions.first()
    assert (len(kept.content["quotes"]), kept.by.username) == (2, "edda")


def test_nothing_of_a_settled_draft_shows(desk, client):
    article = make_draft(text=TEXT.replace("Ann Example", f"Ann {WORD.title()}").replace("Example", WORD.title()))
    settled(desk, article, "accept", *keys(desk, article))
    assert Person.objects.filter(name__icontains=WORD).exists()
    assert Role.objects.exists()
    for page in ("/", "/people/", "/organisations/", "/feed/", "/api/v1/people/", "/api/v1/quotes/", "/api/v1/roles/"):
        assert WORD not in Client().get(page).content.decode().lower()


def test_moved_changed_and_lost_words_stand_side_by_side(desk):
    article = make_draft(text=TEXT)
    settled(desk, article, "accept", *quote_keys(desk, article))
    assert desk.get(address(article, "suggestions")).context["stretches"] == []
    article.body = article.body.replace("The ferries cannot wait.", "The ferries will not wait.").replace(
        "“It costs too much,” Quill said in an interview.", ""
    )
    article.save()
    page = desk.get(address(article, "suggestions"))
    shown = [
        (stretch.quote.speaker.name, str(stretch.before), str(stretch.now)) for stretch in page.context["stretches"]
    ]
    changed = next(each for each in shown if "<del>cannot</del>" in each[1])
    assert "<ins>will not</ins>" in changed[2]
    assert ("Cora Quill", "<del>It costs too much,</del>", "") in shown


def test_page_and_settling_make_as_many_queries_for_few_as_for_many(desk):
    names = [
        f"{first} {last}" for first in ("Ann", "Jane", "Mary", "Paul", "John") for last in ("Stone", "Reed", "Holt")
    ]
    made = []
    for several in (names[:2], names):
        article = make_draft(
            text="\n".join(f"“It rained in {n},” said {name}, a clerk." for n, name in enumerate(several))
        )
        for name in several[1:]:
            make_role(make_person(name), "Clerk")
        with CaptureQueriesContext(connection) as page:
            states = desk_states(desk, article)
        assert len(states) >= 2 * len(several)
        first = next(key for key in states if key.startswith("quote:"))
        with CaptureQueriesContext(connection) as settling:
            assert settled(desk, article, "accept", first).status_code == 200
        with CaptureQueriesContext(connection) as undoing:
            assert settled(desk, article, "undo").status_code == 200
        made.append((len(page), len(settling), len(undoing)))
        Person.objects.all().delete()
    assert made[0] == made[1]
