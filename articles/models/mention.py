"""Whom and what an article names."""

from django.db import models
from django.db.models import Count

from people.models import Organisation, Person, Role
from people.models.links import Shown, with_shown
from people.models.sources import exactly_one

from .article import Article, OfArticleQuerySet

# As many of somebody's newest articles as are looked through for whom they are named with.
NEWEST = 200


class MentionQuerySet(OfArticleQuerySet):
    """Mentions as an article's page and a person's page ask for them."""

    def newest_first(self):
        """By the article's publication, newest first."""
        return self.order_by("-published_at", "-article_id", "-pk")

    def with_names(self, at=None):
        """With `shown_person` and `shown_organisation`, None where readers may not see them."""
        return with_shown(self, "person", "organisation", at=at)

    def people_beside(self, person, at=None):
        """The listed people whom the newest articles that name `person` name too, as People with their name and slug.

        Those most often named with them come first; each has `together`, the number of these articles.
        """
        newest = self.filter(person=person).published(at).newest_first().values("article")[:NEWEST]
        others = Person.objects.listed(at).exclude(pk=person.pk).filter(mentions__article__in=newest)
        together = others.only("name", "slug").annotate(together=Count("mentions"))
        return together.order_by("-together", "sort_key", "pk")


class Mention(models.Model):
    """An article names a person or an organisation: what its page links, and what the person's page lists."""

    class Relation(models.TextChoices):
        SUBJECT = "subject", "subject of the article"
        MENTIONED = "mentioned", "mentioned"
        QUOTED = "quoted", "quoted"

    part_of = "article"

    article = models.ForeignKey(Article, models.CASCADE, related_name="mentions")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="mentions")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="mentions")
    names = models.JSONField(
        "names as written",
        default=list,
        blank=True,
        help_text="As they stand in the article; the first one found becomes a link.",
    )
    relation = models.CharField(max_length=9, choices=Relation, default=Relation.MENTIONED)
    role = models.ForeignKey(
        Role,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="mentions",
        help_text="The post held at the time, when several fit.",
    )
    reviewed = models.BooleanField(default=True)
    # Copied from the article, so that a person's articles are read in order from one index.
    published_at = models.DateTimeField(null=True, editable=False)

    shown_person, shown_organisation = Shown("person"), Shown("organisation")

    objects = MentionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(
                "person", models.F("published_at").desc(), models.F("article").desc(), name="mention_of_person"
            ),
            models.Index(
                "organisation",
                models.F("published_at").desc(),
                models.F("article").desc(),
                name="mention_of_organisation",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=exactly_one("person", "organisation"),
                name="mention_of_one",
                violation_error_message="A mention is of a person or of an organisation.",
            ),
            models.UniqueConstraint(fields=["article", "person"], name="mention_person_once"),
            models.UniqueConstraint(fields=["article", "organisation"], name="mention_organisation_once"),
        ]

    def __str__(self):
        return str(self.person or self.organisation)

    def save(self, *args, **kwargs):
        self.published_at = self.article.publish_at
        super().save(*args, **kwargs)

    @property
    def sameness(self):
        """For folding: one of each person and organisation is enough in an article."""
        return self.article_id, self.person_id, self.organisation_id

    def absorb(self, gone):
        """For folding: all names as written, and the closer relation."""
        closeness = [self.Relation.MENTIONED, self.Relation.QUOTED, self.Relation.SUBJECT]
        self.names = list(dict.fromkeys([*self.names, *gone.names]))
        self.relation = max(self.relation, gone.relation, key=closeness.index)
        self.reviewed |= gone.reviewed

    def alike(self):
        """All mentions of the same person or organisation."""
        return Mention.objects.filter(person=self.person_id, organisation=self.organisation_id)
