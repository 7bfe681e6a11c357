"""Slugs for many new records at once, the same that saving them one by one would give."""

from newsroom.lib.slugs import slugify, unused


def give_slugs(rows):
    """Give each of these unsaved rows of one Addressed model its slug; asks the database once for most batches."""
    if not rows:
        return
    model = type(rows[0])
    wanted = [slugify(row.slug_source, fallback=model._meta.model_name) for row in rows]
    asked = set(wanted)
    taken = _taken(model, asked)

    def is_taken(slug):
        if slug not in asked:
            asked.add(slug)
            taken.update(_taken(model, [slug]))
        return slug in taken

    for row, slug in zip(rows, wanted, strict=True):
        row.slug = row.slug or unused(slug, is_taken)
        taken.add(row.slug)


def _taken(model, slugs):
    """Those of the slugs that lead or once led to a record."""
    past = model._meta.get_field("past_slugs").related_model.objects
    present = model._base_manager.filter(slug__in=slugs).order_by().values_list("slug", flat=True)
    return set(present.union(past.filter(slug__in=slugs).order_by().values_list("slug", flat=True)))
