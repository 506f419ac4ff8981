"""What a run found and what was decided, as a file of its own that never changes (POSO 1 no. 13, 14)."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count
from django.utils import timezone

from docservice.pegawai.models import Daerah
from docservice.rekonsiliasi.bidang import LABEL, kata
from docservice.rekonsiliasi.models import Beda, OrangRekonsiliasi, Rekonsiliasi
from docservice.rekonsiliasi.status import StatusBeda
from docservice.umum.lembar import csv_lembar, xlsx_lembar
from docservice.umum.waktu import tanggal_jam

K = OrangRekonsiliasi.Keadaan
TIPE = {"json": "application/json", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
KEPALA = (
    "NIP",
    "Nama",
    "Unit kerja",
    "Bidang",
    "Data kami",
    "Data BKN",
    "Putusan",
    "Alasan",
    "Diputus oleh",
    "Diputus pada",
)


@dataclass(frozen=True)
class Jumlah:
    """Headcount: at BKN, here, on both sides; and of these how many agree in everything (POSO 1 no. 13)."""

    di_bkn: int
    di_sini: int
    keduanya: int
    sama: int
    beda: int
    hanya_bkn: int
    hanya_sini: int


def jumlah(orang: Any) -> Jumlah:
    """*orang*: a queryset of people of one run, as far as the asker may see them."""
    n = dict.fromkeys(K.values, 0) | dict(orang.order_by().values_list("keadaan").annotate(n=Count("pk")))
    keduanya = n[K.SAMA] + n[K.BEDA]
    return Jumlah(
        keduanya + n[K.HANYA_BKN],
        keduanya + n[K.HANYA_SINI],
        keduanya,
        n[K.SAMA],
        n[K.BEDA],
        n[K.HANYA_BKN],
        n[K.HANYA_SINI],
    )


def susun(satu: Rekonsiliasi) -> dict[str, Any]:
    """The whole run as plain data; the same rows give the same bytes."""
    assert satu.ditutup_oleh
    assert satu.ditutup_pada
    return {
        "daerah": Daerah.ini().nama,
        "rekonsiliasi": satu.pk,
        "sumber": {"nama": satu.nama, "sha256": satu.sumber, "per_tanggal": satu.per_tanggal.isoformat()},
        "dibandingkan_pada": satu.dibandingkan_pada.isoformat() if satu.dibandingkan_pada else "",
        "ditutup_oleh": {"nip": satu.ditutup_oleh.nip, "nama": satu.ditutup_oleh.nama},
        "ditutup_pada": satu.ditutup_pada.isoformat(),
        "dibandingkan": satu.kolom,
        "kolom_tak_dikenal": satu.asing,
        "jumlah": vars(jumlah(satu.orang.all())),
        "orang": [
            {"nip": nip, "nama": nama, "unit": unit or "", "keadaan": keadaan}
            for nip, nama, unit, keadaan in satu.orang.values_list("nip", "nama", "unit__nama", "keadaan")
        ],
        "beda": list(_beda(satu)),
    }


def _beda(satu: Rekonsiliasi) -> Iterator[dict[str, Any]]:
    baris = satu.beda.select_related("orang__unit", "diputus_oleh").order_by("orang__nip", "bidang")
    for b in baris.iterator(chunk_size=1000):
        yield {
            "nip": b.orang.nip,
            "nama": b.orang.nama,
            "unit": b.orang.unit.nama if b.orang.unit else "",
            "bidang": b.bidang,
            "kita": kata(b.bidang, b.kita),
            "bkn": kata(b.bidang, b.bkn),
            "putusan": b.status,
            "alasan": b.alasan,
            "oleh": {"nip": b.diputus_oleh.nip, "nama": b.diputus_oleh.nama} if b.diputus_oleh else None,
            "pada": b.diputus_pada.isoformat() if b.diputus_pada else "",
            "usulan": b.usulan_id,
        }


def ke_json(isi: dict[str, Any]) -> bytes:
    return json.dumps(isi, ensure_ascii=False, indent=1).encode()


def bagian(isi: dict[str, Any], nip: Collection[str]) -> dict[str, Any]:
    """Only the people *nip* of a result; the headcount is theirs."""
    orang = [satu for satu in isi["orang"] if satu["nip"] in nip]
    n = {keadaan: sum(satu["keadaan"] == keadaan for satu in orang) for keadaan in K.values}
    keduanya = n["sama"] + n["beda"]
    hitung = {**n, "keduanya": keduanya, "di_bkn": keduanya + n["hanya_bkn"], "di_sini": keduanya + n["hanya_sini"]}
    beda = [satu for satu in isi["beda"] if satu["nip"] in nip]
    return {**isi, "bagian_unit": True, "jumlah": hitung, "orang": orang, "beda": beda}


def ke_xlsx(isi: dict[str, Any]) -> bytes:
    """Three sheets: summary, differences with their decisions, people."""
    putusan = dict(StatusBeda.choices)
    beda = [
        [
            b["nip"],
            b["nama"],
            b["unit"],
            LABEL.get(b["bidang"], b["bidang"]),
            b["kita"],
            b["bkn"],
            putusan[b["putusan"]],
            b["alasan"],
            b["oleh"]["nama"] if b["oleh"] else "",
            b["pada"],
        ]
        for b in isi["beda"]
    ]
    orang = [[o["nip"], o["nama"], o["unit"], K(o["keadaan"]).label] for o in isi["orang"]]
    return xlsx_lembar(
        {
            "Ringkasan": _ringkasan(isi),
            "Perbedaan": [KEPALA, *beda],
            "Orang": [("NIP", "Nama", "Unit kerja", "Keadaan"), *orang],
        },
        dibuat=datetime.fromisoformat(isi["ditutup_pada"]),
    )


def _ringkasan(isi: dict[str, Any]) -> list[list[str]]:
    n, sumber = isi["jumlah"], isi["sumber"]
    ditutup = timezone.localtime(datetime.fromisoformat(isi["ditutup_pada"]))
    cakupan = "Bagian unit Anda" if isi.get("bagian_unit") else "Seluruh daerah"
    isi_lembar = [
        ("Hasil rekonsiliasi data pegawai dengan BKN", isi["daerah"]),
        ("Cakupan", cakupan),
        ("Data BKN per", sumber["per_tanggal"]),
        ("Berkas sumber", sumber["nama"]),
        ("SHA-256 berkas sumber", sumber["sha256"]),
        ("Ditutup oleh", f"{isi['ditutup_oleh']['nama']}, NIP {isi['ditutup_oleh']['nip']}"),
        ("Ditutup pada", tanggal_jam(ditutup)),
        ("Tercatat di BKN", n["di_bkn"]),
        ("Tercatat di sini", n["di_sini"]),
        ("Tercatat di keduanya", n["keduanya"]),
        ("Sama seluruhnya", n["sama"]),
        ("Ada yang berbeda", n["beda"]),
        ("Hanya di BKN", n["hanya_bkn"]),
        ("Hanya di sini", n["hanya_sini"]),
    ]
    return [[nama, str(nilai)] for nama, nilai in isi_lembar]


def untuk_bkn(satu: Rekonsiliasi) -> bytes:
    """CSV of what BKN is asked to correct: the differences in which our data are right."""
    benar = satu.beda.filter(status=StatusBeda.KAMI).select_related("orang").order_by("orang__nip", "bidang")
    kepala = ("NIP", "Nama", "Bidang", "Tertulis di BKN", "Seharusnya", "Alasan")
    return csv_lembar([kepala, *(_untuk_bkn(b) for b in benar)])


def _untuk_bkn(b: Beda) -> tuple[str, ...]:
    nilai = (kata(b.bidang, b.bkn), kata(b.bidang, b.kita))
    return (b.orang.nip, b.orang.nama, LABEL.get(b.bidang, b.bidang), *nilai, b.alasan)
