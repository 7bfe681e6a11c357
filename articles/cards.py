"""The card of a quote: a picture of the words and their speaker, for link previews."""

import io
from hashlib import blake2b
from html import unescape
from typing import NamedTuple

from django.conf import settings
from django.core.cache import cache
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.text import capfirst
from PIL import Image, ImageDraw

from articles.citing import speaker_name
from articles.embeds import quotes
from articles.lettering import can_set, fitted
from articles.models import Quote
from articles.role_then import tell
from newsroom.lib.dates import Certainty
from people.wording import role_words

WIDTH, HEIGHT = 1200, 630
EDGE = 80
PAPER, INK, FAINT, RULE = "#fdfbf6", "#1d1b18", "#5b554b", "#dbd3c3"
MARKER, STROKE, ALERT = "#fbe3a4", "#b97c04", "#96291a"
SIZES = (84, 74, 66, 58, 50, 44, 39, 35)
WORDS_HEIGHT = 330
MOST_LETTERS = 600  # more would not fit in the smallest size
CACHED = 24 * 3600
DESIGN = "2"  # counted up when a change of this file changes what cards look like
MAYBE = {Certainty.YES: "", Certainty.MAYBE: " (perhaps)"}
WARNINGS = {Quote.Status.DISPUTED: "Disputed", Quote.Status.CORRECTED: "Corrected"}


class Card(NamedTuple):
    """What a card says; it is drawn by `png`. Has what `_meta.html` asks of a picture."""

    pk: int
    words: str
    speaker: str
    role: str
    when: str
    warning: str
    site: str

    width, height = WIDTH, HEIGHT

    @property
    def digest(self):
        """What tells it from every other card, and from itself once it says something else."""
        return blake2b("\n".join([DESIGN, *map(str, self)]).encode(), digest_size=8).hexdigest()

    @property
    def src(self):
        """Its address, another one once it says something else: who shows link previews keeps them for long."""
        return f"{reverse('quote_card', args=[self.pk])}?v={self.digest}"

    @property
    def alt(self):
        return f"{self.words} {self.speaker}, {self.when}"

    @property
    def blocks(self):
        """Its texts set to fit, by name."""
        across = WIDTH - 2 * EDGE
        role = " · ".join(filter(None, [self.warning, self.role]))
        return {
            "words": fitted(self.words, across, WORDS_HEIGHT, SIZES),
            "speaker": fitted(self.speaker, across, 46, [34], bold=True),
            **({"role": fitted(role, across, 38, [27])} if role else {}),
            "site": fitted(self.site, 500, 36, [26], bold=True),
            "when": fitted(self.when, 500, 36, [24]),
        }

    @property
    def can_be_drawn(self):
        """Whether every letter of it can."""
        return all(map(can_set, [self.words, self.speaker, self.role, self.when, self.site]))

    def png(self):
        """The picture as a PNG file."""
        picture = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
        self._draw(ImageDraw.Draw(picture), self.blocks)
        file = io.BytesIO()
        picture.quantize(64, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
        return file.getvalue()

    def _draw(self, canvas, blocks):
        words, at_right = blocks["words"], blocks["words"].from_right
        side = WIDTH - EDGE if at_right else EDGE
        middle = 60 + (WORDS_HEIGHT - words.height) // 2
        words.draw(canvas, (side, middle), INK, behind=MARKER, at_right=at_right)
        blocks["speaker"].draw(canvas, (side, 418), INK, at_right=at_right)
        if "role" in blocks:
            blocks["role"].draw(canvas, (side, 464), ALERT if self.warning else FAINT, at_right=at_right)
        canvas.line((EDGE, 538, WIDTH - EDGE, 538), fill=RULE, width=2)
        canvas.rectangle((EDGE, 559, EDGE + 7, 589), fill=STROKE)
        blocks["site"].draw(canvas, (EDGE + 24, 556), INK)
        blocks["when"].draw(canvas, (WIDTH - EDGE, 557), FAINT, at_right=True)


def of_quote(quote):
    """The Card of a quote, or None where it cannot be drawn; the quote went through `tell`."""
    then = quote.role_then
    words = quote.text if quote.kind == Quote.Kind.INDIRECT else f"“{quote.text}”"
    card = Card(
        pk=quote.pk,
        words=words[:MOST_LETTERS],
        speaker=capfirst(speaker_name(quote)),
        role=f"{unescape(role_words(then.role, linked=False))}{MAYBE[then.certainty]}" if then else "",
        when=quote.date.words,
        warning=WARNINGS.get(quote.status, ""),
        site=settings.SITE_NAME,
    )
    return card if card.can_be_drawn else None


def quote_card(request, pk):
    """The card of a quote; where it cannot be drawn, the way to the site's own picture."""
    quote = get_object_or_404(quotes(), pk=pk)
    tell([quote])
    card = of_quote(quote)
    if card is None:
        return redirect(static("share.png"))
    response = get_conditional_response(request, etag=f'"{card.digest}"')
    if response is None:
        png = cache.get_or_set(f"card-{pk}-{card.digest}", card.png, CACHED)
        response = HttpResponse(png, content_type="image/png", headers={"ETag": f'"{card.digest}"'})
    response["Cache-Control"] = f"public, max-age={CACHED}"
    return response
