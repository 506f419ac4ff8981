"""Blobs in a bucket of an S3-compatible service.

A blob is one conditional ``PUT`` (``If-None-Match: *``, RFC 9110 13.1.2) that carries the SHA-256 of its bytes: the
service takes all of it, unharmed and under a name nobody had, or nothing. Single requests hold 5 GiB, far beyond any
upload, so multipart transfers (whose checksums are not those of the whole) are not needed.
"""

from __future__ import annotations

import base64
import io
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast

from botocore.exceptions import ClientError

from storage.errors import StoreUnavailable
from storage.incoming import Incoming
from storage.s3_reader import S3Reader
from storage.shelf import Record, record_of

_TAKEN = frozenset({"412", "PreconditionFailed"})
_MEANWHILE = frozenset({"409", "ConditionalRequestConflict"})
_MISSING = frozenset({"404", "NoSuchKey", "NotFound"})
_TRIES = 5
RENEW_AFTER = 3600.0
"""Seconds after which a blob that is stored again is written anew, so that no sweep takes it for an old orphan."""


class S3Shelf:
    """Objects below *prefix* (empty, or ending in ``/``) of *bucket*; *client* is boto3's S3 client.

    Switch versioning on: a sweep then deletes exactly the version it judged, never one written meanwhile.
    """

    def __init__(self, client: Any, bucket: str, prefix: str, temporary: Path) -> None:
        self.client, self.bucket, self.prefix, self.temporary = client, bucket, prefix, temporary

    def publish(self, incoming: Incoming, name: str) -> bool:
        if self._put(incoming, name, IfNoneMatch="*"):
            return True
        try:
            if self.age(name) > RENEW_AFTER:
                self._put(incoming, name)
            return False
        except FileNotFoundError:  # swept meanwhile; versitygw also calls a name taken whose last version is deleted
            return self._put(incoming, name)

    def replace(self, incoming: Incoming, name: str) -> None:
        self._put(incoming, name)

    def swap(self, incoming: Incoming, name: str, before: bytes) -> bool:
        """Put *incoming* in the place of exactly *before*; False when something else is there by now."""
        answer = self.client.get_object(**self._at(name))
        with answer["Body"] as body:
            return body.read() == before and self._put(incoming, name, IfMatch=answer["ETag"])

    def record(self, name: str) -> Record:
        return record_of(name)

    def open_stored(self, name: str) -> BinaryIO:
        return self.open(name)

    def open(self, name: str) -> BinaryIO:
        """Seekable; every seek is a new range request, reading on is one stream."""
        return cast(BinaryIO, io.BufferedReader(S3Reader(self.client, self._at(name), self.size(name)), 256 * 1024))

    def path(self, name: str) -> Path | None:
        return None

    def exists(self, name: str) -> bool:
        try:
            self._head(name)
        except FileNotFoundError:
            return False
        return True

    def size(self, name: str) -> int:
        return int(self._head(name)["ContentLength"])

    def names(self, folder: str = "") -> Iterator[str]:
        start = {"StartAfter": f"{self.prefix}{folder}"} if folder else {}
        pages = self.client.get_paginator("list_objects_v2").paginate(Bucket=self.bucket, Prefix=self.prefix, **start)
        for page in pages:
            yield from (entry["Key"].removeprefix(self.prefix) for entry in page.get("Contents", ()))

    def age(self, name: str) -> float:
        return time.time() - float(self._head(name)["LastModified"].timestamp())

    def remove_if_older(self, name: str, seconds: float) -> bool:
        try:
            head = self._head(name)
        except FileNotFoundError:
            return False
        if time.time() - head["LastModified"].timestamp() < seconds:
            return False
        version = {"VersionId": head["VersionId"]} if head.get("VersionId") else {}
        self.client.delete_object(**self._at(name), **version)
        return True

    def _put(self, incoming: Incoming, name: str, **condition: str) -> bool:
        """False when the name is taken; a writer who is at it right now (409) is waited for."""
        checksum = base64.b64encode(bytes.fromhex(incoming.sha256)).decode()
        for attempt in range(_TRIES):
            try:
                with incoming.path.open("rb") as source:
                    self.client.put_object(**self._at(name), Body=source, ChecksumSHA256=checksum, **condition)
                return True
            except ClientError as error:
                if _code(error) in _TAKEN:
                    return False
                if _code(error) not in _MEANWHILE:
                    raise
                time.sleep(0.1 * 2**attempt)
        raise StoreUnavailable("conflicting writes")

    def _head(self, name: str) -> dict[str, Any]:
        try:
            return cast(dict[str, Any], self.client.head_object(**self._at(name)))
        except ClientError as error:
            if _code(error) in _MISSING:
                raise FileNotFoundError(name) from None
            raise

    def _at(self, name: str) -> dict[str, str]:
        return {"Bucket": self.bucket, "Key": self.prefix + name}


def _code(error: ClientError) -> str:
    return str(error.response.get("Error", {}).get("Code", ""))
