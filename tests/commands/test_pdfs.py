"""PDFs as LibreOffice makes them, since much can only be seen in real ones; and as an imitation of Word would."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Self

import pytest
from docx import Document
from pypdf import PdfReader

from svcdocs.cli.main import main
from svcdocs.commands import converting
from svcdocs.commands.build import Built, Line, build
from svcdocs.commands.pdfs import PdfMaker
from svcdocs.commands.programs import Found, libreoffice
from svcdocs.errors import SvcdocsError
from svcdocs.pdf.converter import Converted
from svcdocs.pdf.pages import pages_of
from svcdocs.project import Project
from svcdocs.shipped import doc_template
from svcdocs.word.contents import find_contents
from svcdocs.word.outline import contents_of, outline, text_of
from tests.cycles import framework, no_progress, plan, workbook, write_cycle
from tests.inspection.accessibility import accessibility
from tests.inspection.opened import Opened
from tests.inspection.pdf import pdf_faults, tags_of
from tests.inspection.validity import validity
from tests.pdf.stubs import stub
from tests.pdf.word_pdf import laid_out
from tests.pdf.word_stub import imitate_word, needs_links

Needs = Callable[[str], str]
PARKS, CORPORATE = "service-plans/parks.docx", "corporate-plan.docx"
FULL = {
    "passages": [
        {"section": "About our service", "text": f"Parks looks after:\n• large ones\n• small ones\n{'Words. ' * 900}"},
        {"section": "Customers", "text": "Everybody who walks."},
    ],
    "indicators": [
        {"ref": f"PI{n}", "name": f"Trees {n}", "results": {"2025/26": "3", "2026/27": "5"},
         "targets": {"2027/28": "7", "2028/29": "9"}}
        for n in range(1, 25)
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Built]:
    """A cycle whose plans have contents, tables, lists and more charts than LibreOffice usually keeps at once."""
    if libreoffice().path is None:
        pytest.skip("libreoffice is not on this machine")
    project = write_cycle(
        tmp_path_factory.mktemp("made"), {"parks.xlsx": plan("Parks", **FULL), "homes.xlsx": plan("Homes")}
    )
    return project, build(project, no_progress, draft=True, set_on_pages=PdfMaker())


@pytest.fixture(autouse=True)
def promised(needs: Callable[[str], str], request: pytest.FixtureRequest) -> None:
    """Where CI promises LibreOffice, its lack is a failure."""
    if "made" in request.fixturenames:
        needs("libreoffice")


def documents(built: Built) -> list[Line]:
    """The lines of the Word documents: a spreadsheet has no pages."""
    return [line for line in built.lines if line.document.endswith(".docx")]


def pdf_of(project: Project, name: str) -> Path:
    return (project.output_dir / name).with_suffix(".pdf")


def test_each_document_has_a_pdf_beside_it_and_its_true_number_of_pages(made: tuple[Project, Built]) -> None:
    project, built = made
    for line in built.lines:
        assert line.outcome == "built"
    for line in documents(built):
        assert line.pages == len(PdfReader(pdf_of(project, line.document)).pages)


def test_pdfs_can_be_read_by_everybody(made: tuple[Project, Built]) -> None:
    project, built = made
    for line in documents(built):
        assert pdf_faults(pdf_of(project, line.document).read_bytes()) == [], line.document


def test_tags_name_headings_lists_tables_contents_links_and_pictures(made: tuple[Project, Built]) -> None:
    project, _ = made
    tags = tags_of(pdf_of(project, PARKS).read_bytes())
    assert {"/H1", "/H2", "/L", "/LI", "/Table", "/TH", "/TD", "/TOC", "/TOCI", "/Link", "/Figure"} <= set(tags)
    levels = [
        len(line) - len(line.lstrip("#")) for line in outline((project.output_dir / PARKS).read_bytes()).split("\n")
    ]
    assert [int(tag[2]) for tag in tags if re.fullmatch("/H[1-6]", tag)] == [level for level in levels if level]


def test_the_contents_of_document_and_pdf_name_the_page_on_which_each_heading_stands(
    made: tuple[Project, Built],
) -> None:
    project, _ = made
    document = (project.output_dir / PARKS).read_bytes()
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(pdf_of(project, PARKS)).pages]
    entries = re.findall(r"^\[toc \d.*?\] (.+) → (\d+)$", outline(document), re.MULTILINE | re.IGNORECASE)
    listed = [entry.text for entry in contents_of(document) if entry.level <= 2]
    assert [re.sub(r"^\d+ ", "", heading) for heading, _ in entries] == listed
    for heading, page in entries:
        assert re.sub(r"^\d+ ", "", heading) in pages[int(page) - 1], (heading, page)
        assert heading in " ".join(pages[:4])
    assert accessibility(document) == []
    assert validity(document) == []


def test_every_word_of_a_document_stands_in_its_pdf(made: tuple[Project, Built]) -> None:
    project, built = made
    for line in documents(built):
        said = "".join(page.extract_text() for page in PdfReader(pdf_of(project, line.document)).pages)
        there = re.sub(r"[\s\u00ad-]+", "", said)
        words = set(re.findall(r"\w{4,}", text_of((project.output_dir / line.document).read_bytes())))
        assert {word for word in words if word not in there} == set(), line.document


def test_bookmarks_lead_through_a_pdf_in_the_order_of_its_headings(made: tuple[Project, Built]) -> None:
    project, _ = made
    reader = PdfReader(pdf_of(project, PARKS))
    titles = [str(one.title) for one in reader.outline if not isinstance(one, list)]
    headings = [entry.text for entry in contents_of((project.output_dir / PARKS).read_bytes()) if entry.level == 1]
    assert [re.sub(r"^\d+ ", "", title) for title in titles] == headings


def test_the_same_workbooks_give_the_same_pdf(made: tuple[Project, Built], tmp_path: Path) -> None:
    project, _ = made
    again = write_cycle(tmp_path, {"parks.xlsx": plan("Parks", **FULL), "homes.xlsx": plan("Homes")})
    build(again, no_progress, draft=True, only="Parks", set_on_pages=PdfMaker())
    assert pdf_of(again, PARKS).read_bytes() == pdf_of(project, PARKS).read_bytes()
    assert (again.output_dir / PARKS).read_bytes() == (project.output_dir / PARKS).read_bytes()


def test_nothing_is_written_where_libreoffice_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = write_cycle(tmp_path / "cycle")
    broken = Found(stub(tmp_path, "sys.exit(1)"), ())
    monkeypatch.setattr(converting, "libreoffice", lambda: broken)
    with pytest.raises(SvcdocsError, match="LibreOffice made no PDF of service-plans/parks"):
        build(project, no_progress, set_on_pages=PdfMaker())
    assert not project.output_dir.exists()


def test_without_libreoffice_it_is_said_at_once_where_it_was_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_cycle(tmp_path)
    monkeypatch.setattr(
        converting, "libreoffice", lambda: Found(None, ("the folders of PATH", "C:\\Program Files\\LibreOffice"))
    )
    assert main(["build", str(tmp_path), "--pdf"]) == 2
    told = " ".join(capsys.readouterr().err.split())
    assert (
        "no PDFs can be made: LibreOffice was not found (looked in the folders of PATH; C:\\Program Files\\LibreOffice)"
        in told
    )
    assert "install LibreOffice" in told
    assert "Reading workbooks" not in told
    assert not (tmp_path / "output").exists()


def test_a_pdf_that_a_later_build_did_not_make_anew_is_said_to_be_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = write_cycle(tmp_path / "cycle")
    monkeypatch.setattr("svcdocs.pdf.office.Office", _Copier)
    monkeypatch.setattr(converting, "libreoffice", lambda: Found(Path("soffice"), ()))
    built = build(project, no_progress, set_on_pages=PdfMaker())
    assert {line.document: line.why for line in built.lines}[PARKS] == ""
    assert {line.document: line.why for line in build(project, no_progress).lines}[PARKS] == ""
    changed = plan("Parks", passages=[{"section": "About our service", "text": "Something new."}])
    (project.workbooks_dir / "parks.xlsx").write_bytes(workbook(changed, framework()))
    whys = {line.document: (line.outcome, line.why) for line in build(project, no_progress).lines}
    assert whys[PARKS] == ("built", "its PDF is of an earlier build")
    assert whys["service-plans/homes.docx"] == ("built", "")


def test_pages_are_told_for_people_and_for_programs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_cycle(tmp_path)
    monkeypatch.setattr("svcdocs.pdf.office.Office", _Copier)
    monkeypatch.setattr(converting, "libreoffice", lambda: Found(Path("soffice"), ()))
    assert main(["build", str(tmp_path), "--pdf"]) == 0
    assert "built, 2 pages, and its PDF" in capsys.readouterr().out
    assert main(["build", str(tmp_path), "--pdf", "--format", "json"]) == 0
    told = {one["document"]: one["pages"] for one in json.loads(capsys.readouterr().out)["documents"]}
    assert told.pop("annexes/corporate-plan-data.xlsx") is None
    assert set(told.values()) == {2}
    assert main(["build", str(tmp_path), "--format", "json"]) == 0
    assert {one["pages"] for one in json.loads(capsys.readouterr().out)["documents"]} == {None}


def test_made_again_in_the_same_place_documents_and_pdfs_are_the_same_bytes(tmp_path: Path, needs: Needs) -> None:
    needs("libreoffice")
    project = write_cycle(tmp_path, {"parks.xlsx": plan("Parks", **FULL), "homes.xlsx": plan("Homes")})
    made_at = []
    for _ in range(2):
        build(project, no_progress, draft=True, only="Parks", set_on_pages=PdfMaker())
        made_at.append(((project.output_dir / PARKS).read_bytes(), pdf_of(project, PARKS).read_bytes()))
    assert made_at[0] == made_at[1]
    assert sorted(path.name for path in (project.output_dir / PARKS).parent.iterdir()) == ["parks.docx", "parks.pdf"]


def test_a_template_of_the_councils_own_without_contents_is_set_on_pages_all_the_same(
    tmp_path: Path, needs: Needs
) -> None:
    needs("libreoffice")
    project = write_cycle(tmp_path, {"parks.xlsx": plan("Parks", **FULL), "homes.xlsx": plan("Homes")})
    own = tmp_path / "doc_templates" / "service-plan.docx"
    own.parent.mkdir()
    own.write_bytes(_without_contents(doc_template("service-plan").read_bytes()))
    (line,) = build(project, no_progress, draft=True, only="Parks", set_on_pages=PdfMaker()).lines
    assert (line.outcome, line.pages) == ("built", len(PdfReader(pdf_of(project, PARKS)).pages))
    document = (project.output_dir / PARKS).read_bytes()
    assert "TOC" not in Opened(document).parts["word/document.xml"].decode()
    assert "Everybody who walks." in text_of(document)
    titles = [str(one.title) for one in PdfReader(pdf_of(project, PARKS)).outline if not isinstance(one, list)]
    assert "1 About our service" in titles


def test_public_editions_have_pdfs_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = write_cycle(tmp_path)
    monkeypatch.setattr("svcdocs.pdf.office.Office", _Copier)
    monkeypatch.setattr(converting, "libreoffice", lambda: Found(Path("soffice"), ()))
    assert main(["build", str(tmp_path), "--pdf", "--public"]) == 0
    assert (project.output_dir / "public" / "parks.pdf").is_file()


def _without_contents(template: bytes) -> bytes:
    """A template without its contents and the heading over them."""
    document = Document(io.BytesIO(template))
    root = document.element.body
    while (found := find_contents(root)) is not None:
        for paragraph in found[0]:
            around = paragraph.getparent()
            assert around is not None
            around.remove(paragraph)
    for one in list(document.paragraphs):
        if one.style is not None and one.style.name == "TOC Heading":
            root.remove(one._p)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


@needs_links
def test_with_word_the_contents_name_the_pages_that_word_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With page numbers the contents of the imitation are a page longer: the numbers hold from the third pass on."""
    project = write_cycle(tmp_path / "cycle", {"parks.xlsx": plan("Parks", **FULL), "homes.xlsx": plan("Homes")})
    (project.folder / "svcdocs.toml").write_text('[programs]\npdf = "word"\n', encoding="utf-8")
    monkeypatch.setattr(converting, "ON_WINDOWS", True)
    monkeypatch.setattr(converting, "word", lambda: Found(Path("WINWORD.EXE"), ()))
    stub = imitate_word(tmp_path, monkeypatch)
    assert main(["build", str(project.folder), "--pdf", "--draft", "--service", "Parks"]) == 0
    document = (project.output_dir / PARKS).read_bytes()
    entries = re.findall(r"^\[toc \d.*?\] (.+) → (\d+)$", outline(document), re.MULTILINE | re.IGNORECASE)
    told = laid_out(document)
    numbers = {told.texts[mark]: page for mark, page in told.pages.items()}
    assert entries
    assert {re.sub(r"^\d+ ", "", heading): int(page) for heading, page in entries}.items() <= numbers.items()
    assert f"built, {told.count} pages, and its PDF" in capsys.readouterr().out
    assert (len(stub.asked("start")), len(stub.asked("Open"))) == (1, 3)
    assert not stub.runs()
    reader = PdfReader(pdf_of(project, PARKS))
    said = [str(one.get_object()["/Contents"]) for one in reader.pages[1]["/Annots"]]  # type: ignore[attr-defined]
    assert said == [f"Go to {told.texts[mark]}" for mark in told.links]
    assert str(reader.root_object["/Lang"]) == "en-GB"


