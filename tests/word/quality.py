"""Our own lint for a Word file: what validators miss, and what makes it pleasant for everyone.

`findings` takes the bytes of a .docx and gives what is wrong with it, one sentence each.
"""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

from babel.dates import format_date
from lxml import etree

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "ds": "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "pr": "http://schemas.openxmlformats.org/package/2006/relationships",
    "dc": "http://purl.org/dc/elements/1.1/",
}
W = f"{{{NAMESPACES['w']}}}"
A4 = {("11906", "16838"), ("16838", "11906")}
LONGEST_NAME = 64
LEAST_CONTRAST = 4.5

# The order of the children of w:sdtPr, and those that say which kind of control it is.
ORDER = [
    "rPr",
    "alias",
    "tag",
    "id",
    "lock",
    "placeholder",
    "temporary",
    "showingPlcHdr",
    "dataBinding",
    "label",
    "tabIndex",
]
KINDS = {
    "equation",
    "comboBox",
    "date",
    "docPartObj",
    "docPartList",
    "dropDownList",
    "picture",
    "richText",
    "text",
    "citation",
    "group",
    "bibliography",
    "checkbox",
    "repeatingSection",
    "repeatingSectionItem",
}
# Tables for layout: a box or lines to write in and a sheet of cards have no header row.
LAYOUT_TABLES = {"AnswerBox", "WritingLines", "Cards"}


def findings(content: bytes) -> list[str]:
    """Give what is wrong with a Word file; an empty list for a good one."""
    with ZipFile(BytesIO(content)) as archive:
        names = archive.namelist()
        doubles = [
            f"the zip holds {name} {count} times"
            for name, count in Counter(names).items()
            if count > 1
        ]
        if doubles:
            return doubles
        file = WordFile({name: archive.read(name) for name in names})
    return [finding for check in CHECKS for finding in check(file)]


def local(element: etree._Element) -> str:
    return etree.QName(element).localname


def value(element: etree._Element | None, attribute: str = "val") -> str:
    return "" if element is None else element.get(f"{W}{attribute}", "")


def text_of(element: etree._Element) -> str:
    pieces = element.iterfind(".//w:r/*", NAMESPACES)
    return "".join(
        {"t": piece.text or "", "br": "\n", "tab": "\t"}.get(local(piece), "") for piece in pieces
    )


@dataclass
class WordFile:
    """The parts of a Word file, parsed."""

    parts: dict[str, bytes]

    @cached_property
    def trees(self) -> dict[str, etree._Element]:
        return {
            name: etree.fromstring(content)
            for name, content in self.parts.items()
            if name.endswith((".xml", ".rels"))
        }

    @cached_property
    def stories(self) -> dict[str, etree._Element]:
        """The parts that people read: body, headers and footers."""
        kinds = {f"{W}document", f"{W}hdr", f"{W}ftr"}
        return {name: tree for name, tree in self.trees.items() if tree.tag in kinds}

    @property
    def body(self) -> etree._Element:
        return self.trees["word/document.xml"].find("w:body", NAMESPACES)

    @property
    def styles(self) -> etree._Element:
        return self.trees["word/styles.xml"]

    @cached_property
    def data(self) -> dict[str, etree._Element]:
        """The data parts, by the identifier that bindings name them with."""
        found = {}
        for name, tree in self.trees.items():
            if tree.tag == f"{{{NAMESPACES['ds']}}}datastoreItem":
                store = tree.get(f"{{{NAMESPACES['ds']}}}itemID")
                item = name.replace("itemProps", "item")
                if item in self.trees:
                    found[store] = self.trees[item]
        return found

    def controls(self) -> Iterator[tuple[str, etree._Element]]:
        for name, tree in self.stories.items():
            for control in tree.iter(f"{W}sdt"):
                yield name, control

    def find(self, path: str) -> Iterator[tuple[str, etree._Element]]:
        for name, tree in self.stories.items():
            for element in tree.iterfind(path, NAMESPACES):
                yield name, element


# The package


