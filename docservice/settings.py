"""Settings of docservice, read top to bottom; everything comes from the environment with a working default.

``DOCSERVICE_MODE`` is ``development`` (default: one machine, sample office, development PKI), ``test``, or
``production``, in which a missing secret or a development certificate refuses to start (see ``checks.py``).
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

import environ

from docservice.umum import sqlite  # noqa: F401 - puts the repaired SQLite in place before Django looks
from docservice.umum.pki import port_tsa

env = environ.Env()

# --- where we are -------------------------------------------------------------------------------------------
BASE_DIR = Path(__file__).resolve().parent.parent
if os.environ.get("DOCSERVICE_MODE") != "test" and (BASE_DIR / ".env").exists():
    env.read_env(BASE_DIR / ".env")  # the caller's own variables win
MODE = env.str("DOCSERVICE_MODE", "development")
PRODUCTION = MODE == "production"
DEBUG = False
VAR_DIR = Path(env.str("VAR_DIR", str(BASE_DIR / "var"))).resolve()
VERSION = "0.1.0"

# --- secrets and addresses ----------------------------------------------------------------------------------
DEVELOPMENT_SECRET = "pengembangan-" + "0" * 50
SECRET_KEY = env.str("SECRET_KEY", "" if PRODUCTION else DEVELOPMENT_SECRET) or "-"
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
"""Earlier keys: sessions, links and the secrets of second factors made under them still hold."""
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[] if PRODUCTION else ["*"])
PUBLIC_URL = env.str("PUBLIC_URL", "http://127.0.0.1:8000").rstrip("/")
"""Where /cek/<token> is reached from outside; printed in every QR."""
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[PUBLIC_URL])

# --- the house ----------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "rest_framework",
    "drf_spectacular",
    "docservice.umum",
    "docservice.audit",
    "docservice.antrean",
    "docservice.akun",
    "docservice.pegawai",
    "docservice.dokumen",
    "docservice.borongan",
    "docservice.riwayat",
    "docservice.verifikasi",
    "docservice.layanan",
    "docservice.naskah",
    "docservice.pengelola",
    "docservice.rekonsiliasi",
    "docservice.aturan",
    "docservice.arsip",
    "docservice.laporan",
    "docservice.integrasi",
    "docservice.masukan",
    "docservice.beranda",
    "docservice.peragaan",
    # after ours: the pages they bring are ours
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "allauth.usersessions",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "docservice.umum.pemeliharaan.PemeliharaanMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "docservice.akun.middleware.PeranMiddleware",
    "docservice.umum.middleware.KesalahanMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "docservice.akun.sesi.SesiMiddleware",
    "docservice.akun.isian.IsianMiddleware",
    "docservice.umum.hitungan.HitunganMiddleware",
]

ROOT_URLCONF = "docservice.urls"
WSGI_APPLICATION = "docservice.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "docservice.umum.konteks.kerangka",
            ],
            "builtins": ["docservice.umum.templatetags.rupa", "django.templatetags.static"],
        },
    }
]

# --- database: SQLite (WAL) on one machine, PostgreSQL in a cluster -----------------------------------------
DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'db.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"] |= {
        "ENGINE": "docservice.umum.sqlite",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",  # a writer waits at BEGIN instead of failing in the middle
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=20000",
        },
        "TEST": {"NAME": str(VAR_DIR / "uji.sqlite3")},  # a real file: tests meet the same locks as people
    }
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- files: three stores, and only the archive is ever read from --------------------------------------------
STORAGE_URL = env.str("STORAGE_URL", f"file://{VAR_DIR / 'berkas'}")
STORAGE_ENCRYPT = env.str("STORAGE_ENCRYPT", "rahasia")
"""What is encrypted before it is stored: semua, tidak, or rahasia: in the archive class R alone, in all other stores
everything, for what passes through them, lies in quarantine or is drafted may be of any class."""
STORAGE_SECOND_URL = env.str("STORAGE_SECOND_URL", "")
"""A second copy of the stores, as written by ``backup`` or replication: what is damaged is repaired from it."""
FIXITY_DAILY_MB = env.int("FIXITY_DAILY_MB", 20_000)
FIXITY_MB_PER_SECOND = env.int("FIXITY_MB_PER_SECOND", 20)
ACCEL_REDIRECT = env.str("ACCEL_REDIRECT", "")
"""Internal address under which nginx serves the folder of STORAGE_URL: it sends open files, Python only says which."""
ORPHAN_DAYS = env.int("ORPHAN_DAYS", 30)
"""How long bytes in the archive and the quarantine stay that no row knows."""
STORAGE_KEYS = Path(env.str("STORAGE_KEYS", str(VAR_DIR / "kunci-berkas")))
UPLOAD_LIMIT = env.int("UPLOAD_LIMIT_MB", 20) * 1_000_000
UPLOAD_QUOTA = env.int("UPLOAD_QUOTA_MB", 1000) * 1_000_000
"""Of one person: whatever one has sent and nobody has verified yet, and uploads still coming."""
UPLOAD_EXPIRES_HOURS = env.int("UPLOAD_EXPIRES_HOURS", 72)
BULK_LIMIT = env.int("BULK_LIMIT_MB", 2000) * 1_000_000
"""One ZIP of many papers."""
BULK_QUOTA = env.int("BULK_QUOTA_MB", 50_000) * 1_000_000
"""The same as UPLOAD_QUOTA, on top of it, for those who send for a whole office."""
UPLOAD_PAGES = env.int("UPLOAD_PAGES", 300)
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_000_000  # form fields; files are counted by our own handler
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a folder that came in parts is one field for each of its files
FILE_UPLOAD_HANDLERS = ["docservice.dokumen.upload.CountingUploadHandler"]
FILE_UPLOAD_TEMP_DIR = str(VAR_DIR / "sementara")
Path(FILE_UPLOAD_TEMP_DIR).mkdir(parents=True, exist_ok=True)
MINIMUM_FREE_DISK = env.int("MINIMUM_FREE_DISK_MB", 200) * 1_000_000

# --- virus scanner, search, tasks ---------------------------------------------------------------------------
CLAMD_MAX_AGE_DAYS = env.int("CLAMD_MAX_AGE_DAYS", 7 if PRODUCTION else 0)
"""Signatures older than this call nothing clean; 0 asks no date, for the two signatures of development and tests."""
CLAMD_URL = env.str("CLAMD_URL", f"unix://{VAR_DIR / 'clamd' / 'clamd.sock'}")
SEARCH_URL = env.str("SEARCH_URL", f"tantivy://{VAR_DIR / 'indeks'}")
"""tantivy:///folder, or http(s)://[user:password@]host:port[/name] of an Elasticsearch 8 or 9."""
PEMBACA = env.str("PEMBACA", "cepat", choices=["cepat", "tesseract"])
"""``cepat`` (Tesseract's network in our hands, Tesseract itself where a page is no plain print) or ``tesseract``."""
CELERY_BROKER_URL = env.str("CELERY_BROKER_URL", "filesystem://localhost")
QUEUE_LIMIT = env.int("QUEUE_LIMIT", 2000)
"""Unhurried jobs waiting at which bulk uploads pause."""
SECOND_LOOK_RATE = env.float("SECOND_LOOK_RATE", 0.05)
"""Share of verifications that another person looks at again, blind; more for new people and heavy papers."""
VERIFICATION_DAYS = env.int("VERIFICATION_DAYS", 3)
"""Working days within which a paper or a proposal is looked at."""
ISSUER_BASIS = env.bool("ISSUER_BASIS", False)
"""Whether data of the issuing agency (SIASN) may stand for the original in a verification."""
JOB_LEASE_SECONDS = env.int("JOB_LEASE_SECONDS", 30)
JOB_EAGER = env.bool("JOB_EAGER", False)
"""Run jobs in the process that commits them: tests and one-off commands."""

