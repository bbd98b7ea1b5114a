"""Zip files: parts that are not changed are not compressed again, and nothing depends on the clock."""

from __future__ import annotations

import io
import zipfile

import pytest

from svcdocs.errors import UnusableFile
from svcdocs.word import Template
from svcdocs.word.zipping import in_order, pack, unpack, write
from tests.word.building import docx, p, zipped
from tests.word.contexts import Plan


def test_what_is_packed_is_read_again_by_any_program() -> None:
    data = write([pack("a.txt", b"x" * 1000), pack("ünïcode.txt", b""), pack("b/c.xml", b"<a/>")])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["a.txt", "ünïcode.txt", "b/c.xml"]
        assert archive.read("a.txt") == b"x" * 1000


def test_unchanged_parts_keep_their_compressed_bytes() -> None:
    source = docx(p("{{ title }}"))
    document = Template.compile(source, Plan).render(Plan())
    before, after = unpack(source, "a")[1], unpack(document, "b")[1]
    assert before["word/styles.xml"] == after["word/styles.xml"]
    assert before["word/document.xml"].packed != after["word/document.xml"].packed


def test_the_list_of_content_types_comes_first() -> None:
    members = unpack(docx(p("x")), "a")[1]
    assert [member.name for member in in_order(members)][:2] == ["[Content_Types].xml", "_rels/.rels"]


def test_stored_members_are_kept() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a", b"plain")
    plain, packed = unpack(buffer.getvalue(), "x")
    assert plain == {"a": b"plain"}
    assert unpack(write(packed.values()), "x")[0] == plain


@pytest.mark.parametrize("names", [["a", "A"], ["/etc/x"], ["x/../../y"]])
def test_names_that_could_do_harm_are_refused(names: list[str]) -> None:
    with pytest.raises(UnusableFile, match="unlawful name"):
        unpack(zipped(dict.fromkeys(names, "x")), "x.docx")


def test_too_many_parts_are_refused() -> None:
    with pytest.raises(UnusableFile, match="far larger"):
        unpack(zipped({f"p{n}": "" for n in range(2001)}), "x.docx")


@pytest.mark.parametrize("cut", [10, 200, -30, -1])
def test_a_file_cut_short_is_refused_in_one_sentence(cut: int) -> None:
    with pytest.raises(UnusableFile, match="is damaged"):
        unpack(docx(p("x"))[:cut], "x.docx")
