"""Answers made smaller on their way to browsers."""

from django.middleware.gzip import GZipMiddleware

TEXTS = ("text/", "application/")


class CompressTexts(GZipMiddleware):
    """Compresses pages, feeds and JSON for those who take it; pictures are as small as they get.

    Random bytes in every answer keep its length from telling what stands in it, and forms have a token anew each time.
    """

    def process_response(self, request, response):
        is_text = response.get("Content-Type", "").startswith(TEXTS)
        return super().process_response(request, response) if is_text else response
