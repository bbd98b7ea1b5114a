"""Abbreviations: a short form is explained where readers meet it, or in the council's glossary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from svcdocs.checks.printed import Cell, council_cells, printed_cells
from svcdocs.checks.rule import NOTE, Example, Hit, Rule
from svcdocs.model.base import Record
from svcdocs.model.corporate_words import corporate_words_of
from svcdocs.model.cycle import Cycle
from svcdocs.model.framework import Framework
from svcdocs.model.names import folded
from svcdocs.model.short_forms import ShortForm
from svcdocs.model.wordings import planned
from svcdocs.model.words import listed

UNEXPLAINED = Rule(
    "abbreviation-unexplained",
    "An abbreviation is never explained",
    NOTE,
    NOTE,
    judged=True,
    message="A plan uses a short form that neither it nor the council's glossary says in full.",
    remedy="Write it in full once, with the short form in brackets behind it; or have it put into the glossary.",
    example=Example(
        wrong="Text | Section: About our service | Text: The DPMO keeps the register of data.",
        right="Text | Section: About our service"
        " | Text: The data protection and media office (DPMO) keeps the register of data.",
    ),
)


def unexplained_abbreviations(cycle: Cycle) -> Iterator[Hit]:
    """A short form in capitals that is in no glossary and that the plan says nowhere in full; once a service."""
    council = _known_to_the_council(cycle.framework)
    glossary = [row.meaning for row in cycle.framework.glossary]
    theirs = [line for cell in council_cells(cycle.framework) for line in cell.lines]
    for plan in cycle.plans:
        cells = [cell for cell in printed_cells(plan) if cell.is_prose or cell.part == "passages"]
        used = _used(cells)
        known = council | _prefixes(str(record.ref) for record in planned(plan))
        left = {short for short in used if short not in known}
        left -= _meanings(left, [*glossary, *theirs, *(line for cell in cells for line in cell.lines)]).keys()
        for short, places in used.items():
            if short in left:
                more = f" It stands in {len(places)} places." if len(places) > 1 else ""
                message = f"'{short}' is explained neither in this plan nor in the glossary.{more}"
                yield places[0].hit(UNEXPLAINED, message, UNEXPLAINED.remedy)


def short_forms(cycle: Cycle) -> tuple[ShortForm, ...]:
    """The short forms that stand in what is printed for everybody, in the order of the alphabet, with their meanings.

    Those of the glossary are listed where they are used, with its meaning; those that a text says in full with its
    words; those that nothing explains without any. What everybody knows is listed only where it is in the glossary.
    """
    framework = cycle.framework
    council = [line for cell in council_cells(framework) for line in cell.lines]
    council += [word for name, word in listed(corporate_words_of(framework)) if not name.startswith("part_")]
    council += [row.who for row in framework.contributors]
    public = {plan.service: [cell for cell in printed_cells(plan) if _is_public(cell)] for plan in cycle.plans}
    texts = {service: [line for cell in cells for line in cell.lines] for service, cells in public.items()}
    found: list[ShortForm] = []
    for row in framework.glossary:
        looks = re.compile("|".join(rf"(?<!\w){re.escape(one)}s?(?!\w)" for one in _each(row.abbreviation)) or r"(?!)")
        users = tuple(service for service, lines in texts.items() if any(map(looks.search, lines)))
        if users or any(map(looks.search, council)):
            found.append(ShortForm(row.abbreviation.strip(), row.meaning.strip(), users))
    found += _of_the_texts(cycle, public, [*council, *(line for lines in texts.values() for line in lines)])
    return tuple(sorted(found, key=lambda one: (one.short.casefold(), one.short)))


def _of_the_texts(cycle: Cycle, public: Mapping[str, list[Cell]], lines: Iterable[str]) -> Iterator[ShortForm]:
    """The short forms that no glossary has, with the words in which some line explains them."""
    known = _known_to_the_council(cycle.framework)
    users: dict[str, list[str]] = {}
    for plan in cycle.plans:
        own = known | _prefixes(str(record.ref) for record in planned(plan))
        cells = (cell for cell in public[plan.service] if cell.is_prose or cell.part == "passages")
        for short in _used(cells):
            if short not in own:
                users.setdefault(short, []).append(plan.service)
    meanings = _meanings(set(users), lines)
    yield from (ShortForm(short, meanings.get(short, ""), tuple(services)) for short, services in users.items())


def _each(abbreviation: str) -> list[str]:
    """The short forms of one row of the glossary: "Q1, Q2, Q3, Q4" are four."""
    return [one.strip() for one in re.split(r"[,;/\n]", abbreviation) if one.strip()]


def _is_public(cell: Cell) -> bool:
    """Whether a cell stands in documents for everybody: unless its row says No to Publish."""
    row: Record = cell.row or cell.record
    return folded(getattr(row, "publish", "")) not in ("no", "n", "false")


_SHORT = re.compile(r"(?<![\w.@#/&'’-])([A-Z](?:[A-Z]|&(?=[A-Z])){1,5})(?:['’]?s)?(?![\w@&]|[-/.]\w|['’][A-Za-z])")
_ROMAN = re.compile(r"[IVXLC]+")
_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")
_PLACES_AND_BODIES = """
    UK GB EU US USA UN BBC ITV NHS GP MP RAF BT RSPCA RSPB NSPCC YMCA RNLI NATO HMRC DVLA HM HQ CEO WI PE FE ONS
