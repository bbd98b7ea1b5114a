"""What a number looks like under its number format."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svcdocs.excel.number_formats import BUILT_IN, CannotShowError, fifteen_digits, general, number_format
from svcdocs.excel.shown_numbers import show_number

SHOWN = [
    ("General", 5.0, "5"),
    ("General", 0.1 + 0.2, "0.3"),
    ("General", 0.85, "0.85"),
    ("General", -12.5, "-12.5"),
    ("General", 1 / 3, "0.333333333333333"),
    ("General", 7_700_900_123.0, "7700900123"),
    ("General", 1e-12, "1E-12"),
    ("", 3.0, "3"),
    ("@", 12.0, "12"),
    ("0", 2.5, "3"),
    ("0", -2.5, "-3"),
    ("0", 0.0, "0"),
    ("0.00", 1.005, "1.01"),
    ("0.0", 0.25, "0.3"),
    ("000", 7.0, "007"),
    ("#,##0", 1234567.0, "1,234,567"),
    ("#,##0", 999.0, "999"),
    ("#,##0.00", 1234.5, "1,234.50"),
    ("#,##0", -1234.0, "-1,234"),
    ("#", 0.0, ""),
    ("#.##", 0.5, ".5"),
    ("0.##", 1.5, "1.5"),
    ("0000 000 000", 1234567890.0, "1234 567 890"),
    ("00000 000000", 7700900123.0, "07700 900123"),
    ("0%", 0.85, "85%"),
    ("0.0%", 0.8549, "85.5%"),
    ("0.00%", -0.0125, "-1.25%"),
    ("£#,##0", 12000.0, "£12,000"),
    ('"£"#,##0.00', 1.5, "£1.50"),
    ("[$£-809]#,##0", 12000.0, "£12,000"),
    ("[$€-2] #,##0", 12.0, "€ 12"),
    ('"£"#,##0;[Red]\\-"£"#,##0', -12000.0, "-£12,000"),
    ("#,##0;(#,##0)", -1200.0, "(1,200)"),
    ('_-£* #,##0.00_-;\\-£* #,##0.00_-;_-£* "-"??_-;_-@_-', 12000.0, "£12,000.00"),
    ('_-£* #,##0.00_-;\\-£* #,##0.00_-;_-£* "-"??_-;_-@_-', -5.0, "-£5.00"),
    ('_-£* #,##0.00_-;\\-£* #,##0.00_-;_-£* "-"??_-;_-@_-', 0.0, "£-"),
    ("£#,##0,", 1250000.0, "£1,250"),
    ('£0.0,,"m"', 1250000.0, "£1.3m"),
    ('#,##0" homes"', 1200.0, "1,200 homes"),
    ('0;-0;"none"', 0.0, "none"),
    ("[>=1000]#,##0;0.0", 2500.0, "2,500"),
    ("[>=1000]#,##0;0.0", 2.5, "2.5"),
    ("0.00E+00", 12345.0, "1.23E+04"),
    ("0.00E+00", 0.00012, "1.20E-04"),
    ("##0.0E+0", 12345.0, "12.3E+3"),
    ("dd/mm/yyyy", 45748.0, "01/04/2025"),
    ("d mmm yyyy", 45748.0, "1 Apr 2025"),
    ("d mmmm yyyy", 45748.0, "1 April 2025"),
    ("dddd d mmmm yyyy", 45748.0, "Tuesday 1 April 2025"),
    ("ddd", 45748.0, "Tue"),
    ("mmm-yy", 45748.0, "Apr-25"),
    ("mmmmm", 45748.0, "A"),
    ("yyyy-mm-dd", 45748.0, "2025-04-01"),
    ("yyyy\\-mm\\-dd;@", 45748.0, "2025-04-01"),
    ("[$-809]dd mmmm yyyy;@", 45748.0, "01 April 2025"),
    ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", 45748.0, "01 April 2025"),
    ("dd/mm/yyyy hh:mm", 45748.75, "01/04/2025 18:00"),
    ("h:mm AM/PM", 0.75, "6:00 PM"),
    ("h:mm AM/PM", 0.0, "12:00 AM"),
    ("hh:mm:ss", 0.999999, "00:00:00"),
    ("mm:ss", 0.0109375, "15:45"),
    ("[h]:mm", 1.5, "36:00"),
    ("[mm]:ss", 0.0625, "90:00"),
    ("ss.0", 0.0000289351851851852, "02.5"),
    ("dd/mm/yyyy", 60.0, "29/02/1900"),
    ("ddd", 1.0, "Sun"),
    ("0.0", -0.04, "0.0"),
    ("dd/mm/yyyy", 1.0, "01/01/1900"),
]


@pytest.mark.parametrize(("code", "value", "shown"), SHOWN)
def test_a_number_is_shown_as_excel_shows_it(code: str, value: float, shown: str) -> None:
    assert number_format(code).show(value) == shown


@pytest.mark.parametrize("code", ["# ?/?", "# ??/??", "ggge"])
def test_a_format_we_do_not_know_is_refused_rather_than_guessed(code: str) -> None:
    with pytest.raises(CannotShowError):
        number_format(code).show(1.5)


@pytest.mark.parametrize("value", [-1.0, 2_958_466.0])
@pytest.mark.parametrize("code", ["dd/mm/yyyy", "dd/mm/yyyy;@"])
def test_a_date_excel_could_only_show_as_hashes_is_refused(code: str, value: float) -> None:
    with pytest.raises(CannotShowError):
        number_format(code).show(value)


def test_formats_known_by_number_only_are_the_british_ones() -> None:
    assert number_format(BUILT_IN[14]).show(45748) == "01/04/2025"
    assert number_format(BUILT_IN[44]).show(1200) == "£1,200.00"


@pytest.mark.parametrize(
    ("code", "date"),
    [
        ("d mmm", True),
        ("[h]:mm", True),
        ('0 "days"', False),
        ("[Red]0", False),
        ("General", False),
        ('"due" 0', False),
        ("[$-809]dd/mm/yy", True),
    ],
)
def test_dates_are_told_from_numbers_by_their_format(code: str, *, date: bool) -> None:
    assert number_format(code).is_date is date


@given(st.integers(-(10**14), 10**14))
def test_a_whole_number_keeps_all_its_digits(number: int) -> None:
    assert general(float(number)) == str(number)


@given(st.floats(min_value=-1e15, max_value=1e15))
def test_general_gives_the_number_to_fifteen_digits(number: float) -> None:
    assert float(general(number)) == pytest.approx(number, rel=1e-14, abs=1e-300)


@given(st.integers(-(10**9), 10**9))
def test_thousands_are_parted_as_python_parts_them(number: int) -> None:
    assert number_format("#,##0").show(float(number)) == f"{number:,}"


@given(st.text(max_size=30), st.floats(-1e9, 1e9))
def test_no_format_code_brings_the_reader_down(code: str, value: float) -> None:
    with suppress(CannotShowError, ArithmeticError):
        assert isinstance(number_format(code).show(value), str)


@pytest.mark.parametrize("code", ["0", "0.00", "#,##0", "£#,##0.00", "0.0%", "0.00;(0.00)", "+0.0;-0.0", '0 "of ten"'])
@given(value=st.one_of(st.integers(-(10**13), 10**13).map(lambda n: n / 100), st.floats(-1e15, 1e15), st.floats(-2, 2)))
def test_the_quick_way_for_usual_formats_shows_what_the_careful_one_shows(code: str, value: float) -> None:
    for section in number_format(code).sections:
        assert section.plain is not None
        for signed in (True, False):
            careful = show_number(section.tokens, fifteen_digits(value), signed=signed)
            assert careful is not None
            assert section.plain.show(fifteen_digits(value), signed=signed) == careful.strip()
            assert section.plain.show_exactly(value, signed=signed) in {None, careful.strip()}
