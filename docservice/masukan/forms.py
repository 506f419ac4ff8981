"""What is asked of whoever writes, and of whoever answers."""

from __future__ import annotations

from django import forms

from docservice.masukan.actions import PALING_PANJANG
from docservice.masukan.models import Masukan


class MasukanForm(forms.Form):
    """An idea or a call for help; the page it is about comes along by itself."""

    jenis = forms.ChoiceField(
        label="Keperluan",
        choices=Masukan.Jenis.choices,
        widget=forms.RadioSelect,
        initial=Masukan.Jenis.USUL,
        error_messages={"required": "Pilih keperluannya."},
    )
    isi = forms.CharField(
        label="Isi",
        max_length=PALING_PANJANG,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Apa yang Anda kerjakan, apa yang terjadi, dan apa yang Anda harapkan. Jangan tulis kata sandi.",
        error_messages={"required": "Belum diisi. Tulis paling sedikit satu kalimat."},
    )
    halaman = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)


class JawabanForm(forms.Form):
    jawaban = forms.CharField(
        label="Jawaban",
        max_length=PALING_PANJANG,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Belum diisi. Tulis paling sedikit satu kalimat."},
    )
