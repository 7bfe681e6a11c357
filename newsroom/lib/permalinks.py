"""Addresses that last: a slug may change, and the past one keeps leading to its record in one hop."""

import re

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.http import Http404, HttpResponsePermanentRedirect
from django.urls import reverse

from newsroom.lib.slugs import MAX_LENGTH, slugify, unused
from newsroom.lib.sortkeys import SortSlugField

# Of a permanent redirect, which a browser would else keep for ever: a merge may be undone, a name come back.
FOR_NOW = "no-cache"


class PastSlug(models.Model):
    """A slug that once led to `owner`, or to a record that was deleted since; it is not given to somebody else.

    Subclasses add that foreign key, with SET_NULL and related_name="past_slugs".
    """

    slug = models.SlugField(max_length=MAX_LENGTH, unique=True, allow_unicode=True)
    since = models.DateTimeField("replaced", auto_now_add=True)

    class Meta:
        abstract = True

    def __str__(self):
        return self.slug


class AddressedQuerySet(models.QuerySet):
    """Records found by a number, and by a present or past slug."""

    def at_id(self, number):
        """The record with this number, or None; a noun whose records can be merged looks further."""
        return self.filter(pk=number).first()

    def at_slug(self, slug):
        """The record that `slug` leads to or once led to, or None; compare its `slug` to know which."""
        if "\0" in slug:  # PostgreSQL does not take it, and no slug has one
            return None
        return self.filter(slug=slug).first() or self.filter(past_slugs__slug=slug).first()

    def delete(self):
        """Delete the records; their slugs stay taken, as with `Addressed.delete`."""
        with transaction.atomic():
            for record in self:
                record.retire_slug()
            return super().delete()

    delete.alters_data = True
    delete.queryset_only = True


class Addressed(models.Model):
    """A record with a slug made from its name, unique for ever: past slugs are not given to somebody else."""

    slug = SortSlugField(
        max_length=MAX_LENGTH,
        unique=True,
        blank=True,
        allow_unicode=True,
        help_text="The last part of the address. Left empty, it is made from the name; "
        "when it changes, the old address keeps leading here.",
    )

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if not self.slug or self._slug_says_nothing():
            self.slug = unused(slugify(self.slug_source, fallback=self._meta.model_name), self.slug_is_taken)
        with transaction.atomic():
            past = self._stored_slug()
            super().save(*args, **kwargs)
            if past and past != self.slug:
                self.past_slugs.filter(slug=self.slug).delete()
                self.past_slugs.create(slug=past)

    def delete(self, *args, **kwargs):
        with transaction.atomic():
            self.retire_slug()
            return super().delete(*args, **kwargs)

    def retire_slug(self):
        """Keep the slug taken once the record is gone, where it ever led readers anywhere."""
        if self.has_answered:
            self.past_slugs.get_or_create(slug=self.slug)

    @property
    def has_answered(self):
        """Whether readers can have come to its address."""
        return True

    @property
    def slug_source(self):
        """The words a slug is made of."""
        return self.name

    def clean(self):
        super().clean()
        if self.slug and self._slug_led_elsewhere(self.slug):
            raise ValidationError({"slug": f"“{self.slug}” once led to another page and cannot be given away."})

    def _slug_says_nothing(self):
        """Whether it was made before there were words to make it of, and now there are."""
        return re.fullmatch(rf"{self._meta.model_name}(-\d+)?", self.slug) and slugify(self.slug_source)

    def _stored_slug(self):
        """The slug in the database, where this record is already there."""
        return type(self)._base_manager.filter(pk=self.pk).values_list("slug", flat=True).first() if self.pk else None

    def _slug_led_elsewhere(self, slug):
        past = self._meta.get_field("past_slugs").related_model.objects.filter(slug=slug)
        return (past.exclude(owner_id=self.pk) if self.pk else past).exists()

    def slug_is_taken(self, slug):
        """Whether `slug` leads or once led to another record."""
        return self._slug_led_elsewhere(slug) or type(self)._base_manager.filter(slug=slug).exclude(pk=self.pk).exists()


def found_at(queryset, slug):
    """The record of `queryset` that `slug` leads or once led to; compare its `slug` to know which. Raises Http404."""
    record = queryset.at_slug(slug)
    if record is None:
        raise Http404(f"There is no {queryset.model._meta.verbose_name} at “{slug}”.")
    return record


def moved(request, record):
    """The permanent redirect from the past address asked for to the same page under the record's present slug."""
    match = request.resolver_match
    address = reverse(match.view_name, kwargs={**match.kwargs, "slug": record.slug})
    query = request.META.get("QUERY_STRING")
    response = HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
    response.headers["Cache-Control"] = FOR_NOW
    return response
