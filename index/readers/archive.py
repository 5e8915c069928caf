"""A zipped document: its parts as XML, within a bound on what it may unpack to."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from typing import Any

from lxml import etree

from index.errors import UnreadableMinutes

MOST_BYTES = 200 * 2**20
# A parsed part takes ten times as much memory, and real ones have no more than a few MB.
MOST_BYTES_OF_XML = 64 * 2**20
# What Word notes of every style that a document does not use; most of its styles' attributes.
UNUSED = "{*}latentStyles"
XML = (".xml", ".rels")
# What zipfile raises for a damaged part, or one packed in a way that it does not know.
DAMAGES = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
)
DAMAGED = "the file is damaged; open it in a word processor and save it again as DOCX or PDF"


class Archive:
    """The parts of a zipped document, by path; ``name`` is the file's, for messages."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except DAMAGES as error:
            raise UnreadableMinutes(f"{name}: {DAMAGED}") from error
        self.paths = frozenset(self._zip.namelist())
        if sum(part.file_size for part in self._zip.infolist()) > MOST_BYTES:
            raise self._too_large(MOST_BYTES)

    def read(self, path: str) -> bytes:
        """The bytes of a part; empty where there is no such part."""
        if path not in self.paths:
            return b""
        if path.endswith(XML) and self._zip.getinfo(path).file_size > MOST_BYTES_OF_XML:
            raise self._too_large(MOST_BYTES_OF_XML)
        try:
            return self._zip.read(path)
        except DAMAGES as error:
            raise UnreadableMinutes(f"{self.name}: {DAMAGED}") from error
        except RuntimeError as error:  # what zipfile raises for an encrypted part
            raise UnreadableMinutes(
                f"{self.name}: it is protected by a password; save it without one"
            ) from error

    def xml(self, path: str) -> Any:
        """The root element of a part, its names without namespaces; empty where there is none."""
        data = self.read(path)
        if not data:
            return etree.Element("none")
        root = self._parsed(data)
        if root.getroottree().docinfo.internalDTD is not None:
            # What its entities stand for would be lost, and no word processor writes one.
            raise UnreadableMinutes(
                f"{self.name}: its XML declares a document type; "
                "open it in a word processor and save it again as DOCX or PDF"
            )
        etree.strip_tags(root, etree.ProcessingInstruction, etree.Entity)
        etree.strip_elements(root, UNUSED, with_tail=False)
        for element in root.iter():
            _strip_namespaces(element)
        return root

    def _parsed(self, data: bytes) -> Any:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            if error.code == etree.ErrorTypes.ERR_NO_MEMORY:
                raise MemoryError from error
            if error.code == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
                raise RecursionError(str(error)) from error
            raise UnreadableMinutes(f"{self.name}: {DAMAGED}") from error

    def _too_large(self, most: int) -> UnreadableMinutes:
        return UnreadableMinutes(
            f"{self.name}: it unpacks to more than {most // 2**20} MB; "
            "take the pictures out of it and save it again, or split it"
        )

    def relations(self, path: str) -> dict[str, tuple[str, str]]:
        """What a part of an Office file refers to: id -> (kind, path or address)."""
        folder, file = posixpath.split(path)
        related = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        found = {}
        for relation in related.iter("Relationship"):
            kind, target = posixpath.basename(relation.get("Type", "")), relation.get("Target", "")
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[relation.get("Id", "")] = (kind, target)
        return found


def _strip_namespaces(element: Any) -> None:
    """w:val -> val. Word's two dialects differ in nothing but the namespaces."""
    element.tag = element.tag.rpartition("}")[2]
    given = element.items()
    element.attrib.clear()
    for name, value in given:
        element.set(name.rpartition("}")[2], value)
