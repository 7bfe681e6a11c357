"""The words of a quote: put together from the stretches between its quotation marks, and known again elsewhere."""

import hashlib
import re

from people.names import fold

OPEN_ENDS = ",;"
FULL_ENDS = ".!?…"
# Anybody says "No comment": fewer words than these are not told apart from others alike.
FEWEST = 4


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


def sameness(words):
    """What is equal for the same words whatever their case, accents and punctuation; "" for words too few to tell.

    Sixteen hexadecimal digits: one in 18 million million million pairs of different quotes shares them.
    """
    found = re.findall(r"\w+", fold(words))
    if len(found) < FEWEST:
        return ""
    return hashlib.blake2b(" ".join(found).encode(), digest_size=8).hexdigest()
