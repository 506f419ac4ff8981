"""Reads the network out of a Tesseract language file (``ind.traineddata``): a little-endian tree of layers."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

LSTM, UNICHARSET, RECODER = 17, 21, 22
"""Places of the parts in the file."""
INT8, DOUBLES = 1, 128
LEARNING_RATES = 64
GATES = 4
"""In the order of the file: cell, input, forget, output."""
PLUMBING = ("Series", "XYTranspose", "RTLReversed")


class UnknownNetwork(Exception):
    """The language file holds no network of the one shape that is understood here."""


@dataclass(frozen=True)
class Matrix:
    """Whole numbers times a scale for each row; the last column is the bias."""

    whole: NDArray[np.int8]
    scale: NDArray[np.float32]

    @property
    def weights(self) -> NDArray[np.float32]:
        return self.whole[:, :-1] * self.scale[:, None]

    @property
    def bias(self) -> NDArray[np.float32]:
        return self.whole[:, -1] * self.scale


@dataclass(frozen=True)
class Layer:
    kind: str
    inputs: int
    outputs: int
    matrices: tuple[Matrix, ...] = ()
    layers: tuple[Layer, ...] = ()
    sizes: tuple[int, ...] = ()

    @property
    def shape(self) -> str:
        inner = ",".join(layer.shape for layer in self.layers)
        return f"{self.kind}({inner})" if inner else self.kind


@dataclass(frozen=True)
class Network:
    """``letters[code]`` is what output *code* means; ``null`` is the output that means nothing."""

    root: Layer
    letters: list[str]
    null: int


def read(path: Path) -> Network:
    """The network in the language file at *path*. Raises :class:`UnknownNetwork`."""
    try:
        return _network(path.read_bytes())
    except (struct.error, IndexError, ValueError, KeyError) as error:
        raise UnknownNetwork(f"{path.name}: {type(error).__name__}") from error


def _network(data: bytes) -> Network:
    part = _parts(data)
    reader = _Reader(part[LSTM])
    root = _layer(reader)
    reader.text()
    null = reader.numbers("4i")[3]
    letters = _letters(part[UNICHARSET].decode().splitlines(), _Reader(part[RECODER]), root.outputs, null)
    return Network(root, letters, null)


def _parts(data: bytes) -> dict[int, bytes]:
    (count,) = struct.unpack_from("<I", data)
    if not RECODER < count < 100:
        raise UnknownNetwork("not a language file")
    starts = struct.unpack_from(f"<{count}q", data, 4)
    ends = sorted([start for start in starts if start >= 0] + [len(data)])
    return {number: data[start : ends[ends.index(start) + 1]] for number, start in enumerate(starts) if start >= 0}


def _letters(names: list[str], recoder: _Reader, outputs: int, null: int) -> list[str]:
    """The recoder says which output stands for which sign; the first three signs are none."""
    (count,) = recoder.numbers("I")
    letters = [""] * outputs
    for number in range(count):
        _, length = recoder.numbers("bi")
        codes = recoder.numbers(f"{length}i")
        name = names[1 + number].split(" ")[0]
        if length != 1:
            raise UnknownNetwork("signs of several codes")
        if codes[0] != null:
            letters[codes[0]] = " " if name == "NULL" else name
    return letters


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def numbers(self, form: str) -> tuple[Any, ...]:
        found = struct.unpack_from(f"<{form}", self.data, self.at)
        self.at += struct.calcsize(f"<{form}")
        return found

    def text(self) -> str:
        (length,) = self.numbers("I")
        (raw,) = self.numbers(f"{length}s")
        return str(raw.decode())

    def array(self, type_: str, count: int) -> NDArray[Any]:
        found = np.frombuffer(self.data, np.dtype(type_), count, self.at)
        self.at += found.nbytes
        return found


def _layer(reader: _Reader) -> Layer:
    reader.numbers("b")
    kind = reader.text()
    _, _, flags, inputs, outputs, _ = reader.numbers("bbiiii")
    reader.text()
    if kind in PLUMBING:
        (count,) = reader.numbers("I")
        layers = tuple(_layer(reader) for _ in range(count))
        if flags & LEARNING_RATES:
            reader.array("<f4", *reader.numbers("I"))
        return Layer(kind, inputs, outputs, layers=layers)
    if kind == "Input":
        return Layer(kind, inputs, outputs, sizes=reader.numbers("5i"))
    if kind in ("Convolve", "Maxpool"):
        return Layer(kind, inputs, outputs, sizes=reader.numbers("2i"))
    if kind in ("Tanh", "Softmax"):
        return Layer(kind, inputs, outputs, (_matrix(reader),))
    if kind in ("LSTM", "SummLSTM"):
        reader.numbers("i")
        return Layer(kind, inputs, outputs, tuple(_matrix(reader) for _ in range(GATES)))
    raise UnknownNetwork(kind)


def _matrix(reader: _Reader) -> Matrix:
    (mode,) = reader.numbers("B")
    if not mode & INT8 or not mode & DOUBLES:
        raise UnknownNetwork("weights are no whole numbers")
    rows, columns, _ = reader.numbers("IIb")
    whole = reader.array("i1", rows * columns).reshape(rows, columns)
    (count,) = reader.numbers("I")
    return Matrix(whole, reader.array("<f8", count)[:rows].astype(np.float32))