"""
_THINGS = """
    IT ICT TV CV PC ID PIN PDF CD DVD USB SMS GPS LED DIY CCTV HGV MOT ATM FAQ AGM VAT PAYE VIP DNA HIV AIDS COVID WC
    RAM WIFI AI HR PR AV XL XXL XXXL GCSE BA BSC MSC PHD NVQ HNC LGBT
"""
_SIGNS = """
    AM PM BST GMT BC AD OK NB RIP PS ISO AA AAA RAG SWOT PEST PESTLE PESTEL SMART FTE KPI PI TBC TBA TBD NA A&E B&B R&D
    Q&A
"""
_LOUD = """
    NOT ALL MUST NEW AND OR THE NO YES WILL ONLY FREE KEY TOP LOW HIGH OUR WE TO OF IN ON BY FOR IS ARE DRAFT FINAL NOTE
    SEE ONE TWO ADD AIM OUT OFF PER RED AMBER GREEN END SET AT AS IF BE DO SO UP ANY BOTH NEVER EVERY FIRST LAST OPEN
    THIS THAT WITH FROM AN HOW WHO WHAT WHY WHEN PLAN HAVE HAS CAN MAY NOW GO MORE LESS FULL NONE
"""
_EVERYBODY = frozenset(f"{_PLACES_AND_BODIES} {_THINGS} {_SIGNS} {_LOUD}".split())
"""What any reader knows, and words that some people write in capitals."""
_SMALL = frozenset({"of", "and", "the", "for", "in", "to", "a", "on", "with", "&"})
_LONG_ENOUGH = 4
"""Short forms of so many letters are taken as explained by any words that begin with them; others by capitals."""


def _used(cells: Iterable[Cell]) -> dict[str, list[Cell]]:
    """The short forms that some cells use, in the order in which they come, each with its places."""
    found: dict[str, list[Cell]] = {}
    for cell in cells:
        shorts = (short for line in cell.lines for short in _short_forms(line))
        for short in dict.fromkeys(shorts):
            found.setdefault(short, []).append(cell)
    return found


def _short_forms(line: str) -> Iterator[str]:
    """The short forms of a line; none of a line or a stretch that is written in capitals throughout."""
    capitals = [match.span() for match in _CAPITALS.finditer(line)]
    shouted = {at for one, two in pairwise(capitals) if line[one[1] : two[0]].isspace() for at in (one[0], two[0])}
    if not any(char.islower() for char in line) and len(line.split()) > 1:
        return
    for match in _SHORT.finditer(line):
        short = match[1]
        if not _ROMAN.fullmatch(short) and short not in _EVERYBODY and match.start() not in shouted:
            yield short


def _meanings(shorts: set[str], lines: Iterable[str]) -> dict[str, str]:
    """Those of some short forms that stand in full somewhere, with the words: "Full Words (FW)", "FW (Full Words)".

    The words are empty where a line explains a short form and they cannot be cut out of it.
    """
    found: dict[str, str] = {}
    for line in lines:
        for short, meaning in _said_in(line, shorts):
            found[short] = found.get(short) or meaning
    return found


def _said_in(line: str, shorts: set[str]) -> Iterator[tuple[str, str]]:
    """The short forms that a line explains, each with the words for it, as far as these can be told."""
    for match in re.finditer(r"\(([^()]{2,60})\)", line):
        inside, before = match[1], line[: match.start()].rstrip(" ’'“”\"")
        for word in re.findall(r"[A-Z&]{2,6}", inside):
            if word in shorts and before:
                yield word, _last_words(before, word)
        last = before.rpartition(" ")[2].removesuffix("s")
        if last in shorts and len(inside.split()) > 1:
            yield last, inside.strip()
    yield from ((match[1], match["words"].strip()) for match in _SAYS.finditer(line) if match[1] in shorts)
    yield from _initials(shorts, line)


_SAYS = re.compile(
    r"\b([A-Z&]{2,6})(?: stands for |, (?:short for )?(?:the|our|a) | ?[=–—-] )"
    r"(?P<words>[A-Za-z]+ [a-zA-Z][^.,;:()]*)"
)


def _last_words(before: str, short: str) -> str:
    """The words at the end of a line that begin with the letters of a short form; empty where none do."""
    words = [*re.finditer(r"[^\W\d_]+", before)]
    for place in range(len(words) - 1, -1, -1):
        run = [word[0] for word in words[place:]]
        if _begin_with(run, short.replace("&", "")):
            return before[words[place].start() :]
    return ""


def _begin_with(run: list[str], letters: str) -> bool:
    """Whether words begin with some letters, one after another, with or without the small words among them."""
    others = [word for word in run if word.lower() not in _SMALL]
    return any("".join(word[0] for word in each).upper() == letters for each in (run, others))


def _initials(shorts: set[str], line: str) -> Iterator[tuple[str, str]]:
    """The short forms that words of a line begin with, one after another, with or without its small words."""
    words = [*re.finditer(r"[^\W\d_]+", line)]
    for run in (words, [word for word in words if word[0].lower() not in _SMALL]):
        first = "".join(word[0][0] for word in run)
        for short in shorts:
            bare = short.replace("&", "")
            place = (first.upper() if len(bare) >= _LONG_ENOUGH else first).find(bare)
            if place >= 0:
                yield short, line[run[place].start() : run[place + len(bare) - 1].end()]


def _known_to_the_council(framework: Framework) -> set[str]:
    """The short forms that the framework says in full, or that are names and references in it."""
    said = [row.abbreviation for row in framework.glossary] + [person.abbreviation for person in framework.people]
    for person in framework.people:
        said += (person.name, person.post, person.also_written)
    for service in framework.services:
        said += (service.service, service.team, service.also_called, service.manager, service.portfolio)
    said += [framework.about.council, *(row.abbreviation for row in framework.glossary)]
    refs = [str(row.ref) for row in framework.priorities] + [str(row.ref) for row in framework.shared_indicators]
    return {short for words in said for short in re.findall(r"[A-Z&]{2,}", words)} | _prefixes(refs)


def _prefixes(refs: Iterable[str]) -> set[str]:
    """The letters with which references begin: SX of SX052."""
    return {letters for ref in refs for letters in re.findall(r"[A-Z]{2,}", ref.upper())}
