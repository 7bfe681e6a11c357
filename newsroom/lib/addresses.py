"""Which web addresses a stored text may hold: http, https, mailto, and paths or fragments of this site."""

import re
import unicodedata
from urllib.parse import urlsplit

# What browsers drop or readers cannot see; it only ever serves to disguise a scheme.
INVISIBLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def link_address(address: str) -> str | None:
    """Return the address of a link as it may be stored, or None when it is refused.

    Allowed are http and https with a host and no user name, mailto, ``/path`` and ``#fragment``.
    What a browser would read as another site or scheme (``//host``, back slashes, hidden characters) is not.
    """
    address = _visible(address)
    return address if _is_web(address) or _is_local(address) or _is_mail(address) else None


def source_address(address: str) -> str | None:
    """Return the address of an image as it may be stored (http, https or ``/path``), or None when it is refused."""
    address = _visible(address)
    return address if _is_web(address) or (_is_local(address) and address.startswith("/")) else None


def _visible(address: str) -> str:
    kept = "".join(c for c in address if unicodedata.category(c) not in INVISIBLE)
    return re.sub(r"\s", lambda _: "%20", kept.strip())


def _is_web(address: str) -> bool:
    if not re.match(r"https?://[^/?#]", address, re.IGNORECASE) or "\\" in address:
        return False
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and "@" not in parts.netloc and "%" not in parts.netloc and parts.port != 0
    except ValueError:  # a broken IPv6 host or port
        return False


def _is_local(address: str) -> bool:
    return address.startswith("#") or (address.startswith("/") and address[1:2] not in ("/", "\\"))


def _is_mail(address: str) -> bool:
    return re.match(r"mailto:[^\s/\\@:]+@[^\s/\\@:]+$", address, re.IGNORECASE) is not None