def parts_belong_together(file: WordFile) -> Iterator[str]:
    if "[Content_Types].xml" not in file.trees:
        yield "the package does not say what its parts are"
        return
    types = file.trees["[Content_Types].xml"]
    defaults = {e.get("Extension") for e in types.iterfind("ct:Default", NAMESPACES)}
    overrides = {e.get("PartName") for e in types.iterfind("ct:Override", NAMESPACES)}
    reached = {"[Content_Types].xml"}
    for name, tree in file.trees.items():
        if not name.endswith(".rels"):
            continue
        reached.add(name)
        folder, source = re.fullmatch(r"(.*?)/?_rels/(.*)\.rels", name).groups()
        if source and posixpath.join(folder, source) not in file.parts:
            yield f"{name}: belongs to no part"
        for relation in tree:
            if relation.get("TargetMode") == "External":
                continue
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target")))[1:]
            reached.add(target)
            if target not in file.parts:
                yield f"{name}: {relation.get('Id')} leads to {target}, which is not there"
    for name in file.parts:
        if name not in reached:
            yield f"{name}: nothing refers to it"
        extension = name.rsplit(".", 1)[-1]
        if f"/{name}" not in overrides and extension not in defaults:
            yield f"{name}: has no content type"
    for part in overrides - {f"/{name}" for name in file.parts}:
        yield f"{part}: has a content type but is not there"


def relations_lead_somewhere(file: WordFile) -> Iterator[str]:
    for name, tree in file.stories.items():
        folder, leaf = posixpath.split(name)
        rels = file.trees.get(f"{folder}/_rels/{leaf}.rels")
        known = {e.get("Id") for e in rels} if rels is not None else set()
        for element in tree.iter(etree.Element):
            for attribute, identifier in element.attrib.items():
                if attribute.startswith(f"{{{NAMESPACES['r']}}}") and identifier not in known:
                    yield f"{name}: {local(element)} refers to {identifier}, which is not there"


def extensions_are_ignorable(file: WordFile) -> Iterator[str]:
    extensions = {NAMESPACES["w14"]: "w14", NAMESPACES["w15"]: "w15"}
    for name, tree in file.stories.items():
        ignorable = tree.get(f"{{{NAMESPACES['mc']}}}Ignorable", "").split()
        declared = {tree.nsmap[prefix] for prefix in ignorable if prefix in tree.nsmap}
        if undeclared := [prefix for prefix in ignorable if prefix not in tree.nsmap]:
            yield f"{name}: Ignorable names {undeclared}, which the root does not declare"
        used = {etree.QName(element).namespace for element in tree.iter(etree.Element)}
        for namespace in (used & set(extensions)) - declared:
            yield f"{name}: uses {extensions[namespace]} without naming it in Ignorable"


# Names that refer to each other


def identifiers_are_unique(file: WordFile) -> Iterator[str]:
    controls = Counter(
        value(control.find("w:sdtPr/w:id", NAMESPACES)) for _, control in file.controls()
    )
    drawings = Counter(e.get("id") for _, e in file.find(".//wp:docPr"))
    for what, counted in (("control", controls), ("drawing", drawings)):
        for identifier, count in counted.items():
            if count > 1 or not identifier:
                yield f"{count} {what}s share the id {identifier!r}"


def styles_exist(file: WordFile) -> Iterator[str]:
    def identifiers(styles: etree._Element) -> set[str]:
        return {value(style, "styleId") for style in styles.iterfind("w:style", NAMESPACES)}

    known = identifiers(file.styles)
    for style in file.styles.iterfind("w:style", NAMESPACES):
        for tag in ("basedOn", "next", "link"):
            used = value(style.find(f"w:{tag}", NAMESPACES))
            if used and used not in known:
                yield f"style {value(style, 'styleId')}: {tag} {used}, which does not exist"
    stories = [(name, tree, known) for name, tree in file.stories.items()]
    if "word/glossary/document.xml" in file.trees:
        there = file.trees.get("word/glossary/styles.xml")
        stories.append(
            (
                "word/glossary/document.xml",
                file.trees["word/glossary/document.xml"],
                identifiers(there) if there is not None else set(),
            )
        )
    for name, tree, styles in stories:
        for tag in ("pStyle", "rStyle", "tblStyle"):
            for element in tree.iter(f"{W}{tag}"):
                if value(element) not in styles:
                    yield f"{name}: {tag} {value(element)!r} does not exist"


def lists_exist(file: WordFile) -> Iterator[str]:
    numbering = file.trees.get("word/numbering.xml", etree.Element("none"))
    abstract = {value(e, "abstractNumId") for e in numbering.iterfind("w:abstractNum", NAMESPACES)}
    lists = {}
    for number in numbering.iterfind("w:num", NAMESPACES):
        lists[value(number, "numId")] = value(number.find("w:abstractNumId", NAMESPACES))
    for name, element in file.find(".//w:numId"):
        if lists.get(value(element)) not in abstract:
            yield f"{name}: list {value(element)} does not exist"


# Content controls


