"""Articles and quotes as structured data."""

from django.templatetags.static import static

from newsroom.lib.jsonld import absolute, compact, publisher
from people.jsonld import organisation_link


def news_article(article, quotes, mentions):
    """An article with its quotes, corrections, and the people and organisations that readers may see."""
    address = absolute(article.get_absolute_url())
    return compact(
        {
            "@type": "NewsArticle",
            "@id": f"{address}#article",
            "url": address,
            "mainEntityOfPage": address,
            "headline": article.headline,
            "alternativeHeadline": article.kicker,
            "description": article.standfirst,
            "image": image(article.picture),
            "datePublished": article.publish_at,
            "dateModified": article.publish_at and max(article.publish_at, article.updated_at),
            "inLanguage": article.language,
            "wordCount": article.word_count,
            "articleSection": article.section and article.section.name,
            "keywords": [topic.name for topic in article.topics.all()],
            "isAccessibleForFree": True,
            "author": [author(byline) for byline in article.bylines.all()] or publisher(),
            "publisher": publisher(),
            "mentions": [named(mention.shown_person or mention.shown_organisation) for mention in shown(mentions)],
            "hasPart": [quotation(quote) for quote in quotes],
            "correction": [correction_comment(correction) for correction in article.corrections.all()],
        }
    )


def image(picture):
    """The image of an article, or the site's own picture where it has none."""
    if picture is None:
        return absolute(static("share.png"))
    return compact(
        {
            "@type": "ImageObject",
            "url": absolute(picture.src),
            "width": pixels(picture.width),
            "height": pixels(picture.height),
            "caption": picture.caption,
            "creditText": picture.credit,
        }
    )


def pixels(number):
    """A size, with the code that UN/CEFACT has for pixels."""
    return {"@type": "QuantitativeValue", "value": number, "unitCode": "E37"}


def quote_page(quote):
    """A quote on its own page, with the article it stands in."""
    article = quote.article
    address = absolute(article.get_absolute_url())
    part_of = {"@type": "CreativeWork", "@id": f"{address}#article", "url": address, "name": article.headline}
    return quotation(quote) | {"inLanguage": article.language, "isPartOf": part_of}


def quotation(quote):
    """The words and their speaker; a speaker readers may not see is left out."""
    speaker = quote.shown_speaker or quote.shown_organisation
    return compact(
        {
            "@type": "Quotation",
            "@id": absolute(quote.get_absolute_url()) + "#quotation",
            "url": absolute(quote.get_absolute_url()),
            "text": quote.text,
            "dateCreated": quote.said_on and str(quote.said_on),
            "creator": speaker and named(speaker),
            "spokenByCharacter": speaker and named(speaker),
            "creditText": quote.attribution,
        }
    )


def shown(mentions):
    """The mentions of those readers may see."""
    return [mention for mention in mentions if mention.shown_person or mention.shown_organisation]


def named(noun):
    """A person or an organisation by name and address."""
    if noun._meta.model_name == "organisation":
        return organisation_link(noun)
    address = absolute(noun.get_absolute_url())
    return {"@type": "Person", "@id": f"{address}#person", "name": noun.name, "url": address}


def author(byline):
    """Who wrote it; with an address where readers may see the person."""
    return named(byline.shown_person) if byline.shown_person else {"@type": "Person", "name": byline.name}


def correction_comment(correction):
    """A correction as schema.org words it."""
    return {"@type": "CorrectionComment", "text": correction.text, "datePublished": correction.made_at}
