"""Addresses of the API."""

from django.urls import include, path
from rest_framework.routers import SimpleRouter

from articles.api import Articles, Corrections, Quotes, Sections, Topics
from newsroom.api import views
from people.api import Organisations, People, Roles

router = SimpleRouter()
router.register("articles", Articles, "api-article")
router.register("people", People, "api-person")
router.register("organisations", Organisations, "api-organisation")
router.register("roles", Roles, "api-role")
router.register("quotes", Quotes, "api-quote")
router.register("sections", Sections, "api-section")
router.register("topics", Topics, "api-topic")
router.register("corrections", Corrections, "api-correction")

urlpatterns = [
    path("", views.api_root, name="api_root"),
    path("", include(router.urls)),
    path("schema/", views.api_schema, name="api_schema"),
    path("docs/", views.api_docs, name="api_docs"),
]
