from __future__ import annotations

import io

from docx import Document

from svcdocs.shipped import doc_templates
from svcdocs.word.second_reader import docxtpl_objection


def template(*lines: str) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_the_built_in_templates_can_be_read_by_plain_docxtpl() -> None:
    for path in doc_templates().values():
        assert docxtpl_objection(path.read_bytes()) == "", path.name


def test_what_docxtpl_objects_to_is_told_in_its_words() -> None:
    assert docxtpl_objection(template("{{ council }}")) == ""
    assert "endfor" in docxtpl_objection(template("{% for one in many %}", "{{ one }}"))
    assert docxtpl_objection(b"no document")


def test_a_template_is_parsed_and_not_run() -> None:
    assert docxtpl_objection(template("{{ cycler.__init__.__globals__.os.system('false') }}")) == ""
