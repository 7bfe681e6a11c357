"""The desk as a test uses it: opens a page, changes fields of its form, presses a button."""

from html.parser import HTMLParser


class _Form(HTMLParser):
    """The successful controls of one form, as a browser would send them."""

    def __init__(self, form_id):
        super().__init__()
        self.form_id, self.inside, self.data = form_id, False, {}
        self.select = self.textarea = None

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form":
            self.inside = attrs.get("id") == self.form_id
        if not self.inside:
            return
        name, kind = attrs.get("name"), attrs.get("type", "text")
        if tag == "select":
            self.select = name
        elif tag == "option" and "selected" in attrs:
            self._add(self.select, attrs.get("value", ""))
        elif tag == "textarea":
            self.textarea = name
            self.data[name] = ""
        elif tag == "input" and name and _is_sent(kind, attrs):
            self._add(name, attrs.get("value", "on" if kind == "checkbox" else ""))

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "form"
        if tag == "textarea":
            self.textarea = None
        if tag == "select":
            self.select = None

    def handle_data(self, data):
        if self.textarea:
            self.data[self.textarea] += data

    def _add(self, name, value):
        held = self.data.get(name)
        self.data[name] = value if held is None else [*(held if isinstance(held, list) else [held]), value]


def _is_sent(kind, attrs):
    return "checked" in attrs if kind in {"checkbox", "radio"} else kind not in {"submit", "button", "file"}


def fields(response, form_id):
    """What a browser would send for the form `form_id` of a page, by name; lists for several values."""
    form = _Form(form_id)
    form.feed(response.content.decode())
    assert form.data, f"no form {form_id} on the page"
    # A browser drops the line break after <textarea>, which Django prints.
    return {
        name: value.removeprefix("\r\n").removeprefix("\n") if isinstance(value, str) else value
        for name, value in form.data.items()
    }


def address(record, page="change"):
    """The address of a record's page at the desk."""
    return f"/admin/{record._meta.app_label}/{record._meta.model_name}/{record.pk}/{page}/"


def opened(client, record):
    """The fields of the record's form as an editor has it open."""
    return fields(client.get(address(record)), f"{record._meta.model_name}_form")


def saved(client, record, data, button="_continue", **changes):
    """The answer to sending an open form with these changes; names of inline fields are written with `__` for `-`."""
    changes = {name.replace("__", "-"): value for name, value in changes.items()}
    return client.post(address(record), {**data, **changes, button: "1"}, follow=True)


def errors(response):
    """All that the page says is wrong, as one text; empty when it was saved."""
    context = response.context
    if "adminform" not in context or not context["errors"]:
        return ""
    forms = [
        context["adminform"].form,
        *(form for rows in context["inline_admin_formsets"] for form in rows.formset.forms),
    ]
    sets = [str(rows.formset.non_form_errors()) for rows in context["inline_admin_formsets"]]
    return " ".join([str(form.errors) for form in forms] + sets)


def seen(client, record):
    """What the list of the desk sends along with a row chosen there, as a browser would."""
    page = client.get(f"/admin/{record._meta.app_label}/{record._meta.model_name}/")
    sent = fields(page, "changelist-form")
    return {name: value for name, value in sent.items() if name == f"seen:{record.pk}"}


def acted(client, record, page, form_id, **data):
    """The answer to a form of a page of its own, opened and sent with these fields."""
    return client.post(
        address(record, page), {**fields(client.get(address(record, page)), form_id), **data}, follow=True
    )
