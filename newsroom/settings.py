"""Settings of the site, top to bottom; what differs between installations comes from the environment."""

from pathlib import Path

from csp.constants import NONCE, NONE, SELF, UNSAFE_INLINE
from django.core.exceptions import ImproperlyConfigured
from django_prose_editor.config import html_tags
from js_asset import static_lazy

from newsroom.lib import environ, logs

BASE_DIR = Path(__file__).resolve().parent.parent

# --- This installation -----------------------------------------------------------------------------------------------
DEBUG = environ.flag("DEBUG", default=False)
SECRET_KEY = environ.text("SECRET_KEY") or ("for development only" if DEBUG else "")
if not SECRET_KEY:
    raise ImproperlyConfigured("Set SECRET_KEY to a long random text, or DEBUG=1 for development.")
SITE_NAME = environ.text("SITE_NAME", "Newsroom")
SITE_URL = environ.text("SITE_URL", "http://127.0.0.1:8000").rstrip("/")
ALLOWED_HOSTS = environ.words("ALLOWED_HOSTS", "127.0.0.1 localhost [::1]")
CSRF_TRUSTED_ORIGINS = [SITE_URL]
SECURE = SITE_URL.startswith("https://")

# --- Applications ----------------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "newsroom.apps.NewsroomConfig",
    "articles",
    "people",
    "newsroom.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "csp",
    "django_filters",
    "django_prose_editor",
    "rest_framework",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "newsroom.lib.compression.CompressTexts",
    "csp.middleware.CSPMiddleware",
    "newsroom.api.middleware.for_api",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "newsroom.context.site",
            ],
        },
    }
]
# Forms are written with our templates too, the attributes of widgets among them.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- Data ------------------------------------------------------------------------------------------------------------
DATABASES = {"default": environ.database("DATABASE_URL", BASE_DIR / "db.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
if environ.text("REDIS_URL"):
    CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": environ.text("REDIS_URL")}
    }
# A body of 50 MB is refused with a clear answer before it fills the memory; a long article is 100 KB.
DATA_UPLOAD_MAX_MEMORY_SIZE = FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
# The desk shows an article with a hundred quotes in one form.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# --- Language and time: stored in UTC, shown in TIME_ZONE ------------------------------------------------------------
LANGUAGE_CODE = "en-gb"
TIME_ZONE = environ.text("TIME_ZONE", "UTC")
USE_I18N = True
USE_TZ = True

# --- Static files ----------------------------------------------------------------------------------------------------
STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
if not DEBUG:
    STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }

# --- Uploaded images: given out by a view that asks who may see them, never as a folder -------------------------------
MEDIA_ROOT = environ.text("MEDIA_ROOT") or BASE_DIR / "media"

# --- The editor of text at the desk ----------------------------------------------------------------------------------
DJANGO_PROSE_EDITOR_EXTENSIONS = [
    {
        "js": [static_lazy("js/prose.js")],
        # What each may leave in the text is the sanitiser's business (newsroom.lib.html), not the editor's.
        "extensions": dict.fromkeys(
            ["InlineQuotation", "WorkTitle", "Abbreviation", "Languages", "WordLists"], html_tags([])
        ),
    }
]

# --- Security --------------------------------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "base-uri": [NONE],
        "connect-src": [SELF],
        "font-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "img-src": [SELF],
        "manifest-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
    }
}
# What the desk's editor of text needs besides: a nonce for its import map, its one style sheet, and style attributes,
# without which text pasted from Google Docs turns all bold.
DESK_CONTENT_SECURITY_POLICY = {
    "script-src": [NONCE],
    "style-src": ["'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='"],
    "style-src-attr": [UNSAFE_INLINE],
    "img-src": ["data:"],
}
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "newsroom.views.form_too_old"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SECURE_SSL_REDIRECT = SECURE and environ.flag("SECURE_SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE
# Only behind a proxy that sets the header itself and drops what clients send.
if environ.flag("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# --- Reading ---------------------------------------------------------------------------------------------------------
SPACY_MODEL = environ.language_model("SPACY_MODEL")  # of a language model with a second opinion; see docs/reader.md

# --- API -------------------------------------------------------------------------------------------------------------
API_THROTTLE = environ.rate("API_THROTTLE", "600/min")
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "newsroom.api.always_json.AlwaysJSON",
    "DEFAULT_PAGINATION_CLASS": "newsroom.api.paging.KeysetPagination",
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_THROTTLE_CLASSES": ["newsroom.api.throttling.ClientThrottle"],
    "EXCEPTION_HANDLER": "newsroom.api.errors.answer",
    # Which of the addresses in X-Forwarded-For is the client's: none but what a proxy of ours wrote.
    "NUM_PROXIES": 1 if environ.flag("BEHIND_PROXY", default=False) else 0,
    "UNAUTHENTICATED_USER": None,
}

# --- Logs on standard error: a line each, and the traceback of a failure of ours -------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "filters": {"on_one_line": {"()": "django.utils.log.CallbackFilter", "callback": logs.on_one_line}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["on_one_line"]}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