# --- signatures ---------------------------------------------------------------------------------------------
PKI_DIR = Path(env.str("PKI_DIR", str(VAR_DIR / "pki")))
SIGNING_URL = env.str("SIGNING_URL", f"software://{PKI_DIR / 'signers'}")
"""software:///folder, bsre://host[:port][?api=v1&timeout=120&ca=file], or csc://host[:port]/csc/v2[?timeout=60&ca=file].

bsre+http:// and csc+http:// are for an intranet without TLS."""
SIGNING_USER = env.str("SIGNING_USER", "")
SIGNING_PASSWORD = env.str("SIGNING_PASSWORD", "")
"""How the provider knows this application; people's passphrases are never in settings."""
SIGNING_ACCOUNTS = Path(env.str("SIGNING_ACCOUNTS", str(VAR_DIR / "akun-bsre")))
"""``<NIP>.json`` with ``{"nik": "…"}`` (BSrE) or ``{"credential": "…"}`` (CSC), and optionally ``<NIP>.pem``."""
TRUST_DIR = Path(env.str("TRUST_DIR", str(PKI_DIR / "trust")))
TSA_URLS = env.list("TSA_URL", default=[f"http://127.0.0.1:{port_tsa(PKI_DIR) or 8318}/tsa"])
# Naskah as this region sets them; emblems replace the marked stand-ins.
NASKAH_GAYA = env.str("NASKAH_GAYA", "{}")
NASKAH_LAMBANG = {n: env.str(f"NASKAH_LAMBANG_{n.upper()}", "") for n in ("negara", "daerah", "korpri")}
DEVELOPMENT_PASSPHRASE = "rahasia-uji-2026"
"""Passphrase of every development signer and, as `DEVELOPMENT_PASSWORD`, of every sample account."""
DEVELOPMENT_PASSWORD = "contoh-masuk-2026"

