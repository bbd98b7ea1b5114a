"""issue --requests: a workbook for each who is asked, sent out again with its answers, received like any other."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from svcdocs.commands.beside_names import BESIDE, BOOK
from svcdocs.commands.build import build
from svcdocs.commands.documents import stale_documents
from svcdocs.commands.issue_requests import issue_requests
from svcdocs.commands.receive import receive
from svcdocs.commands.status import status
from svcdocs.errors import SvcdocsError
from svcdocs.model.states import State
from svcdocs.project import Archive, read_register
from tests.commands.asking import (
    LATER,
    LISTS,
    SENT,
    action,
    answered,
    ask,
    asking,
    change,
    put_back,
    read,
    rows,
    said,
    sent,
)
from tests.cycles import no_progress, plan, workbook
from tests.returns import take


def test_each_who_is_asked_gets_a_workbook_with_a_row_for_each_request(tmp_path: Path) -> None:
    project = asking(tmp_path / "c", action(1), action(2, "All services: a day each"), action(3, "Homes: names"))
    done = issue_requests(project, SENT, no_progress)
    assert list(done.workbooks) == ["Requests – Homes"]
    assert done.to_answer == {"Requests – Homes": (2, 2)}
    asked = said(sent(project))
    assert [(row.ref.text, row.asker, row.action.text, row.what.plain, row.by.text) for row in rows(sent(project))] == [
        ("HO-r1", "Parks", "P1.1", "a list of estates", "March 2028"),
        ("HO-r2", "Parks", "P1.3", "names", "March 2028"),
    ]
    assert asked.answered is not None
    assert [(one.asker, one.what.plain) for one in asked.answered.notices] == [("Parks", "a day each")]
    assert asked.is_untouched
    assert (project.issued_on(SENT) / "framework.xlsx").read_bytes() == project.framework.read_bytes()


def test_the_guide_says_by_when_to_answer(tmp_path: Path) -> None:
    words = ask(asking(tmp_path / "c")).read_bytes()
    assert _guide(words)["Send it back by"] == "18 January 2027"
    calendar = [{"when": "1 February 2027", "what": "Requests between services are answered"}]
    assert _guide(ask(asking(tmp_path / "d", calendar=calendar)).read_bytes())["Send it back by"] == "1 February 2027"


def test_a_request_keeps_its_reference_for_life(tmp_path: Path) -> None:
    project = asking(tmp_path / "c", action(1), action(2, "Homes: names of tenants"))
    ask(project)
    change(project, action(2, "Homes: names of all tenants"), action(5, "Homes: keys to the hall"))
    again = {row.action.text: row.ref.text for row in rows(ask(project, LATER))}
    assert again == {"P1.2": "HO-r2", "P1.5": "HO-r3"}
    assert [one.ref for one in read_register(project) if one.part == "requests"] == ["HO-r1", "HO-r2", "HO-r3"]


def test_a_request_is_known_by_its_words_where_its_action_has_another_reference(tmp_path: Path) -> None:
    project = asking(tmp_path / "c", action(1, title="Survey every tree in the borough"))
    ask(project)
    change(project, action(9, title="Survey every tree in our borough"))
    (row,) = rows(ask(project, LATER))
    assert (row.ref.text, row.action.text, row.asked_on.text) == ("HO-r1", "P1.9", "4 January 2027")


def test_what_was_answered_stands_in_it_when_it_is_sent_out_again(tmp_path: Path) -> None:
    project = asking(tmp_path / "c", action(1), action(2, "Homes: names of tenants"))
    put_back(project, ask(project), {"answer": "Accepted", "words": "Gladly"})
    done = issue_requests(project, LATER, no_progress)
    assert done.to_answer == {"Requests – Homes": (1, 2)}
    assert [(row.ref.text, row.answer) for row in rows(sent(project, LATER))] == [("HO-r2", ""), ("HO-r1", "Accepted")]


def test_a_request_that_has_changed_is_to_be_answered_again(tmp_path: Path) -> None:
    project = asking(tmp_path / "c")
    put_back(project, ask(project), {"answer": "Accepted"})
    change(project, action(1, "Homes: a list of estates and their areas"))
    (row,) = rows(ask(project, LATER))
    assert (row.ref.text, row.what.plain, row.answer) == ("HO-r1", "a list of estates and their areas", "")


def test_only_one_who_is_asked_may_be_named(tmp_path: Path) -> None:
    project = asking(tmp_path / "c")
    assert ask(project, only="homes").is_file()
    with pytest.raises(SvcdocsError, match="nobody asks anything of 'Parks'"):
        ask(project, LATER, only="Parks")


def test_where_nobody_asks_anything_it_says_where_that_would_stand(tmp_path: Path) -> None:
    with pytest.raises(SvcdocsError, match="nobody asks anything") as refused:
        ask(asking(tmp_path / "c", action(1, "N/A")))
    assert "'Services whose help we need'" in refused.value.hint
    assert not (tmp_path / "c" / "issued").exists()


def test_what_was_sent_out_today_is_not_written_over(tmp_path: Path) -> None:
    project = asking(tmp_path / "c")
    before = ask(project).read_bytes()
    change(project, action(1, "Homes: something else entirely"))
    with pytest.raises(SvcdocsError, match="was sent out today"):
        ask(project)
    assert sent(project).read_bytes() == before


def test_a_plan_that_has_not_come_in_is_named(tmp_path: Path) -> None:
    project = asking(tmp_path / "c")
    (project.workbooks_dir / "homes.xlsx").unlink()
    assert issue_requests(project, SENT, no_progress).awaited == ("Homes",)


def test_the_same_requests_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = (ask(asking(tmp_path / name)).read_bytes() for name in "ab")
    assert one == other


@pytest.mark.parametrize("name", ["Antwort final (2).xlsx", "homes answers.xlsx"])
def test_answers_are_received_under_any_name(name: str, tmp_path: Path) -> None:
    project = asking(tmp_path / "c")
    path = ask(project)
    project.inbox_dir.mkdir()
    content = answered(path, {"answer": "Declined", "words": "We keep none"})
    (project.inbox_dir / name).write_bytes(content)
    received = take(project)
    (receipt,) = received.receipts
    assert receipt.contributor == "Requests – Homes"
    assert [str(one) for one in receipt.sheets] == ["Requests: 1 request, 1 declined"]
    lying = project.workbooks_dir / "requests-homes.xlsx"
    assert lying.read_bytes() == content
    (event,) = (one for one in Archive.open(project).events if one.contributor == "Requests – Homes")
    assert hashlib.sha256((project.folder / event.file).read_bytes()).hexdigest() == hashlib.sha256(content).hexdigest()
    states = {each.contributor: each.state for each in received.standings}
    assert states["Requests – Homes"] is State.RECEIVED
    assert states["Homes"] is State.RECEIVED
    assert not list(project.inbox_dir.iterdir())


def test_answers_without_a_hidden_label_are_known_by_the_guide(tmp_path: Path) -> None:
    project = asking(tmp_path / "c")
    content = _without_properties(answered(ask(project), {"answer": "Accepted"}))
    project.inbox_dir.mkdir()
    (project.inbox_dir / "x.xlsx").write_bytes(content)
    (receipt,) = take(project).receipts
    assert receipt.contributor == "Requests – Homes"


def test_two_copies_of_answers_are_merged_row_by_row(tmp_path: Path) -> None:
    project = asking(tmp_path / "c", action(1), action(2, "Homes: names of tenants"))
    path = ask(project)
    project.inbox_dir.mkdir()
    for name, answers in (("a", ({"answer": "Accepted"},)), ("b", ({}, {"answer": "Declined"}))):
        (project.inbox_dir / f"{name}.xlsx").write_bytes(answered(path, *answers))
        take(project)
    lying = project.workbooks_dir / "requests-homes.xlsx"
    assert [row.answer for row in rows(lying)] == ["Accepted", "Declined"]


def test_a_workbook_sent_out_and_not_back_stands_among_the_others(tmp_path: Path) -> None:
    project = asking(tmp_path / "c")
    assert "Requests – Homes" not in read(project).contributors
    ask(project)
    assert "Requests – Homes" in read(project).contributors
    letter = (project.letters_dir / "requests-homes.txt").read_text(encoding="utf-8")
    assert "please fill in your workbook" in letter
    assert "1 request is to be answered." in letter


def test_the_services_own_letter_says_that_others_wait_for_its_answers(tmp_path: Path) -> None:
    project = asking(tmp_path / "c")
    ask(project)
    letter = (project.letters_dir / "homes.txt").read_text(encoding="utf-8")
    assert "- the answer to HO-r1, for P1.1 Improve the parks (Parks), by 18 January 2027" in letter
    put_back(project, sent(project), {"answer": "Accepted"})
    receive(project, LATER, no_progress)
    issue_requests(project, dt.date(2027, 1, 20), no_progress)
    assert "HO-r1" not in (project.letters_dir / "homes.txt").read_text(encoding="utf-8")


def test_a_broken_register_stops_it_before_anything_is_sent(tmp_path: Path) -> None:
    project = asking(tmp_path / "c")
    project.register.parent.mkdir(parents=True)
    project.register.write_text("{", encoding="utf-8")
    with pytest.raises(SvcdocsError, match="cannot be understood"):
        ask(project)
    assert not project.issued_dir.exists()


def test_help_of_a_plan_of_its_own_words_is_no_request(tmp_path: Path) -> None:
    project = asking(tmp_path / "c", action(1, "Parks: the mowers"), action(2, LISTS))
    (project.workbooks_dir / "homes.xlsx").write_bytes(workbook(plan("Homes"), read(project).cycle.framework))
    assert [row.action.text for row in rows(ask(project))] == ["P1.2"]


def test_a_workbook_that_is_not_back_in_time_is_late(tmp_path: Path) -> None:
    project = asking(tmp_path / "c")
    ask(project)
    late = [
        [one.contributor for one in status(project, day, no_progress).position.late]
        for day in (dt.date(2027, 1, 18), dt.date(2027, 1, 19))
    ]
    assert late == [[], ["Requests – Homes"]]


def test_an_answer_makes_the_plans_of_both_and_the_corporate_plan_out_of_date(tmp_path: Path) -> None:
    third = [{"service": name, "manager": "Ines Calloway"} for name in ("Parks", "Homes", "Arts")]
    project = asking(tmp_path / "c", services=third)
    council = read(project).cycle.framework
    (project.workbooks_dir / "arts.xlsx").write_bytes(workbook(plan("Arts"), council))
    path = ask(project)
    build(project, no_progress, draft=True)
    assert stale_documents(project, read(project)) == ()
    put_back(project, path, {"answer": "Accepted"})
    assert set(stale_documents(project, read(project))) == {
        "corporate-plan.docx",
        "service-plans/homes.docx",
        "service-plans/parks.docx",
        *BESIDE,
        BOOK,
    }


def _guide(content: bytes) -> dict[str, str]:
    page = openpyxl.load_workbook(io.BytesIO(content))["Guide"]
    return {str(row[0]): str(row[1]) for row in page.iter_rows(values_only=True) if row[0] and row[1]}


def _without_properties(content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/custom.xml":
                continue
            if name in ("_rels/.rels", "[Content_Types].xml"):
                data = b"".join(
                    piece for piece in data.replace(b"/>", b"/>\n").splitlines(keepends=False) if b"custom" not in piece
                )
            new.writestr(name, data)
    return made.getvalue()
