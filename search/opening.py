"""Which engine an address means."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from search.elastic_index import ElasticIndex
from search.errors import UnknownEngine
from search.index import SearchIndex
from search.tantivy_index import TantivyIndex

NAME = "docservice"


def open_index(url: str) -> SearchIndex:
    """``tantivy:///folder`` or ``http(s)://[user:password@]host:port[/name]`` (Elasticsearch 8 or 9).

    Nothing is read or made before the first call. Raises UnknownEngine.
    """
    parts = urlsplit(url)
    if parts.scheme == "tantivy" and url.removeprefix("tantivy://"):
        return TantivyIndex(Path(url.removeprefix("tantivy://")))
    if parts.scheme in ("http", "https") and parts.hostname:
        port = parts.port or (443 if parts.scheme == "https" else 9200)
        server = parts._replace(netloc=f"{parts.netloc.removesuffix(f':{parts.port}')}:{port}", path="", query="")
        return ElasticIndex(server.geturl(), parts.path.strip("/") or NAME)
    raise UnknownEngine("Alamat indeks pencarian tidak dikenal. Pakai tantivy:///folder atau https://server:9200.")
