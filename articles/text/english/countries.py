"""Which country a name or an adjective stands for: "U.S." and "American" for the United States."""

from functools import cache

from articles.text.english.lists import listed_lines
from articles.text.english.places import ADJECTIVES, COUNTRIES

# Country: its other names and the adjectives that do not begin like it.
_OTHERWISE = {
    "afghanistan": "afghan",
    "argentina": "argentine",
    "belgium": "belgian",
    "cyprus": "cypriot",
    "czechia": "czech, czech republic",
    "denmark": "danish",
    "finland": "finnish",
    "france": "french",
    "greece": "greek",
    "iceland": "icelandic",
    "ireland": "irish",
    "kazakhstan": "kazakh",
    "lebanon": "lebanese",
    "myanmar": "burma, burmese",
    "netherlands": "dutch",
    "north macedonia": "macedonia, macedonian",
    "norway": "norwegian",
    "palestine": "palestinian",
    "philippines": "philippine, filipino",
    "poland": "polish",
    "portugal": "portuguese",
    "saudi arabia": "saudi",
    "scotland": "scottish",
    "slovakia": "slovak",
    "spain": "spanish",
    "sweden": "swedish",
    "switzerland": "swiss",
    "thailand": "thai",
    "turkey": "türkiye, turkish",
    "united arab emirates": "uae, emirati",
    "united kingdom": "u.k., uk, britain, great britain, british",
    "united states": "u.s., us, u.s.a., usa, united states of america, america, american",
    "uzbekistan": "uzbek",
    "wales": "welsh",
    "england": "english",
}


def country(words: str) -> str | None:
    """The country that these words in lower case name or are the adjective of; None where they are of none."""
    return _countries().get(words)


@cache
def _countries() -> dict[str, str]:
    known = {name: name for name in COUNTRIES}
    for adjective in ADJECTIVES:
        # The longest one: a Nigerian is of Nigeria, not of Niger.
        fitting = [name for name in COUNTRIES if adjective.startswith(name[:-1] if name[-1] in "aeoy" else name)]
        if fitting:
            known[adjective] = max(fitting, key=len)
    for name, others in _OTHERWISE.items():
        known |= dict.fromkeys(listed_lines(others), name)
    return known
