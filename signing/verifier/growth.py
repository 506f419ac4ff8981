"""What a later revision may add: evidence, timestamps and signatures. What else may come is for a person to judge."""

# mypy: allow-untyped-calls
# pyHanko is only partly annotated.
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pyhanko.pdf_utils.reader import HistoricalResolver
from pyhanko.sign.diff_analysis import (
    CatalogModificationRule,
    DocInfoRule,
    DSSCompareRule,
    FormUpdatingRule,
    GenericFieldModificationRule,
    MetadataUpdateRule,
    ModificationLevel,
    ObjectStreamRule,
    ReferenceUpdate,
    SigFieldCreationRule,
    SigFieldModificationRule,
    StandardDiffPolicy,
    WhitelistRule,
    XrefStreamRule,
)
from pyhanko.sign.diff_analysis.constants import ROOT_EXEMPT_STRICT_COMPARISON, VALUE_UPDATE_KEYS
from pyhanko.sign.diff_analysis.form_rules_api import FieldComparisonContext, FieldComparisonSpec, FormUpdate

from signing.verifier.notes import NewNotesRule
from signing.verifier.tags import TaggedSignatureRule
from signing.verifier.widgets import shown

_LTA = ModificationLevel.LTA_UPDATES


class _ChangedMetadata(MetadataUpdateRule):
    """Old metadata need not be to the library's taste: only new ones are looked at."""

    def apply(self, old: HistoricalResolver, new: HistoricalResolver) -> Iterable[ReferenceUpdate]:
        mine, theirs = (resolver.root.get_value_as_reference("/Metadata", optional=True) for resolver in (new, old))
        written = new.reader.xrefs.explicit_refs_in_revision(new.revision)
        if mine == theirs and (mine is None or mine not in written):
            return ()
        return super().apply(old, new)


class _NewField(SigFieldCreationRule):
    """The picture of a field without extent shows nowhere: some programs give one to every timestamp."""

    def apply(self, context: FieldComparisonContext) -> Iterable[tuple[ModificationLevel, FormUpdate]]:
        for level, update in super().apply(context):
            spec = context.field_specs.get(update.field_name or "")
            if spec is None or spec.new_field is None or shown(spec.new_field):
                yield level, update
            else:
                yield _LTA, replace(update, valid_when_locked=True)


class _FilledField(SigFieldModificationRule):
    """A prepared field that was empty may be signed invisibly: EU DSS takes its extent away (ISO 32000-1 §12.7.4.5)."""

    _anywhere = SigFieldModificationRule(value_update_keys=VALUE_UPDATE_KEYS | {"/Rect"})

    def compare_fields(self, spec: FieldComparisonSpec) -> bool:
        old, new = spec.old_field, spec.new_field
        vanished = old is not None and new is not None and "/V" not in old and "/V" in new and not shown(new)
        return bool(self._anywhere.compare_fields(spec) if vanished else super().compare_fields(spec))


class _NewOutputIntent(WhitelistRule):
    """EU DSS says how its picture's colours are meant (ISO 32000-1 §14.11.5) where nobody had said it for the file."""

    def apply(self, old: HistoricalResolver, new: HistoricalResolver) -> Iterable[ReferenceUpdate]:
        if "/OutputIntents" in old.root or "/OutputIntents" not in new.root:
            return
        intents = new.root.raw_get("/OutputIntents")
        yield from map(ReferenceUpdate, new.collect_dependencies(intents, since_revision=new.revision))


class _Catalogue(CatalogModificationRule):
    """As the library has it; an output intent may come, but none may go or change."""

    _strict = CatalogModificationRule()

    def __init__(self) -> None:
        super().__init__(ROOT_EXEMPT_STRICT_COMPARISON | {"/OutputIntents"})

    def apply_qualified(
        self, old: HistoricalResolver, new: HistoricalResolver
    ) -> Iterable[tuple[ModificationLevel, ReferenceUpdate]]:
        if "/OutputIntents" in old.root:
            return self._strict.apply_qualified(old, new)
        return super().apply_qualified(old, new)


_ALWAYS = [
    DocInfoRule().as_qualified(_LTA),
    XrefStreamRule().as_qualified(_LTA),
    ObjectStreamRule().as_qualified(_LTA),
    DSSCompareRule().as_qualified(_LTA),
    _ChangedMetadata().as_qualified(_LTA),
    TaggedSignatureRule().as_qualified(_LTA),
]
_WIDELY = [_Catalogue(), _NewOutputIntent().as_qualified(_LTA), *_ALWAYS]
_OF_FORMS = {"/Fields", "/DR", "/DA", "/Q", "/NeedAppearances", "/SigFlags"}
"""Looked at by :mod:`signing.verifier.forms`."""
_SIGNING = [_NewField(), _FilledField()]
_SIGNING_ANYWHERE = [_NewField(allow_new_visible_after_certify=True), _FilledField()]
_VALUES = GenericFieldModificationRule(value_update_keys=VALUE_UPDATE_KEYS | {"/MK"})

SIGNED_OVER = StandardDiffPolicy([CatalogModificationRule(), *_ALWAYS], FormUpdatingRule(_SIGNING, _OF_FORMS))
"""pyHanko's default without form values: only evidence, timestamps and further signatures."""
SHOWN_BESIDE = StandardDiffPolicy(_WIDELY, FormUpdatingRule(_SIGNING_ANYWHERE, _OF_FORMS))
"""Also what shows beside the content: a new visible field after a certification, how colours are meant."""
FILLED_IN = StandardDiffPolicy(_WIDELY, FormUpdatingRule([*_SIGNING_ANYWHERE, _VALUES], _OF_FORMS))
COMMENTED_ON = StandardDiffPolicy(
    [*_WIDELY, NewNotesRule().as_qualified(ModificationLevel.ANNOTATIONS)],
    FormUpdatingRule([*_SIGNING_ANYWHERE, _VALUES], _OF_FORMS),
)
