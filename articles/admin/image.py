"""Images at the desk: uploaded with what is said of them, found again, and shown in pickers."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.html import format_html, format_html_join

from articles import picturing
from articles.models import Image
from articles.workflow import Act, may
from newsroom.lib.desk import USES_SHOWN, Desk
from newsroom.lib.guarded_forms import GuardedForm
from newsroom.lib.pictures import FORMATS, MOST_BYTES, NotAPictureError

ACCEPTED = ",".join(f"image/{kind.lower()}" for kind in FORMATS)
FILE_HELP = (
    f"JPEG, PNG, WebP, AVIF or GIF, at most {MOST_BYTES // 1_000_000} MB. It is turned upright and made into several "
    "sizes; where and with what it was taken is removed. Of an animation the first picture is kept."
)


class ImageForm(GuardedForm):
    """An image. What was uploaded before the form was sent back for another field need not be uploaded again."""

    upload = forms.FileField(
        label="Picture",
        required=False,
        help_text=FILE_HELP,
        widget=forms.FileInput(attrs={"accept": ACCEPTED, "data-preview": MOST_BYTES}),
    )
    kept = forms.CharField(required=False, widget=forms.HiddenInput)
    # What the desk made of the upload before: a picture stored, or the reason why not.
    uploaded, refused = None, ""

    class Meta:
        model = Image
        fields = ()
        widgets = {
            "alt": forms.Textarea(attrs={"rows": 2, "maxlength": 400}),
            "caption": forms.Textarea(attrs={"rows": 2, "maxlength": 500}),
        }

    def __init__(self, data=None, *args, **kwargs):
        if data is not None and self.uploaded:
            data = data.copy()
            data["kept"] = self.uploaded.token
        super().__init__(data, *args, **kwargs)
        stored = self.uploaded or (data and picturing.of_token(data.get("kept", "")))
        self.uploaded = stored or None
        if self.uploaded and "upload" in self.fields:
            self.fields["upload"].help_text = f"The picture is here; choose another one to replace it. {FILE_HELP}"

    def clean(self):
        cleaned = super().clean()
        if self.instance.pk is None:
            self._take_picture()
        return cleaned

    def _take_picture(self):
        if self.refused:
            self.add_error("upload", self.refused)
        elif self.uploaded is None:
            self.add_error("upload", "Choose a picture.")
        elif twin := self.uploaded.twin:
            link = format_html('<a href="{}">{}</a>', f"../{twin.pk}/change/", twin)
            self.add_error("upload", format_html("This very picture is here already: {}.", link))
        else:
            for name, value in self.uploaded._asdict().items():
                setattr(self.instance, name, value)


@admin.register(Image)
class ImageDesk(Desk):
    form = ImageForm
    list_display = ["thumbnail", "said", "credit", "size", "made"]
    list_display_links = ["thumbnail", "said"]
    search_fields = ["alt"]
    search_help_text = "Words of the alternative text, the caption or the credit."
    ordering = ["-pk"]
    readonly_fields = ["preview", "used_in"]

    class Media:
        css = {"all": ["css/pictures.css"]}
        js = ["js/images.js"]

    def get_fieldsets(self, request, obj=None):
        file = ["preview", "used_in"] if obj else ["upload", "kept"]
        return [
            (None, {"fields": file}),
            ("For those who cannot see it", {"fields": ["alt", "decorative"]}),
            ("Under it", {"fields": ["caption", "credit", "source_url"]}),
            ("In lists", {"fields": ["focus"], "classes": ["collapse"]}),
        ]

    def get_urls(self):
        thumbnail = self.admin_site.admin_view(self.thumbnail_of)
        return [path("<int:pk>/thumbnail/", thumbnail, name="articles_image_thumbnail"), *super().get_urls()]

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """The form; pictures are made before it is looked at, for that takes seconds in which others want to save."""
        request.uploaded, request.refused = None, ""
        upload = request.FILES.get("upload") if request.method == "POST" and object_id is None else None
        if upload:
            if not self.has_add_permission(request):
                raise PermissionDenied
            try:
                request.uploaded = picturing.store(upload.read(MOST_BYTES + 1))
            except NotAPictureError as error:
                request.refused = f"“{upload.name}” {error}."
        return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.uploaded, form.refused = getattr(request, "uploaded", None), getattr(request, "refused", "")
        return form

    def has_change_permission(self, request, obj=None):
        """What is said of an image that readers see shows at once, so it takes the right to publish."""
        allowed = super().has_change_permission(request, obj)
        return allowed and (not (obj and obj.is_published) or may(request.user, Act.PUBLISH))

    def delete_queryset(self, request, queryset):
        queryset.delete()

    def thumbnail_of(self, request, pk):
        """The way to the smallest file of an image, for pickers, which know its number alone."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return redirect(get_object_or_404(Image, pk=pk).picture.small)

    @property
    def picker_attrs(self):
        """Where the picker's script finds the thumbnail of image 0."""
        return {"data-thumbnails": self.admin_site.reverse("articles_image_thumbnail", 0)}

    def picker_label(self, row):
        return f"{row} · {row.credit}" if row.credit else str(row)

    @admin.display(description="picture")
    def thumbnail(self, image):
        return format_html('<img class="thumbnail" src="{}" alt="" loading="lazy">', image.picture.small)

    @admin.display(description="shows", ordering="alt")
    def said(self, image):
        return str(image)

    @admin.display(description="size")
    def size(self, image):
        return f"{image.width} × {image.height}"

    @admin.display(description="uploaded", ordering="created_at")
    def made(self, image):
        return f"{image.created_at:%-d %b %Y}"

    @admin.display(description="picture")
    def preview(self, image):
        picture = image.picture
        tag = '<img class="picked" src="{}" alt="{}" width="{}" height="{}">'
        return format_html(tag, picture.src, picture.alt, picture.width, picture.height)

    @admin.display(description="used in")
    def used_in(self, image):
        articles = image.articles.defer("body", "body_text", "folded").order_by("-pk")[: USES_SHOWN + 1]
        links = [(self.admin_site.reverse("articles_article_change", each.pk), each) for each in articles[:USES_SHOWN]]
        shown = format_html_join("", '<li><a href="{}">{}</a></li>', links) or "no article yet"
        return format_html('<ul class="uses">{}{}</ul>', shown, " and more" if len(articles) > USES_SHOWN else "")

    def response_add(self, request, obj, post_url_continue=None):
        messages.info(request, "Readers see it once an article that shows it is published.")
        return super().response_add(request, obj, post_url_continue)
