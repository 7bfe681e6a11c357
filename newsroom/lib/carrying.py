"""A form that was sent after its session had ended is carried over the sign-in, so that nothing written is lost.

A form says whose it is, in a signed field that only a page for that user has. What comes in with it from somebody not
signed in is kept in the session of that browser, and the form shows it again once the same user has signed in.
"""

from django.core import signing
from django.http import QueryDict

BY, CARRIED = "by", "carried"
SALT = "newsroom.form"
LASTS = 30 * 24 * 3600  # seconds that a form may lie open


def whose(request):
    """What a form says of whose it is."""
    return signing.dumps(request.user.pk, salt=SALT)


def carry(request):
    """Keep a form that was sent; False when it does not say whose it is, and nothing is kept."""
    try:
        owner = signing.loads(request.POST.get(BY, ""), salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return False
    data = request.POST.copy()
    for name in [name for name in data if "password" in name]:
        del data[name]
    request.session[CARRIED] = {"by": str(owner), "path": request.path, "data": data.urlencode()}
    return True


def carried(request):
    """What was kept of this user's form at this address, once; None without. What somebody else wrote is forgotten."""
    kept = request.session.get(CARRIED)
    if not kept or (kept["by"] == str(request.user.pk) and kept["path"] != request.path):
        return None
    del request.session[CARRIED]
    return QueryDict(kept["data"], mutable=True) if kept["by"] == str(request.user.pk) else None
