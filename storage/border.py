"""The border to disks and storage back ends: foreign exceptions become ours."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from storage.errors import StorageError, StorageFull, StoreUnavailable

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextmanager
def guarded() -> Iterator[None]:
    """Raise :class:`StorageFull` or :class:`StoreUnavailable` for whatever the back end throws.

    S3 clients have exception trees of their own, so everything that is not ours is taken.
    """
    try:
        yield
    except StorageError:
        raise
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise StorageFull from error
        raise StoreUnavailable(f"{type(error).__name__} {error.errno}") from error
    except Exception as error:
        raise StoreUnavailable(type(error).__name__) from error
