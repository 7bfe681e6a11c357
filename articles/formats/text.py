"""Plain text: a paragraph on each line, the first line the headline when it reads like one."""

from articles.formats.records import ArticleRecord, decode
from newsroom.lib.html import paragraphs

LONGEST_HEADLINE = 120
# A headline is no sentence: it ends in none of these, but a question may be one.
SENTENCE_ENDS = '.!…:;,”"»'


def read(data):
    """The ArticleRecord in these bytes; raises NotReadable."""
    lines = [line.strip() for line in decode(data).splitlines()]
    lines = [line for line in lines if line]
    has_headline = len(lines) > 1 and reads_like_a_headline(lines[0])
    headline = lines.pop(0) if has_headline else ""
    return ArticleRecord(headline=headline, body=paragraphs("\n".join(lines)))


def reads_like_a_headline(line):
    """Whether a first line is short and no full sentence."""
    return len(line) <= LONGEST_HEADLINE and line[-1] not in SENTENCE_ENDS
