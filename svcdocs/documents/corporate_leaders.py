"""Who leads most, and where the actions stand: two sentences beside the council's figures."""

from __future__ import annotations

from collections import Counter

from svcdocs.documents.corporate_actions import Style
from svcdocs.documents.scores import status
from svcdocs.model.corporate_view import CorporateView
from svcdocs.model.publication import is_published

_MOST_NAMED = 5


def leaders(view: CorporateView, style: Style) -> str:
    """Those who lead most actions, alone or with others, the busiest first; and how many actions nobody leads.

    Who leads nothing but what is not for publication is not named.
    """
    words = style.words
    shown = {lead.name for lead in view.leads if any(is_published(each.action) for each in lead.actions)}
    counts = {lead.name: len(lead.actions) for lead in view.leads if lead.name in shown or not lead.name}
    unled = counts.pop("", 0)
    first = sorted(counts.items(), key=lambda pair: -pair[1])[:_MOST_NAMED]
    named = "; ".join(words.service_count.format(name=name, count=count) for name, count in first)
    said = (
        words.most_led.format(leads=named) if named else "",
        words.nobody_leads.format(count=unled) if unled else "",
    )
    return " ".join(part for part in said if part)


def progress(style: Style) -> str:
    """How many actions stand at each status, in the order of the key; empty while no action has one."""
    words, setting = style.words, style.setting
    actions = [action for plan in setting.cycle.plans for action in plan.all_actions]
    found = Counter(status(action.status, setting).text for action in actions if action.status.strip())
    if not found:
        return ""
    order = [status(row.letter, setting).text for row in style.framework.status_key]
    told = sorted(found, key=lambda one: order.index(one) if one in order else len(order))
    figures = "; ".join(words.counted.format(what=one, count=found[one]) for one in told)
    return words.actions_stand.format(figures=figures, unsaid=len(actions) - sum(found.values()))
