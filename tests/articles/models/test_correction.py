"""A correction is a change of its article."""

import pytest

from articles.models import Correction
from tests.make import make_article, make_correction

pytestmark = pytest.mark.django_db


def change(correction):
    correction.text = "It was on Monday."
    correction.save()


def delete_several(correction):
    Correction.objects.filter(pk=correction.pk).delete()


@pytest.mark.parametrize("act", [change, Correction.delete, delete_several])
def test_its_article_counts_as_changed(act, time_machine):
    time_machine.move_to("2026-02-05T10:00:00Z", tick=False)
    article, other = make_article(), make_article()
    time_machine.move_to("2026-02-05T11:00:00Z", tick=False)
    correction = make_correction(article)
    article.refresh_from_db()
    assert article.updated_at.hour == 11
    version = article.version
    time_machine.move_to("2026-02-05T12:00:00Z", tick=False)
    act(correction)
    article.refresh_from_db()
    other.refresh_from_db()
    assert (article.updated_at.hour, other.updated_at.hour) == (12, 10)
    assert article.version == version, "who has the article open is not disturbed"
