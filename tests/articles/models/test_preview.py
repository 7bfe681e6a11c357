import datetime

import pytest
import time_machine

from articles.models import PreviewLink
from tests.make import make_draft, make_editor

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)
NOON = datetime.datetime(2026, 2, 5, 12, tzinfo=datetime.UTC)


def test_a_link_works_for_a_week():
    with time_machine.travel(NOON, tick=False):
        link = make_draft().preview_links.create(made_by=make_editor())
    assert link in PreviewLink.objects.working(NOON)
    assert link in PreviewLink.objects.working(NOON + 7 * DAY - DAY / 24)
    assert link not in PreviewLink.objects.working(NOON + 7 * DAY)


def test_a_revoked_link_no_longer_works_and_keeps_when_that_was():
    link = make_draft().preview_links.create()
    with time_machine.travel(NOON, tick=False):
        link.revoke()
    link.revoke()
    assert PreviewLink.objects.get().revoked_at == NOON
    assert not PreviewLink.objects.working(NOON).exists()


def test_tokens_cannot_be_guessed_from_each_other():
    tokens = {make_draft().preview_links.create().token for _ in range(20)}
    assert len(tokens) == 20
    assert {len(token) for token in tokens} == {43}


def test_links_go_with_their_article():
    draft = make_draft()
    draft.preview_links.create()
    draft.delete()
    assert not PreviewLink.objects.exists()
