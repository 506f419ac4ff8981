"""The command line of the package (DESIGN: promises to outsiders)."""

import json

import pytest
from PIL import Image

from templates_sk.__main__ import main


def test_list_names_every_kind(capsys):
    assert main(["list", "--json"]) == 0
    assert {"sk_kenaikan_pangkat", "sk_pengangkatan_cpns"} <= {k["code"] for k in json.loads(capsys.readouterr().out)}


def test_the_sample_renders(tmp_path, capsys):
    main(["sample", "sk_kenaikan_pangkat"])
    data, pdf = tmp_path / "data.json", tmp_path / "sk.pdf"
    data.write_text(capsys.readouterr().out)
    assert main(["render", "sk_kenaikan_pangkat", str(data), str(pdf), "--json"]) == 0
    assert pdf.read_bytes().startswith(b"%PDF-1.7")
    (satu,) = json.loads(capsys.readouterr().out)
    assert (satu["file"], satu["signature"]["field"]) == (str(pdf), "TandaTangan1")


def test_the_schema_is_json_schema_with_labels(capsys):
    assert main(["schema", "sk_kenaikan_pangkat"]) == 0
    assert json.loads(capsys.readouterr().out)["properties"]["gaji_pokok"]["title"] == "Gaji pokok"


def test_a_data_error_is_told_field_by_field_with_exit_code_one(tmp_path, capsys):
    data = tmp_path / "data.json"
    data.write_text("{}")
    assert main(["render", "sk_kenaikan_pangkat", str(data), str(tmp_path / "x.pdf")]) == 1
    assert "nama: Nama belum diisi." in capsys.readouterr().err
    assert not (tmp_path / "x.pdf").exists()


def test_an_unknown_kind_is_an_error_and_not_a_trace(capsys):
    assert main(["sample", "sk_lain"]) == 1
    assert "tidak dikenal" in capsys.readouterr().err


def test_every_kind_lists_samples_schemas_and_renders_through_the_command_line(tmp_path, capsys):
    main(["list", "--json"])
    for satu in json.loads(capsys.readouterr().out)[::10]:
        main(["sample", satu["code"]])
        (tmp_path / "d.json").write_text(capsys.readouterr().out)
        assert main(["schema", satu["code"]]) == 0
        capsys.readouterr()
        assert main(["render", satu["code"], str(tmp_path / "d.json"), str(tmp_path / "n.pdf")]) == 0
        assert "halaman" in capsys.readouterr().out


def test_all_data_errors_come_at_once_also_as_json(tmp_path, capsys):
    main(["sample", "surat_kgb"])
    isi = json.loads(capsys.readouterr().out) | {"nip": "1", "gaji_baru": 5, "tmt_kgb": "2025-01-02", "nama": ""}
    (tmp_path / "d.json").write_text(json.dumps(isi))
    assert main(["render", "surat_kgb", str(tmp_path / "d.json"), str(tmp_path / "n.pdf"), "--json"]) == 1
    (satu,) = json.loads(capsys.readouterr().out)
    assert satu["file"] == str(tmp_path / "n.pdf")
    salah = satu["errors"]
    assert {"nip", "gaji_baru", "tmt_kgb", "nama"} <= {satu["field"] for satu in salah}
    assert all(satu["label"] and satu["message"].endswith(".") for satu in salah)


@pytest.mark.parametrize(("isi", "kata"), [("{", "bukan JSON"), ("[]", "satu objek JSON"), ("7", "satu objek JSON")])
def test_a_file_that_is_no_data_is_told_in_a_sentence(tmp_path, capsys, isi, kata):
    (tmp_path / "d.json").write_text(isi)
    assert main(["render", "surat_kgb", str(tmp_path / "d.json"), str(tmp_path / "n.pdf")]) == 1
    assert kata in capsys.readouterr().err


def test_a_regions_style_and_emblem_come_from_files(tmp_path, capsys):
    main(["sample", "surat_kgb"])
    (tmp_path / "d.json").write_text(capsys.readouterr().out)
    (tmp_path / "g.json").write_text('{"kertas_surat": "F4"}')
    Image.new("RGB", (40, 50)).save(tmp_path / "l.png")
    perintah = [
        "render",
        "surat_kgb",
        str(tmp_path / "d.json"),
        str(tmp_path / "n.pdf"),
        "--gaya",
        str(tmp_path / "g.json"),
    ]
    assert main([*perintah, "--lambang-daerah", str(tmp_path / "l.png")]) == 0
    assert b"/MediaBox [0 0 609.45 935.43]" in (tmp_path / "n.pdf").read_bytes()
    assert b"/Subtype /Image" in (tmp_path / "n.pdf").read_bytes()
    (tmp_path / "g.json").write_text('{"kertas_surat": "A5", "lain": 1}')
    assert main(perintah) == 1
    assert "kertas_surat, lain" in capsys.readouterr().err


def test_what_is_no_data_error_is_told_in_the_same_array(tmp_path, capsys):
    assert main(["render", "surat_kgb", str(tmp_path / "tiada.json"), "n.pdf", "--json"]) == 1
    (satu,) = json.loads(capsys.readouterr().out)
    assert satu["file"] == "n.pdf"
    assert "tiada.json" in satu["errors"][0]["message"]
