"""Who signs, who initials and how it is numbered come in from a file, as the office's decisions set them (Law 10)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from docservice.akun.models import Pengguna
from docservice.audit.jurnal import catat
from docservice.naskah.forms_wewenang import FORMULIR, Aturan, BertanggalForm, KewenanganForm
from docservice.naskah.permissions import check_may_atur_wewenang, check_may_tunjuk
from docservice.pegawai.models import Daerah
from docservice.umum.errors import IsianSalah, SudahBerubah, TidakBerwenang
from docservice.umum.tabel_csv import TAK_UTUH, Baris
from docservice.umum.waktu import tanggal_panjang


@dataclass
class Hasil:
    """Lines by what became of them."""

    baru: int = 0
    sudah_ada: int = 0
    diakhiri: list[str] = field(default_factory=list)
    salah: list[tuple[int, str]] = field(default_factory=list)


@transaction.atomic
def muat(*, by: Pengguna, baris: Iterable[Baris], sidik: str, akhiri: bool) -> Hasil:
    """All lines or, when one of them is wrong, none. *akhiri* ends older rows the day before a new one begins.

    Raises :class:`TidakBerwenang`, and :class:`IsianSalah` for a file that is no table.
    """
    check_may_atur_wewenang(by)
    Daerah.objects.select_for_update().first()  # two files at once would not see each other's rows
    pemuat = _Pemuat(by, sidik, akhiri=akhiri)
    for satu in baris:
        try:
            pemuat.muat(satu)
        except (IsianSalah, TidakBerwenang) as salah:
            pemuat.hasil.salah.append((satu.nomor, salah.rinci))
    if pemuat.hasil.salah:
        transaction.set_rollback(True)
    return pemuat.hasil


@transaction.atomic
def tetapkan(*, by: Pengguna, formulir: BertanggalForm, gantikan: bool) -> Aturan:
    """One row by hand. *gantikan* ends older ones for the same the day before it begins."""
    check_may_atur_wewenang(by)
    Daerah.objects.select_for_update().first()
    satu = _Pemuat(by, "", akhiri=gantikan).tetapkan(formulir)
    if satu is None:
        raise SudahBerubah("Baris yang sama persis sudah ada.")
    return satu


@transaction.atomic
def akhiri(*, by: Pengguna, satu: Aturan, sampai: date) -> Aturan:
    """The row's last day, yesterday at the earliest: what was signed under it was signed rightly."""
    check_may_atur_wewenang(by)
    satu = type(satu)._default_manager.select_for_update().get(pk=satu.pk)
    kemarin = timezone.localdate() - timedelta(days=1)
    if satu.berlaku_sampai and satu.berlaku_sampai <= sampai:
        raise SudahBerubah(f"Baris ini sudah berakhir {tanggal_panjang(satu.berlaku_sampai)}.")
    if sampai < max(kemarin, satu.berlaku_dari):
        kalimat = f"Paling awal {tanggal_panjang(max(kemarin, satu.berlaku_dari))}."
        raise IsianSalah(f"Hari terakhirnya tidak dapat dipakai. {kalimat}", isian={"sampai": kalimat})
    satu.berlaku_sampai = sampai
    satu.save(update_fields=["berlaku_sampai"])
    catat("wewenang.diakhiri", by=by, objek=satu, jenis=satu.jenis_naskah, sampai=sampai.isoformat())
    return satu


class _Pemuat:
    def __init__(self, by: Pengguna, sidik: str, *, akhiri: bool) -> None:
        self.hasil = Hasil()
        self._by, self._sidik, self._akhiri = by, sidik, akhiri
        self._cara = "Pakai --akhiri bila baris ini menggantikannya." if sidik else "Centang bila ini menggantikannya."
        self._baru: list[Aturan] = []

    def muat(self, baris: Baris) -> None:
        """Raises with everything that is wrong with this line."""
        if not baris.utuh:
            raise IsianSalah(TAK_UTUH)
        if (macam := baris.isi["macam"].lower()) not in FORMULIR:
            raise IsianSalah.pada({"macam": f"“{macam}” tidak dikenal. Yang ada: {', '.join(FORMULIR)}."})
        self.tetapkan(FORMULIR[macam](baris.isi))

    def tetapkan(self, formulir: BertanggalForm) -> Aturan | None:
        """The row of a form found in order; None when every word of it is there already."""
        if galat := formulir.galat():
            raise IsianSalah.pada(galat)
        if formulir.sama():
            self.hasil.sudah_ada += 1
            return None
        if isinstance(formulir, KewenanganForm):
            check_may_tunjuk(self._by, formulir.cleaned_data["pejabat"])
        for lama in formulir.bertumpang():
            self._gantikan(lama, formulir)
        satu: Aturan = formulir.save()
        self._baru.append(satu)
        self.hasil.baru += 1
        self._catat("ditetapkan", satu, keputusan=satu.keputusan_nomor)
        return satu

    def _gantikan(self, lama: Aturan, formulir: BertanggalForm) -> None:
        """What was in force on days gone by stays so: it ends yesterday at the earliest."""
        mulai = formulir.cleaned_data["berlaku_dari"]
        sejak = f"“{lama}” sejak {tanggal_panjang(lama.berlaku_dari)}"
        if lama in self._baru:
            raise IsianSalah(f"Bertumpang tindih dengan baris lain di berkas ini: {sejak}. Betulkan salah satunya.")
        if not self._akhiri:
            raise IsianSalah(f"Bertumpang tindih dengan {sejak}. {self._cara}")
        if mulai < timezone.localdate() or lama.berlaku_dari >= mulai:
            raise IsianSalah(
                f"Tidak dapat menggantikan {sejak}: baris ini harus mulai sesudahnya, paling awal hari ini."
            )
        lama.berlaku_sampai = mulai - timedelta(days=1)
        lama.save(update_fields=["berlaku_sampai"])
        self.hasil.diakhiri.append(f"{sejak} berakhir {tanggal_panjang(lama.berlaku_sampai)}")
        self._catat("diakhiri", lama, sampai=lama.berlaku_sampai.isoformat())

    def _catat(self, kejadian: str, satu: Aturan, **rincian: str) -> None:
        catat(f"wewenang.{kejadian}", by=self._by, objek=satu, jenis=satu.jenis_naskah, sidik=self._sidik, **rincian)
