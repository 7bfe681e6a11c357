"""Addresses of articles, sections, topics, quotes, corrections and previews."""

from django.urls import path, register_converter

from articles import cards, converters, embeds, images, views

register_converter(converters.FourDigits, "yyyy")
register_converter(converters.TwoDigits, "mm")

urlpatterns = [
    path("articles/", views.articles, name="articles"),
    path("articles/<yyyy:year>/", views.articles_of_year, name="articles_of_year"),
    path("articles/<yyyy:year>/<mm:month>/", views.articles_of_month, name="articles_of_month"),
    path("articles/<str:slug>/", views.article, name="article"),
    path("articles/<str:slug>/embed/", embeds.article_embed, name="article_embed"),
    path("sections/<str:slug>/", views.section, name="section"),
    path("topics/<str:slug>/", views.topic, name="topic"),
    path("quotes/<int:pk>/", views.quote, name="quote"),
    path("quotes/<int:pk>/card.png", cards.quote_card, name="quote_card"),
    path("quotes/<int:pk>/embed/", embeds.quote_embed, name="quote_embed"),
    path("corrections/", views.corrections, name="corrections"),
    path("images/<slug:digest>/<str:name>", images.image, name="image"),
    path("preview/<slug:token>/images/<slug:digest>/<str:name>", images.preview_image, name="preview_image"),
    path("preview/<slug:token>/", views.preview, name="preview"),
]
