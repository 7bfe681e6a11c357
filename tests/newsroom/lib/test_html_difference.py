"""Two versions of a text read as one: what came and went is marked in place, and each version can be read out of it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.lib.html import clean
from newsroom.lib.html_difference import compare, compare_words
from newsroom.lib.html_lines import lines
from newsroom.lib.html_subset import ALLOWED, VOID

OURS = {"ins": ({}, {"class": "moved"}), "del": ({}, {"class": "moved"})}
OUR_SPANS = {"note", "said", "reformatted"}
WORDS = st.sampled_from("It rained on the harbour today ; council meets a &amp; 港湾 bridge".split())


def _formatted(word, tag):
    return {"": word, "a": f'<a href="/{len(word)}/">{word}</a>', "br": f"{word}<br>"}.get(
        tag, f"<{tag}>{word}</{tag}>"
    )


PHRASES = st.lists(st.builds(_formatted, WORDS, st.sampled_from(["", "", "", "em", "strong", "a", "br"])), max_size=8)
TEXTS = PHRASES.map(" ".join)
ELEMENTS = {
    "p": "<p>{}</p>", "h2": "<h2>{}</h2>", "ul": "<ul><li>{}</li><li>It rained</li></ul>",
    "nested": "<ol><li>{}<ul><li>on the harbour</li></ul></li></ol>", "quote": "<blockquote><p>{}</p></blockquote>",
    "table": "<table><tr><td>{}</td><td></td></tr></table>", "hr": "<hr>{}", "pre": "<pre>\n {}</pre>",
    "image": '<figure><img src="/a.png" alt="x"><figcaption>{}</figcaption></figure>',
}  # fmt: skip
BLOCKS = st.lists(st.builds(str.format, st.sampled_from(sorted(ELEMENTS.values())), TEXTS), max_size=6)


@st.composite
def versions(draw):
    """Two texts, the second mostly an edit of the first."""
    old = draw(BLOCKS)
    new = list(old)
    for block in draw(BLOCKS)[:3]:
        place = draw(st.integers(0, len(new)))
        match draw(st.sampled_from(["add", "drop", "move", "edit"])):
            case "add":
                new.insert(place, block)
            case "drop" if new:
                new.pop(place % len(new))
            case "move" if new:
                new.insert(place, new.pop(0))
            case "edit" if new:
                new[place % len(new)] = new[place % len(new)].replace("rained", "poured").replace("the", "a")
    return clean("".join(old)), clean("".join(new))


def merged(old, new):
    return "".join(block.html for block in compare(old, new))


def side(html, dropped):
    """One version out of the merged text: without what stands in these elements, and without our notes."""
    html = re.sub(r'<span class="(?:note|said)">[^<]*</span>', "", html)
    html = re.sub(rf"<{dropped}[^>]*>.*?</{dropped}>", "", html, flags=re.S)
    return re.sub(r"</?(?:ins|del|span)[^>]*>", "", html)


def read(html):
    """What a reader reads, a list of lines; how blanks are written does not count."""
    plain = ("".join(token.html for token in line.tokens if token.html != "<br>") for line in lines(html))
    return [text for text in (" ".join(line.split()) for line in plain) if text]


def tags(html):
    return [
        (end, name, dict(re.findall(r'([a-z]+)="([^"]*)"', more)))
        for end, name, more in re.findall(r"<(/?)([a-z0-9]+)([^>]*)>", html)
    ]


@settings(max_examples=100, deadline=None)
@given(versions())
def test_each_version_can_be_read_out_of_the_merged_text(texts):
    old, new = texts
    both = merged(old, new)
    assert read(side(both, "ins")) == read(clean(side(both, "ins"))) == read(old)
    assert read(side(both, "del")) == read(clean(side(both, "del"))) == read(new)


@settings(max_examples=100, deadline=None)
@given(versions())
def test_the_merged_text_is_well_formed_and_holds_nothing_the_sanitiser_would_not_keep(texts):
    both, opened = merged(*texts), []
    for end, name, attributes in tags(both):
        if end:
            assert opened.pop() == name
            continue
        if name not in VOID:
            opened.append(name)
        if name == "span":
            assert attributes["class"] in OUR_SPANS
        elif name in OURS:
            assert attributes in OURS[name]
        else:
            assert set(attributes) <= set(ALLOWED[name])
    assert opened == []


@given(BLOCKS.map("".join).map(clean))
def test_nothing_changed_is_the_text_itself(html):
    assert [block for block in compare(html, html) if block.is_changed] == []
    assert re.sub(r"\s+", "", merged(html, html)) == re.sub(r"\s+", "", html)


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("<p>It rained.</p>", "<p>It poured.</p>", "<p>It [-rained-][+poured+].</p>"),
        ("<p>one two three</p>", "<p>one 2 3</p>", "<p>one [-two three-][+2 3+]</p>"),
        ("<p>Old words here</p>", "", "<p>[-Old words here-]</p>"),
        ("", "<ul><li>New</li></ul>", "<ul><li>[+New+]</li></ul>"),
        ("<p>It is <em>so</em></p>", "<p>It is so</p>", "<p>It is ~so~ {no longer italic} </p>"),
        (
            '<p><a href="/x/">This</a></p>', '<p><a href="/y/">This</a></p>',
            '<p>~<a href="/y/">This</a>~ {link changed from /x/ to /y/} </p>',
        ),
        ("<p>Who came</p>", "<h2>Who came</h2>", "<h2> {was paragraph, now heading} Who came</h2>"),
        ("<p>One</p><p>Two</p>", "<p>One</p><hr><p>Two</p>", "<p>One</p>[+<hr>+]<p>Two</p>"),
        (
            '<p>See <img src="/a.png" alt="A"></p>', '<p>See <img src="/b.png" alt="A"></p>',
            '<p>See [-<img src="/a.png" alt="A">-][+<img src="/b.png" alt="A">+]</p>',
        ),
        (
            "<table><tr><td>a</td><td>1</td></tr></table>", "<table><tr><td>a</td><td>2</td></tr></table>",
            "<table><tbody><tr><td>a</td><td>[-1-][+2+]</td></tr></tbody></table>",
        ),
        (
            "<ul><li>one thing</li><li>two more</li></ul>", "<ul><li>two more</li></ul>",
            "<ul><li>[-one thing-]</li><li>two more</li></ul>",
        ),
    ],
)  # fmt: skip
def test_a_change_stands_where_it_is_read(old, new, shown):
    both = merged(clean(old), clean(new)).replace('<span class="said">Added: </span>', "")
    both = both.replace('<span class="said">Removed: </span>', "")
    for html, sign in (("<ins>", "[+"), ("</ins>", "+]"), ("<del>", "[-"), ("</del>", "-]")):
        both = both.replace(html, sign)
    both = re.sub(r'<span class="note">\[([^<]*)\]</span>', r"{\1}", both)
    assert re.sub(r'<span class="reformatted">(.*?)</span>', r"~\1~", both) == shown


def test_a_paragraph_that_moved_is_told_as_moved():
    first, second = "<p>The council meets again on Monday.</p>", "<p>It rained on the harbour all day.</p>"
    third = "<p>Nobody came to see the bridge.</p>"
    both = merged(first + second + third, second + third + first)
    assert '<p> <span class="note">[moved further down]</span> <del class="moved">' in both
    assert '<p> <span class="note">[moved here from further up]</span> <ins class="moved">' in both
    assert second + third in both


def test_every_mark_is_said_to_those_who_do_not_see_it():
    both = merged("<p>It rained.</p>", "<p>It poured.</p>")
    assert '<del><span class="said">Removed: </span>rained</del>' in both
    assert '<ins><span class="said">Added: </span>poured</ins>' in both


def test_plain_texts_are_compared_as_they_stand():
    both = compare_words("Mayor & <b>clerk</b>", "Lord Mayor & <b>clerk</b>")
    assert both == '<ins><span class="said">Added: </span>Lord </ins>Mayor &amp; &lt;b&gt;clerk&lt;/b&gt;'
