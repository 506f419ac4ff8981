"""The benchmark runs and its figures are sane; how good they are is for a quiet machine to say."""

import json

from signing.benchmarks import ground, sign
from signing.cli import main


def test_the_benchmark_measures_every_key_and_level(capsys, monkeypatch):
    monkeypatch.setattr(ground, "ROUNDS", 1)
    monkeypatch.setattr(sign, "_MANY", 20)
    assert main(["bench", "--count", "2", "--json"]) == 0
    (figures,) = json.loads(capsys.readouterr().out)
    assert {"rsa2048", "stock", "P-384 B-B", "RSA-2048 B-LTA"} <= set(figures["milliseconds"])
    assert all(value > 0 for value in figures["milliseconds"].values())
    assert figures["ratios"]["stock_to_ours"] > 3
    assert (figures["batch"]["documents"], figures["batch"]["lost"]) == (20, 0)


def test_the_benchmark_of_the_verifier(capsys, monkeypatch):
    monkeypatch.setattr(ground, "ROUNDS", 1)
    assert main(["bench", "verify", "--count", "1", "--json"]) == 0
    (figures,) = json.loads(capsys.readouterr().out)
    assert {"one", "eight", "stock", "wall_through_sandbox"} == set(figures["milliseconds"])
    assert all(value > 0 for value in figures["milliseconds"].values())
