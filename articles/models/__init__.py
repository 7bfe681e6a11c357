"""What was published and who is quoted."""

from .article import Article, ArticlePastSlug
from .byline import Byline
from .comment import Comment
from .correction import Correction
from .image import Image
from .mention import Mention
from .presence import Presence
from .preview import PreviewLink
from .quote import Quote
from .revision import Revision
from .section import Section, SectionPastSlug, Topic, TopicPastSlug
from .sitting import Refusal, Sitting, Step
from .task import Task

__all__ = [
    "Article",
    "ArticlePastSlug",
    "Byline",
    "Comment",
    "Correction",
    "Image",
    "Mention",
    "Presence",
    "PreviewLink",
    "Quote",
    "Refusal",
    "Revision",
    "Section",
    "SectionPastSlug",
    "Sitting",
    "Step",
    "Task",
    "Topic",
    "TopicPastSlug",
]
