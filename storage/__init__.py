"""Where bytes live: content-addressed blobs, safe looking at strangers' files, the virus scan, page images.

Knows nothing of people, offices or rules. Parsers run in :mod:`sandbox` only.
"""

from storage.address import shelf_at
from storage.blob import Blob, BlobStore
from storage.copying import copy_all
from storage.errors import (
    BlobDamaged,
    BlobMissing,
    Busy,
    KeyMissing,
    StorageError,
    StorageFull,
    StoreUnavailable,
    TooLarge,
    UnsafeToRender,
)
from storage.fixity import Finding, Pace, Promised, State, examine, repair
from storage.inspection import inspect
from storage.keys import KeyRing, add_key
from storage.pages import pages_in_order, without_page
from storage.parcel import Member, ParcelLimits, ParcelRefused, look_into, taken_out
from storage.photos import combine_photos
from storage.policy import Policy
from storage.precheck import precheck
from storage.render import PageImage, render_pages
from storage.results import Inspection, Scanner, ScannerHealth, ScanResult, ScanVerdict
from storage.rotation import rotate
from storage.safe_copy import safe_copy
from storage.scanner import ClamdScanner
from storage.sealed_shelf import SealedShelf
from storage.shelf import Shelf
from storage.table import Table, TableLimits, TableRefused, read_table

__all__ = [
    "Blob",
    "BlobDamaged",
    "BlobMissing",
    "BlobStore",
    "Busy",
    "ClamdScanner",
    "Finding",
    "Inspection",
    "KeyMissing",
    "KeyRing",
    "Member",
    "Pace",
    "PageImage",
    "ParcelLimits",
    "ParcelRefused",
    "Policy",
    "Promised",
    "ScanResult",
    "ScanVerdict",
    "Scanner",
    "ScannerHealth",
    "SealedShelf",
    "Shelf",
    "State",
    "StorageError",
    "StorageFull",
    "StoreUnavailable",
    "Table",
    "TableLimits",
    "TableRefused",
    "TooLarge",
    "UnsafeToRender",
    "add_key",
    "combine_photos",
    "copy_all",
    "examine",
    "inspect",
    "look_into",
    "pages_in_order",
    "precheck",
    "read_table",
    "render_pages",
    "repair",
    "rotate",
    "safe_copy",
    "shelf_at",
    "taken_out",
    "without_page",
]
