"""Pages of articles, sections, topics, quotes and corrections."""

from django.shortcuts import get_object_or_404, render

from articles.models import Article, Correction, Quote, Section, Topic


def articles(request):
    """The archive."""
    return render(request, "articles/articles.html", {"articles": Article.objects.published().for_list()})


def article(request, slug):
    """One article."""
    return render(request, "articles/article.html", {"article": get_object_or_404(Article.objects.published(), slug=slug)})


def section(request, slug):
    """The articles of a section."""
    return render(request, "articles/section.html", {"section": get_object_or_404(Section, slug=slug)})


def topic(request, slug):
    """The articles on a topic."""
    return render(request, "articles/topic.html", {"topic": get_object_or_404(Topic, slug=slug)})


def quote(request, pk):
    """One quote."""
    return render(request, "articles/quote.html", {"quote": get_object_or_404(Quote.objects.published(), pk=pk)})


def corrections(request):
    """Every correction."""
    return render(request, "articles/corrections.html", {"corrections": Correction.objects.published()})
