"""Every address of the site."""

from django.contrib import admin
from django.urls import include, path
from django.views.decorators.http import conditional_page

from newsroom import feeds, oembed, sitemaps, views

handler400 = "newsroom.views.bad_request"

urlpatterns = [
    path("", views.home, name="home"),
    path("search/", views.search, name="search"),
    path("search/suggest/", views.suggestions, name="suggestions"),
    path("", include("articles.urls")),
    path("", include("people.urls")),
    path("feed/", conditional_page(feeds.SiteFeed()), name="feed"),
    path("sections/<str:slug>/feed/", conditional_page(feeds.SectionFeed()), name="section_feed"),
    path("topics/<str:slug>/feed/", conditional_page(feeds.TopicFeed()), name="topic_feed"),
    path("people/<str:slug>/feed/", conditional_page(feeds.PersonFeed()), name="person_feed"),
    path("organisations/<str:slug>/feed/", conditional_page(feeds.OrganisationFeed()), name="organisation_feed"),
    path("sitemap.xml", conditional_page(sitemaps.index), name="sitemap"),
    path("sitemap-<str:part>-<int:number>.xml", conditional_page(sitemaps.file), name="sitemap_file"),
    path("sitemap-news.xml", conditional_page(sitemaps.news), name="sitemap_news"),
    path("oembed/", conditional_page(oembed.oembed), name="oembed"),
    path("robots.txt", views.robots, name="robots"),
    path("healthz", views.healthz, name="healthz"),
    path("api/v1/", include("newsroom.api.urls")),
    path("admin/", admin.site.urls),
]
