"""Two versions of a formatted text as one, with what was added and removed marked where a reader sees it."""

from html import escape, unescape
from typing import NamedTuple

from newsroom.lib.html_alignment import CHANGED, KEPT, steps
from newsroom.lib.html_lines import Line, Token, lines
from newsroom.lib.matching import runs

FORMAT_WORDS = {
    "a": "link", "em": "italic", "strong": "bold", "u": "underline", "s": "struck through", "sub": "subscript",
    "sup": "superscript", "code": "code", "q": "quotation", "cite": "title of a work", "abbr": "abbreviation",
}  # fmt: skip
BLOCK_WORDS = {
    "p": "paragraph", "h2": "heading", "h3": "smaller heading", "h4": "smallest heading", "ul": "list",
    "ol": "numbered list", "blockquote": "quotation", "pre": "code", "figcaption": "caption", "caption": "caption",
    "td": "table", "th": "table heading", "figure": "figure",
}  # fmt: skip
INSERTED, REMOVED = ("<ins>", "Added: ", "</ins>"), ("<del>", "Removed: ", "</del>")


class Block(NamedTuple):
    """An outermost element of the merged text as safe HTML, and whether anything in it changed."""

    html: str
    is_changed: bool


def compare(old: str, new: str) -> list[Block]:
    """The merged text of two versions in HTML that `newsroom.lib.html.clean` gave.

    What was added stands in <ins>, what was removed in <del>; each begins with a word for those who only hear it, and
    a change of format is told in a `<span class="note">`. Without <del> and notes it reads as the new version does,
    without <ins> as the old one. Takes time linear in the length but for stretches that have nothing in common.
    """
    found = steps(lines(old), lines(new))
    writer, places = _Writer(), _places(found)
    for step in found:
        line = step.new or step.old
        path = line.path if step.new else _placed(line.path, places)
        writer.write(path, "".join(_content(step)), step.what != KEPT)
    return writer.finish()


def compare_words(old: str, new: str) -> str:
    """The same for two plain texts, as one line of safe HTML."""
    before, after = (Line((), [Token(word, ()) for word in _plain_words(text)]) for text in (old, new))
    return "".join(_changed(before, after))


def _plain_words(text):
    return [token.html for line in lines(escape(text, quote=False)) for token in line.tokens]


def _content(step):
    """What a step leaves in its line."""
    way = "down" if step.down else "up"
    match step.what:
        case "kept":
            yield _inline(step.new.tokens)
        case "changed":
            yield _block_note(step.old, step.new)
            yield from _changed(step.old, step.new)
        case "gone":
            yield _marked(REMOVED, step.old.tokens)
        case "new":
            yield _marked(INSERTED, step.new.tokens)
        case "moved away":
            yield _note(f"moved further {way}") + _marked(REMOVED, step.old.tokens, ' class="moved"')
        case "moved here":
            yield _note(f"moved here from further {'up' if step.down else 'down'}")
            yield _marked(INSERTED, step.new.tokens, ' class="moved"')


def _changed(old, new):
    """The words of two lines merged."""
    before, after = old.tokens, new.tokens
    for run in _whole(runs([token.html for token in before], [token.html for token in after]), before):
        if run.same:
            yield from _same_words(before[run.start : run.end], after[run.first : run.last])
        else:
            yield _marked(REMOVED, before[run.start : run.end]) + _marked(INSERTED, after[run.first : run.last])


def _whole(found, before):
    """The runs, where a mere blank between two changes belongs to both: a reader takes in phrases, not words."""
    joined = []
    for number, run in enumerate(found):
        between = run.same and 0 < number < len(found) - 1
        is_blank = between and all(token.is_blank for token in before[run.start : run.end])
        if joined and not joined[-1].same and (not run.same or is_blank):
            joined[-1] = joined[-1]._replace(end=run.end, last=run.last)
        else:
            joined.append(run)
    return joined


def _same_words(before, after):
    """Words that stayed; where their format changed they stand as they look now, with a note."""
    start = 0
    for end in range(1, len(after) + 1):
        if end == len(after) or (before[end].formats, after[end].formats) != (
            before[start].formats,
            after[start].formats,
        ):
            words = _inline(after[start:end])
            was, now = before[start].formats, after[start].formats
            note = "" if set(was) == set(now) else _note(_format_words(was, now))
            yield f'<span class="reformatted">{words}</span>{note}' if note else words
            start = end


