"""Whatever was done to a file: what is in it is read right, or its loss is told, or it is refused by a code."""

from __future__ import annotations

import pytest

from svcdocs.errors import UnusableFile
from svcdocs.excel.cells import column_letters
from svcdocs.excel.guarded import read_each
from svcdocs.excel.package import Limits
from svcdocs.excel.reading import read_book
from tests.excel.damages import DAMAGES, Damage


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.name)
def test_a_damage_to_the_file_comes_out_as_declared(damage: Damage) -> None:
    if damage.code:
        with pytest.raises(UnusableFile) as refused:
            read_book(damage.data, damage.file)
        assert (refused.value.code, refused.value.message[: len(damage.file)]) == (damage.code, damage.file)
        assert refused.value.hint
        return
    book = read_book(damage.data, damage.file)
    sheet = book.sheets[0]
    found = {f"{column_letters(c)}{r}": cell.text for r, row in sheet.rows.items() for c, cell in row.items()}
    assert found == damage.cells
    for said, expected in ((book.lost, damage.lost), (book.remarks, damage.remark)):
        assert len(said) == bool(expected), said
        assert expected in "".join(said)


def test_the_process_that_reads_says_the_same_of_every_damage_and_survives_them_all() -> None:
    outcomes = read_each([(damage.file, damage.data) for damage in DAMAGES], Limits())
    for damage, found in zip(DAMAGES, outcomes, strict=True):
        assert (found.code if isinstance(found, UnusableFile) else "") == damage.code, damage.name


def test_every_damage_has_a_name_of_its_own_and_there_are_many() -> None:
    assert len({damage.name for damage in DAMAGES}) == len(DAMAGES) > 100
