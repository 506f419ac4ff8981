"""The structure tree of a tagged file: a later program may hang its own signature field into it, and nothing else."""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import Reference
from pyhanko.pdf_utils.reader import HistoricalResolver
from pyhanko.sign.diff_analysis import ReferenceUpdate, SuspiciousModification, WhitelistRule
from pyhanko.sign.diff_analysis.policies import _is_id

from signing.verifier.subject import lookup

_OF_WRAPPERS = {"/Type", "/S", "/P", "/K"}
_OF_FIELDS = {"/Type", "/S", "/P", "/Pg", "/K"}
_OF_REFERENCES = {"/Type", "/Obj", "/Pg"}
_DEEPEST = 60


class TaggedSignatureRule(WhitelistRule):
    """New ``Form`` elements for new signature fields (ISO 32000-1 §14.7.4.3), which say nothing of their own.

    iText hangs everything into one ``Document`` when several parts lie at the top; that says nothing either.
    """

    def apply(self, old: HistoricalResolver, new: HistoricalResolver) -> Iterable[ReferenceUpdate]:
        before, after = (_reference(resolver.root, "/StructTreeRoot") for resolver in (old, new))
        written = new.explicit_refs_in_revision()
        if before is None or before != after or not written:
            return
        fresh = {one for one in written if old.is_ref_unassignable(one)}
        added = {one for one in fresh if _is_of_field(new.get_object(one), old)}
        around = {one for one in fresh if _is_wrapper(one, new.get_object(one), before)}
        for one in written - fresh:
            if _only_grows(old.get_object(one), new.get_object(one), added, around):
                yield ReferenceUpdate(one)
        for one in added | around | _number_tree(old, new, added) & written:
            yield ReferenceUpdate(one)


def _is_wrapper(reference: Reference, value: Any, root: Reference) -> bool:
    """The whole document as one part, directly below *root*; its children know it for their parent."""
    return (
        isinstance(value, generic.DictionaryObject)
        and not set(value) - _OF_WRAPPERS
        and lookup(value, "/S") == "/Document"
        and _reference(value, "/P") == root
        and all(
            isinstance(kid, Reference) and _reference(kid.get_object(), "/P") == reference for kid in _children(value)
        )
    )


def _is_of_field(value: Any, old: HistoricalResolver) -> bool:
    """An element with nothing but a reference to a field that was not there before."""
    if not isinstance(value, generic.DictionaryObject) or set(value) - _OF_FIELDS or lookup(value, "/S") != "/Form":
        return False
    kids = lookup(value, "/K")
    kids = kids if isinstance(kids, generic.ArrayObject) else [kids]
    return all(_names_new_field(kid, old) for kid in kids)


def _names_new_field(kid: Any, old: HistoricalResolver) -> bool:
    if not isinstance(kid, generic.DictionaryObject) or set(kid) - _OF_REFERENCES:
        return False
    field = _reference(kid, "/Obj")
    return field is not None and old.is_ref_unassignable(field) and lookup(field.get_object(), "/FT") == "/Sig"


def _only_grows(before: Any, after: Any, added: set[Reference], around: set[Reference]) -> bool:
    """A structure element or root whose children are those of before, with *added* ones among them."""
    if not isinstance(before, generic.DictionaryObject) or not isinstance(after, generic.DictionaryObject):
        return False
    kind = lookup(before, "/Type")
    if kind not in {"/StructElem", "/StructTreeRoot"}:
        return False
    grown = {"/K", "/ParentTree", "/ParentTreeNextKey"} if kind == "/StructTreeRoot" else {"/K"}
    if "/RoleMap" not in before and lookup(after, "/RoleMap") == {}:
        grown |= {"/RoleMap"}
    if _reference(after, "/P") in around and _reference(before, "/P") == _reference(after["/P"], "/P"):
        grown |= {"/P"}
    kids = [kid for kid in _unwrapped(after, around) if not _is_one_of(kid, added)]
    return _is_id(*(_without(one, grown) for one in (before, after))) and _children(before) == kids


def _unwrapped(value: Any, around: set[Reference]) -> Iterator[Any]:
    for kid in _children(value):
        yield from _children(kid.get_object()) if _is_one_of(kid, around) else [kid]


def _is_one_of(kid: Any, references: set[Reference]) -> bool:
    return isinstance(kid, Reference) and kid in references


def _without(value: Any, keys: set[str]) -> generic.DictionaryObject:
    return generic.DictionaryObject({key: value.raw_get(key) for key in value if key not in keys})


def _children(value: Any) -> list[Any]:
    if "/K" not in value:
        return []
    kids = lookup(value, "/K")
    raw = list(_raw(kids)) if isinstance(kids, generic.ArrayObject) else [value.raw_get("/K")]
    return [kid.reference if isinstance(kid, generic.IndirectObject) else kid for kid in raw]


def _number_tree(old: HistoricalResolver, new: HistoricalResolver, added: set[Reference]) -> set[Reference]:
    """The nodes of the tree that leads from annotations to elements: all old entries, and new ones to *added*."""
    (_, before), (nodes, after) = (_flat(lookup(r.root, "/StructTreeRoot")) for r in (old, new))
    if any(after.get(key) != value for key, value in before.items()):
        raise SuspiciousModification("the structure tree leads elsewhere")
    fresh = {after[key] for key in after.keys() - before.keys()}
    return nodes if fresh <= added else set()


def numbered(tree: Any) -> set[int]:
    """The numbers that lead into the structure (ISO 32000-1 §14.7.4.4)."""
    return set(_flat(tree)[1])


def _flat(tree: Any) -> tuple[set[Reference], dict[int, Any]]:
    nodes: set[Reference] = set()
    entries: dict[int, Any] = {}
    _walk(tree.raw_get("/ParentTree") if "/ParentTree" in tree else None, nodes, entries, _DEEPEST)
    return nodes, entries


def _walk(node: Any, nodes: set[Reference], entries: dict[int, Any], depth: int) -> None:
    if isinstance(node, generic.IndirectObject):
        nodes.add(node.reference)
        node = node.get_object()
    if not isinstance(node, generic.DictionaryObject) or not depth:
        return
    numbers = lookup(node, "/Nums") or generic.ArrayObject()
    for at in range(0, len(numbers) - 1, 2):
        value = numbers.raw_get(at + 1)
        if isinstance(numbers[at + 1], generic.ArrayObject):  # the parts of a page, in an object of its own or here
            nodes |= {value.reference} if isinstance(value, generic.IndirectObject) else set()
            value = repr(list(_raw(numbers[at + 1])))
        entries[int(numbers[at])] = value.reference if isinstance(value, generic.IndirectObject) else repr(value)
    for kid in _raw(lookup(node, "/Kids")):
        _walk(kid, nodes, entries, depth - 1)


def _raw(array: Any) -> Iterator[Any]:
    if isinstance(array, generic.ArrayObject):
        yield from (array.raw_get(at) for at in range(len(array)))


def _reference(holder: Any, key: str) -> Reference | None:
    value = holder.raw_get(key) if key in holder else None
    return value.reference if isinstance(value, generic.IndirectObject) else None
