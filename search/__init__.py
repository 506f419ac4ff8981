"""Text out of files (text layer, OCR), text back to people (full-text index).

``extract`` reads a stranger's file inside the sandbox; ``SearchIndex`` is what the archive asks.
"""

from search.elastic_index import ElasticIndex
from search.errors import Busy, EngineMissing, IndexBroken, IndexBusy, QueryTooLong, SearchError, Unreadable
from search.extract import PAGE_LIMITS, extract
from search.fields import find_fields
from search.findings import ADVICE
from search.index import FACETS, ORDERS, PAGE_BREAK, Entry, Hit, Query, Results, SearchIndex
from search.kinds import guess_kind
from search.opening import open_index
from search.pages import Box, Extraction, Field, Page, Word
from search.preparing import check_reader, prepare_reader
from search.question import MAX_LETTERS
from search.snippet import words_met
from search.spots import box_of, spot
from search.tantivy_index import TantivyIndex
from search.turning import turned
from search.words.private import hidden
from search.words.stem import stem

__all__ = [
    "ADVICE",
    "FACETS",
    "MAX_LETTERS",
    "ORDERS",
    "PAGE_BREAK",
    "PAGE_LIMITS",
    "Box",
    "Busy",
    "ElasticIndex",
    "EngineMissing",
    "Entry",
    "Extraction",
    "Field",
    "Hit",
    "IndexBroken",
    "IndexBusy",
    "Page",
    "Query",
    "QueryTooLong",
    "Results",
    "SearchError",
    "SearchIndex",
    "TantivyIndex",
    "Unreadable",
    "Word",
    "box_of",
    "check_reader",
    "extract",
    "find_fields",
    "guess_kind",
    "hidden",
    "open_index",
    "prepare_reader",
    "spot",
    "stem",
    "turned",
    "words_met",
]
