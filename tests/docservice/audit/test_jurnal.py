"""The journal: numbers without gaps, hashes that bind, a database that refuses to edit (Law 11)."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import StringIO
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from docservice.audit import pemicu
from docservice.audit.cap import cap_kepala
from docservice.audit.jurnal import catat, periksa
from docservice.audit.models import CapWaktu, Jejak, KepalaJurnal
from tests.docservice.bersama import serentak

pytestmark = pytest.mark.django_db


class Pelaku:
    pk = 7


def isi(banyak: int = 5) -> None:
    with transaction.atomic():
        for nomor in range(1, banyak + 1):
            catat("uji.terjadi", by=Pelaku(), objek=f"benda:{nomor}", nilai=nomor, teks="Ä – 1.000")


@pytest.fixture
def tanpa_pemicu(db: None) -> None:
    """Someone with the rights of the database's owner drops the triggers first."""
    pemicu.lepas(None, SimpleNamespace(connection=connection))


def sebab() -> str:
    return " | ".join(f"{k.nomor}: {k.sebab}" for k in periksa())


@pytest.mark.syarat("BABEL-26-4")
def test_an_untouched_journal_verifies_and_says_how_long_it_is():
    isi(5)
    kata = StringIO()
    call_command("audit_verify", stdout=kata)
    assert "5 entri" in kata.getvalue()
    kata = StringIO()
    call_command("audit_verify", "--json", stdout=kata)
    assert json.loads(kata.getvalue()) == {"utuh": True, "entri": 5, "kerusakan": []}


def test_an_empty_journal_is_unbroken():
    assert sebab() == ""


@pytest.mark.parametrize(
    ("ubah", "nomor"),
    [
        ({"aksi": "uji.lain"}, 3),
        ({"pelaku": 8}, 3),
        ({"objek": "benda:9"}, 1),
        ({"peran": "Administrator"}, 2),
        ({"rincian": {"nilai": 4}}, 3),
        ({"hash_sebelum": "f" * 64}, 4),
        ({"hash": "f" * 64}, 5),
    ],
)
def test_one_edited_column_of_one_entry_is_found(tanpa_pemicu: None, ubah: dict[str, Any], nomor: int):
    isi(5)
    Jejak.objects.filter(nomor=nomor).update(**ubah)
    assert {k.nomor for k in periksa()} & {nomor, nomor + 1}
    with pytest.raises(CommandError, match="Jurnal rusak"):
        call_command("audit_verify", stderr=StringIO())


def test_the_command_names_the_broken_entry_in_json(tanpa_pemicu: None):
    isi(4)
    Jejak.objects.filter(nomor=2).update(objek="benda:77")
    kata = StringIO()
    with pytest.raises(CommandError):
        call_command("audit_verify", "--json", stdout=kata, stderr=StringIO())
    assert json.loads(kata.getvalue())["kerusakan"] == [{"nomor": 2, "sebab": "isi entri berubah"}]


def test_a_deleted_entry_is_named(tanpa_pemicu: None):
    isi(5)
    Jejak.objects.filter(nomor=3).delete()
    assert "entri 3 sampai 3 hilang" in sebab()


def test_a_cut_tail_is_found_by_the_head(tanpa_pemicu: None):
    isi(5)
    Jejak.objects.filter(nomor__gte=4).delete()
    assert "ujung jurnal terpotong: kepala menunjuk entri 5" in sebab()


def test_a_cut_tail_is_found_when_the_head_row_went_with_it(tanpa_pemicu: None):
    isi(5)
    Jejak.objects.filter(nomor__gte=4).delete()
    KepalaJurnal.objects.all().delete()
    assert sebab()


def rantai_ulang(sejak: int) -> None:
    """A careful forger: edit one entry and compute every hash after it anew."""
    jejak = list(Jejak.objects.filter(nomor__gte=sejak).order_by("nomor"))
    jejak[0].aksi = "uji.dipalsukan"
    sebelum = jejak[0].hash_sebelum
    for satu in jejak:
        satu.hash_sebelum, satu.hash = sebelum, f"{satu.nomor:064x}"
    Jejak.objects.bulk_update(jejak, ["aksi", "hash_sebelum", "hash"])
    for satu in jejak:
        satu.hash_sebelum = sebelum
        sebelum = satu.hash = satu.computed_hash()
        satu.save()


