"""The parts of a Word file, read when they are asked for."""

from collections.abc import Collection, Iterator
from posixpath import join, normpath

from lxml import etree

from generators.fill.names import W
from generators.fill.refusal import RefusedFileError
from generators.fill.zipped import Entry, content, entries

_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MAIN = f"{_TYPES}document.main+xml"
READ = (MAIN, *(f"{_TYPES}{kind}+xml" for kind in ("header", "footer", "footnotes", "endnotes")))
"""The types of the parts that people read."""
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Parts:
    """The parts of one file."""

    def __init__(self, kept: tuple[Entry, ...]) -> None:
        self.kept = kept
        self.by_name = {entry.name: place for place, entry in enumerate(kept)}

    def text(self, place: int) -> str:
        """Return the text of a part."""
        try:
            return content(self.kept[place]).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise RefusedFileError("fill_broken") from error

    def tree(self, place: int) -> etree._Element:
        """Return a part as a tree; raises `RefusedFileError` for what is no plain XML."""
        text = self.text(place)
        if "<!DOCTYPE" in text:
            raise RefusedFileError("fill_broken")
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        try:
            return etree.fromstring(text.encode(), parser)
        except etree.XMLSyntaxError as error:
            raise RefusedFileError("fill_broken") from error

    def named(self, name: str) -> etree._Element | None:
        """Return a part by its name, if it is there."""
        place = self.by_name.get(name)
        return None if place is None else self.tree(place)

    def places(self, kinds: Collection[str]) -> Iterator[int]:
        """Yield the places of the parts that are of one of some kinds."""
        types = self.named("[Content_Types].xml")
        if types is None:
            return
        found = {
            override.get("PartName", "").removeprefix("/")
            for override in types.iter(_OVERRIDE)
            if override.get("ContentType") in kinds
        }
        yield from (place for name, place in self.by_name.items() if name in found)

    def main(self) -> int:
        """Return the place of the main part; raises `RefusedFileError` where there is none."""
        for place in self.places({MAIN}):
            return place
        raise RefusedFileError("fill_no_document")

    def related(self, place: int, kind: str, usual: str) -> etree._Element | None:
        """Return the part that a part is related to by a kind of relation.

        Without such a relation it is the one that is named `usual`, if that is there.
        """
        folder, _, name = self.kept[place].name.rpartition("/")
        path = usual
        relations = self.named(join(folder, "_rels", f"{name}.rels"))
        for relation in relations.iter(_RELATION) if relations is not None else ():
            if relation.get("Type", "").endswith(f"/{kind}"):
                path = normpath(join("/", folder, relation.get("Target", "")))[1:]
        return self.named(path)


def main_part(source: bytes) -> etree._Element:
    """Return what stands in the main part of a Word file, that is its w:body."""
    read = Parts(entries(source))
    body = read.tree(read.main()).find(f"{W}body")
    if body is None:
        raise RefusedFileError("fill_broken")
    return body