# --- people -------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "akun.Pengguna"
AUTHENTICATION_BACKENDS = ["docservice.akun.backends.NipAtauSurelBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.MD5PasswordHasher"
    if MODE == "test"
    else "django.contrib.auth.hashers.ScryptPasswordHasher"
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "beranda:beranda"
MFA_ROLES = env.list(
    "MFA_ROLES",
    default=[
        "administrator",
        "auditor_internal",
        "diskominfo",
        "fasilitator",
        "kepala_bkpsdm",
        "pejabat_penandatangan",
        "ppk",
    ]
    if PRODUCTION
    else [],
)
"""Roles that must hold a second factor before they see anything."""
REAUTH_MINUTES = env.int("REAUTH_MINUTES", 5)
"""How recent the proof of who one is must be before signing, changes of roles and of one's own security."""
SESSION_HOURS = env.int("SESSION_HOURS", 12)
IDLE_MINUTES = env.int("IDLE_MINUTES", 30)
"""After these the screen is locked, not the session ended: nothing typed is lost."""

# Single sign-on of the government (OpenID Connect). It signs in whom we know and never makes an account.
SSO_URL = env.str("SSO_URL", "").rstrip("/")
"""The issuer, such as https://sso.contoh.go.id/realms/asn; empty: no single sign-on."""
SSO_NAME = env.str("SSO_NAME", "SSO Pemerintah Daerah")
SSO_CLIENT_ID = env.str("SSO_CLIENT_ID", "")
SSO_CLIENT_SECRET = env.str("SSO_CLIENT_SECRET", "")
SSO_CLAIM_NIP = env.str("SSO_CLAIM_NIP", "nip")
"""Claim that holds the NIP; only the provider's own administrators may be able to write it. Empty: not used."""
SSO_BY_MAIL = env.bool("SSO_BY_MAIL", True)
"""Whether the office mail, where the provider says it is verified, tells whose account it is."""

ACCOUNT_ADAPTER = "docservice.akun.pintu.Pintu"
ACCOUNT_FORMS = {
    "login": "docservice.akun.forms_masuk.MasukForm",
    "reauthenticate": "docservice.akun.forms_masuk.BuktiSandiForm",
    "change_password": "docservice.akun.forms_masuk.UbahSandiForm",
    "set_password": "docservice.akun.forms_masuk.BuatSandiForm",
    "reset_password": "docservice.akun.forms_masuk.LupaSandiForm",
    "reset_password_from_key": "docservice.akun.forms_masuk.SandiBaruForm",
}
ACCOUNT_LOGIN_METHODS = {"username"}  # NIP or mail: our own backend tells them apart
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = "nip"
ACCOUNT_USER_MODEL_EMAIL_FIELD = "surel"
ACCOUNT_USER_DISPLAY = str
ACCOUNT_EMAIL_VERIFICATION = "none"  # a new office mail is proved by akun/surel.py
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = REAUTH_MINUTES * 60
# A whole office may share one address: these bound a machine that guesses, not a morning's sign-ins.
ACCOUNT_RATE_LIMITS = {
    "login": "120/m/ip",
    "login_failed": "30/m/ip,5/300s/key",
    "login_failed_account": "30/3600s/key",
    "reset_password": "20/m/ip,5/3600s/key",
    "reset_password_from_key": "80/m/ip",  # the link, its page and its form: four for each new password
    "surel_pertama": "40/m/ip",
    "sso": "240/m/ip",  # there and back: twice for each sign-in
    "reauthenticate": "10/m/user",
    "change_password": "5/m/user",
    "manage_email": "5/3600s/user",
}
PASSWORD_RESET_TIMEOUT = 3600
MFA_ADAPTER = "docservice.akun.faktor.Faktor"
MFA_FORMS = {
    "authenticate": "docservice.akun.forms_masuk.KodeForm",
    "reauthenticate": "docservice.akun.forms_masuk.BuktiKodeForm",
    "activate_totp": "docservice.akun.forms_masuk.PasangAplikasiForm",
    "add_webauthn": "docservice.akun.forms_masuk.TambahKunciForm",
    "edit_webauthn": "docservice.akun.forms_masuk.NamaKunciForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"  # finger, face or PIN: the device alone is not the person
MFA_RATE_LIMITS = {"webauthn_login": "120/m/ip"}
MFA_TOTP_ISSUER = "Arsip Kepegawaian"
MFA_TOTP_TOLERANCE = 1  # phones and servers differ by seconds
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION  # http://localhost
SOCIALACCOUNT_ADAPTER = "docservice.akun.sso.Sso"
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "sso",
                "name": SSO_NAME,
                "client_id": SSO_CLIENT_ID,
                "secret": SSO_CLIENT_SECRET,
                # max_age: the provider then says when the person last proved who they are
                "settings": {"server_url": SSO_URL, "auth_params": {"max_age": str(SESSION_HOURS * 3600)}},
            }
        ]
        if SSO_URL
        else [],
    }
}

