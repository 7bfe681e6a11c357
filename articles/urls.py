"""Addresses of articles, sections, topics, quotes, corrections and previews."""

from django.urls import path

from articles import views

urlpatterns = [
    path("articles/", views.articles, name="articles"),
    path("articles/<str:slug>/", views.article, name="article"),
    path("sections/<str:slug>/", views.section, name="section"),
    path("topics/<str:slug>/", views.topic, name="topic"),
    path("quotes/<int:pk>/", views.quote, name="quote"),
    path("corrections/", views.corrections, name="corrections"),
    path("preview/<slug:token>/", views.preview, name="preview"),
]
