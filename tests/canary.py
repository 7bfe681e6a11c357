"""Plants a word in everything that readers must not see, around one open article with its people."""

from itertools import count, product

from django.utils import timezone

from articles.models import Article, PreviewLink, Quote
from articles.revisions import unshown
from newsroom.sitemaps import PARTS, SIZE
from people.models import Identifier, Link, Organisation, Person, Role, Source
from tests.make import (
    HOUR,
    make_article,
    make_correction,
    make_image,
    make_mention,
    make_organisation,
    make_other_name,
    make_person,
    make_quote,
    make_relationship,
    make_role,
    make_section,
    make_source,
    make_topic,
)

# In every hidden text, and with it a second word to search for: a page may repeat what it was asked.
WORD, ASKED = "zqcanary", "zqlooked"
SECRET = f"Zq{WORD} {ASKED}"
# What the files of the sitemap hold, by their ids; a database may long have passed the first file's.
NUMBERED = (Article, Person, Organisation, Quote)
# In the addresses of what is hidden; in the texts of what is delisted; a kinship nothing visible has.
SLUG, DELISTED, KIN = "zqslug", "zqdelisted", "brother-in-law"

numbers = count(1)


def slug():
    return f"{SLUG}-{next(numbers)}"


class World:
    """The open article and what hangs on it, and by noun every value an address may be filled with.

    `hidden` holds ids of a draft and of people and organisations readers do not see.
    """

    def __init__(self):
        self.section, self.topic = make_section("Harbour"), make_topic("Bridges")
        self.person, self.friend = make_person("Ann Open", birth="1961"), make_person("Bo Open")
        self.organisation = make_organisation("Open Council")
        self.role = make_role(self.person, "Mayor", self.organisation, start="2019", end_state="ongoing")
        self.image = make_image("A harbour", b"a picture")
        self.article = make_article(
            "An open headline", text=OPEN_TEXT, **self.filed(), bylines=[self.person], image=self.image
        )
        make_mention(self.article, self.person)
        make_mention(self.article, self.organisation)
        self.quote = make_quote(self.article, "We will build it,", self.person, role=self.role)
        self.correction = make_correction(self.article, quotes=[self.quote])
        self.secret_image = make_image(SECRET, SECRET.encode(), caption=SECRET, credit=SECRET)
        self.links, self.hidden = [], []
        self.plant_articles()
        self.plant_nouns()
        self.plant_learnt()
        self.plant_delisted()
        self.plant_pending_change()

    def filed(self):
        return {"section": self.section, "topics": [self.topic]}

    def plant_articles(self):
        """One article in each state in which readers do not see it."""
        now = timezone.now()
        states = {
            "draft": {"publish_at": now - HOUR},
            "review": {"publish_at": now - HOUR},
            "ready": {"publish_at": now - HOUR},
            "published": {"publish_at": now + HOUR},
            "withdrawn": {"publish_at": now - HOUR},
        }
        fields = [{"state": state, **times} for state, times in states.items()]
        fields.append({"state": "published", "publish_at": now - 2 * HOUR, "expire_at": now - HOUR})
        for one in fields:
            self.plant_article(**one)
        self.draft = Article.objects.get(state="draft")
        self.hidden.append(self.draft.pk)

    def plant_article(self, **fields):
        article = make_article(
            SECRET,
            text=f"{SECRET} “{SECRET},” said Ann Open.",
            slug=slug(),
            standfirst=SECRET,
            kicker=SECRET,
            image=self.secret_image,
            image_caption=SECRET,
            bylines=[self.person],
            **self.filed(),
            **fields,
        )
        make_mention(article, self.person, [SECRET])
        make_mention(article, self.organisation, [SECRET])
        quote = make_quote(article, SECRET, self.person, role=self.role, venue=SECRET, said_on="2020-02-02")
        make_correction(article, SECRET, quotes=[quote])
        self.article.related.add(article)
        make_source(self.person, article)
        for ended in ({"revoked_at": timezone.now()}, {"expires_at": timezone.now()}):
            self.links.append(PreviewLink.objects.create(article=article, **ended))

    def plant_nouns(self):
        """A hidden person and a hidden organisation, tied to everything open."""
        hidden = make_person(SECRET, slug=slug(), visibility="hidden", summary=SECRET, biography=SECRET)
        body = make_organisation(SECRET, slug=slug(), visibility="hidden", summary=SECRET, kind=ASKED)
        self.tie(hidden, body)

    def plant_learnt(self):
        """A person, an organisation, roles and a relationship first learnt from the draft."""
        person = make_person(SECRET, slug=slug(), stands_alone=False, summary=SECRET)
        body = make_organisation(SECRET, slug=slug(), stands_alone=False, summary=SECRET)
        role = make_role(self.person, SECRET, self.organisation, start="2019", stands_alone=False)
        kin = make_relationship(self.person, KIN, self.friend, stands_alone=False)
        for fact in (person, body, role, kin):
            make_source(fact, self.draft)
        self.tie(person, body)
        make_quote(self.article, "It rained.", self.friend, role=make_role(self.friend, "Clerk", body))
        make_quote(self.article, "and a vote", self.person, role=role, attribution="Ann Open")

    def tie(self, person, body):
        """Tie what is hidden to what is open wherever a row may do so; the open texts do not name it."""
        for noun in (person, body):
            make_other_name(noun, SECRET)
            Identifier.objects.create(**{noun._meta.model_name: noun}, scheme=SECRET[:60], value=SECRET)
            Link.objects.create(**{noun._meta.model_name: noun}, url=f"https://example.org/{WORD}", note=SECRET)
        make_role(person, SECRET, self.organisation, start="2018")
        make_role(self.friend, "Trustee", body, start="2018", on_behalf_of=body)
        self.hidden += [person.pk, body.pk]
        make_organisation(f"Part {next(numbers)}", parent=body)
        make_organisation(SECRET, slug=slug(), parent=self.organisation, visibility="hidden")
        make_relationship(self.person, "ally", person)
        make_mention(self.article, person, ["a visitor"])
        make_mention(self.article, body, ["a body"])
        make_quote(self.article, "It was late.", person, attribution="a visitor")
        make_quote(
            self.article, "Nobody came.", None, speaker_kind="organisation", organisation=body, attribution="a body"
        )

    def plant_delisted(self):
        """A person who has a page, and stands nowhere else than where an article names them."""
        delisted = make_person(f"{DELISTED} {ASKED}", slug=DELISTED, visibility="delisted")
        make_role(delisted, "Treasurer", self.organisation, start="2018", end_state="ongoing")
        make_mention(self.article, delisted, ["the treasurer"])

    def plant_pending_change(self):
        """A change to the open article that is saved without showing, and what was learnt with it."""
        with unshown(self.article):
            self.article.headline = self.article.standfirst = self.article.kicker = SECRET
            self.article.body += f"<p>{SECRET}</p>"
            self.article.image, self.article.image_caption = self.secret_image, SECRET
            self.article.slug = slug()
            self.article.save()
            make_quote(self.article, SECRET, self.friend, venue=SECRET)
            held_back = make_source(self.person, self.article, shows="held")
        Source.objects.filter(pk=held_back.pk).update(title=SECRET)
        self.article.refresh_from_db()

    def values(self, noun):
        """Every value of a parameter for this noun: the open ones and the hidden ones."""
        return {
            "article slug": lambda: slugs(Article),
            "person slug": lambda: slugs(Person),
            "organisation slug": lambda: slugs(Organisation),
            "section slug": lambda: [self.section.slug, slug()],
            "topic slug": lambda: [self.topic.slug, slug()],
            "article": lambda: ids(Article),
            "person": lambda: ids(Person),
            "organisation": lambda: ids(Organisation),
            "role": lambda: ids(Role),
            "quote": lambda: ids(Quote),
            "correction": lambda: ids(type(self.correction)),
            "section": lambda: [self.section.pk],
            "topic": lambda: [self.topic.pk],
            "token": lambda: ["made-up", *(link.token for link in self.links)],
            "image": lambda: [self.image.digest, self.secret_image.digest, "0" * 32],
            "file": lambda: ["320.webp", "800.jpeg", "no"],
            "part": lambda: ["lists", *PARTS, "no"],
            "number": lambda: sorted({0, 1, *(pk // SIZE for model in NUMBERED for pk in ids(model))}),
            "year": lambda: [lately().year, lately().year + 1, 2020, 0],
            "month": lambda: [lately().month, 2, 13],
        }[noun]()

    def filled(self, parameters):
        """Every way to fill these parameters of an address, each a dict; `parameters` maps their names to nouns."""
        combinations = product(*(self.values(noun) for noun in parameters.values()))
        return [dict(zip(parameters, values, strict=True)) for values in combinations]


OPEN_TEXT = "“We will build it,” said Ann Open. It rained. It was late. Nobody came. There was a speech and a vote."


def lately():
    """When what is planted appeared."""
    return timezone.localtime() - HOUR


def slugs(model):
    return list(model.objects.values_list("slug", flat=True))


def ids(model):
    return list(model.objects.values_list("pk", flat=True))
