"""Where identifiers lead."""

import pytest

from people.models import Identifier


@pytest.mark.parametrize(
    ("scheme", "value", "site", "address"),
    [
        ("wikidata", "Q42", "Wikidata", "https://www.wikidata.org/wiki/Q42"),
        ("Wikidata", "Q42", "Wikidata", "https://www.wikidata.org/wiki/Q42"),
        ("isni", "0000 0001 2103 2683", "ISNI", "https://isni.org/isni/0000000121032683"),
        ("viaf", "../<x>?", "VIAF", "https://viaf.org/viaf/..%2F%3Cx%3E%3F"),
        ("feed-7", "anything at all", "feed-7", ""),
    ],
)
def test_a_known_scheme_leads_to_a_page_and_any_other_to_none(scheme, value, site, address):
    identifier = Identifier(scheme=scheme, value=value)
    assert (identifier.site, identifier.address) == (site, address)
