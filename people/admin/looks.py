"""What needs a look is told at once when it is saved in a form; nothing is refused for it."""

from django.contrib import messages

from people.looks.rules import RULES, found_in
from people.models import OtherName, Relationship, Role

MOST = 5  # of one rule


class Told:
    """For a model admin: after a save it warns of what its rules find in the record and in what hangs on it."""

    rules = RULES

    def looked_at(self, record):
        """The querysets of rows that the form of `record` changes."""
        return [self.model.objects.filter(pk=record.pk)]

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        for _, words in found_in(self.looked_at(form.instance), self.rules, MOST):
            messages.warning(request, words)


def of_person(person):
    """What the form of a person changes besides the person."""
    return [
        Role.objects.filter(person=person),
        OtherName.objects.filter(person=person),
        Relationship.objects.of(person),
    ]


def of_organisation(organisation):
    """What the form of an organisation bears on besides the organisation."""
    return [Role.objects.filter(organisation=organisation), OtherName.objects.filter(organisation=organisation)]
