"""What the templates may print is told from the declaration itself; SVCDOCS_REWRITE_GOLDEN=1 writes the page anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from svcdocs.commands.template_fields import fields_page, printables
from svcdocs.documents.catalogue import DOCUMENTS
from svcdocs.shipped import doc_template
from svcdocs.word import Template


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_name_that_may_be_printed_has_a_meaning(document: str) -> None:
    assert [one.path for one in printables(document) if not one.meaning] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_name_that_a_template_uses_is_listed(document: str) -> None:
    template = Template.compile(doc_template(document), DOCUMENTS[document].context)
    used = {path.removesuffix("[]") for path in template.names_used()}
    assert used <= {one.path for one in printables(document)}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_word_has_what_we_print_as_its_example(document: str) -> None:
    words = [one for one in printables(document) if one.path.startswith("words.")]
    assert words
    assert [one.path for one in words if not one.example] == []


def test_what_is_to_be_written_fits_the_kind_of_the_name() -> None:
    told = {one.path: one.write for one in printables("service-plan")}
    assert told["service"] == "{{ service }}"
    assert told["sections"] == "{%p for one in sections %} … {%p endfor %}"
    assert told["sections[].heading"] == "{{ one.heading }}"
    assert told["sections[].money[].rows[].is_total"] == "{% if one.is_total %} … {% endif %}"
    assert told["sections[].money[].rows[].note"] == "{{p one.note }}"
    assert told["words"] == ""


def test_the_page_beside_the_templates_is_up_to_date(checkout: Path) -> None:
    page = checkout / "doc_templates" / "fields.md"
    if os.environ.get("SVCDOCS_REWRITE_GOLDEN") == "1":
        page.write_bytes(fields_page().encode())
    assert page.read_text(encoding="utf-8") == fields_page()
