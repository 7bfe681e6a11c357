"""What the sanitiser lets through, what it takes away, and that it stays quick."""

import re
import threading
import time
from html import unescape

import nh3
import pytest
from bleach.sanitizer import Cleaner
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsroom.lib.html import clean, paragraphs, title
from newsroom.lib.html_subset import ALLOWED

# Markup in all the wrong places, to be strung together at random.
TAGS = """
    <p> </p> <div> </div> <h1> </h1> <h2> <b> </b> <i> </i> <em> </em> <a> </a> <br> <hr/> <ul> <ol> </ul> <li> </li>
    <table> </table> <tr> </tr> <td> </td> <th> <tbody> <thead> <caption> </caption> <blockquote> </blockquote>
    <pre> </pre> <figure> </figure> <figcaption> </figcaption> <q> </q> <s> <sub> <code> </code> <svg> </svg> <math>
    <style> </style> <script> </script> <title> </title> <textarea> <select> <option> <template> </template> <noscript>
    <iframe> <object> <o:p> </o:p> <w:x> </w:x> <xml> <!-- --> --!> <!x> <?xml?> <![CDATA[ ]]> <abbr <unknown> <p/>
    </br> </p <mglyph> <mtext> <plaintext> <xmp> < > & ' " = / &amp; &lt; &nbsp; &quot; &amp;lt; &#0; &#xD800; &#106;
""".split()
SPACES = ["\n", "\n\n", " ", "\t", "\r", "\x00", "\x0c", "\x0b", "\ud800", "\ufffe", "\u200b", "\xa0"]
WITH_ATTRIBUTES = """<a href='https://example.org/?a=1&b=2'>
<a href=javascript:alert(1)>
<img src=/x.png alt='a > b "c"'>
<img src=x onerror=alert(1)>
<abbr title='&amp;lt; <b>'>
<td colspan=2 onclick=x>
<p dir=RTL lang=ar>
<blockquote cite=/x#y>
<b style='font-weight:normal'>
<span style='mso-list:Ignore'>""".splitlines()
HTML = st.lists(st.sampled_from([*TAGS, *SPACES, *WITH_ATTRIBUTES, "text", "é“x”", "</span>"]), max_size=40).map(
    "".join
)


@settings(max_examples=300, deadline=None)
@given(HTML)
@example("<table>a<tr>b<td>c</table>d")
@example("<pre>\n\n<code>\nx")
@example("<figure><table><figcaption>a")
@example("<figure><ul><figcaption>a")
def test_cleaning_twice_is_cleaning_once(html):
    once = clean(html)
    assert clean(once) == once


