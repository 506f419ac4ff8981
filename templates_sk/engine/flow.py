"""Which lines come on which page: nothing overflows, nothing that belongs together is torn apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from templates_sk.engine.blocks import Block, Frame
from templates_sk.errors import LayoutError

LEAST_GAP = 0.15
"""Blank lines may shrink to this share of themselves when that keeps a section on one page."""


TIGHT, LITTLE = 0.6, 1 / 6
"""They shrink to the first when that spares a last page of which less than the second share would be used."""


class Atom(NamedTuple):
    """Lines that never part: slots *first* … *last* − 1 of a block; ``keep`` ties it to the next atom.

    ``gap`` is what stays free above it, before it is scaled.
    """

    block: Block
    first: int
    last: int
    keep: bool
    height: float
    gap: float


class Placed(NamedTuple):
    """Slots of a block on a page, from ``top`` downwards; ``again`` is a header that stands here once more."""

    block: Block
    first: int
    last: int
    top: float
    again: bool = False


class Page(NamedTuple):
    """What stands on one sheet."""

    frame: Frame
    placed: list[Placed]


def paginate(blocks: Sequence[Block], frame: Frame, *, first_top: float) -> list[Page]:
    """Pages of placed blocks. Raises ``LayoutError`` when what must stay together exceeds a page."""
    pages: list[Page] = []
    for section in _sections(blocks):
        frame = section[0].new_page or frame
        start = frame.top if pages else first_top
        placed = _flow(section, _scale(section, start - frame.bottom), start, frame.top, frame.bottom)
        if len(placed) > 1 and _left_over(placed[-1], frame):
            tighter = _flow(section, TIGHT, start, frame.top, frame.bottom)
            placed = min(placed, tighter, key=len)
        pages += [Page(frame, one) for one in placed]
    return pages


def _left_over(page: list[Placed], frame: Frame) -> bool:
    """Is there so little on this last page that it had better be none?"""
    last = page[-1]
    end = last.top - last.block.height_of(last.last - last.first)
    return frame.top - end < (frame.top - frame.bottom) * LITTLE


def _sections(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    section: list[Block] = []
    for block in blocks:
        if block.new_page and section:
            yield section
            section = []
        section.append(block)
    if section:
        yield section


def _scale(blocks: list[Block], room: float) -> float:
    """1, or what the gaps must shrink to for the section to fit its one page."""
    gaps = sum(block.gap for block in blocks[1:])
    free = room - sum(block.height_of(block.slots) for block in blocks)
    if free >= gaps or free < gaps * LEAST_GAP:
        return 1.0
    return (free - 0.01) / gaps


def _flow(blocks: list[Block], scale: float, first_top: float, top: float, bottom: float) -> list[list[Placed]]:
    pages: list[list[Placed]] = [[]]
    y = first_top
    for chain, height in _fitting(blocks, scale, top - bottom):
        gap = chain[0].gap * scale
        if pages[-1] and y - gap - height < bottom:
            pages.append([])
            y = _headed(pages[-1], chain[0], top)
        if not pages[-1] or pages[-1][-1].again:
            gap = 0.0
        if y - gap - height < bottom:
            raise LayoutError("Isi naskah terlalu panjang untuk satu halaman. Ringkas isian yang panjang.")
        for atom in chain:
            y -= gap if atom is chain[0] else atom.gap * scale
            _place(pages[-1], atom, y)
            y -= atom.height
    return pages


def _headed(page: list[Placed], atom: Atom, top: float) -> float:
    """A table that goes on shows its header again; returns where text starts."""
    header = atom.block.header
    if header is None:
        return top
    page.append(Placed(header, 0, header.slots, top, again=True))
    return top - header.height_of(header.slots)


def _place(page: list[Placed], atom: Atom, y: float) -> None:
    """Lines that follow their own block on the page join it, so that a paragraph stays one sequence."""
    if atom.first and page and page[-1].block is atom.block:
        page[-1] = Placed(atom.block, page[-1].first, atom.last, page[-1].top)
    else:
        page.append(Placed(atom.block, atom.first, atom.last, y))


def _height(chain: list[Atom], scale: float) -> float:
    """Of the whole chain, without the gap above its first atom."""
    total = chain[0].height
    for atom in chain[1:]:
        total += atom.gap * scale + atom.height
    return total


def _fitting(blocks: list[Block], scale: float, room: float) -> Iterator[tuple[list[Atom], float]]:
    """Chains and their heights; one that exceeds a page is cut where a tie yields."""
    for chain in _chains(blocks):
        height = _height(chain, scale)
        if height <= room:
            yield chain, height
            continue
        cut: list[Atom] = []
        for atom in chain:
            cut.append(atom)
            if atom.block.yields and atom.last == atom.block.slots:
                yield cut, _height(cut, scale)
                cut = []
        if cut:
            yield cut, _height(cut, scale)


def _chains(blocks: list[Block]) -> Iterator[list[Atom]]:
    chain: list[Atom] = []
    for block in blocks:
        for atom in _atoms(block):
            chain.append(atom)
            if not atom.keep:
                yield chain
                chain = []
    if chain:
        yield chain


def _atoms(block: Block) -> Iterator[Atom]:
    """A splittable block by lines, at least two of them together at either end."""
    count, gap = block.slots, block.gap
    if not block.splittable or count < 4:
        yield Atom(block, 0, count, block.keep_next, block.height_of(count), gap)
        return
    one = block.height_of(1)
    for slot in range(count):
        inside_pair = slot in (0, count - 2)
        keep = inside_pair or (slot == count - 1 and block.keep_next)
        yield Atom(block, slot, slot + 1, keep, one, 0.0 if slot else gap)
