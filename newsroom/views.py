"""Pages of the site as a whole: home."""

from django.shortcuts import render

from articles.models import Article


def home(request):
    """The front page: the latest articles."""
    articles = Article.objects.published().for_list().newest_first()[:12]
    return render(request, "newsroom/home.html", {"articles": articles})