# --- mail: only what the owner of an account asked for or must know -----------------------------------------
# django-environ strips one slash of the path.
globals().update(env.email_url("EMAIL_URL", default=f"filemail:///{VAR_DIR / 'surel'}"))
DEFAULT_FROM_EMAIL = env.str("MAIL_FROM", "Arsip Kepegawaian <arsip@localhost>")
EMAIL_TIMEOUT = 20
MAIL_DOMAINS = env.list("MAIL_DOMAINS", default=[])
"""Where an office mail may be, such as contoh.go.id; empty: anywhere."""

# --- sessions, cookies, headers -----------------------------------------------------------------------------
SESSION_COOKIE_AGE = SESSION_HOURS * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_COOKIES = env.bool("SECURE_COOKIES", PRODUCTION)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_COOKIES
SESSION_COOKIE_NAME = "__Host-sesi" if SECURE_COOKIES else "sesi"
CSRF_COOKIE_NAME = "__Host-csrf" if SECURE_COOKIES else "csrf"
CSRF_FAILURE_VIEW = "docservice.umum.galat.csrf_gagal"
SECURE_HSTS_SECONDS = 31536000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", PRODUCTION)
BEHIND_PROXY = env.bool("BEHIND_PROXY", False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "blob:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'", *({"{0.scheme}://{0.netloc}".format(urlsplit(SSO_URL))} if SSO_URL else ())],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
        "frame-ancestors": ["'none'"],
        "manifest-src": ["'self'"],
    }
}

# --- language and time --------------------------------------------------------------------------------------
LANGUAGE_CODE = "id"
USE_I18N = True
USE_TZ = True
TIME_ZONE = env.str("TIME_ZONE", "Asia/Jakarta")
"""The region's zone (WIB, WITA or WIT); rows hold UTC."""
REGION_NAME = env.str("REGION_NAME", "Provinsi Kepulauan Contoh")

# --- static files -------------------------------------------------------------------------------------------
STATIC_URL = "/statis/"
STATIC_ROOT = VAR_DIR / "statis"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": VAR_DIR / "berkas"},
    },
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if MODE != "test"
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = MODE == "test"
# Found when asked for: a test's client would otherwise list every file of every app before its first page.
WHITENOISE_AUTOREFRESH = MODE == "test"
CACHES = {
    "default": env.cache_url("CACHE_URL", default=f"filecache://{VAR_DIR / 'cache'}"),
    "proses": {  # counts of one process, for seconds: never what another process has to know
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 2_000},
    },
}
# Django forgets a third of the cache beyond 300 entries: counters of wrong guesses must not be among them.
if CACHES["default"]["BACKEND"].endswith("FileBasedCache"):
    CACHES["default"]["OPTIONS"] = {"MAX_ENTRIES": 5_000}