def controls_are_sound(file: WordFile) -> Iterator[str]:
    for name, control in file.controls():
        properties = control.find("w:sdtPr", NAMESPACES)
        tags = [local(child) for child in properties]
        where = f"{name}: control {value(properties.find('w:tag', NAMESPACES))!r}"
        kinds = [tag for tag in tags if tag in KINDS]
        if len(kinds) != 1:
            yield f"{where} is of {len(kinds)} kinds: {kinds}"
        ranks = [ORDER.index(tag) if tag in ORDER else len(ORDER) for tag in tags]
        if ranks != sorted(ranks) or len(set(tags)) < len(tags):
            yield f"{where} has its properties in the wrong order: {tags}"
        for tag in ("alias", "tag"):
            label = value(properties.find(f"w:{tag}", NAMESPACES))
            if not 0 < len(label) <= LONGEST_NAME:
                yield f"{where} has {len(label)} characters as its {tag}"
        if properties.find("w:lock", NAMESPACES) is not None and any(
            ancestor.find("w:sdtPr/w15:repeatingSectionItem", NAMESPACES) is not None
            for ancestor in control.iterancestors(f"{W}sdt")
        ):
            yield f"{where} is locked, so that its row cannot be taken away"


def placeholders_come_back(file: WordFile) -> Iterator[str]:
    glossary = file.trees.get("word/glossary/document.xml")
    blocks: dict[str, str] = {}
    guids = []
    for block in glossary.iter(f"{W}docPart") if glossary is not None else ():
        if block.find("w:docPartPr", NAMESPACES) is None:
            continue
        name = value(block.find("w:docPartPr/w:name", NAMESPACES))
        guids.append(value(block.find("w:docPartPr/w:guid", NAMESPACES)))
        if name in blocks:
            yield f"the glossary has two building blocks {name}"
        blocks[name] = text_of(block.find("w:docPartBody", NAMESPACES))
    if len(set(guids)) < len(guids) or "" in guids:
        yield "building blocks in the glossary share a guid, or have none"
    for name, control in file.controls():
        properties = control.find("w:sdtPr", NAMESPACES)
        if kind_of(properties) in {"checkbox", "repeatingSection", "repeatingSectionItem"}:
            continue
        where = f"{name}: control {value(properties.find('w:tag', NAMESPACES))!r}"
        block = value(properties.find("w:placeholder/w:docPart", NAMESPACES))
        if block not in blocks:
            yield f"{where} has no building block {block!r} to bring its placeholder back"
        elif properties.find("w:showingPlcHdr", NAMESPACES) is not None:
            shown = text_of(control.find("w:sdtContent", NAMESPACES))
            if shown != blocks[block]:
                yield f"{where} shows {shown!r} as placeholder, and later {blocks[block]!r}"


def kind_of(properties: etree._Element) -> str:
    return next((local(child) for child in properties if local(child) in KINDS), "")


def bindings_hit_one_node(file: WordFile) -> Iterator[str]:
    for name, control in file.controls():
        properties = control.find("w:sdtPr", NAMESPACES)
        where = f"{name}: control {value(properties.find('w:tag', NAMESPACES))!r}"
        for binding in properties:
            if local(binding) != "dataBinding":
                continue
            store = value(binding, "storeItemID")
            if store not in file.data:
                yield f"{where} is bound to {store}, which is not there"
                continue
            nodes = bound_nodes(file, binding)
            if kind_of(properties) == "repeatingSection":
                items = control.findall("w:sdtContent/w:sdt", NAMESPACES)
                if len(nodes) != len(items) or not items:
                    yield f"{where} has {len(items)} rows for {len(nodes)} items of data"
            elif len(nodes) != 1:
                yield f"{where}: {value(binding, 'xpath')} hits {len(nodes)} nodes, not one"


def bound_nodes(file: WordFile, binding: etree._Element) -> list[etree._Element]:
    prefixes = dict(re.findall(r"xmlns:(\w+)='([^']*)'", value(binding, "prefixMappings")))
    root = file.data[value(binding, "storeItemID")]
    return root.xpath(value(binding, "xpath"), namespaces=prefixes)


