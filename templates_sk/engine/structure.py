"""The structure tree, the map from marks back to it, and the signature widgets, as PDF objects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from templates_sk.engine.objects import Objects, array, ref, text
from templates_sk.engine.sheet import Box, Sheet, n
from templates_sk.engine.tags import Element, Mark

_PRINT, _LOCKED = 4, 128


@dataclass(frozen=True)
class Structure:
    """What the catalogue and the pages refer to: the tree, its drawn elements, all fields, those on each page."""

    tree: int
    drawn: list[Element]
    """In reading order."""
    fields: list[int]
    on_page: list[list[int]]


def write_structure(out: Objects, sheets: Sequence[Sheet], root: Element, pages: Sequence[int]) -> Structure:
    """Writes the tree and the fields; *pages* are the reserved numbers of the pages."""
    order: list[tuple[Element, Element | None]] = []
    _walk(root, None, order)
    tree = out.reserve()
    first = out.reserve(len(order))
    numbers = {element: first + place for place, (element, _) in enumerate(order)}
    forms = [(sheet.index, element, box) for sheet in sheets for element, box in sheet.widgets]
    first_field = out.reserve(len(forms))
    widgets = {element: first_field + place for place, (_, element, _) in enumerate(forms)}
    held = {e: f"<</Type /OBJR /Obj {ref(widgets[e])} /Pg {ref(pages[page])}>>" for page, e, _ in forms}
    nodes = [_node(element, numbers[parent] if parent else tree, numbers, pages, held) for element, parent in order]
    out.put_run(nodes, first)
    for place, (page, element, box) in enumerate(forms):
        _widget(out, first_field + place, element, box, pages[page], len(sheets) + place)
    marks = [array([f"{numbers[e]} 0 R" for e in sheet.parents]) for sheet in sheets]
    owners = [*marks, *(ref(numbers[element]) for _, element, _ in forms)]
    parents = " ".join(f"{key} {owner}" for key, owner in enumerate(owners))
    out.put(
        f"<</Type /StructTreeRoot /K [{ref(numbers[root])}] /ParentTree <</Nums [{parents}]>> "
        f"/ParentTreeNextKey {len(owners)}>>",
        tree,
    )
    on_page = [[widgets[element] for element, _ in sheet.widgets] for sheet in sheets]
    return Structure(tree, list(numbers), list(widgets.values()), on_page)


def _walk(element: Element, parent: Element | None, order: list[tuple[Element, Element | None]]) -> bool:
    """Adds (element, parent) in reading order; says False, and adds nothing, when nothing of it was drawn."""
    place = len(order)
    order.append((element, parent))
    drawn = bool(element.widget)
    for kid in element.kids:
        drawn = True if isinstance(kid, Mark) else _walk(kid, element, order) or drawn
    if not drawn:
        del order[place:]
    return drawn


def _node(
    element: Element, parent: int, numbers: dict[Element, int], pages: Sequence[int], held: dict[Element, str]
) -> str:
    head = f"<</Type /StructElem /S /{element.tag} /P {parent} 0 R"
    if element.plain and len(element.kids) == 1 and isinstance(mark := element.kids[0], Mark):
        return f"{head} /Pg {pages[mark.page]} 0 R /K [{mark.mcid}]>>"
    title = f" /T {text(element.title)}" if element.title else ""
    alt = f" /Alt {text(element.alt)}" if element.alt else ""
    kids, page = (held[element], None) if element.widget else _kids(element.kids, numbers, pages)
    where = "" if page is None else f" /Pg {pages[page]} 0 R"
    return f"{head}{title}{alt}{_attributes(element)}{where} /K [{kids}]>>"


def _kids(kids: Sequence[Element | Mark], numbers: dict[Element, int], pages: Sequence[int]) -> tuple[str, int | None]:
    """Children and the page of the first mark: marks on that page are written as their bare numbers."""
    page: int | None = None
    shown = []
    for kid in kids:
        if isinstance(kid, Element):
            if kid in numbers:
                shown.append(f"{numbers[kid]} 0 R")
        elif page is None or kid.page == page:
            page = kid.page
            shown.append(str(kid.mcid))
        else:
            shown.append(f"<</Type /MCR /Pg {ref(pages[kid.page])} /MCID {kid.mcid}>>")
    return " ".join(shown), page


def _attributes(element: Element) -> str:
    if element.numbering:
        return f" /A <</O /List /ListNumbering /{element.numbering}>>"
    if element.scope:
        return f" /A <</O /Table /Scope /{element.scope}>>"
    if element.box:
        return f" /A <</O /Layout /Placement /Block /BBox {array(map(n, element.box))}>>"
    return ""


def _widget(out: Objects, number: int, element: Element, box: Box, page: int, key: int) -> None:
    """A signature field made with the document: one added later would be untagged (7.18.4).

    Its appearance is empty but final, so that a signature changes no object of the page.
    """
    width, height = n(box[2] - box[0]), n(box[3] - box[1])
    look = out.stream(b"", f"/Type /XObject /Subtype /Form /BBox [0 0 {width} {height}] /Resources <<>>")
    out.put(
        f"<</Type /Annot /Subtype /Widget /FT /Sig /T {text(element.widget)} /TU {text(element.alt)} "
        f"/Contents {text(element.alt)} /F {_PRINT | _LOCKED} /Rect {array(map(n, box))} /P {ref(page)} "
        f"/StructParent {key} /AP <</N {ref(look)}>>>>",
        number,
    )