# --- API ----------------------------------------------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["docservice.akun.token.TokenAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["docservice.akun.token.Bercakupan"],
    "DEFAULT_PARSER_CLASSES": ["docservice.umum.api.Json"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_THROTTLE_CLASSES": ["docservice.akun.token.LajuToken"],
    "DEFAULT_THROTTLE_RATES": {
        "token": "20/min",
        "per_token": "600/min",
        "cek": "60/min",
        "cek_berkas": "10/min",
        "lapor": "5/hour",
        "statistik": "60/min",
        "skema": "20/min",
    },
    # Without this the address would be whatever the caller writes into X-Forwarded-For.
    "NUM_PROXIES": int(BEHIND_PROXY),
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "docservice.umum.api.exception_handler",
    "UNAUTHENTICATED_USER": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Arsip Kepegawaian",
    "DESCRIPTION": "Arsip kepegawaian digital dan tanda tangan elektronik: semua yang dapat dilakukan di halaman.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "SERVE_AUTHENTICATION": [],
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "COMPONENT_SPLIT_REQUEST": True,
    "TAGS": [
        {"name": "akun", "description": "Siapa saya, token, dan kabar untuk saya."},
        {"name": "pegawai", "description": "Pegawai yang boleh saya lihat."},
        {"name": "dokumen", "description": "Arsip dokumen: unggah, lihat, unduh."},
        {"name": "riwayat", "description": "Riwayat kepegawaian: usulan, pemeriksaan, validasi."},
        {"name": "verifikasi", "description": "Meja kerja fasilitator: membandingkan berkas dengan aslinya."},
        {"name": "layanan", "description": "Layanan kepegawaian, pemeriksaan syarat, dan permohonan."},
        {"name": "naskah", "description": "Penyusunan, paraf, dan tanda tangan elektronik SK."},
        {"name": "pengelola", "description": "Peran: usul, penetapan, pakta integritas, pembekuan, peninjauan."},
        {"name": "aturan", "description": "Aturan jenis dokumen dan layanan: versi, perubahan, penetapan."},
        {"name": "rekonsiliasi", "description": "Perbandingan dengan data BKN: perbedaan, putusan, hasil."},
        {"name": "cek", "description": "Periksa keaslian dokumen; terbuka untuk siapa saja."},
        {"name": "arsip", "description": "Pencarian di arsip."},
        {"name": "laporan", "description": "Laporan untuk petugas."},
        {"name": "masukan", "description": "Usul pengembangan dan permintaan bantuan."},
        {"name": "statistik", "description": "Statistik terbuka; hanya jumlah, tanpa data perorangan."},
    ],
    "ENUM_NAME_OVERRIDES": {
        "StatusBerkas": "docservice.dokumen.status.StatusBerkas",
        "StatusDokumen": "docservice.dokumen.status.StatusDokumen",
        "StatusRiwayat": "docservice.riwayat.status.StatusRiwayat",
        "StatusPermohonan": "docservice.layanan.status.StatusPermohonan",
        "StatusNaskah": "docservice.naskah.status.StatusNaskah",
        "StatusPengangkatan": "docservice.pengelola.status.StatusPengangkatan",
        "KodeJenisRiwayat": "docservice.riwayat.models.pilihan_jenis",
        "KodeJenisRahasia": "docservice.riwayat.models_rahasia.pilihan_rahasia",
        "StatusRahasia": "docservice.riwayat.status.StatusRahasia",
        "PeristiwaUnitJenis": "docservice.pegawai.models.PeristiwaUnit.Jenis",
        "StatusPembekuan": "docservice.pengelola.status.StatusPembekuan",
        "StatusRekonsiliasi": "docservice.rekonsiliasi.status.StatusRekonsiliasi",
        "StatusBeda": "docservice.rekonsiliasi.status.StatusBeda",
        "PutusanPeninjauan": "docservice.pengelola.models.ButirPeninjauan.Putusan",
        "PutusanKeberatan": "docservice.layanan.models_bicara.Keberatan.Putusan",
        "KodeAlasanPermohonan": "docservice.layanan.status.KodeAlasan",
        "HasilPemalsuan": "docservice.naskah.models_palsu.LaporanPemalsuan.Hasil",
        "PutusanBeda": "docservice.rekonsiliasi.status.PILIHAN_PUTUSAN",
        "CaraPencabutan": "docservice.naskah.models_cabut.Pencabutan.Cara",
        "JenisHariLibur": "docservice.pegawai.models_libur.HariLibur.Jenis",
        "StatusDaftar": "docservice.arsip.status.StatusDaftar",
        "StatusUpaya": "docservice.naskah.status.StatusUpaya",
        "Cakupan": "docservice.akun.models.Cakupan",
        "Basis": "docservice.dokumen.status.Basis",
        "Kelas": "docservice.dokumen.status.Kelas",
        "SumberDokumen": "docservice.dokumen.models.Dokumen.Sumber",
        "SumberRiwayat": "docservice.riwayat.models.Riwayat.Sumber",
    },
}

# --- logs: identifiers and hashes only, never NIK, names or document text -----------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"baris": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"konsol": {"class": "logging.StreamHandler", "formatter": "baris"}},
    "root": {"handlers": ["konsol"], "level": env.str("LOG_LEVEL", "WARNING" if MODE == "test" else "INFO")},
    "loggers": {nama: {"level": "ERROR"} for nama in ("fontTools", "pikepdf")}
    # These would name the signer, certificate by certificate.
    | {nama: {"level": "ERROR"} for nama in ("pyhanko", "pyhanko_certvalidator")},
}
