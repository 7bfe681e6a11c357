"""The pictures of the sample newsroom, drawn here: a town in winter, a table for three, a river with no bridge."""

import io
import math
import random

from PIL import Image, ImageDraw, ImageFilter

SIZE = WIDTH, HEIGHT = 1280, 720
# Drawn twice as large and scaled down, which smooths the edges.
FINE = 2
SNOW, DUSK, NIGHT = (238, 242, 247), (196, 132, 108), (31, 44, 73)
LAMP, WALL = (247, 200, 106), (22, 30, 50)
MIDDLE, SEATS, SIDES = (WIDTH / 2, HEIGHT / 2), 21, [(43, 87, 151), (166, 54, 48), (72, 107, 74)]
ROAD = 372


def draw(name):
    """The picture of that name as a PNG file; the same each time."""
    picture = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE), NIGHT)
    DRAWN[name](ImageDraw.Draw(picture, "RGBA"), random.Random(name))  # noqa: S311 - scatters snow
    file = io.BytesIO()
    picture.filter(ImageFilter.GaussianBlur(0.8)).resize(SIZE).save(file, "PNG")
    return file.getvalue()


def winter(pen, rng):
    """Blocks of flats at dusk in snow, most of their windows dark."""
    _sky(pen, NIGHT, DUSK)
    for row, shade in enumerate([0.55, 0.3, 0]):
        left = -rng.randrange(60)
        while left < WIDTH:
            wide, high = rng.randrange(90, 190), rng.randrange(140, 330) + 40 * (2 - row)
            _block(
                pen, rng, left, HEIGHT - 70 - high + row * 60, wide, _mixed(WALL, DUSK, shade), lit=0.16 + 0.05 * row
            )
            left += wide + rng.randrange(8, 40)
    _polygon(pen, [(0, 668), (420, 640), (900, 672), (WIDTH, 646), (WIDTH, HEIGHT), (0, HEIGHT)], SNOW)
    for _ in range(420):
        x, y, size = rng.random() * WIDTH, rng.random() * HEIGHT, 1 + 2.4 * rng.random() ** 2
        _disc(pen, x, y, size, (*SNOW, rng.randrange(90, 230)))


def _block(pen, rng, left, top, wide, wall, lit):
    _box(pen, left, top, left + wide, HEIGHT, wall)
    _box(pen, left - 2, top - 5, left + wide + 2, top, SNOW)
    for y in range(int(top) + 16, HEIGHT - 60, 26):
        for x in range(int(left) + 12, int(left + wide) - 16, 22):
            _box(pen, x, y, x + 11, y + 14, LAMP if rng.random() < lit else _mixed(wall, NIGHT, 0.5))


def table(pen, rng):
    """A table seen from above, with seats in three colours, papers and glasses."""
    floor, wood, edge = (226, 219, 207), (128, 89, 58), (96, 66, 43)
    _box(pen, 0, 0, WIDTH, HEIGHT, floor)
    for x in range(0, WIDTH, 160):
        _box(pen, x, 0, x + 1.5, HEIGHT, (205, 196, 181))
    for wide, high, colour in [(432, 228, edge), (418, 214, wood), (215, 88, edge), (206, 80, floor)]:
        _oval(pen, MIDDLE, wide, high, colour)
    for number in range(SEATS):
        side = SIDES[number * len(SIDES) // SEATS]
        x, y = _around(number, 506, 298)
        _disc(pen, x + 4, y + 6, 33, (120, 104, 84, 90))
        _disc(pen, x, y, 32, side)
        _disc(pen, x, y, 23, _mixed(side, (255, 255, 255), 0.22))
        x, y = _around(number, 352, 164)
        _sheet(pen, x, y, 24, 17, math.atan2(y - MIDDLE[1], x - MIDDLE[0]) + math.pi / 2 + rng.uniform(-0.2, 0.2))
        _disc(pen, *_around(number + 0.5, 352, 164), 7, (214, 232, 240, 220))


def _around(number, wide, high):
    """The place of a seat on an oval, wider apart at its narrow ends, where the eye would see them crowd."""
    angle = (number + 0.5) / SEATS * math.tau - math.pi / 2
    angle += 0.13 * math.sin(2 * angle)
    return MIDDLE[0] + wide * math.cos(angle), MIDDLE[1] + high * math.sin(angle)


def river(pen, rng):
    """Fields seen from above, a river between them, and a road that ends at either bank."""
    crops, lane = [(176, 180, 120), (201, 188, 128), (148, 166, 112), (214, 203, 160)], (233, 224, 203)
    _box(pen, 0, 0, WIDTH, HEIGHT, lane)
    for column in range(-1, 9):
        top = -rng.randrange(120)
        while top < HEIGHT:
            high, colour = rng.randrange(90, 210), _mixed(rng.choice(crops), lane, rng.random() * 0.35)
            _field(pen, column * 150 + top * 0.18, top, high - 6, colour)
            top += high
    for wide, colour in [(104, (206, 198, 170)), (92, (74, 118, 146)), (58, (92, 138, 165))]:
        for y in range(-60, HEIGHT + 60, 2):
            _disc(pen, _bend(y), y, wide, colour)
    for end, bank in [(0, _bend(ROAD) - 78), (WIDTH, _bend(ROAD) + 78)]:
        for half, colour in [(15, (150, 144, 132)), (12, (92, 92, 92)), (1, (236, 232, 220))]:
            _box(pen, min(end, bank), ROAD - half, max(end, bank), ROAD + half, colour)


def _field(pen, left, top, high, colour):
    """A field that leans, with furrows."""
    for x, wide, shade in [(0, 144, colour), *((x, 1.5, (90, 96, 60, 40)) for x in range(12, 144, 12))]:
        upper, lower = left + x, left + x + high * 0.18
        _polygon(pen, [(upper, top), (upper + wide, top), (lower + wide, top + high), (lower, top + high)], shade)


def _bend(y):
    """Where the middle of the river is at this height."""
    return MIDDLE[0] + 36 * math.cos((y - ROAD) / 60) + 130 * math.sin((y - ROAD) / 260)


DRAWN = {"winter": winter, "table": table, "river": river}


def _mixed(colour, other, share):
    return tuple(round(a + (b - a) * share) for a, b in zip(colour, other, strict=True))


def _sky(pen, above, below):
    for y in range(HEIGHT):
        _box(pen, 0, y, WIDTH, y + 1, _mixed(above, below, (y / HEIGHT) ** 1.4))


def _polygon(pen, corners, colour):
    pen.polygon([(x * FINE, y * FINE) for x, y in corners], colour)


def _box(pen, left, top, right, bottom, colour):
    pen.rectangle([left * FINE, top * FINE, right * FINE, bottom * FINE], colour)


def _disc(pen, x, y, radius, colour):
    _oval(pen, (x, y), radius, radius, colour)


def _oval(pen, middle, wide, high, colour):
    x, y = middle
    pen.ellipse([(x - wide) * FINE, (y - high) * FINE, (x + wide) * FINE, (y + high) * FINE], colour)


def _sheet(pen, x, y, wide, high, angle):
    """A sheet of paper, turned."""
    corners = [(-wide, -high), (wide, -high), (wide, high), (-wide, high)]
    cos, sin = math.cos(angle), math.sin(angle)
    _polygon(pen, [(x + a * cos - b * sin, y + a * sin + b * cos) for a, b in corners], (250, 248, 242))
