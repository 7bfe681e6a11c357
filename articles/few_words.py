"""What changed from one content of an article to the next, in a line for a list of revisions."""

from collections import Counter

from articles.models import Article, Byline, Mention, Quote
from articles.text.plain import WORD, text_of

ROWS = {"bylines": Byline, "quotes": Quote, "mentions": Mention}
# What follows from other fields is no change of its own.
DERIVED = {"id", "segments", "position"}


def in_few_words(old, new):
    """ "text (+12 −3 words), headline, 2 quotes added" for two contents as `revisions.snapshot` gives them."""
    parts = [_text(old["body"], new["body"])] if old["body"] != new["body"] else []
    names = [name for name in new if name not in {"body", *ROWS} and differ(old.get(name), new[name])]
    parts += [str(Article._meta.get_field(name).verbose_name) for name in names]
    for name, model in ROWS.items():
        parts += _rows(model._meta, old[name], new[name])
    return ", ".join(parts) or "nothing"


def differ(before, after):
    """Whether two values differ; an old revision does not hold what articles had no field for then."""
    return (before or "") != (after or "")


def changed(before, after):
    """Whether two values of a byline, quote or mention differ in what an editor can set."""
    return any(differ(before.get(name), after[name]) for name in after if name not in DERIVED)


def _text(old, new):
    before, after = (Counter(match[0] for match in WORD.finditer(text_of(body))) for body in (old, new))
    came, went = (after - before).total(), (before - after).total()
    counts = " ".join(filter(None, [came and f"+{came}", went and f"−{went}"]))
    return f"text ({counts} words)" if counts else "text (order or formatting)"


def _rows(opts, old, new):
    before, after = {row["id"]: row for row in old}, {row["id"]: row for row in new}
    both = before.keys() & after.keys()
    found = {
        "added": after.keys() - before.keys(),
        "removed": before.keys() - after.keys(),
        "changed": [pk for pk in both if changed(before[pk], after[pk])],
    }
    for what, rows in found.items():
        if rows:
            yield f"{len(rows)} {opts.verbose_name if len(rows) == 1 else opts.verbose_name_plural} {what}"
