from __future__ import annotations

from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from svcdocs.project import Circulated, Circulation, Project, Settings, spoken_name
from svcdocs.project.circulated_names import LONGEST_COPY, LONGEST_FOLDER, copy_name, data_place, folder_name

MARKS = ("Draft 3", "For approval", "14 February 2027")
DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"
}

anything = st.text(max_size=300)
awkward = st.sampled_from(
    [
        "../",
        "..\\..\\x",
        "A:B",
        "CON",
        "nul.txt",
        "a" * 400,
        "🏡" * 90,
        "\u202efdp.exe",
        "خدمات",
        " . ",
        "\udcff",
        "~$x",
        "",
    ]
)
texts = anything | awkward


def none_yet(folder: Path = Path("/cycle"), *copies: Circulated) -> Circulation:
    return Circulation(Project(folder, Settings()), copies, (), b"")


def line(document: str, file: str, version: str = "Draft 3", **more: str) -> Circulated:
    values = {"data": "circulation/Draft 3/plans.json", "data_sha256": "d", "program": "1", "sha256": "s", **more}
    return Circulated(number=1, day="2027-02-14", document=document, version=version, file=file, inputs={}, **values)


def is_safe(name: str) -> bool:
    """Whether Windows and others take a name, and show it as it is."""
    base = name.split(".", maxsplit=1)[0].strip().lower()
    return (
        not set(name) & set('<>:"/\\|?*')
        and all(char.isprintable() for char in name)
        and name == name.strip(" .")
        and bool(name.strip("."))
        and base
        not in {
            "con",
            "prn",
            "aux",
            "nul",
            "conin$",
            "conout$",
            *(f"{p}{n}" for p in ("com", "lpt") for n in range(10)),
        }
        and len(name.encode()) <= 255
    )


def test_a_copy_says_whose_it_is_and_what_in_the_words_of_its_cover() -> None:
    name = copy_name(none_yet(), "service-plans/housing.docx", "Housing - Service plan 2027/28", MARKS, ())
    assert name == "Housing - Service plan 2027-28 - Draft 3 - For approval - 14 February 2027.docx"
    assert folder_name(none_yet(), "Draft 3", "14 February 2027") == "Draft 3 (14 February 2027)"
    assert folder_name(none_yet(), "Draft 3 of 14 February 2027", "14 February 2027") == "Draft 3 of 14 February 2027"


@given(texts, st.lists(texts.filter(bool), max_size=3))
@example("Waste: collection / disposal", ["v1.0 *final*", "R&D?"])
@example("\ud800", [])
def test_any_service_and_version_become_a_name_that_every_file_system_takes(title: str, marks: list[str]) -> None:
    name = copy_name(none_yet(), "service-plans/x.docx", title, marks, ())
    assert is_safe(name)
    assert name.endswith(".docx")
    assert len(name.encode("utf-16-le")) // 2 <= LONGEST_COPY


@given(texts, texts)
def test_any_version_becomes_a_folder_that_every_file_system_takes(version: str, date: str) -> None:
    name = folder_name(none_yet(), version, date)
    assert is_safe(name)
    assert len(name.encode("utf-16-le")) // 2 <= LONGEST_FOLDER


@given(st.lists(texts, min_size=2, max_size=4))
@example(["Parks / Play", "Parks - Play", "PARKS \u2060- play"])
def test_no_two_documents_get_one_name(titles: list[str]) -> None:
    taken: list[str] = []
    for number, title in enumerate(titles):
        taken.append(copy_name(none_yet(), f"service-plans/{number}.docx", title, MARKS, taken))
    assert len({name.casefold() for name in taken}) == len(titles)


def test_a_name_that_another_document_was_circulated_under_is_not_used_again() -> None:
    there = line("service-plans/parks-play.docx", "circulation/Draft 3/Parks - Play - Draft 3.docx")
    circulation = none_yet(Path("/cycle"), there)
    assert copy_name(circulation, "service-plans/other.docx", "PARKS / play", ["Draft 3"], ()).casefold() != (
        "parks - play - draft 3.docx"
    )
    assert copy_name(circulation, there.document, "Parks / Play", ["Draft 3"], ()) == "Parks - Play - Draft 3.docx"


def test_two_versions_whose_names_read_alike_get_folders_of_their_own() -> None:
    there = line("a.docx", "circulation/Draft 3-1/a.docx", "Draft 3/1")
    assert folder_name(none_yet(Path("/cycle"), there), "Draft 3/1", "") == "Draft 3-1"
    assert folder_name(none_yet(Path("/cycle"), there), "Draft 3-1", "").startswith("Draft 3-1 ")


@given(texts, st.integers(20, 130))
def test_a_name_is_the_same_each_time_and_a_name_of_its_own_name(text: str, longest: int) -> None:
    name = spoken_name(text, longest)
    assert name == spoken_name(text, longest)
    assert is_safe(name)
    assert len(name.encode("utf-16-le")) // 2 <= longest


def test_long_names_that_differ_at_their_end_are_told_apart() -> None:
    assert spoken_name("a" * 200 + " north", 60) != spoken_name("a" * 200 + " south", 60)


def test_the_data_of_a_version_is_kept_once_and_other_data_beside_it(tmp_path: Path) -> None:
    folder = tmp_path / "circulation" / "Draft 3"
    assert data_place(none_yet(tmp_path), folder, b"one") == folder / "plans.json"
    folder.mkdir(parents=True)
    (folder / "plans.json").write_bytes(b"one")
    assert data_place(none_yet(tmp_path), folder, b"one") == folder / "plans.json"
    assert data_place(none_yet(tmp_path), folder, b"two") == folder / "plans 2.json"
    recorded = none_yet(tmp_path, line("a.docx", "a", data="circulation/Draft 3/plans 2.json", data_sha256="other"))
    assert data_place(recorded, folder, b"two") == folder / "plans 3.json"
