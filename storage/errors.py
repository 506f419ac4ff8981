"""What can go wrong in the store, named by what the caller can do about it."""

from __future__ import annotations


class StorageError(Exception):
    """Base of everything this package raises; the text is Indonesian and fit to show."""


class TooLarge(StorageError):
    """The source holds more bytes than allowed: refuse it, tell the person the limit."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"Berkas melebihi batas {-(-limit // 1024**2)} MB.")
        self.limit = limit


class StorageFull(StorageError):
    """No room left (disk or quota): answer 507, wake an operator; nothing was stored."""

    def __init__(self) -> None:
        super().__init__("Penyimpanan penuh. Hubungi administrator, lalu coba lagi.")


class StoreUnavailable(StorageError):
    """The store does not answer or answers with an error: try again later; nothing was stored."""

    def __init__(self, detail: str = "") -> None:
        super().__init__("Penyimpanan sedang tidak dapat dipakai. Coba lagi sebentar lagi.")
        self.detail = detail


class Busy(StorageError):
    """The machine had no time to look at the file: try again later. Nothing is known of the file, nothing is lost."""

    def __init__(self) -> None:
        super().__init__("Server sedang sibuk, jadi berkas belum sempat diperiksa. Coba lagi beberapa menit lagi.")


class BlobMissing(StorageError):
    """No bytes under this SHA-256."""

    def __init__(self, sha256: str) -> None:
        super().__init__("Berkas tidak ditemukan di penyimpanan.")
        self.sha256 = sha256


class BlobDamaged(StorageError):
    """Stored bytes that are not what was stored: a bit, a piece or an envelope has changed."""

    def __init__(self, detail: str = "") -> None:
        super().__init__("Berkas di penyimpanan rusak. Hubungi administrator; salinannya dipulihkan dari cadangan.")
        self.detail = detail


class KeyMissing(StorageError):
    """The master key *kid* that sealed this blob is not on the ring; the bytes are still there."""

    def __init__(self, kid: str) -> None:
        super().__init__(f"Kunci berkas {kid} tidak tersedia. Berkas tetap tersimpan; hubungi administrator.")
        self.kid = kid


class UnsafeToRender(StorageError):
    """The pages cannot be drawn safely; ``cause`` is for the log."""

    def __init__(self, cause: str = "") -> None:
        super().__init__("Berkas tersimpan tetapi tidak dapat dibaca dengan aman. Foto ulang kertasnya.")
        self.cause = cause
