"""The files of images: to everybody while a published article shows the image, to editors, and with a preview."""

from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import conditional_page

from articles.models import Image, PreviewLink

# The name tells the content, so browsers need not ask again; caches that many share ask once a day, for an image may
# be taken from readers.
PUBLIC = "public, max-age=31536000, s-maxage=86400, immutable"
PRIVATE = "private, no-cache"


@conditional_page
def image(request, digest, name):
    """A file of an image; for those who may not see it there is none."""
    shown = Image.objects.published().filter(digest=digest).first()
    if shown:
        return file_of(shown, name, PUBLIC)
    if not request.user.has_perm("articles.view_image"):
        raise Http404("There is no such image.")
    return file_of(get_object_or_404(Image, digest=digest), name, PRIVATE)


@conditional_page
def preview_image(request, token, digest, name):
    """A file of the image of an article that is previewed, for whoever holds a working link to it."""
    link = get_object_or_404(PreviewLink.objects.working().select_related("article__pending"), token=token)
    article = link.article
    ids = {article.image_id, article.pending and article.pending.content.get("image")} - {None}
    return file_of(get_object_or_404(Image, pk__in=ids, digest=digest), name, PRIVATE)


def file_of(image, name, caching):
    """The response with a file of the image. Raises Http404 where it has none of this name."""
    try:
        with default_storage.open(image.picture.path(name)) as file:
            data = file.read()
    except (ValueError, FileNotFoundError):
        raise Http404(f"The image has no file “{name}”.") from None
    kind = name.rpartition(".")[2]
    return HttpResponse(data, content_type=f"image/{kind}", headers={"Cache-Control": caching})
