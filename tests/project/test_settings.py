from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from svcdocs.errors import SvcdocsError
from svcdocs.project import Limits, Paths, Project, Settings, read_settings, settings_text


def settings(folder: Path, text: str) -> Settings:
    file = folder / "svcdocs.toml"
    file.write_text(text, encoding="utf-8")
    return read_settings(file)


def refusal(folder: Path, text: str) -> SvcdocsError:
    with pytest.raises(SvcdocsError) as raised:
        settings(folder, text)
    assert "svcdocs.toml" in raised.value.message
    return raised.value


def test_an_empty_file_means_every_default(tmp_path: Path) -> None:
    assert settings(tmp_path, "") == Settings()


def test_what_is_said_is_taken_and_the_rest_is_default(tmp_path: Path) -> None:
    read = settings(tmp_path, 'program = "0.1.0"\n[paths]\nworkbooks = "returns"\n[limits]\nworkbook_mb = 5\n')
    assert read == Settings(program="0.1.0", paths=Paths(workbooks="returns"), limits=Limits(workbook_mb=5))


def test_a_new_cycle_s_settings_are_the_defaults(tmp_path: Path) -> None:
    assert settings(tmp_path, settings_text(program="0.1.0")) == Settings(program="0.1.0")


def test_a_new_cycle_s_settings_explain_each_one() -> None:
    text = settings_text(program="0.1.0")
    named = re.findall(r"^(?:# )?(\w+) = .+  # .+$", text, flags=re.MULTILINE)
    assert named == [
        *("program", "framework", "workbooks", "doc_templates", "issued", "inbox", "last_year", "received", "output"),
        *("circulation", "seen"),
        *("logo", "accent", "workbook_mb", "unpacked_mb", "seconds", "memory_mb", "pdf"),
    ]


def test_optional_settings_work_once_their_comment_sign_is_removed() -> None:
    text = re.sub(r"^# (\w+ = )", r"\1", settings_text(program="0.1.0"), flags=re.MULTILINE)
    said = tomllib.loads(text)
    assert said["branding"]["logo"] == "logo.png"


def test_given_files_are_written_into_a_new_cycle_s_settings() -> None:
    said = tomllib.loads(settings_text(program="0.1.0", logo='C:\\our "new"\\arms.png'))
    assert said["branding"]["logo"] == 'C:\\our "new"\\arms.png'


@pytest.mark.parametrize("typed", ["#5c2d91", "5C2D91"])
def test_an_accent_is_taken_with_or_without_its_sign(tmp_path: Path, typed: str) -> None:
    settings(tmp_path, f'[branding]\naccent = "{typed}"\n')
    assert Project.open(tmp_path).accent == "5C2D91"


def test_an_accent_that_is_no_colour_or_on_which_white_cannot_be_read_is_refused(tmp_path: Path) -> None:
    assert "accent should be six digits" in refusal(tmp_path, '[branding]\naccent = "blue"\n').message
    pale = refusal(tmp_path, '[branding]\naccent = "FFDD00"\n')
    assert "line 2: white text cannot be read on the accent 'FFDD00'" in pale.message
    assert pale.hint == "choose a darker colour"


@pytest.mark.parametrize("named", ["word", "libreoffice", ""])
def test_what_makes_pdfs_is_word_libreoffice_or_left_open(tmp_path: Path, named: str) -> None:
    assert settings(tmp_path, f'[programs]\npdf = "{named}"\n').programs.pdf == named


def test_a_program_that_makes_no_pdfs_is_refused_with_those_that_do(tmp_path: Path) -> None:
    error = refusal(tmp_path, '[programs]\npdf = "Acrobat"\n')
    assert 'line 2: pdf should be "word" or "libreoffice", but is "Acrobat"' in error.message


def test_a_mistyped_setting_is_told_with_its_line_and_the_nearest(tmp_path: Path) -> None:
    error = refusal(tmp_path, '[paths]\n\nworkbook = "returns"\n')
    assert "line 3: unknown setting 'workbook'" in error.message
    assert error.hint == "did you mean 'workbooks'?"


def test_a_setting_under_the_wrong_heading_is_sent_home(tmp_path: Path) -> None:
    assert refusal(tmp_path, '[paths]\nlogo = "x.png"\n').hint == "'logo' belongs under [branding]"
    assert refusal(tmp_path, '[limits]\nprogram = "1"\n').hint == "'program' belongs above the first [table]"


def test_a_mistyped_heading_is_told_with_its_line(tmp_path: Path) -> None:
    error = refusal(tmp_path, "\n[limit]\nworkbook_mb = 5\n")
    assert "line 2: unknown setting 'limit'" in error.message
    assert error.hint == "did you mean 'limits'?"


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    message = refusal(tmp_path, '[limits]\nworkbook_mb = "many"\nunpacked_mb = 0\n[paths]\nframework = 5\n').message
    assert 'line 2: workbook_mb should be a whole number, but is "many"' in message
    assert "line 3: unpacked_mb should be 1 or more, but is 0" in message
    assert "line 5: framework should be text in quotes, but is 5" in message


@pytest.mark.parametrize("value", ["true", "2.5", "2026-04-01", "[1]"])
def test_a_limit_that_is_no_whole_number_is_refused(value: str, tmp_path: Path) -> None:
    assert (
        "line 2: workbook_mb should be a whole number"
        in refusal(tmp_path, f"[limits]\nworkbook_mb = {value}\n").message
    )


def test_an_emptied_path_is_refused(tmp_path: Path) -> None:
    assert "output should not be empty" in refusal(tmp_path, '[paths]\noutput = ""\n').message


def test_a_value_where_a_table_belongs_is_refused(tmp_path: Path) -> None:
    error = refusal(tmp_path, 'paths = "here"\n')
    assert "line 1: paths should be a table" in error.message
    assert "[paths]" in error.hint


def test_a_windows_path_in_double_quotes_is_told_with_the_way_to_write_it(tmp_path: Path) -> None:
    error = refusal(tmp_path, '[branding]\nlogo = "C:\\Users\\logo.png"\n')
    assert "line 2" in error.message
    assert "with / instead of \\" in error.hint


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "svcdocs.toml").write_bytes(b'\xef\xbb\xbfprogram = "0.1.0"\r\n')
    assert read_settings(tmp_path / "svcdocs.toml").program == "0.1.0"


def test_another_encoding_is_told_as_one(tmp_path: Path) -> None:
    (tmp_path / "svcdocs.toml").write_bytes('[branding]\nlogo = "Môn.png"\n'.encode("cp1252"))
    with pytest.raises(SvcdocsError, match="not in UTF-8"):
        read_settings(tmp_path / "svcdocs.toml")
