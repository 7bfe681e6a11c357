"""What search pages may do with what was found: mark the words asked for, show the passage around them."""

from django import template

from newsroom.search import marking

register = template.Library()
register.filter("marked", marking.mark)
register.filter("passage", marking.passage)
