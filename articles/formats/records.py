"""What every wire format gives and takes: one article as plain data, without a database."""

from dataclasses import dataclass


class NotReadable(ValueError):  # noqa: N818 - it is raised and read as a sentence
    """The bytes are not what the format wants; the message says what is wrong, for the person who gave them."""


@dataclass(frozen=True)
class ArticleRecord:
    """An article as a file has it. `body` is HTML of any origin, to be cleaned when saved; no headline is ""."""

    headline: str
    body: str
    standfirst: str = ""
    language: str = ""


def decode(data):
    """The text of these bytes, which must be UTF-8 (a byte order mark is dropped); raises NotReadable."""
    if not data.strip():
        raise NotReadable("the file is empty")
    if b"\x00" in data:
        raise NotReadable("this is a binary file: give text or HTML in UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotReadable(f"it is not UTF-8 (byte {error.start + 1}): save it as UTF-8") from None
    if not text.strip():
        raise NotReadable("the file has no text")
    return text