@settings(max_examples=300, deadline=None)
@given(HTML)
def test_bleach_and_a_second_sanitiser_find_nothing_left_to_do(html):
    cleaned = clean(html)
    bleached = Cleaner(tags=set(ALLOWED), attributes=ALLOWED, protocols={"http", "https", "mailto"}).clean(cleaned)
    second = nh3.clean(
        cleaned,
        tags=set(ALLOWED),
        attributes={tag: set(names) for tag, names in ALLOWED.items()},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    assert bleached == cleaned
    assert unescape(second) == unescape(cleaned)
    assert second.count("<") == cleaned.count("<")


@settings(max_examples=200, deadline=None)
@given(HTML)
def test_every_tag_is_closed_and_none_is_unknown(html):
    open_tags = []
    for closing, name in re.findall(r"<(/?)([a-z0-9]+)", clean(html)):
        assert name in ALLOWED
        if closing:
            assert open_tags.pop() == name
        elif name not in ("br", "hr", "img"):
            open_tags.append(name)
    assert open_tags == []


def test_what_a_newsroom_writes_is_kept():
    body = (
        '<h2>Head</h2>\n<p lang="de">'
        'a <em>b</em> <strong>c</strong> <a href="/people/x/" title="t" rel="nofollow">d</a>'
        "<br>e<sub>2</sub><sup>3</sup> <code>f</code> <q>g</q> <cite>h</cite> <u>i</u> <s>j</s> "
        '<abbr title="k">l</abbr></p>\n<blockquote cite="https://example.org/"><p>m</p></blockquote>'
        "<ul><li>n<ol><li>o</li></ol></li></ul><pre>p\n  q</pre><hr>"
        '<figure><img src="https://example.org/r.jpg" alt="s" width="640" height="480">'
        "<figcaption>t</figcaption></figure>"
        '<table><caption>u</caption><thead><tr><th scope="col">v</th><td></td></tr></thead>'
        '<tbody><tr><td colspan="2">w</td></tr></tbody></table>'
    )
    assert clean(body) == body


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Loose & <b>bare</b>", "<p>Loose &amp; <strong>bare</strong></p>"),
        ("<h1>One</h1><h6>Six</h6>", "<h2>One</h2><h4>Six</h4>"),
        ("<div>a<div>b</div>c</div>", "<p>a</p><p>b</p><p>c</p>"),
        ("<b><p>x</p><p>y</p></b>z", "<p><strong>x</strong></p><p><strong>y</strong></p><p>z</p>"),
        ("<i>a<b>b</i>c</b>", "<p><em>a<strong>b</strong></em><strong>c</strong></p>"),
        ("<p>one<p>two", "<p>one</p><p>two</p>"),
        ("<p></p><p>&nbsp;</p><p> <em></em> </p><p>x</p>", "<p>x</p>"),
        ("<li>loose", "<ul><li>loose</li></ul>"),
        ("<td>no table</td>", "<p>no table</p>"),
        ("<table>a<tr><td>b", "<table><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody></table>"),
        ("a<unknown>b</unknown>c", "<p>abc</p>"),
        ("1 < 2 and x <y", "<p>1 &lt; 2 and x &lt;y</p>"),
        ("&amp;lt;b&amp;gt;", "<p>&amp;lt;b&amp;gt;</p>"),
        ("a\x00b\x0bc\ud800d\r\ne", "<p>abcd\ne</p>"),
        ("<img alt=x>", ""),
        ("", ""),
    ],
)
def test_what_is_mended(given, kept):
    assert clean(given) == kept


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>SECRET</script>",
        "<SCRIPT src='x'>SECRET</script >",
        "<script>'<b>SECRET</b>'</script>",
        "<style>SECRET</style>",
        "<noscript>SECRET</noscript>",
        "<template><p>SECRET</p></template>",
        "<svg><text>SECRET</text><svg>SECRET</svg></svg>",
        "<math><mi>SECRET</mi></math>",
        "<iframe src=x>SECRET</iframe>",
        "<object data=x>SECRET</object>",
        "<textarea>SECRET</textarea><button>SECRET</button><select><option>SECRET</select>",
        "<title>SECRET</title>",
        "<!-- SECRET --><!--[if gte mso 9]>SECRET<![endif]-->",
        "<!SECRET><?xml:namespace prefix = SECRET />",
        "<xml><w:WordDocument><w:View>SECRET</w:View><w:Zoom/></w:WordDocument></xml>",
        "<w:sdt>SECRET</w:sdt><v:shape>SECRET</v:shape><o:OfficeDocumentSettings>SECRET</o:OfficeDocumentSettings>",
        "<span style='mso-list:Ignore'>SECRET</span>",
        "<p class='SECRET' id='SECRET' style='SECRET' onclick='SECRET' data-x='SECRET'></p>",
    ],
)
def test_what_is_not_text_vanishes_with_its_words(hidden):
    assert clean(f"<p>before</p>{hidden}<p>after</p>").replace("\n", "") == "<p>before</p><p>after</p>"


def test_word_markup_with_text_in_it_keeps_the_text():
    html = "<p class=MsoNormal>In <st1:City w:st='on'>Oslo</st1:City><o:p> today</o:p></p><p><o:p>&nbsp;</o:p></p>"
    assert clean(html) == "<p>In Oslo today</p>"


def test_an_element_that_is_never_closed_does_not_take_the_rest_with_it():
    assert clean("<p>a<svg><w:x>b</p><p>c</p>") == "<p>ab</p><p>c</p>"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " \t\njavascript:alert(1)",
        "java\tscript:alert(1)",
        "java&#10;script:alert(1)",
        "java&Tab;script&colon;alert(1)",
        "&#x6A;&#97vascript:alert(1)",
        "\x01javascript:alert(1)",
        "java\x00script:alert(1)",
        "java\u200bscript:alert(1)",
        "\ufeffjavascript:alert(1)",
        "javascript&#x3A;alert(1)",
        "view-source:javascript:alert(1)",
        "vbscript:msgbox(1)",
        "data:text/html,<script>alert(1)</script>",
        "DATA:text/html;base64,PHNjcmlwdD4=",
        "file:///etc/passwd",
        "//evil.example",
        "\\\\evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "/\u200b/evil.example",
        "https:evil.example",
        "http:///evil.example",
        "https://",
        "https://user:pass@evil.example/",
        "https://evil.example\\@good.example/",
        "https://[::1",
        "https://x:99999999/",
        "page.html",
        "?q=1",
        "mailto:",
        "mailto://evil.example",
        "",
    ],
)
def test_a_refused_address_leaves_the_text_of_its_link(address):
    assert clean(f'<p><a href="{address}">words</a><img src="{address}"></p>') == "<p>words</p>"


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://example.org/a?b=1&amp;c=2#d", "https://example.org/a?b=1&amp;c=2#d"),
        ("HTTP://Example.org", "HTTP://Example.org"),
        (" https://example.org/a b ", "https://example.org/a%20b"),
        ("https://пример.example/ё", "https://пример.example/ё"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("mailto:desk@example.org?subject=Hello", "mailto:desk@example.org?subject=Hello"),
        ("/people/x/", "/people/x/"),
        ("#quote-1", "#quote-1"),
    ],
)
def test_an_allowed_address_is_kept(address, kept):
    assert clean(f'<a href="{address}">x</a>') == f'<p><a href="{kept}">x</a></p>'


