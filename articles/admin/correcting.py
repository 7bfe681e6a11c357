"""Small forms in which an editor puts a suggestion right before accepting it, one for each kind."""

import re

from django import forms
from django.db.models import Model

from articles.models import Quote
from newsroom.lib.datefields import PartialDateFormField
from people.models import Organisation, Person, Role
from people.models.relationship import OTHER_END

NEW = "new"
KNOWN = re.compile(r"known:(\w+):([0-9]{1,18})")


class OneOf(forms.ChoiceField):
    """One of the choices as text, or a row of one of `models`, which a script finds by searching: "known:person:12"."""

    def __init__(self, *models, **kwargs):
        super().__init__(**kwargs)
        self.models = {model._meta.model_name: model for model in models}
        self.widget.attrs["data-search"] = " ".join(self.models)

    def to_python(self, value):
        found = KNOWN.fullmatch(str(value))
        if found and found[1] in self.models:
            return self.models[found[1]]._base_manager.filter(pk=found[2]).first() or value
        return super().to_python(value)

    def valid_value(self, value):
        return isinstance(value, Model) or super().valid_value(value)


class CorrectName(forms.Form):
    """Who or what a name means: one of those known, or a new one under this name."""

    who = OneOf()
    name = forms.CharField(label="Name, if new", max_length=200, required=False)

    def __init__(self, data, one, suggestions, labels):
        known = [one.noun] if one.noun else list(one.candidates)
        model = Person if one.kind == "person" else Organisation
        super().__init__(
            data, initial={"who": one.noun.pk if one.noun else "" if known else NEW, "name": one.found.name}
        )
        choose = [("", "Choose")] if one.is_ambiguous else []
        nobody = "Somebody new" if one.kind == "person" else "A new organisation"
        offered = [*choose, *((noun.pk, labels.get(noun, str(noun))) for noun in known), (NEW, nobody)]
        self.fields["who"] = OneOf(model, choices=offered, label="Who is meant")
        self.known = {str(noun.pk): noun for noun in known}

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("who") == NEW and not cleaned.get("name"):
            self.add_error("name", "Give a name for the new one.")
        return cleaned

    def choice(self):
        """(True, whom the editor chose, None for a new one)."""
        who = self.cleaned_data["who"]
        return True, who if isinstance(who, Model) else self.known.get(who)

    def corrected(self):
        """What was put right, as `accepting.take` reads it."""
        return {"name": self.cleaned_data["name"]} if self.cleaned_data["who"] == NEW else {}


class Correct(forms.Form):
    """Base of those that choose nobody."""

    def choice(self):
        """(False, None): nobody is chosen."""
        return False, None

    def corrected(self):
        """What was put right, as `accepting.take` reads it."""
        return self.cleaned_data


class CorrectRole(Correct):
    title = forms.CharField(max_length=Role._meta.get_field("title").max_length)
    organisation = forms.CharField(max_length=250, required=False)
    which = OneOf(Organisation, choices=[("", "By the name above")], required=False, label="Which one")
    former = forms.BooleanField(required=False, label="A former post")

    def __init__(self, data, one, suggestions, labels):
        found = one.found
        initial = {"title": found.title, "organisation": found.organisation, "former": found.former}
        super().__init__(data, initial=initial)

    def corrected(self):
        """With the Organisation itself where one was picked."""
        cleaned = dict(self.cleaned_data)
        which = cleaned.pop("which")
        return cleaned | ({"organisation": which} if which else {})


class CorrectRelationship(Correct):
    kind = forms.ChoiceField(choices=[(kind, kind) for kind in OTHER_END])

    def __init__(self, data, one, suggestions, labels):
        super().__init__(data, initial={"kind": one.found.kind if one.found.kind in OTHER_END else "relative"})
        self.fields["kind"].label = f"{one.found.person} is, to {one.found.other}, the"


class CorrectQuote(Correct):
    speaker = OneOf(Person, Organisation)
    attribution = forms.CharField(max_length=400, required=False, help_text="For a speaker without a name.")
    kind = forms.ChoiceField(choices=Quote.Kind)
    venue = forms.CharField(max_length=200, required=False)
    said_on = PartialDateFormField(required=False)

    def __init__(self, data, one, suggestions, labels):
        found, said = one.found, one.found.speaker
        names = [(each.key, each.found.name) for each in [*suggestions.people, *suggestions.organisations]]
        kinds = [kind for kind in Quote.SpeakerKind.choices if kind[0] in {"anonymous", "several", "unknown"}]
        spoken = f"{said.kind}:{said.name}" if said and said.name else said.kind if said else "unknown"
        initial = {"speaker": spoken if spoken in dict(names + kinds) else "unknown", "kind": found.kind}
        initial |= {"attribution": said.text if said and not said.name else "", "said_on": found.said_on or ""}
        super().__init__(data, initial=initial | {"venue": labels.get("venue", "")})
        self.fields["speaker"].choices = [*names, *kinds]

    def corrected(self):
        cleaned = self.cleaned_data
        return {**cleaned, "said_on": cleaned["said_on"] or None}


# The name of each form's inputs on a page that has others.
IDS = "correct_%s"
FORMS = {
    "person": CorrectName,
    "organisation": CorrectName,
    "role": CorrectRole,
    "relationship": CorrectRelationship,
    "quote": CorrectQuote,
}
