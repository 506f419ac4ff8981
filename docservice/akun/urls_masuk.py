"""Addresses of signing in and of one's own security, under the names by which allauth knows them.

Only what is used is here: no sign-up, no mail or phone of one's own choosing, no codes by mail. What changes one's
security asks for a recent proof of who one is.
"""

from __future__ import annotations

from allauth.account import views as akun
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as pemulihan
from allauth.mfa.totp import views as aplikasi
from allauth.mfa.webauthn import views as kunci
from allauth.socialaccount.providers.openid_connect import views as openid
from django.urls import path, re_path
from django.views.generic import RedirectView

from docservice.akun import views_keamanan, views_masuk
from docservice.akun.bukti import perlu_bukti
from docservice.akun.pintu import berlaju

urlpatterns = [
    path("masuk/", views_masuk.Masuk.as_view(), name="account_login"),
    path("masuk/kode/", mfa.authenticate, name="mfa_authenticate"),
    path("masuk/kunci-sandi/", views_masuk.MasukKunciSandi.as_view(), name="mfa_login_webauthn"),
    path("masuk/lupa/", akun.password_reset, name="account_reset_password"),
    path("masuk/lupa/terkirim/", akun.password_reset_done, name="account_reset_password_done"),
    path("masuk/lupa/selesai/", akun.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^masuk/lupa/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        berlaju("reset_password_from_key")(akun.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path("masuk/ulang/", akun.reauthenticate, name="account_reauthenticate"),
    path("masuk/ulang/kode/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("masuk/ulang/kunci-sandi/", views_masuk.BuktiKunciSandi.as_view(), name="mfa_reauthenticate_webauthn"),
    path("masuk/sso/ditolak/", views_masuk.sso_ditolak, name="socialaccount_login_error"),
    path("masuk/sso/batal/", views_masuk.sso_ditolak, {"sebab": "batal"}, name="socialaccount_login_cancelled"),
    path(
        "masuk/sso/<str:provider_id>/",
        berlaju("sso")(views_masuk.lewat_sso(openid.login)),
        name="openid_connect_login",
    ),
    path(
        "masuk/sso/<str:provider_id>/kembali/",
        berlaju("sso")(views_masuk.lewat_sso(openid.callback)),
        name="openid_connect_callback",
    ),
    path("keluar/", views_masuk.keluar, name="account_logout"),
    path("akun/", views_keamanan.keamanan, name="mfa_index"),
    path("akun/kata-sandi/", perlu_bukti(akun.password_change), name="account_change_password"),
    path("akun/kata-sandi/buat/", perlu_bukti(akun.password_set), name="account_set_password"),
    path("akun/aplikasi/", perlu_bukti(aplikasi.activate_totp), name="mfa_activate_totp"),
    path("akun/aplikasi/lepas/", perlu_bukti(aplikasi.deactivate_totp), name="mfa_deactivate_totp"),
    path("akun/pemulihan/", perlu_bukti(pemulihan.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("akun/pemulihan/baru/", perlu_bukti(pemulihan.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("akun/kunci-sandi/", RedirectView.as_view(pattern_name="mfa_index"), name="mfa_list_webauthn"),
    path("akun/kunci-sandi/tambah/", perlu_bukti(views_masuk.TambahKunciSandi.as_view()), name="mfa_add_webauthn"),
    path("akun/kunci-sandi/<int:pk>/nama/", perlu_bukti(kunci.edit_webauthn), name="mfa_edit_webauthn"),
    path(
        "akun/kunci-sandi/<int:pk>/hapus/",
        perlu_bukti(views_masuk.HapusKunciSandi.as_view()),
        name="mfa_remove_webauthn",
    ),
]
