"""Organisations: what there is to choose from."""

import pytest

from people.models import Organisation
from tests.make import make_organisation

pytestmark = pytest.mark.django_db


def test_kinds_stand_once_each_in_order_whatever_their_case():
    for kind in ("party", "Ministry", "council", "party", ""):
        make_organisation(kind=kind)
    assert Organisation.objects.kinds() == ["council", "Ministry", "party"]
