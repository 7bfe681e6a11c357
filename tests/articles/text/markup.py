"""Stored HTML to try things on, and a check that HTML is well-formed."""

from html import escape
from html.parser import HTMLParser

from hypothesis import strategies as st

from newsroom.lib.html import clean


def element(tag, children):
    return f"<{tag}>{''.join(children)}</{tag.split()[0]}>"


words = st.text("ab é😀<&\u00a0 \n“”", max_size=12).map(escape)
inline = st.recursive(
    words | st.sampled_from(["<br>", '<img src="/a.png" alt="x > y">']),
    lambda inner: st.builds(
        element, st.sampled_from(["em", "strong", 'a href="/x?a=1&amp;b=2"']), st.lists(inner, max_size=3)
    ),
    max_leaves=8,
)
paragraphs = st.builds(element, st.sampled_from(["p", "h2"]), st.lists(inline, max_size=4))
blocks = st.recursive(
    paragraphs,
    lambda inner: (
        st.builds(element, st.just("blockquote"), st.lists(inner, max_size=3))
        | st.builds(
            element, st.just("ul"), st.lists(st.builds(element, st.just("li"), st.lists(inner, max_size=2)), max_size=3)
        )
    ),
    max_leaves=6,
)
# As the sanitiser leaves it, which is what is stored.
stored = st.lists(blocks, max_size=4).map("\n".join).map(clean)


class WellFormed(HTMLParser):
    """Raises AssertionError unless every element is closed in order and no link stands in a link."""

    def __init__(self, html):
        super().__init__()
        self.stack = []
        self.feed(html)
        self.close()
        assert not self.stack, self.stack

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            assert "a" not in self.stack
        if tag not in {"br", "img", "hr"}:
            self.stack.append(tag)

    def handle_endtag(self, tag):
        assert self.stack, f"</{tag}> closes nothing"
        assert self.stack.pop() == tag
