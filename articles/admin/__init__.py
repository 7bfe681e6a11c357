"""The desk of articles: one file a noun."""

from . import article, correction, image, preview, quote, section, task

__all__ = ["article", "correction", "image", "preview", "quote", "section", "task"]
