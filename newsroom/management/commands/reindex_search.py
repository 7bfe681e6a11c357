"""`reindex_search`: what search looks words up in, made anew."""

from django.apps import apps
from django.core.management.base import BaseCommand

from newsroom.lib import wordindexes
from newsroom.lib.progress import track

BATCH = 500


class Command(BaseCommand):
    help = (
        "Makes the words of every article, quote and name anew, and the database's indexes of them. Needed only after "
        "a change of how words are read: saving, importing and merging keep both right."
    )

    def handle(self, *args, **options):
        columns = wordindexes.columns(apps.get_models())
        for model in dict.fromkeys(model for model, _ in columns):
            fields = [field for other, field in columns if other is model]
            last = model.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
            starts = range(0, last, BATCH)
            for start in track(starts, str(model._meta.verbose_name_plural)):
                rows = list(model.objects.filter(pk__gt=start, pk__lte=start + BATCH))
                for row in rows:
                    row.derive_words()
                model.objects.bulk_update(rows, [field.name for field in fields], batch_size=50)
            for field in fields:
                wordindexes.rebuild(model, field)
            self.stdout.write(f"{model._meta.verbose_name_plural}: done")
