from __future__ import annotations

from svcdocs.commands.figures import contradicted
from svcdocs.model.cycle import Cycle
from svcdocs.model.finance import Statement
from svcdocs.model.resources import MoneyLine
from tests.checks.councils import cycle

SAYS = [{"section": "About our service", "text": "The service has a net budget of £512,300."}]


def said(amount: str, unit: str = "£") -> tuple[Cycle, dict[str, dict[str, tuple[MoneyLine | Statement, ...]]]]:
    """The cycle in which Finance gives an amount, and what its workbook says."""
    row = {"heading": "Employees", "kind": "Spend", "figures": {"2027/28 original": amount}}
    columns = [{"heading": "2027/28 original", "year": "2027/28"}]
    made = cycle(of={"money_columns": columns}, finance={"statement": {"unit": unit}}, passages=SAYS, money=[row])
    return made, {"": {"statement": (Statement(unit=unit),)}, "Housing": {"money": made.plans[0].money}}


def test_a_sentence_is_told_that_the_figures_before_agreed_with() -> None:
    after, _ = said("450,000")
    _, before = said("512,300")
    (sentence,) = contradicted(after, before)
    assert sentence.startswith("Housing, Passages ")
    assert "The text says 'net budget of £512,300'" in sentence
    _, thousands = said("512.3", "£000")
    assert contradicted(after, thousands) == (sentence,)


def test_a_sentence_that_never_agreed_is_no_news_and_with_no_figures_before_every_one_is() -> None:
    after, _ = said("450,000")
    _, before = said("400,000")
    assert contradicted(after, before) == ()
    assert len(contradicted(after, None)) == 1
