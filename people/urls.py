"""Addresses of people and organisations."""

from django.urls import path

from people import views

urlpatterns = [
    path("people/", views.people, name="people"),
    path("people/<str:slug>/", views.person, name="person"),
    path("people/<str:slug>/quotes/", views.person_quotes, name="person_quotes"),
    path("organisations/", views.organisations, name="organisations"),
    path("organisations/<str:slug>/", views.organisation, name="organisation"),
]
