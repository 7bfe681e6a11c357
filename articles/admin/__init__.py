"""The desk of articles: one file a noun."""

from . import article, correction, preview, quote, section

__all__ = ["article", "correction", "preview", "quote", "section"]
