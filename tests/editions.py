"""Projects with an edition of an organisation's own, beside the real handbook."""

import shutil
from pathlib import Path

SHARED = ("generators", "handbook", "macros", "overrides", "docs", "mkdocs.yml", "handbook.yml")


def edition(project: Path, root: Path, own: Path) -> Path:
    """Make a project of the real handbook and of everything in the folder `own`."""
    shutil.copytree(own, root)
    for name in SHARED:
        (root / name).symlink_to(project / name)
    return root