@needs_links
def test_nothing_is_written_where_word_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = write_cycle(tmp_path / "cycle")
    monkeypatch.setattr(converting, "ON_WINDOWS", True)
    monkeypatch.setattr(converting, "libreoffice", lambda: Found(None, ()))
    monkeypatch.setattr(converting, "word", lambda: Found(Path("WINWORD.EXE"), ()))
    stub = imitate_word(tmp_path, monkeypatch, does={"2": "refuses"})
    assert main(["build", str(project.folder), "--pdf"]) == 2
    told = " ".join(capsys.readouterr().err.split())
    assert "Microsoft Word made no PDF of service-plans/homes.docx: Die Datei ist beschädigt" in told
    assert not project.output_dir.exists()
    assert not stub.runs()


def test_a_build_without_pdfs_loads_nothing_that_reads_them() -> None:
    code = "import sys, svcdocs.commands.build, svcdocs.cli.verbs.build; sys.exit('pypdf' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


class _Copier:
    """A converter that makes the same small PDF of everything."""

    def __init__(self, _program: Path) -> None:
        from tests.pdf.handmade import handmade

        self.pdf = handmade()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        return None

    def convert(self, documents: dict[str, bytes]) -> dict[str, Converted]:
        return dict.fromkeys(documents, Converted(self.pdf, pages_of(self.pdf)))
