"""The benchmark of searching runs from end to end; how good its figures are is for a quiet machine to say."""

from docservice.peragaan.bangku import cari


def test_the_page_is_measured_in_a_house_of_its_own():
    hasil = cari.halaman(40)
    assert hasil["dokumen"] == 40
    assert {"seluruh_daerah", "satu_unit", "saran_satu_unit"} <= hasil.keys()
    assert hasil["satu_unit"]["cpu_p95"] > 0
