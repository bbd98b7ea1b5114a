from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from svcdocs.cli.main import VERBS, main
from svcdocs.documents.catalogue import DOCUMENTS
from tests.cycles import plan, write_cycle
from tests.returns import actions, filled, put, sent_out


def test_every_verb_has_help_with_an_example_in_plain_words(capsys: pytest.CaptureFixture[str]) -> None:
    for verb in VERBS:
        arguments = [verb, "check", "--help"] if verb == "template" else [verb, "--help"]
        assert main(arguments) == 0
        assert f"Example: svcdocs {verb}" in capsys.readouterr().out


def test_a_check_prints_the_cell_the_fault_and_the_remedy_and_ends_with_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_cycle(tmp_path, {"parks.xlsx": plan("Parks", objectives=[{"ref": "P1", "text": "Better", "serves": "Z9"}])})
    assert main(["check", str(tmp_path)]) == 1
    printed = capsys.readouterr().out
    assert "Objectives D6: Objective P1 'Better' names 'Z9', and there is no such reference." in printed
    assert "Read for Parks: workbooks/parks.xlsx" in printed
    assert "Awaited from: Homes" in printed


def test_json_holds_the_same_findings_as_print(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_cycle(tmp_path)
    assert main(["check", str(tmp_path), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert set(told) == {"findings", "counts", "cleared", "stale", "states", "position"}
    assert [each["state"] for each in told["states"]] == ["ready", "ready"]
    assert set(told["counts"]) == {"error", "warning", "note"}


def test_many_findings_of_one_kind_are_told_once_with_their_cells(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    actions = [{"ref": f"P1.{number}", "title": f"Do {number}"} for number in range(9)]
    write_cycle(tmp_path, {"parks.xlsx": plan("Parks", actions=actions)})
    main(["check", str(tmp_path)])
    printed = capsys.readouterr().out
    assert printed.count("[action-incomplete]") == 1
    assert "The same at 8 more: " in printed


def test_a_check_says_once_how_many_were_answered_and_what_to_do_about_checks_that_do_not_fit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    why = "The survey comes first."
    actions = [{"ref": "P1.1", "title": "Ask", "reason": why}, {"ref": "P1.2", "title": "Plant"}, {"ref": "P1.3"}]
    about = {"council": "Saltmarsh Borough Council", "first_year": "2027/28", "years": "2", "stage": "Final"}
    write_cycle(tmp_path, {"parks.xlsx": plan("Parks", actions=actions)}, about=about)
    assert main(["check", str(tmp_path)]) == 1
    printed = capsys.readouterr().out
    assert printed.count("1 more is right as it stands, by what is said in 'Why this is right'.") == 1
    assert printed.count("can be set to Note or Off on the framework's sheet Rules.") == 1
    write_cycle(tmp_path / "clean")
    main(["check", str(tmp_path / "clean")])
    clean = capsys.readouterr().out
    assert "sheet Rules" not in clean
    assert "right as" not in clean


def test_objectives_with_nothing_under_them_are_told_in_one_line_with_their_cells(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    objectives = [{"ref": f"P{number}", "text": f"Goal {number}", "serves": "A"} for number in range(1, 10)]
    write_cycle(tmp_path, {"parks.xlsx": plan("Parks", objectives=objectives, actions=[], indicators=[])})
    main(["check", str(tmp_path)])
    printed = capsys.readouterr().out
    assert printed.count("[objective-empty]") == 1
    assert "The same at 8 more: A7:A14" in printed


def test_two_findings_that_say_the_same_are_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    actions = [
        {
            "ref": f"P1.{number}",
            "title": "Plant",
            "serves": "P1",
            "finish": "soon",
            "lead": "Ines Calloway",
            "outcome": "x",
        }
        for number in (1, 2)
    ]
    write_cycle(tmp_path, {"parks.xlsx": plan("Parks", actions=actions)})
    main(["check", str(tmp_path)])
    printed = capsys.readouterr().out
    assert printed.count("'soon' is not read as a date") == 1
    assert "The same at 1 more: " in printed


def test_a_build_ends_with_nought_when_everything_was_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_cycle(tmp_path)
    assert main(["build", str(tmp_path)]) == 0
    assert re.search(r"corporate-plan\.docx       built, about \d+ pages", capsys.readouterr().out)
    assert main(["build", str(tmp_path), "--format", "json"]) == 0
    assert [line["outcome"] for line in json.loads(capsys.readouterr().out)["documents"]] == ["built"] * 3


def test_a_folder_that_is_no_cycle_is_one_line_and_a_hint(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(tmp_path)]) == 2
    told = capsys.readouterr().err.strip().splitlines()
    assert len(told) == 2
    assert "svcdocs new" in told[1]


def test_the_built_in_templates_have_nothing_to_put_right(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["template", "check"]) == 0
    assert capsys.readouterr().out.count("nothing to put right") == len(DOCUMENTS)


def test_a_second_reader_is_asked_where_somebody_wants_to_be_sure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_cycle(tmp_path)
    assert main(["check", str(tmp_path), "--second-reader"]) == 0
    assert "[second-reader]" not in capsys.readouterr().out
    seen = [("Actions", "B7", "Sweep the paths")]
    monkeypatch.setattr("svcdocs.commands.intake.seen_by_another", lambda *_: seen)
    assert main(["check", str(tmp_path), "--second-reader"]) == 0
    assert "Actions B7: Another program sees 'Sweep the paths' in B7" in capsys.readouterr().out


def test_a_template_with_an_unknown_name_is_told_where_and_what_was_meant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from docx import Document

    document = Document()
    document.add_heading("Our plan", 1)
    document.add_paragraph("For {{ servise }}")
    document.save(str(tmp_path / "service-plan.docx"))
    assert main(["template", "check", str(tmp_path / "service-plan.docx")]) == 1
    printed = capsys.readouterr().out
    assert "servise" in printed
    assert "service" in printed
    assert "Our plan" in printed


def test_inside_a_cycle_its_own_templates_are_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from docx import Document

    write_cycle(tmp_path)
    document = Document()
    document.add_paragraph("For {{ servise }}")
    (tmp_path / "doc_templates").mkdir()
    document.save(str(tmp_path / "doc_templates" / "service-plan.docx"))
    monkeypatch.chdir(tmp_path)
    assert main(["template", "check"]) == 1
    printed = capsys.readouterr().out
    assert "Did you mean “service”?" in printed
    assert printed.count("nothing to put right") == len(DOCUMENTS) - 1


def test_the_fields_of_a_template_are_listed_with_their_meaning(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["template", "fields", "service-plan"]) == 0
    printed = capsys.readouterr().out
    assert "sections[].heading" in printed
    assert "write: {{ one.heading }}" in printed
    assert main(["template", "fields", "service-plam"]) == 2


def test_the_fields_of_all_templates_are_told_to_programs_and_written_as_a_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["template", "fields", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert set(told) == set(DOCUMENTS)
    assert {"path", "kind", "may_be_missing", "meaning", "write", "example"} == set(told["corporate-plan"][0])
    assert main(["template", "fields", "--write", str(tmp_path / "fields.md")]) == 0
    assert "## corporate-plan.docx" in (tmp_path / "fields.md").read_text(encoding="utf-8")


def test_schema_and_reference_can_be_written_to_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--write", str(tmp_path / "schema.json")]) == 0
    assert json.loads((tmp_path / "schema.json").read_bytes())["title"] == "plans.json"
    assert main(["reference", "framework", "--write", str(tmp_path / "reference.md")]) == 0
    assert "## Priorities" in (tmp_path / "reference.md").read_text(encoding="utf-8")
    assert main(["schema", "--write", str(tmp_path / "no" / "such" / "folder.json")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_receive_prints_a_receipt_and_where_everybody_stands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = sent_out(tmp_path)
    put(project, "v2.xlsx", filled(actions=actions("Mow", steps=[{"text": "Buy"}]), by="Tom Fell"))
    assert main(["receive", str(tmp_path), "--today", "2026-12-01"]) == 0
    printed = capsys.readouterr().out
    assert "Parks: version 1, received 2026-12-01, from v2.xlsx" in printed
    assert "Actions: 1 action, 1 step" in printed
    assert "Ready to send: Yes, checked by Tom Fell" in printed
    assert "  Parks  received, version 1 of 2026-12-01\n  Homes  not started" in printed
    assert main(["receive", str(tmp_path)]) == 0
    assert "Nothing new has come back." in capsys.readouterr().out


def test_receive_ends_with_one_where_a_file_was_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(sent_out(tmp_path), "parks.xlsx", b"no workbook")
    assert main(["receive", str(tmp_path)]) == 1
    assert "It was left where it is.  [file-text]" in capsys.readouterr().out


def test_receive_tells_programs_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = sent_out(tmp_path)
    put(project, "parks.xlsx", filled(actions=actions("Mow")))
    assert main(["receive", str(tmp_path), "--format", "json", "--accept", "all"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert set(told) == {"receipts", "findings", "counts", "states", "done"}
    assert told["receipts"][0]["sheets"] == {"Actions": ["1 action"]}
    assert [each["state"] for each in told["states"]] == ["accepted", "not started"]
    assert told["done"] == ["Parks: version 1 is accepted."]


def test_receive_asks_for_what_it_is_to_put_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sent_out(tmp_path)
    assert main(["receive", str(tmp_path), "--put-back", "Parks"]) == 2
    assert "nothing was received of 'Parks'" in capsys.readouterr().err


@pytest.mark.parametrize("options", [["receive", "--version", "2"], ["issue", "--file", "parks.xlsx"]])
def test_an_option_that_means_nothing_alone_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    verb, *rest = options
    assert main([verb, str(tmp_path), *rest]) == 2
    assert "goes with --" in capsys.readouterr().err


def test_what_is_found_several_times_in_one_cell_is_told_with_what_differs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "The ABCD meets. The EFGH meets. The IJKL meets. The QRST meets. The WXYZ meets."
    passages = [{"section": "About our service", "text": text}]
    write_cycle(tmp_path, {"parks.xlsx": plan("Parks", passages=passages)})
    main(["check", str(tmp_path)])
    printed = capsys.readouterr().out
    assert "'ABCD' is explained neither" in printed
    assert "The same at 4 more: C6: 'EFGH', 'IJKL', 'QRST', 'WXYZ'" in printed
