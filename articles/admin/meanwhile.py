"""Acts sent from a page that shows an older article: what a page sends along, and what its sender is told.

A form of the desk has a token of its own, newsroom.lib.conflicts; this is for the acts that have a button or a page.
"""

from newsroom.lib.moments import told

SEEN = "seen"
NOTHING_DONE = "Nothing was done: look at it as it is now, and choose again."


def as_shown(article):
    """What a page that shows `article` sends along with each act: its version, and who has it."""
    return f"{article.version}.{article.assigned_to_id or ''}"


def meanwhile(article, seen, hands=False):
    """A sentence on what became of `article` since a page showed it as `seen`; empty where it is as it was.

    That somebody else has it by now counts only where `hands` says so. What a page did not send is never current.
    """
    if (seen or "").partition(".")[0] == article.version:
        return _handed(article) if hands and seen != as_shown(article) else ""
    last = article.revisions.defer("content").first()
    if last is None:
        return f"“{article}” was changed after this page showed it."
    who, note = last.by_name or "The newsroom itself", f" ({last.note})" if last.note else ""
    return f"{who} changed “{article}” on {told(last.made_at)}{note}, after this page showed it."


def _handed(article):
    by_now = f"With {article.assigned_to}" if article.assigned_to else "With nobody in particular"
    return f"“{article}” went to somebody else after this page showed it. {by_now} now."
