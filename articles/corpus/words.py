"""Invented names of people, places and bodies, made by rule from syllables."""

ONSETS = "b br c cl d dr f fl g gr h j k l m n p pr r s sh st t th tr v w".split()
VOWELS = "a a e e i o o u ai ea ee ie oa ou".split()
CODAS = "b ck d l ld ll lt m n nd ng nt r rk rn rt s sk st t th x".split()
SURNAME_ENDS = "well ford by ham ley er son man croft gate wick mere land dale stone worth".split()
PLACE_ENDS = "ton bury ford haven mouth wick stead by field bridge minster port holm combe".split()
GIVEN_ENDS = "a a ia ine elle wyn an en ric on as el ette ira o us".split()
PARTICLES = ["van", "de", "von der", "Ó", "al", "da"]
ACCENTS = str.maketrans("aeouc", "áéöúç")

KINDS_OF_BODY = {
    "council": (
        "{place} Council",
        "{place} City Council",
        "{place} District Council",
    ),
    "ministry": (
        "Ministry of Harbours of {place}",
        "Ministry of Schools of {place}",
        "Ministry of Water of {place}",
        "{place} Treasury",
    ),
    "party": ("{place} Tide Party", "Orchard Party of {place}", "{place} Lantern League"),
    "company": ("{place} Ferries", "{place} Glassworks", "{place} Grain and Rail", "{place} Water Company"),
    "university": ("University of {place}", "{place} Institute of Tides"),
    "union": ("{place} Dockers’ Union", "{place} Teachers’ Union"),
    "charity": ("{place} Food Bank", "Friends of {place} Heath"),
    "newspaper": ("{place} Courier", "{place} Evening Bell"),
}
TITLES = {
    "council": ("Mayor", "Deputy Mayor", "Councillor", "Town Clerk", "Chair of the planning committee"),
    "ministry": ("Minister", "Deputy Minister", "Permanent Secretary", "Spokesperson", "Special envoy"),
    "party": ("Leader", "General Secretary", "Treasurer", "Campaign manager"),
    "company": ("Chief Executive", "Director", "Head of Operations", "Spokesperson"),
    "university": ("Vice-Chancellor", "Professor of Hydrology", "Lecturer", "Registrar"),
    "union": ("General Secretary", "Shop steward", "Organiser"),
    "charity": ("Director", "Trustee", "Volunteer coordinator"),
    "newspaper": ("Editor", "Reporter", "Political correspondent"),
}


def syllable(rng):
    """A syllable that can be said, such as "brea" or "tock"."""
    return rng.choice(ONSETS) + rng.choice(VOWELS) + (rng.choice(CODAS) if rng.random() < 0.6 else "")


def place_name(rng):
    """The name of a town that is nowhere."""
    return (syllable(rng) + rng.choice(PLACE_ENDS)).capitalize()


def given_name(rng):
    """A first name nobody need have."""
    name = (rng.choice(ONSETS) + rng.choice(VOWELS) + rng.choice(CODAS[3:]) + rng.choice(GIVEN_ENDS)).capitalize()
    return name.translate(ACCENTS) if rng.random() < 0.05 else name


def person_name(rng):
    """A person's name as a newspaper prints it: mostly given and family name, some longer, a few of one word."""
    given, family = given_name(rng), (syllable(rng) + rng.choice(SURNAME_ENDS)).capitalize()
    shape = rng.random()
    if shape < 0.02:
        return given
    if shape < 0.06:
        return f"{given} {rng.choice(PARTICLES)} {family}"
    if shape < 0.10:
        return f"{given} {syllable(rng).capitalize()}-{family}"
    if shape < 0.16:
        return f"{given} {rng.choice('ABCDEFGHJKLMNPRSTW')}. {family}"
    return f"{given} {family}"


def body_name(rng):
    """(name, kind) of an organisation."""
    kind = rng.choice(list(KINDS_OF_BODY))
    return rng.choice(KINDS_OF_BODY[kind]).format(place=place_name(rng)), kind
