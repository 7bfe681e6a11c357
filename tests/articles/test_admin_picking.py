"""While a suggestion is put right, anybody known can be meant: a person, an organisation, a speaker."""

import pytest

from articles.models import Quote
from people.models import Organisation, Person, Role
from tests.articles.test_admin_settling import ANN, MAYOR, TEXT, quote_keys, settled
from tests.make import make_draft, make_editor, make_organisation, make_person, make_source

pytestmark = pytest.mark.django_db
QUOTE = {"corrected": "1", "kind": "direct"}


@pytest.fixture
def desk(client):
    client.force_login(make_editor("edda"))
    return client


def test_a_name_means_somebody_known_by_quite_another(desk):
    article, meant = make_draft(text=TEXT), make_person("Anna Maria Exempel")
    answer = settled(desk, article, "accept", ANN, corrected="1", who=f"known:person:{meant.pk}")
    assert answer.status_code == 200, answer.json()
    assert article.mentions.get().person == meant
    assert article.mentions.get().names == ["Ann Example", "Example"] or "Ann Example" in article.mentions.get().names
    assert Person.objects.get() == meant


@pytest.mark.parametrize("who", ["known:person:4711", "known:organisation:1", "known:person:", "known:user:1", "4711"])
def test_nobody_else_can_be_named(desk, who):
    make_organisation()
    article = make_draft(text=TEXT)
    answer = settled(desk, article, "accept", ANN, corrected="1", who=who)
    assert answer.status_code == 400
    assert "who" in answer.json()["errors"]
    assert not article.mentions.exists()


@pytest.mark.parametrize("make", [make_person, make_organisation])
def test_somebody_whom_the_text_does_not_name_speaks_and_it_is_taken_back(desk, make):
    article, speaker = make_draft(text=TEXT), make("Zuzana Quiet")
    [first, _] = quote_keys(desk, article)
    chosen = f"known:{speaker._meta.model_name}:{speaker.pk}"
    answer = settled(desk, article, "accept", first, speaker=chosen, **QUOTE)
    assert answer.status_code == 200, answer.json()
    quote = Quote.objects.get()
    assert (quote.speaker or quote.organisation) == speaker
    assert quote.attribution == "Zuzana Quiet"
    assert article.mentions.get().relation == "quoted"
    settled(desk, article, "undo")
    assert not Quote.objects.exists()
    assert not article.mentions.exists()
    assert type(speaker).objects.filter(pk=speaker.pk).exists()


def test_a_speaker_learnt_from_another_draft_is_told_by_this_article_too(desk):
    speaker = make_person("Zuzana Quiet", stands_alone=False)
    make_source(speaker, make_draft())
    article = make_draft(text=TEXT)
    settled(desk, article, "accept", quote_keys(desk, article)[0], speaker=f"known:person:{speaker.pk}", **QUOTE)
    assert speaker.sources.filter(our_article=article.pk).exists()


def test_a_post_is_in_an_organisation_that_was_picked(desk):
    article = make_draft(text=TEXT)
    town = make_organisation("Borough of Rivermouth")
    given = {"corrected": "1", "title": "Mayor", "organisation": "", "which": f"known:organisation:{town.pk}"}
    answer = settled(desk, article, "accept", MAYOR, **given)
    assert answer.status_code == 200, answer.json()
    assert Role.objects.get().organisation == town
    assert Organisation.objects.get() == town
