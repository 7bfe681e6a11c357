"""A person and an organisation as structured data."""

from newsroom.lib import jsonld
from newsroom.lib.dates import Certainty


def person_page(person, roles):
    """The ProfilePage of a person; `roles` are those shown on it, each with its `certainty` today."""
    return {
        "@type": "ProfilePage",
        "url": jsonld.absolute(person.get_absolute_url()),
        "dateCreated": person.created_at,
        "dateModified": person.updated_at,
        "mainEntity": person_data(person, roles),
    }


def person_data(person, roles):
    """A person with the posts certainly held today."""
    present = [role for role in roles if role.certainty == Certainty.YES]
    return jsonld.compact(
        {
            "@type": "Person",
            "@id": jsonld.absolute(person.get_absolute_url()) + "#person",
            "name": person.name,
            "url": jsonld.absolute(person.get_absolute_url()),
            "description": person.summary,
            "alternateName": [other.text for other in person.other_names.all()],
            "birthDate": person.birth and str(person.birth),
            "deathDate": person.death and str(person.death),
            "sameAs": same_as(person),
            "jobTitle": [role.title for role in present],
            "affiliation": [organisation_link(role.shown_organisation) for role in present if role.shown_organisation],
        }
    )


def organisation_page(organisation):
    """An organisation with the one it is part of; it comes through `with_parents`."""
    return jsonld.compact(
        {
            **organisation_link(organisation),
            "description": organisation.summary,
            "alternateName": [other.text for other in organisation.other_names.all()],
            "foundingDate": organisation.founded and str(organisation.founded),
            "dissolutionDate": organisation.dissolved and str(organisation.dissolved),
            "parentOrganization": organisation.shown_parent and organisation_link(organisation.shown_parent),
            "sameAs": same_as(organisation),
        }
    )


def organisation_link(organisation):
    """An organisation by name and address."""
    address = jsonld.absolute(organisation.get_absolute_url())
    return {"@type": "Organization", "@id": f"{address}#organisation", "name": organisation.name, "url": address}


def same_as(noun):
    """Addresses of pages elsewhere that are about the person or organisation: by its identifiers and its links."""
    known = [identifier.address for identifier in noun.identifiers.all() if identifier.address]
    return known + [link.url for link in noun.links.all()]
