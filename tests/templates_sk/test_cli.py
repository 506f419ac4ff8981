"""The command line of the package (DESIGN: promises to outsiders)."""

import json

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
    assert json.loads(capsys.readouterr().out)["signature"]["field"] == "TandaTangan1"


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
