"""Named ways to damage a good document, each with the rule that must find it."""

# XML is read best in one piece.
# ruff: noqa: E501

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Parts = dict[str, str | bytes]
Damage = Callable[[Parts], None]

TEXT, STYLES, SETTINGS, NUMBERING = "word/document.xml", "word/styles.xml", "word/settings.xml", "word/numbering.xml"
RELS, TYPES, CORE, HEADER = (
    "word/_rels/document.xml.rels",
    "[Content_Types].xml",
    "docProps/core.xml",
    "word/header1.xml",
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True, slots=True)
class Planted:
    """A fault: the rule that finds it and how it is made."""

    rule: str
    damage: Damage


def damaged(good: bytes, damage: Damage) -> bytes:
    """The same document with a fault in it."""
    with zipfile.ZipFile(io.BytesIO(good)) as package:
        parts: Parts = {name: _read(package, name) for name in package.namelist()}
    damage(parts)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


def _read(package: zipfile.ZipFile, name: str) -> str | bytes:
    content = package.read(name)
    return content.decode() if name.endswith((".xml", ".rels")) else content


def swap(old: str, new: str, part: str = TEXT, count: int = 1) -> Damage:
    """The first place where a part says one thing says another."""

    def damage(parts: Parts) -> None:
        said = parts[part]
        assert isinstance(said, str)
        assert old in said, f"{part} has no {old}"
        parts[part] = said.replace(old, new, count)

    return damage


def rewrite(pattern: str, new: str, part: str = TEXT) -> Damage:
    """The first place where a part fits a pattern says another thing."""

    def damage(parts: Parts) -> None:
        said = parts[part]
        assert isinstance(said, str)
        parts[part], found = re.subn(pattern, new, said, count=1, flags=re.DOTALL)
        assert found, f"{part} has no {pattern}"

    return damage


def put(xml: str, at: str = 'About our service</w:t></w:r><w:bookmarkEnd w:id="4"/></w:p>') -> Damage:
    """Blocks more under the first heading."""
    return swap(at, at + xml)


def say(text: str, looks: str = "", paragraph: str = "") -> Damage:
    """One paragraph more, with its own properties."""
    return put(p(text, looks, paragraph))


def p(text: str, looks: str = "", paragraph: str = "") -> str:
    style = paragraph or '<w:pStyle w:val="BodyText"/>'
    return f'<w:p><w:pPr>{style}</w:pPr><w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def table(*rows: str, look: str = "", grid: int = 2) -> str:
    """A table that has nothing wrong with it."""
    columns = '<w:gridCol w:w="3000"/>' * grid
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="TableNormal"/>{look}<w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{"".join(rows)}</w:tbl>{p("After it.")}'


def row(*texts: str, head: bool = False, more: str = "") -> str:
    cells = "".join(f"<w:tc><w:tcPr/>{text if text.startswith('<') else p(text)}</w:tc>" for text in texts)
    return f"<w:tr><w:trPr><w:cantSplit/>{more}{'<w:tblHeader/>' if head else ''}</w:trPr>{cells}</w:tr>"


def link(text: str, target: str = "https://example.org/plan", looks: str = '<w:u w:val="single"/>') -> Damage:
    """A link to somewhere outside."""
    xml = f'<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:hyperlink r:id="rIdOut"><w:r><w:rPr>{looks}</w:rPr><w:t>{text}</w:t></w:r></w:hyperlink></w:p>'
    return both(put(xml), related("rIdOut", "hyperlink", target, ' TargetMode="External"'))


def related(identity: str, kind: str, target: str, mode: str = "") -> Damage:
    """One relationship more."""
    one = f'<Relationship Id="{identity}" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/>'
    return swap("</Relationships>", one + "</Relationships>", RELS)


def both(*damages: Damage) -> Damage:
    """Several things at once."""

    def damage(parts: Parts) -> None:
        for one in damages:
            one(parts)

    return damage


def part(name: str, content: str | bytes | None) -> Damage:
    """A part more, or with other content; without it where that is None."""

    def damage(parts: Parts) -> None:
        parts.pop(name, None)
        if content is not None:
            parts[name] = content

    return damage