def test_entries_written_while_the_chain_is_walked_are_no_damage(monkeypatch: pytest.MonkeyPatch):
    isi(3)
    asli = Jejak.computed_hash
    ditulis: list[Jejak] = []

    def sambil_menulis(jejak: Jejak) -> str:
        if jejak.nomor == 2 and not ditulis:
            ditulis.append(jejak)
            isi(2)
        return asli(jejak)

    monkeypatch.setattr(Jejak, "computed_hash", sambil_menulis)
    assert list(periksa()) == []
    assert Jejak.objects.count() == 5


def test_an_entry_beyond_the_head_is_found(tanpa_pemicu: None):
    isi(3)
    kepala = KepalaJurnal.objects.get(pk=1)
    KepalaJurnal.objects.filter(pk=1).update(nomor=2, hash=Jejak.objects.get(nomor=2).hash)
    assert "ada entri sesudah ujung jurnal: kepala menunjuk entri 2" in sebab()
    KepalaJurnal.objects.filter(pk=1).update(nomor=kepala.nomor, hash=kepala.hash)
    assert list(periksa()) == []


def test_a_chain_computed_anew_without_the_head_is_found(tanpa_pemicu: None):
    isi(5)
    rantai_ulang(sejak=2)
    assert [k.nomor for k in periksa()] == [5]


def paksa_kepala() -> None:
    akhir = Jejak.objects.latest("nomor")
    KepalaJurnal.objects.update(nomor=akhir.nomor, hash=akhir.hash)


@pytest.mark.parametrize("palsukan_cap", [False, True])
def test_a_chain_computed_anew_with_its_head_contradicts_the_timestamp(tanpa_pemicu: None, palsukan_cap: bool):
    isi(5)
    assert cap_kepala() is not None
    rantai_ulang(sejak=2)
    paksa_kepala()
    if palsukan_cap:  # the row can be made to fit, the authority's token cannot
        CapWaktu.objects.update(hash=Jejak.objects.latest("nomor").hash)
    assert "cap waktu" in sebab()


@pytest.mark.parametrize("token", [b"", b"bukan token"])
def test_a_timestamp_that_is_none_proves_nothing(token: bytes):
    isi(2)
    cap_kepala()
    CapWaktu.objects.update(token=token)
    assert "cap waktu" in sebab()


def test_the_head_is_timestamped_once_per_state():
    assert cap_kepala() is None
    isi(2)
    cap = cap_kepala()
    assert cap is not None
    assert (cap.nomor, cap.hash) == (2, Jejak.objects.get(nomor=2).hash)
    assert cap_kepala() is None
    isi(1)
    assert cap_kepala() is not None
    assert sebab() == ""


@pytest.mark.dua_ukuran
@pytest.mark.parametrize(
    "serang",
    [
        lambda: Jejak.objects.filter(nomor=1).update(aksi="x"),
        lambda: Jejak.objects.filter(nomor=1).delete(),
        lambda: Jejak.objects.all().delete(),
    ],
)
def test_the_database_itself_refuses_to_change_an_entry(serang: Callable[[], Any]):
    isi(2)
    with pytest.raises(DatabaseError, match="jurnal"), transaction.atomic():
        serang()
    assert Jejak.objects.count() == 2
    assert sebab() == ""


@pytest.mark.parametrize("rincian", [{"temuan": {2: "a", 10: "b"}}, {"pasang": (1, 2)}, {"teks": "– é \U0001f4c4"}])
def test_details_verify_after_they_came_back_from_the_database(rincian: dict[str, Any]):
    with transaction.atomic():
        catat("uji.terjadi", by=None, objek="benda:1", **rincian)
    assert sebab() == ""


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_written():
    with pytest.raises(RuntimeError):
        catat("uji.terjadi", by=None, objek="benda:1")
    assert not Jejak.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_never_happened_and_leaves_no_gap():
    isi(2)
    with transaction.atomic():
        isi(1)
        transaction.set_rollback(True)
    isi(1)
    assert [j.nomor for j in Jejak.objects.all()] == [1, 2, 3]
    assert sebab() == ""


@pytest.mark.dua_ukuran
@pytest.mark.django_db(transaction=True)
def test_many_writers_at_once_leave_one_chain_without_gaps():
    def tulis() -> None:
        for _ in range(5):
            isi(1)

    assert serentak([tulis] * 8) == [None] * 8
    assert [j.nomor for j in Jejak.objects.all()] == list(range(1, 41))
    assert sebab() == ""
