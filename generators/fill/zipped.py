"""The zip around a Word file: its entries as they lie there, so that they can be passed on.

What does not change is neither inflated nor deflated again. The format is that of PKWARE's
APPNOTE 6.3; a file with the same entries has the same bytes, whenever it is made.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from struct import Struct, unpack_from
from zipfile import BadZipFile, ZipFile

from generators.fill.refusal import RefusedFileError

LARGEST = 20_000_000
"""The largest file that is filled in, in bytes."""
LARGEST_INSIDE = 100_000_000
"""The most that its entries may hold together, inflated, in bytes."""

STORED, DEFLATED = 0, 8
_OLD_WORD = b"\xd0\xcf\x11\xe0"
# A third faster than the usual level, for files that are a twentieth larger.
_LEVEL = 3
_ENCRYPTED, _NAME_IS_UTF8 = 0x1, 0x800
_VERSION = 20
# 1 January 1980, the first moment that a zip can hold.
_TIME, _DATE = 0, 0x21
_LOCAL = Struct("<4sHHHHHLLLHH")
_CENTRAL = Struct("<4sHHHHHHLLLHHHHHLL")
_END = Struct("<4sHHHHLLH")
_FORMAT_LIMIT = 0xFFFF


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a zip: its name, and its bytes as they lie there."""

    name: str
    method: int
    checksum: int
    size: int
    packed: bytes


def entries(source: bytes) -> tuple[Entry, ...]:
    """Return the entries of a zip; raises `RefusedFileError` for what no Word file is."""
    if len(source) > LARGEST:
        raise RefusedFileError("fill_too_large")
    if source.startswith(_OLD_WORD):
        raise RefusedFileError("fill_old_word")
    try:
        with ZipFile(BytesIO(source)) as archive:
            listed = archive.infolist()
    except (BadZipFile, NotImplementedError, OSError, ValueError, OverflowError) as error:
        raise RefusedFileError("fill_broken") from error
    names = {entry.filename for entry in listed}
    if len(names) < len(listed) or len(listed) > _FORMAT_LIMIT:
        raise RefusedFileError("fill_broken")
    found = []
    for entry in listed:
        if entry.flag_bits & _ENCRYPTED or entry.compress_type not in (STORED, DEFLATED):
            raise RefusedFileError("fill_broken")
        begin = entry.header_offset
        if begin + _LOCAL.size > len(source) or source[begin : begin + 4] != b"PK\x03\x04":
            raise RefusedFileError("fill_broken")
        name, extra = unpack_from("<HH", source, begin + 26)
        begin += _LOCAL.size + name + extra
        packed = source[begin : begin + entry.compress_size]
        if len(packed) < entry.compress_size:
            raise RefusedFileError("fill_broken")
        found.append(Entry(entry.filename, entry.compress_type, entry.CRC, entry.file_size, packed))
    if sum(entry.size for entry in found) > LARGEST_INSIDE:
        raise RefusedFileError("fill_too_large")
    return tuple(found)


def content(entry: Entry) -> bytes:
    """Return what an entry holds; raises `RefusedFileError` where it is not what it should be."""
    if entry.method == STORED:
        data = entry.packed
    else:
        inflating = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            data = inflating.decompress(entry.packed, entry.size + 1)
        except zlib.error as error:
            raise RefusedFileError("fill_broken") from error
    if len(data) != entry.size or zlib.crc32(data) != entry.checksum:
        raise RefusedFileError("fill_broken")
    return data


def changed(entry: Entry, data: bytes) -> Entry:
    """Return an entry that holds something else."""
    deflating = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = deflating.compress(data) + deflating.flush()
    return Entry(entry.name, DEFLATED, zlib.crc32(data), len(data), packed)


def zipped(kept: Sequence[Entry]) -> bytes:
    """Return a zip with these entries, in this order."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for entry in kept:
        name = entry.name.encode()
        flags = 0 if entry.name.isascii() else _NAME_IS_UTF8
        described = (flags, entry.method, _TIME, _DATE, entry.checksum, len(entry.packed))
        local = _LOCAL.pack(b"PK\x03\x04", _VERSION, *described, entry.size, len(name), 0)
        pieces += (local, name, entry.packed)
        directory += (
            _CENTRAL.pack(
                *(b"PK\x01\x02", _VERSION, _VERSION, *described, entry.size),
                *(len(name), 0, 0, 0, 0, 0, offset),
            ),
            name,
        )
        offset += len(local) + len(name) + len(entry.packed)
    listed = b"".join(directory)
    end = _END.pack(b"PK\x05\x06", 0, 0, len(kept), len(kept), len(listed), offset, 0)
    return b"".join((*pieces, listed, end))