def field(*kinds: str) -> str:
    """The signs of a field."""
    return "<w:p>" + "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in kinds) + "</w:p>"


def mark(number: int, name: str, *, closed: bool = True) -> str:
    """A bookmark around a paragraph's text."""
    end = f'<w:bookmarkEnd w:id="{number}"/>' if closed else ""
    return (
        p("Here.")
        .replace("<w:r>", f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:r>')
        .replace("</w:p>", f"{end}</w:p>")
    )


def drawing(number: int) -> str:
    """A picture of nothing, with this id."""
    named = f'<wp:docPr id="{number}" name="Copy" descr="The same picture again"/>'
    return f'<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">{named}</wp:inline></w:drawing>'


_HEAD, _ROW = row("What", "Who", head=True), row("Trees", "Ines")
_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
_SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1"/>{}</w:sectPr>'
_DESCRIBED = 'descr="Saltmarsh Borough Council: the council’s logo"/><a:graphic'

UNREADABLE: Mapping[str, Planted] = {
    "no title": Planted("title-missing", rewrite("<dc:title>.*?</dc:title>", "<dc:title></dc:title>", CORE)),
    "a file's name for a title": Planted("title-says-nothing", rewrite("<dc:title>.*?<", "<dc:title>plan v3.docx<", CORE)),
    "no language in the properties": Planted("language-missing", swap("<dc:language>en-GB</dc:language>", "", CORE)),
    "no language in the styles": Planted("language-missing", swap('<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>', "", STYLES)),
    "American spelling": Planted("language-differs", swap('<w:lang w:val="en-GB"', '<w:lang w:val="en-US"', STYLES)),
    "a stretch in another language": Planted("language-differs", say("Bonjour", '<w:lang w:val="fr-FR"/>')),
    "a heading of level 3 under level 1": Planted("heading-skips", say("Deep", paragraph='<w:pStyle w:val="Heading3"/>')),
    "a document that begins at level 2": Planted("heading-first", swap('<w:pStyle w:val="PartHeading"/>', '<w:pStyle w:val="Heading2"/>')),
    "an empty heading": Planted("heading-empty", put('<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr></w:p>')),
    "no headings at all": Planted("headings-none", rewrite("<w:body>.*<w:sectPr>", "<w:body>" + p("Only text.") + "<w:sectPr>")),
    "a heading in a table": Planted("heading-in-table", put(table(_HEAD, row(p("Team", paragraph='<w:pStyle w:val="Heading2"/>'), "Ines")))),
    "a heading that is only bold": Planted("heading-typed", say("Our customers", "<w:b/>")),
    "two titles": Planted("title-twice", say("Homes again", paragraph='<w:pStyle w:val="Title"/>')),
    "no contents": Planted("contents-missing", swap(" TOC ", " DATE ")),
    "a typed bullet": Planted("bullet-typed", say("• families")),
    "a typed dash": Planted("bullet-typed", say("–  families")),
    "a typed number": Planted("number-typed", say("1. Find land")),
    "a typed letter": Planted("number-typed", say("(a) Find land")),
    "a table without a heading row": Planted("table-heading-missing", swap("<w:tblHeader/>", "")),
    "a heading row turned off": Planted("table-heading-missing", swap("<w:tblHeader/>", '<w:tblHeader w:val="0"/>')),
    "a table of heading rows only": Planted("table-of-headings-only", put(table(_HEAD, _HEAD))),
    "a heading row in the middle": Planted("table-heading-misplaced", put(table(_HEAD, _ROW, _HEAD))),
    "a column without a heading": Planted("table-heading-empty", put(table(row("What", "", head=True), _ROW))),
    "cells merged across": Planted("table-merged", put(table(_HEAD, row("Trees").replace("<w:tcPr/>", '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>')))),
    "cells merged down": Planted("table-merged", put(table(_HEAD, _ROW.replace("<w:tcPr/>", '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>', 1)))),
    "a row with a cell too few": Planted("table-ragged", put(table(_HEAD, row("Trees")))),
    "a table in a table": Planted("table-in-table", put(table(_HEAD, row("Trees", table(_HEAD, _ROW))))),
    "a table that floats": Planted("table-floats", put(table(_HEAD, _ROW, look='<w:tblpPr w:vertAnchor="page"/>'))),
    "a box made of a table": Planted("table-of-one-cell", put(table(row("Boxed", head=True), grid=1))),
    "a row over two pages": Planted("row-splits", put(table(_HEAD, _ROW.replace("<w:cantSplit/>", "")))),
    "a row of a fixed height": Planted("row-cuts-off", put(table(_HEAD, row("Trees", "Ines", more='<w:trHeight w:val="200" w:hRule="exact"/>')))),
    "an empty cell": Planted("cell-empty", put(table(_HEAD, row("Trees", "")))),
    "a colour without a word": Planted("colour-alone", put(table(_HEAD, row("Trees", "").replace("<w:tcPr/>", '<w:tcPr><w:shd w:val="clear" w:fill="D4351C"/></w:tcPr>')))),
    "a picture without a description": Planted("picture-undescribed", swap(_DESCRIBED, 'descr=""/><a:graphic')),
    "an old drawing without a description": Planted("picture-undescribed", put("<w:p><w:r><w:pict/></w:r></w:p>")),
    "a description that is a file's name": Planted("picture-description-says-nothing", swap(_DESCRIBED, 'descr="logo.png"/><a:graphic')),
    "a description that is no words": Planted("picture-description-says-nothing", swap(_DESCRIBED, 'descr="Picture 1"/><a:graphic')),
    "two pictures described alike": Planted("picture-described-twice", put(f"<w:p><w:r>{drawing(9001)}{drawing(9002)}</w:r></w:p>")),
    "a picture that floats": Planted("picture-floats", both(swap("<wp:inline", "<wp:anchor"), swap("</wp:inline>", "</wp:anchor>"))),
    "a link that says click here": Planted("link-says-nothing", link("Click here")),
    "a link without words": Planted("link-empty", link("")),
    "a long address for a link": Planted("link-is-an-address", link("https://example.org/planning/policy/2027/plan")),
    "a link to a bookmark that is gone": Planted("link-goes-nowhere", swap('w:anchor="_Toc000000002"', 'w:anchor="_Toc999999999"')),
    "two links in the same words": Planted("link-in-the-same-words", both(link("the plan"), put('<w:p><w:hyperlink w:anchor="_a"><w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>The plan</w:t></w:r></w:hyperlink></w:p>'), put(mark(900, "_a")))),
    "a link known by its colour only": Planted("link-by-colour-alone", link("the plan", looks='<w:color w:val="12436D"/>')),
    "an address that is no link": Planted("address-without-link", say("See www.example.org/plan for more.")),
    "a blank paragraph": Planted("blank-paragraph", put("<w:p/>")),
    "a paragraph of blanks": Planted("blank-paragraph", say("   ")),
    "two line breaks for a gap": Planted("breaks-as-layout", put("<w:p><w:r><w:t>One</w:t><w:br/><w:br/><w:t>two</w:t></w:r></w:p>")),
    "tabs for columns": Planted("tabs-as-layout", put("<w:p><w:r><w:t>One</w:t><w:tab/><w:tab/><w:t>two</w:t></w:r></w:p>")),
    "blanks for columns": Planted("blanks-as-layout", say("One          two")),
    "American paper": Planted("page-size", rewrite('<w:pgSz w:w="11906" w:h="16838"/>', '<w:pgSz w:w="12240" w:h="15840"/>')),
    "two columns": Planted("columns", rewrite("<w:cols ", '<w:cols w:num="2" ')),
    "a blank page": Planted("page-blank", put(_BREAK * 2)),
    "an empty section": Planted("page-blank", put(2 * f"<w:p><w:pPr>{_SECTION.format('')}</w:pPr></w:p>")),
    "a heading's page without the heading": Planted("page-blank", put("<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>")),
    "a document that is locked": Planted("protected", swap("<w:defaultTabStop", '<w:documentProtection w:edit="forms" w:enforcement="1"/><w:defaultTabStop', SETTINGS)),
    "words cut at line ends": Planted("hyphenated", swap("<w:defaultTabStop", "<w:autoHyphenation/><w:defaultTabStop", SETTINGS)),
    "a change that nobody has accepted": Planted("revision-left", put('<w:p><w:ins w:id="900" w:author="A"><w:r><w:t>New</w:t></w:r></w:ins></w:p>')),
    "a comment left in": Planted("comment-left", put('<w:p><w:r><w:t>Hm</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>')),
    "hidden text": Planted("hidden-text", say("Not for members", "<w:vanish/>")),
    "text that blinks": Planted("moving-text", say("Now", '<w:effect w:val="blinkBackground"/>')),
    "grey on white": Planted("contrast", say("Pale", '<w:color w:val="999999"/>')),
    "black on a dark cell": Planted("contrast", put(table(_HEAD, row(p("Red", '<w:color w:val="000000"/>'), "Ines").replace("<w:tcPr/>", '<w:tcPr><w:shd w:val="clear" w:fill="7A0000"/></w:tcPr>', 1)))),
    "a pale header": Planted("contrast", swap("<w:r>", '<w:r><w:rPr><w:color w:val="B0B0B0"/></w:rPr>', HEADER)),
    "a pale style of headings": Planted("contrast", rewrite('(w:styleId="ListBullet">.*?)</w:style>', r'\1<w:rPr><w:color w:val="8FA8C0"/></w:rPr></w:style>', STYLES)),
    "small text": Planted("letters-small", say("Small", '<w:sz w:val="18"/>')),
    "small text in a table": Planted("letters-small", put(table(_HEAD, row(p("Small", '<w:sz w:val="16"/>'), "Ines")))),
    "underlined text": Planted("underlined", say("Important", '<w:u w:val="single"/>')),
    "text stretched to both edges": Planted("justified", say("Stretched", paragraph='<w:jc w:val="both"/>')),
    "a sentence in capitals": Planted("capitals", say("WE WILL BUILD NINETY HOMES BEFORE EASTER")),
    "a sentence turned into capitals": Planted("capitals", say("We will build ninety homes before Easter", "<w:caps/>")),
    "told by a colour": Planted("told-by-colour", say("Actions shown in red are late.")),
    "told by a place": Planted("told-by-position", say("The figures on the right are estimates.")),
}  # fmt: skip
"""What keeps somebody from reading a document."""

INVALID: Mapping[str, Planted] = {
    "a part that is not well-formed": Planted("part-not-well-formed", swap("</w:ftr>", "", "word/footer1.xml")),
    "a control character": Planted("character-forbidden", say("One&#x1;two")),
    "a document type": Planted("document-type", swap("<w:hdr", "<!DOCTYPE hdr><w:hdr", HEADER)),
    "two parts of one name but for case": Planted("part-twice", part("word/Header1.xml", "<a/>")),
    "a part outside the package": Planted("part-name", part("../evil.xml", "<a/>")),
    "a picture cut short": Planted("picture-damaged", part("word/media/svcdocs1.png", b"no picture")),
    "no list of types": Planted("content-types-missing", part(TYPES, None)),
    "a part without a type": Planted("content-type-missing", part("word/media/more.bin", b"x")),
    "a type said twice": Planted("content-type-twice", rewrite("(<Override[^>]*/>)", r"\1\1", TYPES)),
    "a type of a part that is gone": Planted("content-type-of-nothing", swap("</Types>", '<Override PartName="/word/gone.xml" ContentType="application/xml"/></Types>', TYPES)),
    "a part of the wrong type": Planted("content-type-wrong", swap(".styles+xml", ".settings+xml", TYPES)),
    "a relationship to a part that is gone": Planted("relationship-to-nothing", part("word/header2.xml", None)),
    "a relationship id twice": Planted("relationship-twice", related("rIdStyles", "styles", "styles.xml")),
    "a picture that refers to nothing": Planted("relationship-missing", swap('r:embed="rIdSvcdocs1"', 'r:embed="rId99"')),
    "a header that is a footer": Planted("relationship-of-wrong-kind", rewrite('(<w:headerReference[^>]*r:id=)"rIdHeader1"', r'\1"rIdFooter1"')),
    "a part that nothing leads to": Planted("part-unreached", part("word/old.xml", "<a/>")),
    "relationships of a part that is gone": Planted("relationships-of-nothing", part("word/_rels/gone.xml.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>')),
    "an address with blanks": Planted("address-damaged", link("the plan", "https://example.org/our plan")),
    "an address on somebody's drive": Planted("address-unsafe", link("the plan", "file:///C:/plan.docx")),
    "a picture from the internet": Planted("content-from-outside", related("rIdWeb", "image", "https://example.org/a.png", ' TargetMode="External"')),
    "a prefix nobody declared": Planted("prefix-undeclared", swap("<w:document ", '<w:document xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w99" ')),
    "a style that is gone": Planted("style-undefined", say("Styled", paragraph='<w:pStyle w:val="Gone"/>')),
    "a style on a style that is gone": Planted("style-undefined", swap('<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Gone"/>', STYLES)),
    "a style twice": Planted("style-twice", swap("</w:styles>", '<w:style w:type="paragraph" w:styleId="BodyText"><w:name w:val="Twin"/></w:style></w:styles>', STYLES)),
    "a paragraph in the style of a table": Planted("style-of-wrong-kind", say("Styled", paragraph='<w:pStyle w:val="SignTable"/>')),
    "a style based on itself": Planted("style-goes-round", swap("</w:styles>", '<w:style w:type="paragraph" w:styleId="R"><w:name w:val="R"/><w:basedOn w:val="R"/></w:style></w:styles>', STYLES)),
    "a list that is not defined": Planted("list-undefined", say("First", paragraph='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="999"/></w:numPr>')),
    "a style's list that is not defined": Planted("list-undefined", swap('<w:numId w:val="1"/>', '<w:numId w:val="998"/>', STYLES)),
    "a list without a form": Planted("list-without-form", rewrite('<w:abstractNumId w:val="[0-9]+"/>', '<w:abstractNumId w:val="999"/>', NUMBERING)),
    "a list twice": Planted("list-twice", rewrite("(<w:num .*?</w:num>)", r"\1\1", NUMBERING)),
    "a bookmark id twice": Planted("bookmark-id-twice", put(mark(2, "Other"))),
    "a bookmark name twice": Planted("bookmark-name-twice", put(mark(900, "_Toc000000002"))),
    "a bookmark that never ends": Planted("bookmark-unclosed", put(mark(900, "Open", closed=False))),
    "a bookmark that never began": Planted("bookmark-never-opened", put('<w:p><w:bookmarkEnd w:id="900"/></w:p>')),
    "a bookmark name too long": Planted("bookmark-name", put(mark(900, "a" * 41))),
    "a bookmark name with a blank": Planted("bookmark-name", put(mark(900, "our plan"))),
    "a page number of a bookmark that is gone": Planted("field-to-no-bookmark", put('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGEREF gone \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>')),
    "a contents entry to a bookmark that is gone": Planted("link-to-no-bookmark", swap('w:anchor="_Toc000000002"', 'w:anchor="_Toc999999999"')),
    "a drawing's id twice": Planted("drawing-id-twice", put(f"<w:p><w:r>{drawing(1)}</w:r></w:p>")),
    "a drawing's id that is no number": Planted("drawing-id", swap('<wp:docPr id="1"', '<wp:docPr id="one"')),
    "a content control's id twice": Planted("control-id-twice", put('<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>' * 2)),
    "a content control's name too long": Planted("control-name-long", put(f'<w:sdt><w:sdtPr><w:tag w:val="{"a" * 65}"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>')),
    "a paragraph's id twice": Planted("paragraph-id-twice", put('<w:p xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" w14:paraId="1A"/>' * 2)),
    "a footnote that is gone": Planted("footnote-missing", put('<w:p><w:r><w:footnoteReference w:id="9"/></w:r></w:p>')),
    "a comment that is gone": Planted("comment-missing", put('<w:p><w:r><w:commentReference w:id="9"/></w:r></w:p>')),
    "a comment's id twice": Planted("comment-id-twice", both(related("rIdC", "comments", "comments.xml"), part("word/comments.xml", '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="1"/><w:comment w:id="1"/></w:comments>'))),
    "a cell without a paragraph": Planted("cell-without-paragraph", put(table(_HEAD, _ROW.replace(p("Ines"), "")))),
    "a row without cells": Planted("row-without-cells", put(table(_HEAD, "<w:tr/>"))),
    "a table without rows": Planted("table-without-rows", put(table())),
    "a table without a grid": Planted("table-without-grid", rewrite("<w:tblGrid>.*?</w:tblGrid>", "")),
    "a row wider than the grid": Planted("columns-unlike-the-grid", put(table(_HEAD, _ROW, grid=3))),
    "two tables that run together": Planted("tables-run-together", put(table(_HEAD, _ROW).replace(p("After it."), "") + table(_HEAD, _ROW))),
    "a field that never ends": Planted("field-unended", put(field("begin", "separate"))),
    "a field that never began": Planted("field-never-begun", put(field("end"))),
    "a field parted twice": Planted("field-parted-twice", put(field("begin", "separate", "separate", "end"))),
    "a field's code outside a field": Planted("field-code-outside", put("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>")),
    "a document without a last section": Planted("section-missing", rewrite("<w:sectPr>(?!.*<w:sectPr>).*?</w:sectPr></w:body>", "</w:body>")),
    "a section without a page": Planted("section-without-page", put("<w:p><w:pPr><w:sectPr/></w:pPr></w:p>")),
    "a section with two headers of a kind": Planted("section-with-two-of-a-kind", rewrite("(<w:headerReference[^>]*/>)", r"\1\1")),
    "a section in a table": Planted("section-in-table", put(table(_HEAD, row(f"<w:p><w:pPr>{_SECTION.format('')}</w:pPr></w:p>", "Ines")))),
    "a wide page that says it is upright": Planted("section-turned", swap(' w:orient="landscape"', "")),
    "a paragraph in a paragraph": Planted("paragraph-misplaced", put(f"<w:p>{p('Inner')}</w:p>")),
    "a run outside a paragraph": Planted("run-misplaced", put("<w:r><w:t>Loose</w:t></w:r>")),
    "a text with a break inside": Planted("text-with-elements", put("<w:p><w:r><w:t>One<w:br/>two</w:t></w:r></w:p>")),
    "text in a deletion": Planted("text-in-deletion", put('<w:p><w:del w:id="900" w:author="A"><w:r><w:t>Old</w:t></w:r></w:del></w:p>')),
    "blanks that Word drops": Planted("blanks-lost", put("<w:p><w:r><w:t>One </w:t></w:r><w:r><w:t>two</w:t></w:r></w:p>")),
    "a line end inside a text": Planted("line-broken-in-text", say("One\ntwo")),
    "a sign nobody sees": Planted("control-character", say("One\x93two\x7f")),
    "a lost character": Planted("character-lost", say("One\ufffdtwo")),
    "letters misread": Planted("letters-misread", say("The teamâ€™s plan")),
    "a tag in the title": Planted("property-damaged", rewrite("<dc:title>.*?<", "<dc:title>{{ title }}<", CORE)),
    "a tag left in the text": Planted("tag-left", say("Dear {{ name }}")),
    "a tag left in several runs": Planted("tag-left", put("<w:p><w:r><w:t>{</w:t></w:r><w:r><w:t>{ name }</w:t></w:r><w:r><w:t>}</w:t></w:r></w:p>")),
    "a block's tag left in a header": Planted("tag-left", swap("Homes:", "{%p if x %}Homes:", HEADER)),
    "an object printed": Planted("inside-printed", say("&lt;svcdocs.model.Text object at 0x7f1&gt;")),
    "a number that is none": Planted("inside-printed", put(table(_HEAD, row("Trees", "nan")))),
    "a reference that Word could not find": Planted("field-broken", say("Error! Bookmark not defined.")),
    "a question when it is opened": Planted("asks-when-opened", swap("<w:defaultTabStop", '<w:updateFields w:val="true"/><w:defaultTabStop', SETTINGS)),
    "letters for many people": Planted("mail-merge", swap("<w:defaultTabStop", "<w:mailMerge/><w:defaultTabStop", SETTINGS)),
    "a template attached": Planted("template-attached", swap("<w:defaultTabStop", '<w:attachedTemplate r:id="rIdStyles"/><w:defaultTabStop', SETTINGS)),
}  # fmt: skip
"""What makes Word repair or refuse a document, or shows that something went wrong in making it."""
