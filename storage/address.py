"""Where a store is, as one line of configuration."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.files.storage import Storage
from django.utils.module_loading import import_string

from storage.remote_shelf import RemoteShelf
from storage.shelf import LocalShelf, Shelf, sync_folder

SECONDS = 20
TRIES = 4


def shelf_at(url: str, name: str, *, temporary: Path | None = None) -> Shelf:
    """The place called *name* below *url*: ``file:///folder``, ``s3://bucket/prefix?endpoint=…&region=…``, or any
    Django storage with its options, ``django://storages.backends.s3.S3Storage?bucket_name=…`` (see ``RemoteShelf``).

    Credentials of S3 come from the usual places (``AWS_ACCESS_KEY_ID`` …, a role), never from the address, which is
    shown on pages and in logs. *temporary* holds files on their way in: by default a folder of the store itself on
    a disk, the system's for S3. Raises :class:`ValueError` for another kind of address.
    """
    parts = urlsplit(url)
    if parts.scheme == "file" and parts.path and not parts.netloc:
        folder = Path(unquote(parts.path)) / name
        if not folder.is_dir():
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            sync_folder(folder.parent)
        return LocalShelf(folder, temporary)
    if parts.scheme == "s3" and parts.hostname and not parts.username:
        return _bucket(parts.hostname, f"{parts.path}/{name}/", parse_qs(parts.query), temporary)
    if parts.scheme == "django" and "." in parts.netloc:
        return _django_storage(parts.netloc, name, parse_qs(parts.query), temporary)
    raise ValueError(f"alamat penyimpanan tidak dikenal: {parts.scheme}://…; pakai file:///folder atau s3://ember")


def _bucket(bucket: str, prefix: str, options: dict[str, list[str]], temporary: Path | None) -> Shelf:
    import boto3  # half a second that a store on a disk need not pay
    from botocore.config import Config

    from storage.s3 import S3Shelf

    one = {key: values[-1] for key, values in options.items()}
    config = Config(
        signature_version="s3v4",
        connect_timeout=SECONDS,
        read_timeout=SECONDS,
        retries={"mode": "standard", "max_attempts": TRIES},
        s3={"addressing_style": "path" if "endpoint" in one else "auto"},
        max_pool_connections=32,
    )
    client: Any = boto3.client("s3", endpoint_url=one.get("endpoint"), region_name=one.get("region"), config=config)
    return S3Shelf(client, bucket, prefix.strip("/") + "/", temporary or Path(tempfile.gettempdir()))


def _django_storage(dotted: str, name: str, options: dict[str, list[str]], temporary: Path | None) -> Shelf:
    """Options are words. Raises :class:`ValueError` for no storage."""
    try:
        kind = import_string(dotted)
    except ImportError as error:
        raise ValueError(f"penyimpanan Django tidak dikenal: {dotted}") from error
    if not (isinstance(kind, type) and issubclass(kind, Storage)):
        raise ValueError(f"bukan penyimpanan Django: {dotted}")
    storage = kind(**{key: values[-1] for key, values in options.items()})
    return RemoteShelf(storage, temporary or Path(tempfile.gettempdir()), f"{name}/")
