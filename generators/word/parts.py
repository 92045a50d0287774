"""All parts of a document: its body, and everything that Word wants around it."""

from dataclasses import replace
from datetime import UTC, datetime

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.shared import Mm

from generators.blocks import Document
from generators.word.brand import dressed, slots
from generators.word.controls import building_blocks
from generators.word.data import NAMESPACE, STORE
from generators.word.markup import Xml, escape
from generators.word.package import base, text_part
from generators.word.paper import BOTTOM, FOOT, HEAD, SIDE, TOP
from generators.word.paragraphs import line
from generators.word.story import LOCALES, Story
from handbook.model import Brand, Language
from macros.wording import edition_mark, edition_said

_LOGO_HEIGHT, _LOGO_WIDTH = Mm(10), Mm(60)
# The longest title and subject that the properties of a document hold.
_LONGEST_PROPERTY = 255
_DECIMALS = {"nl": (",", ";"), "en": (".", ",")}
_FOOTER = {"nl": ("pagina", "van"), "en": ("page", "of")}


def assemble(document: Document, brand: Brand, story: Story, text: Xml) -> OpcPackage:
    """Put all parts together around `text`, the body that was written in `story`."""
    locale = LOCALES[document.language]
    paper = story.paper
    body = story.part
    header = text_part("word/header.xml", CONTENT_TYPE.WML_HEADER)
    header.hold(_header(replace(story, part=header), document, brand))

    def related(kind: str, path: str, content_type: str, content: str) -> str:
        return body.relate_to(text_part(path, content_type, content), kind)

    def of_base(kind: str, path: str, content_type: str) -> str:
        return related(kind, path, content_type, dressed(path, brand, locale))

    kinds, types = RELATIONSHIP_TYPE, CONTENT_TYPE
    of_base(kinds.STYLES, "word/styles.xml", types.WML_STYLES)
    of_base(kinds.THEME, "word/theme.xml", types.OFC_THEME)
    of_base(kinds.FONT_TABLE, "word/fontTable.xml", types.WML_FONT_TABLE)
    of_base(kinds.WEB_SETTINGS, "word/webSettings.xml", types.WML_WEB_SETTINGS)
    decimal, separator = _DECIMALS[document.language]
    related(
        kinds.SETTINGS,
        "word/settings.xml",
        types.WML_SETTINGS,
        base("word/settings.xml").substitute(locale=locale, decimal=decimal, separator=separator),
    )
    related(
        kinds.NUMBERING,
        "word/numbering.xml",
        types.WML_NUMBERING,
        base("word/numbering.xml").substitute(slots(brand), lists=story.lists.xml()),
    )
    if placeholders := story.controls.placeholders:
        glossary = text_part(
            "word/glossary/document.xml",
            types.WML_DOCUMENT_GLOSSARY,
            base("word/glossary/document.xml").substitute(parts=building_blocks(placeholders)),
        )
        path = "word/glossary/styles.xml"
        styles = text_part(path, types.WML_STYLES, dressed(path, brand, locale))
        glossary.relate_to(styles, kinds.STYLES)
        body.relate_to(glossary, kinds.GLOSSARY_DOCUMENT)
    if not story.controls.data.is_empty:
        about = {"template": document.identifier, "language": document.language}
        data_xml = story.controls.data.xml(about | dict(document.choices))
        data = text_part("customXml/item1.xml", types.XML, data_xml)
        properties = base("customXml/itemProps.xml").substitute(store=STORE, namespace=NAMESPACE)
        data.relate_to(
            text_part("customXml/itemProps1.xml", types.OFC_CUSTOM_XML_PROPERTIES, properties),
            kinds.CUSTOM_XML_PROPS,
        )
        body.relate_to(data, kinds.CUSTOM_XML)
    body.hold(
        base("word/document.xml").substitute(
            body=text,
            header=body.relate_to(header, kinds.HEADER),
            footer=related(
                kinds.FOOTER,
                "word/footer.xml",
                types.WML_FOOTER,
                _footer(document, story.width),
            ),
            page_width=paper.width,
            page_height=paper.height,
            orientation=paper.orientation,
            side=SIDE,
            top=TOP,
            bottom=BOTTOM,
            head=HEAD,
            foot=FOOT,
        )
    )
    package = OpcPackage()
    package.relate_to(body, kinds.OFFICE_DOCUMENT)
    package.relate_to(_properties(package, document, locale), kinds.CORE_PROPERTIES)
    return package


def _properties(package: OpcPackage, document: Document, locale: str) -> CorePropertiesPart:
    for name, value in (
        ("title", document.title),
        ("subject", document.subject),
        ("creator", document.creator),
    ):
        if len(value) > _LONGEST_PROPERTY:
            raise ValueError(
                f"the {name} has {len(value)} characters; {_LONGEST_PROPERTY} is the most "
                "that Word holds"
            )
        escape(value)
    if not document.title.strip():
        raise ValueError("the document has no title; give it one")
    edition = datetime.fromisoformat(document.edition).replace(tzinfo=UTC)
    part: CorePropertiesPart = CorePropertiesPart.default(package)
    properties = part.core_properties
    properties.title = document.title
    properties.subject = document.subject
    properties.identifier = document.identifier
    properties.language = locale
    properties.author = document.creator
    properties.last_modified_by = ""
    properties.version = document.version
    properties.created = edition
    properties.modified = edition
    return part


def _header(story: Story, document: Document, brand: Brand) -> str:
    if not brand.logo.lstrip().startswith("<"):
        raise ValueError("the logo must be the text of an SVG file, beginning with <")
    description = brand.logo_description
    return base("word/header.xml").substitute(
        width=story.width,
        logo=story.pictures.by_height(
            story.part,
            brand.logo,
            _LOGO_HEIGHT,
            _LOGO_WIDTH,
            description.nl if document.language == "nl" else description.en,
        ),
        content=line(story, document.header),
    )


def _footer(document: Document, width: int) -> str:
    which = (document.version, document.edition, document.language)
    said = f"{document.title} · {edition_said(*which)}"
    if document.reader == "customer":
        # A letter does not name its template: only where it comes from, quietly.
        said = edition_mark(*which, document.kit)
    number = _page_number(document.language) if document.numbered else ""
    return base("word/footer.xml").substitute(width=width, said=escape(said), number=number)


def _page_number(language: Language) -> str:
    page, of = _FOOTER[language]
    return (
        f'<w:r><w:tab/></w:r><w:r><w:t xml:space="preserve">{page} </w:t></w:r>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        f'<w:r><w:t xml:space="preserve"> {of} </w:t></w:r>'
        '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    )
