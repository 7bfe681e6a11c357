"""Pages of people and organisations."""

from django.shortcuts import get_object_or_404, render

from people.models import Organisation, Person


def people(request):
    """People from A to Z."""
    return render(request, "people/people.html", {"people": Person.objects.listed().in_order()})


def person(request, slug):
    """One person."""
    return render(request, "people/person.html", {"person": get_object_or_404(Person.objects.visible(), slug=slug)})


def person_quotes(request, slug):
    """All quotes of a person."""
    return render(request, "people/person_quotes.html", {"person": get_object_or_404(Person.objects.visible(), slug=slug)})


def organisations(request):
    """All organisations."""
    return render(request, "people/organisations.html", {"organisations": Organisation.objects.listed().in_order()})


def organisation(request, slug):
    """One organisation."""
    return render(
        request, "people/organisation.html", {"organisation": get_object_or_404(Organisation.objects.visible(), slug=slug)}
    )
