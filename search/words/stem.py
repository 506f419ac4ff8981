"""A light stemmer for office Indonesian: affixes come off only when a known root stays.

Snowball's Indonesian stemmer makes three stems of *nilai, penilaian, menilai*; a full dictionary
stemmer is slow and its word list is not free for this use. This one knows the words of the office.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from search.words.roots import EXCEPTIONS, ROOTS
from search.words.tokens import fold

PARTICLES = ("lah", "kah", "tah", "pun")
POSSESSIVES = ("nya", "ku", "mu")
SUFFIXES = ("kan", "an", "i")
# A nasal before a vowel has swallowed the root's own first letter, or none.
NASALS = {
    "meny": ("s",),
    "peny": ("s",),
    "meng": ("", "k"),
    "peng": ("", "k"),
    "mem": ("", "p"),
    "pem": ("", "p"),
    "men": ("", "t"),
    "pen": ("", "t"),
    "me": ("",),
    "pe": ("",),
}
PLAIN = ("di", "ke", "se", "ter", "te", "ber", "be", "per")
VOWELS = ("a", "e", "i", "o", "u")
SHORTEST_ROOT = 3
UNKNOWN_ROOT = 4
PAIRS = (
    ("mem", "kan"),
    ("meng", "kan"),
    ("men", "kan"),
    ("me", "kan"),
    ("di", "kan"),
    ("ke", "an"),
    ("per", "an"),
)
"""Prefix and suffix that together are no accident, for roots nobody listed; longest prefix first."""


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The root of *word*, folded; a word without a known root, a number or a name stays as it is."""
    folded = fold(word)
    if not folded.isalpha() or len(folded) <= SHORTEST_ROOT + 1:
        return folded
    if folded in EXCEPTIONS:
        return EXCEPTIONS[folded]
    if folded in ROOTS:
        return folded
    return next(_known_roots(folded), None) or _unlisted(folded)


@lru_cache(maxsize=2_000)
def written_parts(root: str) -> frozenset[str]:
    """Letters of which one row stands in every word with the stem *root*.

    A nasal may have swallowed the first letter of a root that is listed.
    """
    irregular = {word for word, meant in EXCEPTIONS.items() if meant == root}
    whole = root[1:] if root in ROOTS and len(root) >= SHORTEST_ROOT else root
    return frozenset({whole, *irregular})


def _known_roots(word: str) -> Iterator[str]:
    """Listed roots that *word* may come from, least cut first."""
    for base in _without_endings(word):
        for candidate in _without_prefixes(base, 3):
            if candidate in EXCEPTIONS:
                yield EXCEPTIONS[candidate]
            if candidate in ROOTS:
                yield candidate


def _without_endings(word: str) -> Iterator[str]:
    """*word* itself, then without particle, possessive and suffix in the order they are glued on."""
    for bare in _cut(word, PARTICLES):
        for owned in _cut(bare, POSSESSIVES):
            yield from _cut(owned, SUFFIXES)


def _cut(word: str, endings: tuple[str, ...]) -> Iterator[str]:
    yield word
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_ROOT:
            yield word[: -len(ending)]


def _without_prefixes(word: str, depth: int) -> Iterator[str]:
    """*word* itself, then with up to *depth* prefixes taken off (``mem-per-…``, ``di-ber-…``)."""
    yield word
    if depth == 0:
        return
    for shorter in _one_prefix_less(word):
        if len(shorter) >= SHORTEST_ROOT:
            yield from _without_prefixes(shorter, depth - 1)


def _one_prefix_less(word: str) -> Iterator[str]:
    for prefix, starts in NASALS.items():
        if word.startswith(prefix):
            rest = word[len(prefix) :]
            swallowed = prefix[-1] in "mn" and rest[:1] in VOWELS  # before a vowel of the root's own it is meng-
            yield from (start + rest for start in starts if start or not swallowed)
    for prefix in PLAIN:
        if word.startswith(prefix):
            yield word[len(prefix) :]


def _unlisted(word: str) -> str:
    """Only a pair of affixes that belong together is taken off a word nobody listed."""
    for prefix, suffix in PAIRS:
        root = word[len(prefix) : -len(suffix)]
        if word.startswith(prefix) and word.endswith(suffix) and len(root) >= UNKNOWN_ROOT:
            return root
    return word
