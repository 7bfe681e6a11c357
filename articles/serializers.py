"""How the API writes articles, quotes, sections, topics and corrections."""

from rest_framework import serializers

from newsroom.lib.dates import Certainty
from newsroom.lib.serializing import (
    RECORD,
    WITH_PAGE,
    Address,
    AsKnown,
    Labelled,
    Moment,
    Named,
    RecordSerializer,
    RowSerializer,
    api_url,
    web_url,
)

from .models import Article, Byline, Correction, Mention, Quote, Section, Topic
from .models.quote import AnchorState


class Headed(serializers.Serializer):
    """An article: its id, its headline, and where to find it."""

    id = serializers.IntegerField()
    headline = serializers.CharField()
    url = Address(api_url)
    web_url = Address(web_url)


class BylineSerializer(RowSerializer):
    """Who wrote it, as printed; without an id where there is no page of that person."""

    id = serializers.IntegerField(source="shown_person.pk", allow_null=True)
    url = Address(api_url, source="shown_person", allow_null=True)
    web_url = Address(web_url, source="shown_person", allow_null=True)

    class Meta:
        model = Byline
        fields = ["id", "url", "web_url", "name", "credit"]


class NamedInText(Named):
    """Whom or what an article names, and how; subclasses say which."""

    relation = serializers.ChoiceField(Mention.Relation.choices)
    as_written = serializers.ListField(
        source="names", child=serializers.CharField(), help_text="The names as they stand in `body_text`."
    )


class PersonNamed(NamedInText):
    """A person an article names."""

    id = serializers.IntegerField(source="shown_person.pk")
    name = serializers.CharField(source="shown_person.name")
    url, web_url = Address(api_url, source="shown_person"), Address(web_url, source="shown_person")


class OrganisationNamed(NamedInText):
    """An organisation an article names."""

    id = serializers.IntegerField(source="shown_organisation.pk")
    name = serializers.CharField(source="shown_organisation.name")
    url, web_url = Address(api_url, source="shown_organisation"), Address(web_url, source="shown_organisation")


class SegmentSerializer(serializers.Serializer):
    """A stretch of a quote as it stands in the article: the words, and a little text before and after them."""

    exact = serializers.CharField(help_text="The words as they were anchored.")
    prefix = serializers.CharField(help_text="What stood before them then.")
    suffix = serializers.CharField(help_text="What stood after them then.")
    state = serializers.ChoiceField(
        AnchorState.values,
        help_text="How the article has them now: word for word in their place, word for word elsewhere or in other "
        "surroundings, in other words, in several places of which none is certain, or not at all.",
    )
    start = serializers.IntegerField(
        allow_null=True,
        help_text="Where they begin in the `body_text` of the article, in Unicode characters from 0; null where that "
        "is not certain.",
    )
    end = serializers.IntegerField(allow_null=True, help_text="Where they end there: the character after the last.")


class RoleThenSerializer(serializers.Serializer):
    """The role held when it was said."""

    id = serializers.IntegerField(source="role.pk")
    url = Address(api_url, source="role")
    title = serializers.CharField(source="role.title")
    organisation = Named(source="role.shown_organisation", allow_null=True)
    certainty = serializers.ChoiceField([Certainty.YES, Certainty.MAYBE], help_text="Whether it was held then.")


