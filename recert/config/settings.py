"""Every setting of an installation; what may differ from one to the next comes from the environment."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from recert.config import database
from recert.config.address import address_from
from recert.config.folder import DATABASE_FILE, JOBS_FILE, default_folder, kept_key
from recert.config.incoming import incoming_from
from recert.config.outgoing import outgoing_from

database.use_a_sound_sqlite()

import sqlite3  # noqa: E402 -- after the swap above

from csp.constants import NONCE, NONE, SELF  # noqa: E402 -- it loads Django, which loads SQLite

PACKAGE = Path(__file__).parents[1]
PAGES = sorted(folder for folder in (PACKAGE / "web").glob("*") if folder.is_dir())
DATA = default_folder()
ADDRESS = address_from(os.environ)
DEBUG = os.environ.get("RECERT_DEBUG") == "1"

# Without a kept key every process would sign with its own; wsgi.py and the checks refuse to serve like that.
SECRET_KEY = os.environ.get("RECERT_SECRET_KEY") or kept_key(DATA) or secrets.token_urlsafe(64)
SECRET_KEY_FALLBACKS = [key for key in os.environ.get("RECERT_OLD_SECRET_KEYS", "").split(",") if key]
SECRET_KEY_IS_KEPT = bool(os.environ.get("RECERT_SECRET_KEY") or kept_key(DATA))

ALLOWED_HOSTS = list(ADDRESS.hosts)
CSRF_TRUSTED_ORIGINS = [ADDRESS.url]
ROOT_URLCONF = "recert.config.urls"
WSGI_APPLICATION = "recert.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "recert.records",
    "recert.config.apps.Config",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "huey.contrib.djhuey",
    *(["recert.jobs"] if (PACKAGE / "jobs" / "__init__.py").exists() else []),
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "recert.config.middleware.PersonMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

# A page brings its own templates, static files and template tags, and needs no entry anywhere but in urls.py.
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [page / "templates" for page in PAGES if (page / "templates").is_dir()],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "csp.context_processors.nonce",
            ],
            "libraries": {
                tags.stem: f"recert.web.{page.name}.templatetags.{tags.stem}"
                for page in PAGES
                for tags in sorted(page.glob("templatetags/[a-z]*.py"))
            },
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

STATIC_URL = "static/"
STATICFILES_DIRS = [page / "static" for page in PAGES if (page / "static").is_dir()]
STATIC_ROOT = os.environ.get("RECERT_STATIC_ROOT")
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 300

DATABASES = {
    "default": database.database_settings(
        os.environ.get("DATABASE_URL"), default=DATA / DATABASE_FILE, version=sqlite3.sqlite_version_info
    )
}
# Rate limits must hold across the workers, so they are counted where all workers look.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "recert_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    # What a process may forget at any time: parts of pages, named by all they depend on.
    "memory": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "parts of pages",
        "OPTIONS": {"MAX_ENTRIES": 2_000},
    },
}
HUEY = database.queue(DATA / JOBS_FILE, sqlite3.sqlite_version_info)

AUTH_USER_MODEL = "records.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "recert.config.passwords.LongEnough"},
    {"NAME": "recert.config.passwords.HardToGuess"},
]

ACCOUNT_ADAPTER = "recert.config.accounts.Accounts"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if ADDRESS.encrypted else "http"
ACCOUNT_RATE_LIMITS = {
    "check": "30/m/ip",
    "operator_start": "10/m/ip",
    "import": "20/m/user",
    "upload": "120/m/user",
    "ask": "30/h/ip",
}
ALLAUTH_TRUSTED_PROXY_COUNT = ADDRESS.proxies
MFA_FORMS = {"add_webauthn": "recert.web.account.forms.AddPasskeyForm"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_TOTP_ISSUER = "Recert"
MFA_TOTP_TOLERANCE = 1
OPERATOR_NEEDS_SECOND_STEP = ADDRESS.encrypted

SESSION_COOKIE_NAME = f"{ADDRESS.cookie_prefix}session"
CSRF_COOKIE_NAME = f"{ADDRESS.cookie_prefix}csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ADDRESS.encrypted
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 30 * 24 * 60 * 60
CSRF_FAILURE_VIEW = "recert.config.errors.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

SECURE_SSL_REDIRECT = ADDRESS.encrypted
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ADDRESS.proxies else None
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 60 * 60 if ADDRESS.encrypted else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = ADDRESS.encrypted
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}

EMAIL_BACKEND = "recert.config.mail.KeepingBackend"
EMAIL_OUTGOING = outgoing_from(os.environ.get("EMAIL_URL"))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = os.environ.get("RECERT_MAIL_FROM", "Recert <recert@localhost>")
EMAIL_TIMEOUT = 20
IMPORT_MAIL = incoming_from(os.environ.get("IMPORT_MAIL"))
FEED_HOSTS = frozenset(os.environ.get("RECERT_FEED_HOSTS", "").lower().replace(",", " ").split())

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Español")]
LOCALE_PATHS = [PACKAGE / "locale"]
FORMAT_MODULE_PATH = ["recert.config.formats"]
TIME_ZONE = "UTC"
USE_TZ = True

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"huey": {"level": "WARNING"}, "django.request": {"level": "ERROR"}},
}
