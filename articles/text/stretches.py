"""The words of a quote put together from the stretches between its quotation marks."""

OPEN_ENDS = ",;"
FULL_ENDS = ".!?…"


def joined(stretches):
    """The stretches of one quote as one text.

    The comma that only led to the attribution («"A," she said. "B."») becomes a full stop before a new sentence and
    goes at the very end: `["We work,", "The rest follows."]` gives "We work. The rest follows.".
    """
    words = ""
    for stretch in filter(None, (part.strip() for part in stretches)):
        if words and words[-1] in OPEN_ENDS and stretch[0].isupper():
            words = words[:-1] + "."
        words = f"{words} {stretch}" if words else stretch
    return words[:-1] if words and words[-1] in OPEN_ENDS else words