def _format_words(was, now):
    """ "now bold", "no longer a link to /x/", "link changed from /x/ to /y/"."""
    gone, come = [tag for tag in was if tag not in now], [tag for tag in now if tag not in was]
    links = [tag for tag in (*gone, *come) if tag.startswith("<a ")]
    if len(links) == 2:
        told = [f"link changed from {_target(links[0])} to {_target(links[1])}"]
        gone, come = [tag for tag in gone if tag not in links], [tag for tag in come if tag not in links]
    else:
        told = []
    return ", ".join([*told, *(f"now {_format(tag)}" for tag in come), *(f"no longer {_format(tag)}" for tag in gone)])


def _format(tag):
    name = tag[1:-1].split()[0]
    return f"a link to {_target(tag)}" if name == "a" else FORMAT_WORDS[name]


def _target(tag):
    return unescape(tag.partition('href="')[2].partition('"')[0]) or "nowhere"


def _block_note(old, new):
    """A note where the line is now of another kind."""
    was, now = _kind(old.path), _kind(new.path)
    if was == now and [element.tag for element in old.path] != [element.tag for element in new.path]:
        was, now = _tags(old.path), _tags(new.path)
    return _note(f"was {was}, now {now}") if was != now else ""


def _kind(path):
    names = [BLOCK_WORDS[element.name] for element in path if element.name in BLOCK_WORDS]
    outer = [name for name in names if name != "paragraph"]
    return " in ".join(reversed(outer)) or "paragraph"


def _tags(path):
    return " ".join(element.tag for element in path)


def _marked(mark, tokens, more=""):
    """The tokens in <ins> or <del>; a line break shows as a sign too."""
    if not tokens:
        return ""
    opened, said, closed = mark
    signed = [
        token._replace(html=f'<span class="note">↵</span>{token.html}') if token.html == "<br>" else token
        for token in tokens
    ]
    return f'{opened[:-1]}{more}><span class="said">{said}</span>{_inline(signed)}{closed}'


def _note(text):
    return f' <span class="note">[{escape(text)}]</span> '


def _inline(tokens):
    """The tokens as HTML with their formats opened and closed around them."""
    out, opened = [], ()
    for token in [*tokens, Token("", ())]:
        same = 0
        while same < min(len(opened), len(token.formats)) and opened[same] == token.formats[same]:
            same += 1
        out += [f"</{tag[1:-1].split()[0]}>" for tag in reversed(opened[same:])]
        out += [*token.formats[same:], token.html]
        opened = token.formats
    return "".join(out)


def _places(found):
    """For the number of each old element the new one that holds a line it held: what is gone is shown in there."""
    places, taken = {}, set()
    for step in found:
        if step.what not in (KEPT, CHANGED):
            continue
        for old, new in zip(step.old.path, step.new.path, strict=False):
            if old.name != new.name or places.get(old.number, new) != new:
                break
            if old.number not in places and new.number in taken:
                break
            places[old.number] = new
            taken.add(new.number)
    return places


def _placed(path, places):
    """The path of a line that is gone, in the new elements as far as they are the old ones."""
    known = 0
    while known < len(path) and path[known].number in places:
        known += 1
    # Its own block is never shared: the line is shown in one like it.
    own = [element._replace(number=-element.number) for element in path[known:]]
    return (*(places[element.number] for element in path[:known]), *own)


class _Writer:
    """Writes lines within their elements, opening and closing those between one and the next."""

    def __init__(self):
        self.blocks, self.out, self.path, self.changed = [], [], (), False

    def write(self, path, html, changed):
        """Add a line."""
        same = 0
        while same < min(len(path), len(self.path)) and path[same].number == self.path[same].number:
            same += 1
        self._close(same)
        self.out += [element.tag for element in path[same:]]
        self.path = path
        self.out.append(html)
        self.changed = self.changed or changed
        if not path:
            self._part()

    def finish(self):
        """The blocks written."""
        self._close(0)
        return self.blocks

    def _close(self, keep):
        self.out += [f"</{element.name}>" for element in reversed(self.path[keep:])]
        self.path = self.path[:keep]
        if not keep:
            self._part()

    def _part(self):
        if self.out:
            self.blocks.append(Block("".join(self.out), self.changed))
        self.out, self.changed = [], False
