"""The benchmark runs and its figures are sane; how good they are is for a quiet machine to say."""

import json

from signing import benchmark
from signing.cli import main


def test_the_benchmark_measures_every_key_and_level(capsys, monkeypatch):
    monkeypatch.setattr(benchmark, "_ROUNDS", 1)
    assert main(["bench", "--count", "2", "--json"]) == 0
    (figures,) = json.loads(capsys.readouterr().out)
    assert {"rsa2048", "stock", "P-384 B-B", "RSA-2048 B-LTA"} <= set(figures["milliseconds"])
    assert all(value > 0 for value in figures["milliseconds"].values())
    assert figures["ratios"]["stock_to_ours"] > 3