def test_images_take_no_mail_and_no_fragment():
    assert clean('<img src="mailto:a@b.c"><img src="#x">') == ""


@pytest.mark.parametrize(
    "html",
    [
        "<blockquote>" * 10_000 + "x",
        "<div>" * 10_000 + "x" + "</div>" * 10_000,
        "<b>" * 10_000 + "x",
        "<b><p>x" * 4_000,
        "<ul><li>" * 10_000 + "x",
        "<svg>" * 10_000 + "x",
        "<" * 50_000,
        "&" * 50_000,
        "<!--" * 30_000,
        "<a " * 30_000,
        '<a b="' * 30_000,
        "<p " + " ".join(f"x{i}" for i in range(20_000)) + ">x",
    ],
    ids=lambda html: html[:8],
)
def test_hostile_nesting_and_repetition_stay_quick(html):
    start = time.process_time()
    cleaned = clean(html)
    title(html)
    assert time.process_time() - start < 5
    assert clean(cleaned) == cleaned


def test_threads_do_not_mix_up_their_texts():
    bodies = [f"<p>{letter * 300}<b>{letter}</b></p>" * 5 for letter in "abcdef"]
    wanted = [body.replace("<b>", "<strong>").replace("</b>", "</strong>") for body in bodies]
    wrong = []

    def work(body, want):
        wrong.extend(got for _ in range(30) if (got := clean(body)) != want)

    threads = [threading.Thread(target=work, args=pair) for pair in zip(bodies, wanted, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a < b & c", "a < b & c"),
        ("x <y in 2019", "x <y in 2019"),
        ("R&D, Q&A &notify &copy 2019", "R&D, Q&A &notify &copy 2019"),
        ("<b>Bold</b> &amp; <i class=x>new</i>", "Bold & new"),
        ("<p>One</p><p>Two</p>Three<br>Four", "One Two Three Four"),
        ("  a\r\n\tb\u2028c\x00\x07 ", "a b c"),
        ("AT&amp;amp;T &lt;b&gt;now&lt;/b&gt;", "AT&T now"),
        ("<script>alert(1)</script>News<!-- x -->", "News"),
        ("10\xa0000 “quoted” می\u200cخواهم", "10\xa0000 “quoted” می\u200cخواهم"),
        ("", ""),
    ],
)
def test_a_title_is_one_line_of_plain_text(typed, kept):
    assert title(typed) == kept


@settings(max_examples=200, deadline=None)
@given(HTML | st.text())
@example("&" + "amp;" * 30 + "lt;b>")
def test_a_title_of_a_title_is_the_same_title(text):
    once = title(text)
    assert title(once) == once
    assert "\n" not in once


def test_each_line_of_plain_text_is_a_paragraph():
    assert paragraphs("One.\n\nTwo & <three>.\r\nFour “five”.\n") == (
        "<p>One.</p>\n<p>Two &amp; &lt;three&gt;.</p>\n<p>Four “five”.</p>"
    )


def test_lines_of_a_hard_wrapped_text_are_joined():
    first = ["A first paragraph that somebody has broken into lines", "of much the same length, as mail programs do."]
    assert paragraphs("\n".join([*first, "", "A second one."])) == f"<p>{' '.join(first)}</p>\n<p>A second one.</p>"


def test_lines_broken_short_on_purpose_are_not_joined():
    text = "Apples\nPears\n\nA paragraph that is rather longer than the words in the list above it."
    assert paragraphs(text).count("<p>") == 3


@given(st.text())
def test_paragraphs_are_clean_already(text):
    html = paragraphs(text)
    assert clean(html) == html


def test_no_text_makes_no_paragraph():
    assert paragraphs(" \n\n\t\n") == ""
