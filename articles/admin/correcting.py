"""Small forms in which an editor puts a suggestion right before accepting it, one for each kind."""

from django import forms

from articles.models import Quote
from newsroom.lib.datefields import PartialDateFormField
from people.models import Role
from people.models.relationship import OTHER_END

NEW = "new"


class CorrectName(forms.Form):
    """Who or what a name means: one of those known, or a new one under this name."""

    who = forms.ChoiceField(label="Who is meant")
    name = forms.CharField(label="Name, if new", max_length=200, required=False)

    def __init__(self, data, one, suggestions, labels):
        known = [one.noun] if one.noun else list(one.candidates)
        super().__init__(
            data, initial={"who": one.noun.pk if one.noun else "" if known else NEW, "name": one.found.name}
        )
        choose = [("", "Choose")] if one.is_ambiguous else []
        nobody = "Somebody new" if one.kind == "person" else "A new organisation"
        self.fields["who"].choices = [
            *choose,
            *((noun.pk, labels.get(noun, str(noun))) for noun in known),
            (NEW, nobody),
        ]
        self.known = {str(noun.pk): noun for noun in known}

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("who") == NEW and not cleaned.get("name"):
            self.add_error("name", "Give a name for the new one.")
        return cleaned

    def choice(self):
        """(True, whom the editor chose, None for a new one)."""
        return True, self.known.get(self.cleaned_data["who"])

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
    former = forms.BooleanField(required=False, label="A former post")

    def __init__(self, data, one, suggestions, labels):
        found = one.found
        initial = {"title": found.title, "organisation": found.organisation, "former": found.former}
        super().__init__(data, initial=initial)


class CorrectRelationship(Correct):
    kind = forms.ChoiceField(choices=[(kind, kind) for kind in OTHER_END])

    def __init__(self, data, one, suggestions, labels):
        super().__init__(data, initial={"kind": one.found.kind if one.found.kind in OTHER_END else "relative"})
        self.fields["kind"].label = f"{one.found.person} is, to {one.found.other}, the"


class CorrectQuote(Correct):
    speaker = forms.ChoiceField()
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
