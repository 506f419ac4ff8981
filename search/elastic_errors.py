"""The engine's errors by what the caller can do about them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from elasticsearch import ApiError, AuthenticationException, AuthorizationException, SerializationError, TransportError

from search.errors import IndexBroken, IndexBusy

SILENT = "Server pencarian tidak menjawab. Coba lagi sebentar lagi; dokumen sendiri tidak terpengaruh."
FULL = "Server pencarian penuh atau terlalu sibuk. Coba lagi nanti; pengelola perlu memeriksa ruang disknya."
REFUSED = "Server pencarian menolak nama atau sandi di SEARCH_URL. Pengelola perlu memperbaikinya."
BROKEN = "Indeks pencarian tidak dapat dipakai. Bangun ulang indeks; dokumen sendiri tidak terpengaruh."
LATER = (408, 429, 502, 503, 504)


class Refused(Exception):
    """The server did not take one document of a bulk call."""

    def __init__(self, result: dict[str, Any]) -> None:
        error = result.get("error") or {}
        self.kind = str(error.get("type", "")) if isinstance(error, dict) else str(error)
        self.status = int(result.get("status") or 0)
        super().__init__(self.kind)


@contextmanager
def boundary() -> Iterator[None]:
    """Raises IndexBusy and IndexBroken for whatever the client raises."""
    try:
        yield
    except (AuthenticationException, AuthorizationException) as error:
        if "cluster_block_exception" in str(error):  # the disk is full: everything is read-only
            raise IndexBusy(FULL) from error
        raise IndexBroken(REFUSED) from error
    except ApiError as error:
        raise (IndexBusy(FULL) if error.meta.status in LATER else IndexBroken(BROKEN)) from error
    except Refused as error:
        full = error.status in LATER or error.kind == "cluster_block_exception"
        raise (IndexBusy(FULL) if full else IndexBroken(BROKEN)) from error
    except SerializationError as error:
        raise IndexBroken(BROKEN) from error
    except TransportError as error:
        raise IndexBusy(SILENT) from error
