"""Text pasted from Word and from Google Docs: its meaning is kept, not its mess."""

# ruff: noqa: E501 - pasted HTML comes in long lines

import pytest

from articles.models import Article
from tests.browser.test_desk import desk, open_article
from tests.make import make_draft

__all__ = ["desk"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm; font-size:11.0pt;} --></style>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head><body lang=EN-GB><!--StartFragment-->
<h1>The harbour<o:p></o:p></h1>
<p class=MsoNormal style='margin-bottom:8.0pt'><span lang=EN-GB style='font-family:"Calibri",sans-serif'>The council of
<st1:place w:st="on"><st1:City w:st="on">Rivermouth</st1:City></st1:place> met. <b style='mso-bidi-font-weight:normal'>It
voted</b> <i>at once</i><a href="#_msocom_1" class=MsoCommentReference>[AE1]</a>.<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>Dredging<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span>&nbsp; </span></span></span><![endif]>In spring</p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>A lighthouse</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>First</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span>Second</p>
<table class=MsoTableGrid border=1><tr><td width=200><p class=MsoNormal>Cost</p></td><td><p class=MsoNormal>5</p></td></tr></table>
<p class=MsoQuote>We waited.</p><!--EndFragment--></body></html>"""
DOCS = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1a2b3c4d-7fff-0000">
<h1 dir="ltr" style="line-height:1.38"><span style="font-size:20pt;font-weight:400">The harbour</span></h1>
<p dir="ltr" style="line-height:1.38;margin-top:0pt"><span style="font-weight:400;font-style:normal">The council </span><span
style="font-weight:700;font-style:normal">voted</span><span style="font-weight:400;font-style:italic"> at once</span><span
style="font-weight:400"> as </span><a href="https://www.google.com/url?q=https://example.org/a?b%3D1&amp;sa=D&amp;usg=x"
style="text-decoration:none"><span style="color:#1155cc;text-decoration:underline">it said</span></a><span>.</span></p>
<ul style="margin-top:0"><li dir="ltr" style="list-style-type:disc" aria-level="1"><p dir="ltr" role="presentation"><span
style="font-weight:400">Dredging</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span
style="font-weight:400">In spring</span></p></li></ul><li dir="ltr" aria-level="1"><p dir="ltr"
role="presentation"><span style="font-weight:400">A lighthouse</span></p></li></ul>
<div dir="ltr"><table style="border:none"><colgroup><col width="301"></colgroup><tbody><tr style="height:0pt"><td
style="border:solid #000 1pt"><p dir="ltr"><span style="font-weight:400">Cost</span></p></td><td><p dir="ltr"><span
style="font-weight:700">5</span></p></td></tr></tbody></table></div></b><br class="Apple-interchange-newline">"""
MESS = ("Mso", "mso", "style=", "class=", "<o:p", "st1", "google.com", "docs-internal", "[AE1]", "·", "<span")


@pytest.mark.parametrize("pasted", [WORD, DOCS], ids=["Word", "Google Docs"])
def test_the_meaning_is_kept_and_the_mess_is_not(desk, pasted):
    article = make_draft("Bridge", text="Text.")
    open_article(desk, article)
    desk.evaluate("html => { window.prose.commands.selectAll(); window.prose.view.pasteHTML(html) }", pasted)
    desk.get_by_role("button", name="Save draft").click()
    desk.locator(".messagelist .success").wait_for()
    body = " ".join(Article.objects.get().body.replace(' dir="ltr"', "").split())
    assert not [mess for mess in MESS if mess in body], body
    assert "<h2>The harbour</h2>" in body, body
    nested = "<li><p>Dredging</p><ul><li><p>In spring</p></li></ul></li><li><p>A lighthouse</p></li></ul>"
    assert nested in body.replace("> <", "><"), body
    assert "<em>at once</em>" in body or "<em> at once</em>" in body, body
    assert "<td><p>Cost</p></td>" in body, body
    if pasted is WORD:
        assert "<ol><li><p>First</p></li><li><p>Second</p></li></ol>" in body.replace("> <", "><"), body
        assert "<strong>It voted</strong>" in body, body
        assert "The council of Rivermouth met." in body, body
        assert "<blockquote><p>We waited.</p></blockquote>" in body, body
    else:
        assert "<strong>voted</strong>" in body, body
        assert "The council <strong>" in body, body
        assert '<a href="https://example.org/a?b=1"' in body, body
        assert "<u>" not in body, body
