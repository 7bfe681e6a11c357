"""Images: what articles show above their text, and who may see the files."""

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.text import Truncator

from articles.picture import Picture
from newsroom.lib import html
from newsroom.lib.records import Record
from people.models.searched import with_parts
from people.names import fold

from .article import Article

NEEDED = "Say in the alternative text what it shows, or mark it as decorative."


class ImageQuerySet(models.QuerySet):
    """Images by who may see them."""

    def published(self, at=None):
        """Those that an article shows which readers see at the moment `at` (default now)."""
        return self.filter(Exists(Article.objects.published(at).filter(image=OuterRef("pk"))))

    def search(self, q):
        """Those with every word of `q` in what is said of them, also within a longer one; accents and case aside."""
        return with_parts(self, q)

    def delete(self):
        """Delete the images with their files."""
        for image in self:
            image.delete()

    delete.alters_data = True
    delete.queryset_only = True


class Image(Record):
    """A picture with what is said of it; several articles may show it. Its files never change, another picture is

    another Image. `digest` tells the picture from every other and is the folder of its files.
    """

    class Focus(models.TextChoices):
        """What stays in view where a list crops it; the values are classes of the style sheet."""

        TOP_LEFT = "top-left", "top left"
        TOP = "top", "top"
        TOP_RIGHT = "top-right", "top right"
        LEFT = "left", "left"
        CENTRE = "", "the middle"
        RIGHT = "right", "right"
        BOTTOM_LEFT = "bottom-left", "bottom left"
        BOTTOM = "bottom", "bottom"
        BOTTOM_RIGHT = "bottom-right", "bottom right"

    digest = models.CharField(max_length=32, unique=True, editable=False)
    width, height = models.PositiveIntegerField(editable=False), models.PositiveIntegerField(editable=False)
    widths = models.JSONField(default=list, editable=False)  # in which it is given, narrowest first
    alt = models.CharField(
        "alternative text",
        max_length=400,
        blank=True,
        help_text="What it shows, in a sentence, for those who cannot see it. Do not repeat the caption.",
    )
    decorative = models.BooleanField(
        default=False, help_text="It tells nothing that the text does not: read aloud, it is passed over."
    )
    caption = models.CharField(
        max_length=500, blank=True, help_text="Stands under it; an article may have a caption of its own instead."
    )
    credit = models.CharField(max_length=200, blank=True, help_text="Who made it: “Ann Smith / Agency”.")
    source_url = models.URLField("source address", max_length=1000, blank=True, help_text="Where it came from.")
    focus = models.CharField(
        "what must stay in view",
        max_length=12,
        choices=Focus,
        blank=True,
        default=Focus.CENTRE,
        help_text="Lists show a part of it.",
    )
    folded = models.TextField(editable=False)

    objects = ImageQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(alt="") | Q(decorative=True),
                name="image_with_alternative_text",
                violation_error_message=NEEDED,
            )
        ]

    def __str__(self):
        return Truncator(self.caption or self.alt).chars(80) or f"Image {self.pk}"

    @property
    def picture(self):
        """It as a page shows it, with its own caption."""
        return Picture(self)

    @property
    def is_published(self):
        """Whether an article that readers see now shows it."""
        return Image.objects.published().filter(pk=self.pk).exists()

    def clean(self):
        super().clean()
        self.tidy()
        if self.decorative and self.alt:
            raise ValidationError({"decorative": "It is either decorative or has an alternative text."})
        if not (self.decorative or self.alt):
            raise ValidationError({"alt": NEEDED})

    def tidy(self):
        """Its texts as plain lines."""
        for field in ("alt", "caption", "credit"):
            setattr(self, field, html.title(getattr(self, field)))

    def save(self, *args, **kwargs):
        self.tidy()
        self.folded = fold(f"{self.alt} {self.caption} {self.credit}")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        """Delete it, and its files once that is certain. Raises ProtectedError while an article has it."""
        names = [self.picture.path(name) for name in self.picture.names]
        deleted = super().delete(*args, **kwargs)
        transaction.on_commit(lambda: [default_storage.delete(name) for name in names])
        return deleted