def controls_show_their_data(file: WordFile) -> Iterator[str]:
    for name, control in file.controls():
        properties = control.find("w:sdtPr", NAMESPACES)
        binding = properties.find("w:dataBinding", NAMESPACES)
        if binding is None or value(binding, "storeItemID") not in file.data:
            continue
        nodes = bound_nodes(file, binding)
        if len(nodes) != 1:
            continue
        held = nodes[0].text or ""
        shown = text_of(control.find("w:sdtContent", NAMESPACES))
        tag = value(properties.find("w:tag", NAMESPACES))
        where = f"{name}: control {tag!r}"
        if path_of(nodes[0]) != tag:
            yield f"{where} is bound to {path_of(nodes[0])!r}"
        if properties.find("w:showingPlcHdr", NAMESPACES) is not None:
            if held:
                yield f"{where} shows its placeholder, but its data says {held!r}"
        elif (expected := as_shown(properties, held)) != shown:
            yield f"{where} shows {shown!r}, but its data says {expected!r}"


def path_of(node: etree._Element) -> str:
    """Give a node of the data part by the path that names it in a template."""
    steps = []
    while (parent := node.getparent()) is not None:
        siblings = parent.findall(node.tag)
        named = local(node)
        steps.append(str(siblings.index(node) + 1) if named == "item" else named)
        node = parent
    return ".".join(reversed(steps))


def as_shown(properties: etree._Element, held: str) -> str:
    """Give what a control that holds this data has to show."""
    match kind_of(properties):
        case "checkbox":
            checked = properties.find("w14:checkbox/w14:checked", NAMESPACES)
            ticked = checked.get(f"{{{NAMESPACES['w14']}}}val") == "1"
            if ticked != (held == "true"):
                return f"{held}, but w14:checked says {ticked}"
            return "\u2612" if ticked else "\u2610"
        case "dropDownList":
            items = properties.iterfind("w:dropDownList/w:listItem", NAMESPACES)
            labels = {value(item, "value"): value(item, "displayText") for item in items}
            return labels.get(held, f"no choice {held!r}")
        case "date":
            language = value(properties.find("w:date/w:lid", NAMESPACES))
            form = value(properties.find("w:date/w:dateFormat", NAMESPACES))
            day = date.fromisoformat(held[:10])
            return format_date(day, form, locale=language.replace("-", "_"))
        case _:
            return held


# Tables