class QuoteSerializer(RecordSerializer):
    """Who said what, when, in which role."""

    segments = SegmentSerializer(many=True, help_text="Its stretches in the article, which an attribution interrupts.")
    speaker = Named(
        source="shown_speaker", allow_null=True, help_text="The person; null where readers have no page of them."
    )
    organisation = Named(source="shown_organisation", allow_null=True, help_text="Where an organisation speaks.")
    role = RoleThenSerializer(
        source="role_then", allow_null=True, help_text="The post held when it was said, whatever was held since."
    )
    said_on = AsKnown(help_text="As known; null where the day of the article is all there is.")
    article = Headed()

    class Meta:
        model = Quote
        extra_kwargs = {
            "text": {"help_text": "The quoted words without quotation marks."},
            "kind": {"help_text": "All their words, some of them in a sentence of ours, or what they said in ours."},
            "speaker_kind": {"help_text": "Who speaks; “several” and “anonymous” are told by `attribution` alone."},
            "attribution": {"help_text": "The speaker as published; it stays when names and posts change."},
            "venue": {"help_text": "Where it was said, such as “on X”."},
            "status": {"help_text": "Whether an editor has looked at it, and whether it was found wrong since."},
        }
        fields = [
            *WITH_PAGE, "text", "kind", "segments", "speaker_kind", "speaker", "organisation", "attribution", "role",
            "said_on", "venue", "status", "article",
        ]  # fmt: skip


class QuoteDetailSerializer(QuoteSerializer):
    """A quote with its original, its source and the text around it."""

    context = serializers.CharField(source="paragraph", help_text="The paragraph of the article it stands in.")

    class Meta(QuoteSerializer.Meta):
        fields = [
            *QuoteSerializer.Meta.fields, "original", "original_language", "translation", "source_url", "context",
        ]  # fmt: skip


class QuoteTouched(serializers.Serializer):
    """A quote that a correction touches."""

    id = serializers.IntegerField()
    url, web_url = Address(api_url), Address(web_url)


class CorrectionSerializer(RecordSerializer):
    """What was wrong in an article and what is right."""

    article = Headed()
    made_at = Moment()
    quotes = QuoteTouched(many=True)

    class Meta:
        model = Correction
        fields = [*RECORD, "article", "kind", "text", "made_at", "quotes"]


class SectionSerializer(RecordSerializer):
    """A part of the newspaper."""

    class Meta:
        model = Section
        fields = [*WITH_PAGE, "name", "slug", "description"]


class TopicSerializer(RecordSerializer):
    """A subject, a place or an event."""

    class Meta:
        model = Topic
        fields = [*WITH_PAGE, "name", "slug", "kind", "description"]


class RenditionSerializer(serializers.Serializer):
    """A file of an image."""

    url = serializers.URLField()
    type = serializers.ChoiceField(["image/avif", "image/webp", "image/jpeg"])
    width, height = serializers.IntegerField(), serializers.IntegerField()


class PictureSerializer(serializers.Serializer):
    """The image above an article; `alt` is empty where it only adorns."""

    alt, caption, credit = serializers.CharField(), serializers.CharField(), serializers.CharField()
    renditions = RenditionSerializer(many=True, help_text="Every width as AVIF and WebP, then one JPEG.")


class ArticleSerializer(RecordSerializer):
    """What was published. `updated_at` is its last change, or its appearance where that came later."""

    image = PictureSerializer(source="picture", allow_null=True)
    section = Labelled(allow_null=True)
    topics = Labelled(many=True)
    bylines = BylineSerializer(many=True)
    published_at, updated_at = Moment(source="publish_at"), Moment(source="changed_at")

    class Meta:
        model = Article
        fields = [
            *WITH_PAGE, "headline", "slug", "standfirst", "kicker", "image", "section", "topics", "bylines",
            "published_at", "language", "word_count",
        ]  # fmt: skip


class ArticleDetailSerializer(ArticleSerializer):
    """An article with its text, whom and what it names, its quotes and corrections."""

    body_html = serializers.CharField(source="body")
    body_text = serializers.CharField(help_text="The body without markup, a line for each paragraph.")
    people = PersonNamed(source="people_named", many=True)
    organisations = OrganisationNamed(source="organisations_named", many=True)
    quotes = QuoteSerializer(source="shown_quotes", many=True)
    corrections = CorrectionSerializer(source="shown_corrections", many=True)
    related = Headed(source="shown_related", many=True)

    class Meta(ArticleSerializer.Meta):
        fields = [
            *ArticleSerializer.Meta.fields, "body_html", "body_text", "people", "organisations", "quotes",
            "corrections", "related",
        ]  # fmt: skip
