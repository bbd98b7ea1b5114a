"""About how many pages a document has: held against a program that lays it out, and by laws where there is none."""

from __future__ import annotations

import io
import random
import re
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from svcdocs.documents.readable import ReadableContext, readable_context
from svcdocs.shipped import doc_template
from svcdocs.word import Template
from svcdocs.word.page_count import about_pages
from tests.documents import samples, three_year_samples
from tests.word.building import docx, p, table

WORDS = (
    *("council", "plan", "service", "homes", "people", "review", "improve", "agree", "budget", "street", "waste"),
    *("collect", "cabinet", "residents", "survey", "partners", "quarterly", "training", "system", "officers"),
    *("planning", "community", "support", "safety", "measure", "result", "reduce", "building"),
)


def _plan(actions: int, indicators: int, passages: int, seed: int) -> Mapping[str, Any]:
    """A plan of so many of each, in words drawn by ``seed``."""
    draw = random.Random(seed)

    def text(least: int, most: int) -> str:
        return " ".join(draw.choice(WORDS) for _ in range(draw.randint(least, most)))

    return {
        "service": "Homes",
        "passages": [{"section": "About our service", "text": text(20, 90)} for _ in range(passages)],
        "actions": [
            {
                "ref": f"H{n}", "title": text(4, 12), "group": f"Group {n // 7}", "finish": "March 2028",
                "steps": [{"text": text(4, 18)} for _ in range(draw.randint(1, 6))], "lead": "Housing Manager",
                "outcome": text(6, 30), "resources": draw.choice(["None", "£12,000 from the reserve"]),
            }
            for n in range(actions)
        ],
        "indicators": [
            {"ref": f"I{n}", "name": text(4, 14), "unit": "Number", "targets": {"2027/28": str(n)}, "lead": "Officer"}
            for n in range(indicators)
        ],
    }  # fmt: skip


def _usual(plan: Mapping[str, Any]) -> bytes:
    return samples.printed(samples.context(plan))


def _readable(plan: Mapping[str, Any]) -> bytes:
    cycle, made = samples.cycle_of(plan)
    template = Template.compile(doc_template("service-plan-readable"), ReadableContext)
    return template.render(readable_context(cycle, made, draft=True))


@pytest.fixture(scope="module")
def documents() -> dict[str, bytes]:
    plans = {f"{n}": _plan(*sizes, seed=n) for n, sizes in enumerate([(5, 3, 6), (30, 20, 45), (60, 60, 20)])}
    made = {f"usual-{name}": _usual(plan) for name, plan in plans.items()}
    made |= {f"readable-{name}": _readable(plan) for name, plan in plans.items()}
    return made | {
        "sample": samples.printed(samples.context()),
        "three-year": three_year_samples.printed(three_year_samples.context()),
    }


def test_the_count_is_that_of_a_program_that_lays_pages_out_or_within_a_tenth(
    documents: dict[str, bytes], tmp_path: Path, needs: Callable[[str], str]
) -> None:
    office, reader = needs("libreoffice"), needs("pdftotext")
    for name, document in documents.items():
        (tmp_path / f"{name}.docx").write_bytes(document)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = [str(tmp_path / f"{name}.docx") for name in documents]
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    for name, document in documents.items():
        pdf = str(tmp_path / f"{name}.pdf")
        pages = subprocess.run([reader, pdf, "-"], check=True, capture_output=True).stdout.count(b"\f")
        assert abs(about_pages(document) - pages) <= pages / 10, name


def test_more_text_never_has_fewer_pages() -> None:
    counts = [about_pages(_usual(_plan(actions, 5, 10, seed=1))) for actions in (1, 10, 40, 80)]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1]


def test_a_part_that_begins_a_page_counts_as_one(documents: dict[str, bytes]) -> None:
    # Cover, page for those who sign, approval, contents, text, action plan, key to statuses, indicators at the least.
    assert about_pages(documents["sample"]) >= 8


def test_the_same_document_is_counted_alike(documents: dict[str, bytes]) -> None:
    assert about_pages(documents["sample"]) == about_pages(documents["sample"])


def _with_pages(document: bytes, pattern: str, put: str) -> bytes:
    """A document whose set-up of pages says something else."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.infolist():
            content = old.read(item)
            if item.filename == "word/document.xml":
                content = re.sub(pattern, put, content.decode()).encode()
            new.writestr(item, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("pattern", "put"),
    [
        (r"<w:sectPr\b.*?</w:sectPr>", ""),
        (r"<w:pgSz [^>]*/>", ""),
        (r'w:top="\d+"', 'w:top="9000"'),
        (r'w:left="\d+"', 'w:left="99999"'),
    ],
    ids=["no section", "no size", "no height left", "no width left"],
)
def test_a_template_whose_pages_are_odd_is_counted_all_the_same(
    documents: dict[str, bytes], pattern: str, put: str
) -> None:
    odd = _with_pages(documents["sample"], pattern, put)
    assert odd != documents["sample"]
    assert about_pages(odd) >= 1


def test_a_row_that_stays_with_the_next_is_counted_on_its_page() -> None:
    page = '<w:pgSz w:w="11906" w:h="5000"/><w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000"/>'

    def row_of(more: str = "") -> str:
        high = '<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="1300"/></w:trPr>'
        return f'{high}<w:tc><w:tcPr><w:tcW w:w="1200" w:type="dxa"/></w:tcPr>{p("x", more=more)}</w:tc></w:tr>'

    def pages(*rows: str) -> int:
        """Of a paragraph and rows of which two fit a page below it."""
        return about_pages(docx(p("x"), table(*rows, columns=1), end=f"<w:sectPr>{page}</w:sectPr>"))

    free, kept = row_of(), row_of("<w:keepNext/>")
    assert pages(free, free, free, free) == 2
    assert pages(free, kept, free, free) == 3
