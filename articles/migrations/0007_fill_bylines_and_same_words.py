"""Give bylines the time of their article, and quotes what is equal for the same words."""

from itertools import islice

from django.db import migrations
from django.db.models import OuterRef, Subquery

from articles.text.stretches import sameness

AT_ONCE = 1000


def fill(apps, schema_editor):
    Article, Byline, Quote = (apps.get_model("articles", name) for name in ("Article", "Byline", "Quote"))
    time = Article.objects.filter(pk=OuterRef("article_id")).values("publish_at")
    Byline.objects.update(published_at=Subquery(time))
    for quotes in batched(Quote.objects.only("text").iterator(AT_ONCE)):
        for quote in quotes:
            quote.same_words = sameness(quote.text)
        Quote.objects.bulk_update(quotes, ["same_words"])


def batched(rows):
    """Lists of at most AT_ONCE rows."""
    while several := list(islice(rows, AT_ONCE)):
        yield several


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_bylines_by_date_and_same_words")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
