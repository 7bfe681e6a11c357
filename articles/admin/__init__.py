"""The desk of articles: one file a noun."""

from . import article, correction, quote, section

__all__ = ["article", "correction", "quote", "section"]
