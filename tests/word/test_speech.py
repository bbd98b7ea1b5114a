from __future__ import annotations

import re

import pytest

from svcdocs.word import Properties, Template
from tests.word.building import docx, p, part, run, styles
from tests.word.contexts import Plan

DEFAULTS = re.compile("<w:docDefaults.*</w:docDefaults>", re.DOTALL)
LANGUAGE = '<w:lang w:val="en-GB"/>'


def printed(template: bytes, language: str) -> bytes:
    return Template.compile(template, Plan, "plan.docx").render(Plan(), Properties(language=language))


def told(document: bytes) -> list[str]:
    defaults = DEFAULTS.search(part(document, "word/styles.xml"))
    return re.findall(r"<w:lang[^>]*/>", defaults[0]) if defaults else []


def test_a_document_is_spelled_and_read_aloud_in_its_own_language_and_not_in_that_of_the_template() -> None:
    template = docx(p("{{ title }}"))
    assert told(printed(template, "cy-GB")) == ['<w:lang w:val="cy-GB"/>']
    assert told(printed(template, "en-GB")) == told(printed(template, "")) == [LANGUAGE]


def test_in_the_language_of_the_template_its_styles_stay_as_they_are() -> None:
    template = docx(p("{{ title }}"))
    assert part(printed(template, "en-GB"), "word/styles.xml") == part(template, "word/styles.xml")


@pytest.mark.parametrize(
    "left",
    ["", "<w:docDefaults/>", "<w:docDefaults><w:pPrDefault/></w:docDefaults>", DEFAULTS.search(styles())[0]],  # type: ignore[index]
)
def test_a_template_that_names_no_language_gets_that_of_the_document(left: str) -> None:
    sheet = DEFAULTS.sub(left.replace(LANGUAGE, ""), styles())
    document = printed(docx(p("{{ title }}"), style_sheet=sheet), "cy")
    assert told(document) == ['<w:lang w:val="cy"/>']
    assert "<w:rPrDefault><w:rPr>" in part(document, "word/styles.xml").partition("pPrDefault")[0]


def test_what_a_template_marks_as_being_in_another_language_stays_so_marked() -> None:
    both = p(run("Teitl: ", '<w:lang w:val="cy-GB"/>'), run("{{ title }}", LANGUAGE))
    body = part(printed(docx(both), "fr-FR"))
    assert re.findall(r'<w:lang w:val="([^"]*)"', body) == ["cy-GB", "en-GB"]