def tables_are_sound(file: WordFile) -> Iterator[str]:
    for name, table in file.find(".//w:tbl"):
        caption = value(table.find("w:tblPr/w:tblCaption", NAMESPACES))
        where = f"{name}: table {caption!r}"
        if not caption or not value(table.find("w:tblPr/w:tblDescription", NAMESPACES)):
            yield f"{where} has no caption or no description"
        grid = [value(column, "w") for column in table.iterfind("w:tblGrid/w:gridCol", NAMESPACES)]
        rows = [row for row in table.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl")) is table]
        for number, row in enumerate(rows, start=1):
            cells = [c for c in row.iter(f"{W}tc") if next(c.iterancestors(f"{W}tr")) is row]
            widths = [value(cell.find("w:tcPr/w:tcW", NAMESPACES), "w") for cell in cells]
            if widths != grid:
                yield f"{where}: row {number} is {widths} wide, the grid {grid}"
        style = value(table.find("w:tblPr/w:tblStyle", NAMESPACES))
        if style in LAYOUT_TABLES:
            continue
        if len(rows) != len(table.findall(".//w:trPr/w:cantSplit", NAMESPACES)):
            yield f"{where} has rows that may split over two pages"
        look = table.find("w:tblPr/w:tblLook", NAMESPACES)
        header = rows[0].find("w:trPr/w:tblHeader", NAMESPACES) is not None
        if header != (value(look, "firstRow") == "1"):
            yield f"{where}: its look and its first row disagree on whether that is a header"
        if not header and value(look, "firstColumn") != "1":
            yield f"{where} has neither a header row nor a header column"


def cells_end_in_a_paragraph(file: WordFile) -> Iterator[str]:
    for name, cell in file.find(".//w:tc"):
        if len(cell) == 0 or cell[-1].tag != f"{W}p":
            yield f"{name}: a cell ends in {local(cell[-1]) if len(cell) else 'nothing'}"


def tables_stand_apart(file: WordFile) -> Iterator[str]:
    blocks = [child for child in file.body if child.tag != f"{W}sectPr"]
    for before, after in pairwise(blocks):
        if before.tag == after.tag == f"{W}tbl":
            yield "two tables touch: Word makes them one"
    if blocks and blocks[-1].tag == f"{W}tbl":
        yield "the document ends in a table, without a paragraph behind it"


# For everyone


def properties_are_set(file: WordFile) -> Iterator[str]:
    core = file.trees.get("docProps/core.xml")
    if core is None:
        yield "the document has no properties"
        return
    for name in ("title", "language", "subject"):
        if not core.findtext(f"dc:{name}", "", NAMESPACES).strip():
            yield f"the document's {name} is not set"
    language = core.findtext("dc:language", "", NAMESPACES)
    spoken = value(file.styles.find("w:docDefaults/w:rPrDefault/w:rPr/w:lang", NAMESPACES))
    theme = value(file.trees["word/settings.xml"].find("w:themeFontLang", NAMESPACES))
    if {language, spoken, theme} not in ({"nl-NL"}, {"en-GB"}):
        yield f"the languages differ: {language}, {spoken}, {theme}"
    for lid in {value(e) for _, e in file.find(".//w:date/w:lid")} - {language}:
        yield f"a date is in {lid}, the document in {language}"


def headings_step_down_one_by_one(file: WordFile) -> Iterator[str]:
    levels = {
        value(style, "styleId"): int(value(level)) + 1
        for style in file.styles.iterfind("w:style", NAMESPACES)
        if (level := style.find("w:pPr/w:outlineLvl", NAMESPACES)) is not None
    }
    previous = 0
    titles = 0
    for paragraph in file.body.iter(f"{W}p"):
        style = value(paragraph.find("w:pPr/w:pStyle", NAMESPACES))
        titles += style == "Title"
        level = levels.get(style)
        if level:
            if level > previous + 1:
                yield f"heading {text_of(paragraph)!r} skips from level {previous} to {level}"
            previous = level
    if titles > 1:
        yield f"the document shows {titles} titles"


def drawings_are_described(file: WordFile) -> Iterator[str]:
    for name, drawing in file.find(".//wp:docPr"):
        if not drawing.get("descr", "").strip():
            yield f"{name}: {drawing.get('name')} has no text alternative"


def no_paragraph_is_empty(file: WordFile) -> Iterator[str]:
    for name, tree in file.stories.items():
        for paragraph in tree.iter(f"{W}p"):
            if next(paragraph.iterancestors(f"{W}tc"), None) is not None:
                continue
            if text_of(paragraph).strip() or paragraph.find(".//w:drawing", NAMESPACES) is not None:
                continue
            before = paragraph.getprevious()
            ends_document = before is not None and before.tag == f"{W}tbl"
            style = value(paragraph.find("w:pPr/w:pStyle", NAMESPACES))
            if not (style == "AfterTable" and ends_document):
                yield f"{name}: an empty paragraph makes room; use space before or after"
    for name, element in file.find(".//w:br"):
        if value(element, "type") == "page":
            yield f"{name}: a page break stands in the text; use pageBreakBefore"


def the_paper_is_a4(file: WordFile) -> Iterator[str]:
    for section in file.body.iter(f"{W}sectPr"):
        size = section.find("w:pgSz", NAMESPACES)
        paper = (value(size, "w"), value(size, "h"))
        if paper not in A4:
            yield f"the paper is {paper}, not A4"
        if (paper[0] > paper[1]) != (value(size, "orient") == "landscape"):
            yield f"paper of {paper} is called {value(size, 'orient')!r}"


def words_on_links_say_where_they_lead(file: WordFile) -> Iterator[str]:
    for name, link in file.find(".//w:hyperlink"):
        if not text_of(link).strip() or text_of(link).startswith("http"):
            yield f"{name}: a link reads {text_of(link)!r}"


def grey_can_be_read(file: WordFile) -> Iterator[str]:
    scheme = file.trees["word/theme.xml"].find(".//a:clrScheme", NAMESPACES)
    colours = {local(slot): slot[0].get("val") for slot in scheme}
    for ground in ("lt1", "lt2", "accent5"):
        for ink in ("dk1", "dk2"):
            if (ratio := contrast(colours[ink], colours[ground])) < LEAST_CONTRAST:
                yield f"{ink} on {ground} has a contrast of {ratio:.1f}"


def contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        channels = (int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4))
        red, green, blue = (
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


CHECKS = (
    parts_belong_together,
    relations_lead_somewhere,
    extensions_are_ignorable,
    identifiers_are_unique,
    styles_exist,
    lists_exist,
    controls_are_sound,
    placeholders_come_back,
    bindings_hit_one_node,
    controls_show_their_data,
    tables_are_sound,
    cells_end_in_a_paragraph,
    tables_stand_apart,
    properties_are_set,
    headings_step_down_one_by_one,
    drawings_are_described,
    no_paragraph_is_empty,
    the_paper_is_a4,
    words_on_links_say_where_they_lead,
    grey_can_be_read,
)
