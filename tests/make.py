"""Makes the rows a test needs, each with sensible values for what the test does not say."""

import datetime
from itertools import count

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from articles import revisions
from articles.models import Article, Byline, Correction, Image, Mention, Quote, Section, Topic
from newsroom.lib.html import paragraphs
from people.models import Organisation, OtherName, Person, Relationship, Role, Source

numbers = count(1)
HOUR = datetime.timedelta(hours=1)


def make_person(name=None, **fields):
    return Person.objects.create(name=name or f"Person {next(numbers)}", **fields)


def make_organisation(name=None, **fields):
    return Organisation.objects.create(name=name or f"Organisation {next(numbers)}", **fields)


def make_role(person=None, title="Minister", organisation=None, **fields):
    return Role.objects.create(person=person or make_person(), title=title, organisation=organisation, **fields)


def make_other_name(owner, text, **fields):
    return OtherName.objects.create(**{owner._meta.model_name: owner}, text=text, **fields)


def make_relationship(person, kind, other, **fields):
    return Relationship.objects.create(person=person, kind=kind, other=other, **fields)


def make_source(fact, article=None, **fields):
    """A source of the fact: the article where one is given, with its window; else a page elsewhere."""
    source = Source.objects.create(
        **{fact._meta.model_name: fact}, our_article=article and article.pk, **({"title": "A page"} | fields)
    )
    if article:
        article.carry_over()
        source.refresh_from_db()
    return source


def make_section(name=None, **fields):
    return Section.objects.create(name=name or f"Section {next(numbers)}", **fields)


def make_topic(name=None, **fields):
    return Topic.objects.create(name=name or f"Topic {next(numbers)}", **fields)


def make_article(headline=None, text="A paragraph of news.", bylines=(), topics=(), **fields):
    """A published article, an hour old, with its first revision; `text` has a paragraph on each line."""
    fields = {"state": Article.State.PUBLISHED, "publish_at": timezone.now() - HOUR} | fields
    fields.setdefault("body", paragraphs(text))
    article = Article.objects.create(
        headline=headline if headline is not None else f"Headline {next(numbers)}", **fields
    )
    article.topics.set(topics)
    for order, person in enumerate(bylines):
        Byline.objects.create(article=article, person=person, order=order)
    revisions.record(article)
    return article


def make_draft(headline=None, **fields):
    """An article nobody but editors sees."""
    return make_article(headline, **{"state": Article.State.DRAFT, "publish_at": None, **fields})


def make_mention(article, noun, names=None, **fields):
    return Mention.objects.create(
        article=article, **{noun._meta.model_name: noun}, names=names or [noun.name], **fields
    )


def make_quote(article=None, words="A paragraph of news.", speaker=None, **fields):
    """A quote of the words, which may be several stretches, anchored where they first stand in the article."""
    article = article or make_article()
    speaker = speaker if speaker or "speaker_kind" in fields else make_person()
    quote = Quote(article=article, speaker=speaker, **fields)
    spans, end = [], 0
    for stretch in [words] if isinstance(words, str) else words:
        start = article.body_text.index(stretch, end)
        end = start + len(stretch)
        spans.append((start, end))
    quote.anchor_to(spans)
    quote.save()
    return quote


def make_image(said="A bridge over water", content=b"not really a picture", **fields):
    """An image 800 pixels wide; every file of it holds `content`."""
    image = Image.objects.create(
        **{"alt": said, "digest": f"{next(numbers):032x}", "width": 800, "height": 600, "widths": [320, 640, 800]}
        | fields
    )
    for name in image.picture.names:
        default_storage.save(image.picture.path(name), ContentFile(content))
    return image


def make_correction(article, text="It was otherwise.", quotes=(), **fields):
    correction = Correction.objects.create(article=article, text=text, **fields)
    correction.quotes.set(quotes)
    return correction


def make_editor(username=None, **fields):
    """A superuser, who may do everything at the desk."""
    return get_user_model().objects.create_superuser(username or f"editor{next(numbers)}", password="pass", **fields)


def make_member(group, username=None, **fields):
    """Somebody of the group reporter, editor or chief editor, who may use the desk."""
    username = username or f"{group.replace(' ', '-')}{next(numbers)}"
    user = get_user_model().objects.create_user(username, password="pass", is_staff=True, **fields)
    user.groups.add(Group.objects.get(name=group))
    return user
