"""The challenge pack: for each service the questions that its plan raises, the most awkward first."""

from __future__ import annotations

from collections.abc import Iterable

from svcdocs.challenge import figures, last_year, priorities, rules, work
from svcdocs.challenge.asking import Ask, Asking
from svcdocs.model.challenge import Question
from svcdocs.model.cycle import Cycle
from svcdocs.model.findings import Finding
from svcdocs.model.terms import terms_of

MOST = 12
"""So many questions are put to one service: a meeting has an hour."""
QUESTIONS: tuple[Ask, ...] = (
    priorities.led_and_not_planned,
    priorities.served_and_withdrawn,
    last_year.dropped_since_last_year,
    figures.easier_than_last_year,
    figures.high_risks_without_action,
    figures.sums_without_saving,
    work.within_existing_resources,
    work.all_on_one_day,
    priorities.help_that_nobody_plans,
    rules.asked_by_rules,
    work.without_outcome,
    priorities.objectives_without_work,
    work.one_leads_most,
    last_year.put_off_since_last_year,
    priorities.carried_over,
    work.without_an_end,
    priorities.many_objectives,
    figures.flat_targets,
    figures.still_owed,
)
"""Every kind of question, the most awkward first."""


def challenge_pack(cycle: Cycle, findings: Iterable[Finding]) -> dict[str, tuple[Question, ...]]:
    """The questions for each service whose plan has come in, in the council's order and words; at most ``MOST`` each.

    Every figure in them is worked out from the plans and every reference stands there.
    """
    terms, told = terms_of(cycle.framework), tuple(findings)
    pack = {}
    for plan in cycle.plans:
        asking = Asking(cycle, plan, tuple(one for one in told if one.service == plan.service))
        asked = [question for ask in QUESTIONS for question in ask(asking)][:MOST]
        pack[plan.service] = tuple(
            Question(one.service, terms.around_quotes(one.text), terms.around_quotes(one.why), one.where)
            for one in asked
        )
    return pack
