"""Every kind of page passes axe (WCAG 2.2, A and AA), wide and light, narrow and dark, and never scrolls sideways."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from articles import sample_newsroom
from articles.models import Article, Quote
from people.models import Organisation, Person
from tests.make import make_editor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
    # It would read style sheets by adding inline ones, which the policy refuses.
    "preload": False,
}
VIEWS = [("light", 1280), ("dark", 360)]
OPEN_ROWS = "document.querySelectorAll('.row-fields').forEach((row) => { row.open = true })"
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture(params=VIEWS, ids=["light and wide", "dark and narrow"])
def view(request, page):
    scheme, width = request.param
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 900})
    sample_newsroom.load()
    return page


def faults(page, addresses):
    """What is wrong, a line each."""
    found, axe = [], Axe()
    for address in addresses:
        page.goto(address, wait_until="networkidle")
        page.evaluate(OPEN_ROWS)
        for violation in axe.run(page, options=RULES).response["violations"]:
            found += [f"{address} {violation['id']}: {node['html'][:200]}" for node in violation["nodes"]]
        if page.evaluate(TOO_WIDE):
            found.append(f"{address} scrolls sideways")
    return found


def test_pages_of_readers(view):
    article, quote = Article.objects.published().earliest("pk"), Quote.objects.published().earliest("pk")
    person = Person.objects.exclude(quotes=None).earliest("pk")
    pages = [
        "/",
        "/articles/",
        "/people/",
        "/organisations/",
        "/corrections/",
        "/search/",
        "/search/?q=zelensky",
        "/api/v1/docs/",
        article.get_absolute_url(),
        article.section.get_absolute_url(),
        article.topics.earliest("pk").get_absolute_url(),
        person.get_absolute_url(),
        f"{person.get_absolute_url()}quotes/",
        Organisation.objects.earliest("pk").get_absolute_url(),
        quote.get_absolute_url(),
        f"{quote.get_absolute_url()}embed/",
    ]
    assert faults(view, pages) == []


def test_pages_of_the_desk(view):
    make_editor("edda")
    assert faults(view, ["/admin/login/?next=/admin/articles/image/"]) == []
    view.get_by_label("Username").fill("edda")
    view.get_by_label("Password").fill("pass")
    view.get_by_role("button", name="Log in").click()
    article, quote = Article.objects.earliest("pk"), Quote.objects.earliest("pk")
    person, other = Person.objects.order_by("pk")[:2]
    organisation = Organisation.objects.earliest("pk")
    articles = f"/admin/articles/article/{article.pk}/"
    pages = [
        "/admin/",
        "/admin/search/?q=zelensky",
        "/admin/help/",
        "/admin/needs-a-look/",
        "/admin/articles/article/",
        "/admin/articles/article/add/",
        "/admin/articles/article/import/",
        "/admin/articles/article/calendar/",
        f"{articles}change/",
        f"{articles}history/",
        f"{articles}revisions/1/restore/",
        f"{articles}revisions/compare/?old=1&new=2",
        f"{articles}comments/",
        f"{articles}suggestions/",
        f"{articles}correct/",
        f"{articles}withdraw/",
        "/admin/articles/quote/",
        f"/admin/articles/quote/{quote.pk}/change/",
        "/admin/articles/image/add/",
        "/admin/articles/task/",
        "/admin/articles/previewlink/",
        "/admin/people/person/",
        f"/admin/people/person/{person.pk}/change/",
        f"/admin/people/person/{person.pk}/history/",
        f"/admin/people/person/{person.pk}/merge/",
        f"/admin/people/person/{person.pk}/merge/?with={other.pk}",
        f"/admin/people/person/{person.pk}/split/",
        f"/admin/people/person/{person.pk}/delete/",
        "/admin/people/person/duplicates/",
        "/admin/people/organisation/",
        f"/admin/people/organisation/{organisation.pk}/change/",
        "/admin/people/role/",
        "/admin/people/merge/",
        "/admin/auth/user/",
    ]
    assert faults(view, pages) == []
