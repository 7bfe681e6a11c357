"""A noun of the API: a list and one object by its id, both read only."""

from django_filters import FilterSet
from django_filters.rest_framework import DjangoFilterBackend
from rest_framework.exceptions import APIException, NotFound, ValidationError
from rest_framework.viewsets import ReadOnlyModelViewSet

from newsroom.lib.parameters import ID, UNKNOWN


class Asked(DjangoFilterBackend):
    """Reads what the address asks for into `view.asked`; refuses a parameter that is unknown, empty or given twice."""

    def get_filterset_class(self, view, queryset=None):
        return view.parameters_of_one if view.detail else view.parameters_of_list

    def filter_queryset(self, request, queryset, view):
        refuse_unclear(request.query_params, view.known_parameters)
        filterset = self.get_filterset(request, queryset, view)
        refuse(filterset.errors)
        view.asked = filterset.form.cleaned_data
        return filterset.qs


def refuse(errors):
    """Raise the form's errors, if any: NotFound where only records that are not there were asked for."""
    data = errors.get_json_data()
    messages = {name: [error["message"] for error in its] for name, its in data.items()}
    if messages:
        codes = {error["code"] for its in data.values() for error in its}
        raise NotFound(messages) if codes == {UNKNOWN} else ValidationError(messages)


def refuse_unclear(given, known):
    """Raise ValidationError for each parameter of the QueryDict that is not `known`, is empty or stands there twice."""
    errors = {}
    for name, values in given.lists():
        if name not in known:
            errors[name] = ["There is no such parameter here."]
        elif len(values) > 1:
            errors[name] = ["Given more than once."]
        elif not values[0].strip():
            errors[name] = ["Given without a value."]
    if errors:
        raise ValidationError(errors)


class Moved(APIException):
    """Answers for an id whose record was merged into another one: 301 to the object at `address`."""

    status_code = 301

    def __init__(self, address):
        super().__init__("It was merged into another one.")
        self.address = address


class Resource(ReadOnlyModelViewSet):
    """Base of all nouns. A subclass gives `list_queryset` and `detail_queryset`, both through the gate.

    `order` names the columns of the list's unique order as `keyset.page` takes it; `orders` maps the values of the
    parameter `ordering` to others, where the list has that parameter.
    """

    filter_backends = [Asked]
    parameters_of_list = parameters_of_one = FilterSet
    detail_serializer_class = None
    order = ("pk",)
    orders = {}

    def get_queryset(self):
        return self.detail_queryset() if self.detail else self.list_queryset()

    def detail_queryset(self):
        return self.list_queryset()

    def get_object(self):
        pk = self.kwargs["pk"]
        visible = self.filter_queryset(self.get_queryset())
        found = visible.filter(pk=pk).first() if ID.fullmatch(pk) else None
        if found is None:
            raise self.absence(pk)
        return found

    def absence(self, pk):
        """The exception that answers for an id readers do not see; a noun that goes away says so here."""
        rows = self.get_queryset()
        kept = rows.at_id(pk) if hasattr(rows, "at_id") and ID.fullmatch(pk) else None
        if kept:
            query = self.request.META.get("QUERY_STRING")
            address = self.reverse_action("detail", [kept.pk])
            return Moved(f"{address}?{query}" if query else address)
        return NotFound({"id": [f"There is no {self.get_queryset().model._meta.verbose_name} “{pk}”."]})

    def get_serializer_class(self):
        return self.detail_serializer_class if self.detail and self.detail_serializer_class else self.serializer_class

    def get_serializer(self, *args, **kwargs):
        serializer = super().get_serializer(*args, **kwargs)
        keep_asked(getattr(serializer, "child", serializer).fields, self.request.query_params.get("fields"))
        return serializer

    @property
    def known_parameters(self):
        """The names of all parameters this list or object takes, sorted."""
        own = self.parameters_of_one if self.detail else self.parameters_of_list
        paging = [] if self.detail else self.paginator.parameters(self)
        return sorted({"fields", *own.base_filters, *paging})


def keep_asked(fields, asked):
    """Drop the serializer's fields that `asked` ("id,name") does not name, if it names any; refuse one that is none."""
    if not asked:
        return
    names = {name.strip() for name in asked.split(",")}
    unknown = sorted(names - set(fields))
    if unknown:
        raise ValidationError({"fields": [f"There is no field “{unknown[0]}” here, only {', '.join(fields)}."]})
    for name in set(fields) - names:
        del fields[name]
