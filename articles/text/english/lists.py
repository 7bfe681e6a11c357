"""Word lists kept as running text."""


def listed(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


def listed_lines(text: str) -> frozenset[str]:
    """The phrases between the commas of a text, in lower case."""
    return frozenset(" ".join(phrase.split()).lower() for phrase in text.split(",") if phrase.strip())


def alternatives(text: str) -> str:
    """The phrases between the commas of a text as alternatives of a pattern, the longest first."""
    phrases = (" ".join(phrase.split()) for phrase in text.split(","))
    return "|".join(sorted(phrases, key=len, reverse=True))
