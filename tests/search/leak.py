"""Random people and questions against the rows themselves.

``python -m tests.search.leak 10000`` is the long trial on Tantivy; with ``UJI_ELASTICSEARCH=http://…`` on that server.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

from search import Hit, SearchIndex
from search.question import understand
from search.snippet import excerpt
from tests.search import oracle, world
from tests.search.conftest import opener

ROWS = 80


def differences(index: SearchIndex, questions: int, seed: int) -> list[str]:
    """Where *index* says anything else than the rows: hits, total, facets, marks, suggestions."""
    chance = random.Random(seed)
    entries = world.entries(chance, ROWS)
    index.rebuild(entries)
    rows = [oracle.Row(entry) for entry in entries]
    found: list[str] = []
    for _ in range(questions):
        query = world.question(chance, entries)
        results, answer = index.search(query), oracle.search(rows, query)
        same = {hit.id for hit in results.hits} == answer.ids and results.total == len(answer.ids)
        facets = results.facets if results.total else {}
        if (
            not same
            or facets != answer.facets
            or not all(_is_marked(hit, rows, query.text, query.exact) for hit in results.hits)
        ):
            found.append(f"{query}: {results} != {answer}")
        text, akses = world.beginning(chance, entries), world.person(chance)
        suggested, expected = index.suggest(text, akses, limit=50), oracle.suggest(rows, text, akses)
        if suggested != expected[:50]:
            found.append(f"{text!r} {sorted(akses)}: {suggested} != {expected}")
    return found


def _is_marked(hit: Hit, rows: list[oracle.Row], text: str, exact: bool) -> bool:
    (entry,) = [row.entry for row in rows if row.entry.id == hit.id]
    return hit.snippet == excerpt(entry.text, understand(text, exact=exact).clauses).pieces


def main(questions: int) -> int:
    each, wrong = 500, 0
    for seed in range(max(1, questions // each)):
        with tempfile.TemporaryDirectory() as folder:
            made = opener(Path(folder))
            lines = differences(next(made)(), each, seed)
            next(made, None)
        wrong += len(lines)
        sys.stdout.write(f"{(seed + 1) * each} questions, {wrong} differences\n")
        sys.stdout.writelines(f"  {line}\n" for line in lines[:3])
        sys.stdout.flush()
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
