"""The command that makes the words of search anew."""

import pytest
from django.core.management import call_command

from articles.models import Article, Quote
from newsroom.search.asked import Asked
from newsroom.search.finding import search
from people.models import Organisation, OtherName, Person
from tests.make import make_article, make_organisation, make_other_name, make_person, make_quote


@pytest.mark.django_db
def test_everything_is_found_again(capsys):
    person, council = make_person("Ann Rivers"), make_organisation("River Council")
    make_other_name(person, "Anna River")
    article = make_article("A river story", text="“The river is ours.”")
    quote = make_quote(article, "The river is ours.", person)
    Article.objects.update(folded="", folded_headline="")
    Quote.objects.update(folded="")
    for model in (Person, Organisation, OtherName):
        model.objects.update(found_by="")
    assert search(Asked({"q": "river"})) == []

    call_command("reindex_search")

    assert {group.name: group.page.rows for group in search(Asked({"q": "river"}))} == {
        "people": [person], "organisations": [council], "quotes": [quote], "articles": [article],
    }  # fmt: skip
    assert OtherName.objects.get().found_by.startswith("anna river ")
    assert "articles: done" in capsys.readouterr().out
