"""Zip files that are the same whenever and wherever they are made."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

# Zip files cannot hold an earlier moment than this one.
EPOCH = (1980, 1, 1, 0, 0, 0)
_PACKED_ALREADY = (".docx", ".pptx", ".zip", ".png", ".woff2", ".pdf")


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return a zip file of what stands at each path, in the order of the paths."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as written:
        for path, data in sorted(files.items()):
            entry = ZipInfo(path, EPOCH)
            entry.create_system = 0
            packed = path.lower().endswith(_PACKED_ALREADY)
            entry.compress_type = ZIP_STORED if packed else ZIP_DEFLATED
            written.writestr(entry, data)
    return buffer.getvalue()
