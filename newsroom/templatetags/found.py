"""What search pages may do with what was found: mark the words asked for, show the passage around them."""

from django import template

from newsroom import search

register = template.Library()
register.filter("marked", search.mark)
register.filter("passage", search.passage)
