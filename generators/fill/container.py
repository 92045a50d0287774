"""The zip file around a document: what nobody touched is copied as it is, compressed bytes and all.

Field by field as in APPNOTE 6.3. Python's zipfile reads the directory; it cannot copy raw entries.
"""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from struct import Struct, unpack_from
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from generators.fill.refusal import RefusalError

LARGEST_FILE = 20_000_000
"""Bytes; a larger file is no form of ours."""
LARGEST_CONTENT = 100_000_000
"""Bytes, unpacked."""

_OLD_WORD = bytes.fromhex("D0CF11E0")
_LOCAL_MARK, _CENTRAL_MARK, _END_MARK = 0x04034B50, 0x02014B50, 0x06054B50
_VERSION, _UTF8, _ENCRYPTED = 20, 0x0800, 1
# 1 January 1980, the first day a zip file can hold.
_FIRST_DAY = 0x0021
_LOCAL = Struct("<IHHHHHIIIHH")
_CENTRAL = Struct("<IHHHHHHIIIHHHHHII")
_END = Struct("<IHHHHIIH")
# Word opens what is packed lightly just as well, and packing is most of the work.
_LEVEL = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One file in a zip file, packed."""

    name: str
    method: int
    size: int
    checksum: int
    data: bytes


def entries_of(source: bytes) -> list[Entry]:
    """Return what stands in a document, in its own order.

    Raises `RefusalError` where it is too large, an old .doc, or no sound zip file.
    """
    if len(source) > LARGEST_FILE:
        raise RefusalError("fill_too_large")
    if source.startswith(_OLD_WORD):
        raise RefusalError("fill_old_word")
    found: list[Entry] = []
    try:
        with ZipFile(BytesIO(source)) as archive:
            for entry in archive.infolist():
                if entry.flag_bits & _ENCRYPTED or entry.compress_type not in (
                    ZIP_STORED,
                    ZIP_DEFLATED,
                ):
                    raise RefusalError("fill_broken")
                name_length, more_length = unpack_from("<HH", source, entry.header_offset + 26)
                begin = entry.header_offset + _LOCAL.size + name_length + more_length
                data = source[begin : begin + entry.compress_size]
                if len(data) != entry.compress_size:
                    raise RefusalError("fill_broken")
                found.append(
                    Entry(entry.filename, entry.compress_type, entry.file_size, entry.CRC, data)
                )
    except (BadZipFile, ValueError, OSError, IndexError, NotImplementedError) as error:
        raise RefusalError("fill_broken") from error
    except Exception as error:
        if isinstance(error, RefusalError):
            raise
        raise RefusalError("fill_broken") from error
    if len({entry.name for entry in found}) < len(found):
        raise RefusalError("fill_broken")
    if sum(entry.size for entry in found) > LARGEST_CONTENT:
        raise RefusalError("fill_too_large")
    return found


def unpacked(entry: Entry) -> bytes:
    """Return what an entry holds; never more than the directory says it does."""
    content = entry.data
    if entry.method == ZIP_DEFLATED:
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            content = stream.decompress(entry.data, entry.size + 1)
        except zlib.error as error:
            raise RefusalError("fill_broken") from error
    if len(content) != entry.size or zlib.crc32(content) != entry.checksum:
        raise RefusalError("fill_broken")
    return content


def packed(name: str, content: bytes) -> Entry:
    """Return a new entry."""
    stream = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    data = stream.compress(content) + stream.flush()
    return Entry(name, ZIP_DEFLATED, len(content), zlib.crc32(content), data)


def archive_of(entries: Iterable[Entry]) -> bytes:
    """Return one zip file of these entries, without a moment of its own."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for entry in entries:
        name = entry.name.encode()
        flags = 0 if entry.name.isascii() else _UTF8
        common = (
            _VERSION,
            flags,
            entry.method,
            0,
            _FIRST_DAY,
            entry.checksum,
            len(entry.data),
            entry.size,
            len(name),
        )
        pieces += (_LOCAL.pack(_LOCAL_MARK, *common, 0), name, entry.data)
        directory += (
            _CENTRAL.pack(_CENTRAL_MARK, _VERSION, *common, 0, 0, 0, 0, 0, at),
            name,
        )
        at += _LOCAL.size + len(name) + len(entry.data)
    length = sum(map(len, directory))
    count = len(directory) // 2
    return b"".join([*pieces, *directory, _END.pack(_END_MARK, 0, 0, count, count, length, at, 0)])
