"""Plans and frameworks nobody thought of, drawn from what the cells of real returns contain.

Every awkward value stands in a table under a name, and the strategies draw from the tables: a value that is taken out
of a table is missed by name in ``tests/test_plans.py``.

What is drawn is *canonical*: what reading a workbook yields. That means

* no blanks, line ends or unseen characters at the edges of a value, and line ends of one kind within it;
* texts as the grammar of lines yields them: no paragraph begins with the sign of a list, no list begins nested;
* an answer a drop-down offers is in the spelling of the drop-down, and a section is named by its key;
* no record that says nothing but what it could inherit (section, group, team of a post): such a row is a heading;
* an inherited field is never a lone dash, nor is the reference of an action: the dash means "not as above";
* a step says something, and its text opens with one block that only bullets or remarks in brackets follow;
* an action that repeats the reference of the one above it has a title of its own, or it would be that action again;
* SWOT and drivers heading by heading, under headings the framework has; families only under its years and headings;
* an answer the framework has a default for is not blank.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from hypothesis import strategies as st

from svcdocs.model.as_written import Amount, Dates, Number, Owners, Ref, Refs, Target, Written, WrittenDate
from svcdocs.model.base import Record
from svcdocs.model.finance import Finance
from svcdocs.model.framework import Framework
from svcdocs.model.names import lines_of
from svcdocs.model.service_plan import Action, Declaration, ListEntry, ServicePlan, Step
from svcdocs.model.text import BlockKind, Run, Text, parse
from svcdocs.workbook.choices import Answers, answers_for, families_of
from svcdocs.workbook.declaration import Column, Shape, Sheet, columns_of
from svcdocs.workbook.fields import AROUND
from svcdocs.workbook.finance_book import FINANCE_SHEETS
from svcdocs.workbook.framework_book import FRAMEWORK_BOOK
from svcdocs.workbook.headings import fold
from svcdocs.workbook.records import DASHES
from svcdocs.workbook.service_book import SERVICE_BOOK
from svcdocs.workbook.starter import starter_framework

T = TypeVar("T")
Table = Mapping[str, str]

AWKWARD_TARGETS: Table = {
    "a whole number": "45",
    "a percentage": "80%",
    "a small number": "2",
    "in doubt": "3 (?)",
    "a baseline to set": "Set baseline",
    "a baseline to set from a survey": "Set Baseline based on Place Survey",
    "above the baseline": "Baseline +2.5%",
    "above the baseline with a blank": "Baseline + 5%",
    "a quarter's end": "By end Q3",
    "a month": "July 09",
    "a day": "1st May 09",
    "a day with its ending apart": "1 st May 09",
    "not applicable": "N/A",
    "a dash": "-",
    "nothing": "",
    "words": "First judgement available",
    "still being made": "Disaggregated targets being developed",
    "falling, first": "4%",
    "falling, second": "2%",
    "falling, last": "0%",
    "a per cent without its sign": "90",
    "at least": "≥ 95%",
    "not known": "x%",
}
AWKWARD_DATES: Table = {
    "a month": "March 2010",
    "a day": "31st March 2012",
    "a day with its ending apart": "31 st March 2012",
    "a short month, nothing between": "Mar2012",
    "ongoing": "Ongoing",
    "ongoing with a dash": "on-going as appropriate",
    "ongoing all year": "Ongoing throughout the year",
    "from": "From Jan 2009",
    "up to": "up to April 09",
    "a span of months": "March – April 09",
    "a span of short months": "Jan-Feb 09",
    "elsewhere": "See Actions",
    "elsewhere, in words": "As set out under actions",
    "later": "As soon as possible – date to be given after the review",
    "impossible": "31st September 2011",
    "with a remark": "March 2010 (at least partly in operation)",
    "again and again": "quarterly updates 2011-12",
    "so often": "one meeting held per month",
    "within a year": "all induction courses held in 2011/12",
    "to be confirmed": "TBC",
    "not applicable": "N/A",
    "a dash": "-",
    "nothing": "",
}
AWKWARD_OWNERS: Table = {
    "a person": "Tom Fell",
    "a post": "Housing Options Manager",
    "a person and a post": "Tom Fell/ Housing Options Manager",
    "two by a slash with blanks": "Asha Verrall / CSPO",
    "four": "A. Reed/B. Shaw/C. Dunn/E&DO",
    "by lines": "Tom Fell\nAsha Verrall\nJoan Ashdown",
    "by nothing": "Policy Officer Customer Services Manager",
    "not appointed": "Manager TBC",
    "one spelling": "Customer Service Officer",
    "another spelling": "Customer Services Project Officer",
    "a third spelling": "CSPO",
    "with a full stop": "Equality and Diversity Officer.",
    "a dash": "-",
    "nothing": "",
}
AWKWARD_MONEY: Table = {
    "none": "None",
    "an amount": "£10,000",
    "a year": "£24,000 per annum",
    "a range": "£12,000 – £15,000",
    "existing": "Within existing resources",
    "existing, with a full stop": "Within existing resources.",
    "in words": "Half-time cost of a policy officer (£24,000)",
    "several": "£10,000 for advice and £3,500 for print",
    "none, but": "none – can use the £25,000 set aside",
    "negative in brackets": "(1,200)",
    "to be confirmed": "TBC",
    "nothing": "",
}
AWKWARD_REFS: Table = {
    "padded": "SX052",
    "not padded": "SX52",
    "with a blank": "NI 14",
    "dotted": "1.2.10",
    "dotted, sorts before": "1.2.9",
    "letter and number": "A1",
    "in brackets": "(Aiv)",
    "half in brackets": "A) i)",
    "padded number": "001",
    "a dash": "-",
    "nothing": "",
}
AWKWARD_NUMBERS: Table = {
    "a part": "0.6",
    "with its sign": "1x",
    "thousands": "1,250",
    "in words": "three and a half",
    "nothing": "",
}
AWKWARD_LINES: Table = {
    "a sentence": "We provide homes and advice.",
    "arabic number": "1. Agree the brief",
    "letter and bracket": "a) Agree the brief",
    "roman in brackets": "(i) Agree the brief",
    "roman with bracket": "iv) Agree the brief",
    "a bullet": "• first things first",
    "a box": "▪ our seventh duty",
    "a dash for a bullet": "- with a dash",
    "an en dash for a bullet": "– with an en dash",
    "an o for a bullet": "o with an o",
    "nested": "   - deeper than what is above",
    "an en dash": "Voice – and choice – for tenants",
    "curly quotes": "“Ready” is what the team’s manager calls ‘done’",
    "straight quotes": "\"Ready\" is what the team's manager calls 'done'",
    "pounds": "a saving of £12.50 a head",
    "a note to self": "do we not need to produce a new one in 2028?",
    "to be confirmed": "Service goals TBC",
    "to be added": "(more detail to be added)",
    "a figure to come": "satisfaction rose by x%",
    "an appendix to come": "see Appendix XX",
    "a template to come": "Value for money template to be inserted.",
    "cut off": "as agreed with Service First; and",
    "low is good": "Complaints upheld (low is good)",
    "a date in brackets": "Review the policy (May 2027)",
    "a lone dash": "-",
    "not applicable": "N/A",
    "nothing": "",
}
HOSTILE: Table = {
    "markup": "A < B & C > D \"and\" 'more'",
    "an element": "<r>not markup</r>",
    "an entity": "&amp; &#65;",
    "an emoji": "Well done 👏🏽 all",
    "right to left": "שלום עולם",
    "a template's tag": "{{ 7*7 }}",
    "a template's block": "{% for x in y %}",
    "a formula": "=1+1",
    "a command": "+cmd|' /C calc'!A0",
    "a padded number": "001",
    "a long number": "12345678901234567890",
    "a leading apostrophe": "'quoted",
    "a date Excel would change": "2-8",
    "an escape": "_x0041_ and _x000D_",
    "a web address": "https://example.org/?a=1&b=2#c",
    "an error in words": "#REF!",
    "a private mark": "# mine",
    "true": "TRUE",
    "a heading of ours": "Needs",
    "long": "many words " * 500,
}

TABLES: dict[type, tuple[Table, ...]] = {
    Target: (AWKWARD_TARGETS, HOSTILE),
    WrittenDate: (AWKWARD_DATES, HOSTILE),
    Dates: (AWKWARD_DATES, HOSTILE),
    Owners: (AWKWARD_OWNERS, HOSTILE),
    Amount: (AWKWARD_MONEY, HOSTILE),
    Number: (AWKWARD_NUMBERS,),
    Ref: (AWKWARD_REFS, HOSTILE),
    Refs: (AWKWARD_REFS, HOSTILE),
    str: (AWKWARD_LINES, AWKWARD_OWNERS, HOSTILE),
    Text: (AWKWARD_LINES, AWKWARD_MONEY, HOSTILE),
}

COUNCIL = Framework.model_validate(
    starter_framework().model_dump()
    | {
        "about": {"council": "Fenmoor District Council", "first_year": "2027/28", "years": "2", "stage": "Draft"},
        "priorities": [
            {"level": "Aim", "ref": "A", "text": "Homes for all"},
            {"level": "Council action", "ref": "A1", "text": "Build 150 homes", "under": "A"},
        ],
        "services": [
            {"service": "Housing", "deadline": "8 January 2027"},
            {"service": "Housing", "team": "Homelessness"},
            {"service": "Housing", "team": "Repairs"},
        ],
        "people": [{"name": "Tom Fell", "post": "Housing Options Manager", "abbreviation": "HOM"}],
        "money_columns": [
            {"heading": "2026/27 original", "year": "2026/27", "basis": "Original"},
            {"heading": "2027/28 estimate", "year": "2027/28", "basis": "Estimate"},
        ],
    }
)
"""A framework with years, teams, scales and figures: what the drawn plans are written against."""
MANY_HANDS = Framework.model_validate(
    COUNCIL.model_dump()
    | {
        "services": [
            {"service": "Housing", "deadline": "8 January 2027", "also_called": "Homes"},
            {"service": "Housing", "team": "Homelessness", "also_called": "Rough sleeping"},
            {"service": "Housing", "team": "Repairs"},
            {"service": "Streets", "form": "Three-year", "years": "3"},
            {"service": "Streets", "team": "Sweeping"},
            {"service": "Parks"},
        ],
        "sections": [
            *(row.model_dump() | {"forms": "Current" if row.key == "Risks" else ""} for row in COUNCIL.sections),
            {"key": "Risks", "heading": "What may go wrong", "question": "What may?", "forms": "Three-year"},
        ],
        "contributors": [
            {"who": "Head of service", "services": "Housing\nStreets"},
            {"who": "Each team", "services": "Housing"},
            {"who": "Sweeping", "sheets": "Actions\nText\nPartners", "sections": "Customers"},
            {"who": "Finance", "sheets": "Money\nText", "sections": "Financial resources"},
            {"who": "HR", "services": "Housing\nStreets", "sheets": "Posts\nSWOT\nText", "sections": "Workforce"},
        ],
    }
)
"""The same council with three services, whose plans come from heads, teams, Finance and HR in their own workbooks."""
OWN_WORDS = {
    "aim": ("ambition", "ambitions"),
    "approach": ("pathway", "pathways"),
    "council action": ("commitment", "commitments"),
    "action": ("task", "tasks"),
    "step": ("stage", "stages"),
    "objective": ("goal", "goals"),
    "indicator": ("measure", "measures"),
    "risk": ("threat", "threats"),
    "service": ("department", "departments"),
    "team": ("squad", "squads"),
    "section": ("chapter", "chapters"),
    "service plan": ("delivery plan", "delivery plans"),
    "corporate plan": ("council strategy", "council strategies"),
    "portfolio holder": ("cabinet member", "cabinet members"),
    "corporate manager": ("director", "directors"),
    "policy officer": ("planning lead", "planning leads"),
}
"""A council's word, for one and for several, for each of our terms."""


def in_own_words(framework: Framework) -> Framework:
    """The same framework of a council that has its own word for everything."""
    words = [{"term": term, "singular": one, "plural": many} for term, (one, many) in OWN_WORDS.items()]
    return Framework.model_validate(framework.model_dump() | {"words": words})


def values_for(kind: type) -> tuple[str, ...]:
    """Every awkward value that is drawn for a type of field."""
    return tuple(dict.fromkeys(value for table in TABLES[kind] for value in table.values()))


def tidy(text: str) -> str:
    """A value as reading yields it: nothing unseen at its edges."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip(AROUND)


_ANY = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters="\n\t", exclude_characters="\ufffe\uffff"),
    max_size=30,
)


def strings(kind: type) -> st.SearchStrategy[str]:
    """The characters of one cell: mostly a named awkward value, now and then anything."""
    return st.one_of(st.sampled_from(values_for(kind)), st.sampled_from(values_for(kind)), _ANY).map(tidy)


def marked(line: st.SearchStrategy[str]) -> st.SearchStrategy[list[Run]]:
    """A line as runs, a stretch of it bold or italic."""

    @st.composite
    def runs(draw: st.DrawFn) -> list[Run]:
        text = draw(line)
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, len(text)))
        bold, italic = draw(st.booleans()), draw(st.booleans())
        middle = Run(text=text[start:end], bold=bold, italic=italic)
        return [Run(text=text[:start]), middle, Run(text=text[end:])]

    return runs()


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """The text of one cell, as the grammar of lines yields it."""
    plain = st.sampled_from(values_for(Text)) | _ANY
    lines = draw(st.lists(plain.map(lambda line: [Run(text=line)]) | marked(plain), max_size=3))
    return parse([run for line in lines for run in (*line, Run(text="\n"))])


@st.composite
def step_texts(draw: st.DrawFn) -> Text:
    """The text of a step: one block, and what may stand under it without being a step of its own."""
    first = draw(texts()).blocks[:1]
    if not first or first[0].kind is BlockKind.BULLET:
        return Text(blocks=first)
    below = draw(st.sampled_from(["", "\n• with a bullet\n• and another", "\n(a remark)", "\n- under a dash"]))
    return Text(blocks=(*first, *parse(below).blocks))


def steps() -> st.SearchStrategy[Step]:
    """A step that says something."""
    made = st.builds(Step, text=step_texts(), by=strings(WrittenDate).map(lambda text: WrittenDate(text=text)))
    return made.filter(lambda step: bool(step.text or step.by))


@st.composite
def plans(
    draw: st.DrawFn,
    framework: Framework = COUNCIL,
    service: str = "Housing",
    most: int = 3,
    sheets: Sequence[Sheet] = SERVICE_BOOK.sheets,
) -> ServicePlan:
    """The plan of a service against a framework, with up to ``most`` records a sheet, declared by its head.

    ``sheets`` are those that are drawn; the others stay blank.
    """
    held: dict[str, Any] = {"service": service}
    families = families_of(framework, framework.years_of(service))
    families |= {
        "indicators results": ("2021/22", *families["past years"], "2027/28"),
        "indicators targets": ("2026/27", *families["plan years"]),
        "bids amounts": (*families["plan years"], "2035/36"),
    }
    for sheet in sheets:
        held[sheet.holds] = tuple(draw(_records(sheet, families, answers_for(framework, [service]), most)))
    drawn = held.get("declarations", ())
    held["declarations"] = tuple(row.model_copy(update={"contributor": service}) for row in drawn)
    return ServicePlan(**held)


@st.composite
def finances(draw: st.DrawFn, framework: Framework = COUNCIL, most: int = 3) -> Finance:
    """What Finance says of all figures; a column of which it says nothing is not there."""
    families, answers = families_of(framework), answers_for(framework, framework.service_names)
    held: dict[str, Any] = {"contributor": "Finance"}
    for sheet in FINANCE_SHEETS:
        records = draw(_records(sheet, families, answers, most))
        held[sheet.holds] = records[0] if sheet.shape is Shape.FORM else tuple(records)
    held["columns"] = tuple(row for row in held["columns"] if row.as_at or row.note)
    return Finance(**held)


@st.composite
def frameworks(draw: st.DrawFn, most: int = 2) -> Framework:
    """A framework with up to ``most`` records a sheet."""
    held: dict[str, Any] = {}
    for sheet in FRAMEWORK_BOOK.sheets:
        # About comes first: Our words has columns for the languages that it names.
        languages = lines_of(held["about"].other_languages) if held else ()
        records = draw(_records(sheet, {"languages": languages}, answers_for(Framework()), most))
        held[sheet.holds] = records[0] if sheet.shape is Shape.FORM else tuple(records)
    held["list_headings"] = _each_once(held["list_headings"], lambda row: (fold(row.sheet), fold(row.heading)))
    held["money_columns"] = _each_once(held["money_columns"], lambda row: fold(row.heading))
    return Framework(**held)


def everything(framework: Framework = COUNCIL) -> ServicePlan:
    """A plan in which every column holds, row after row, every awkward value of its type."""
    held: dict[str, Any] = {"service": "Housing", "declarations": (Declaration(contributor="Housing"),)}
    for sheet in SERVICE_BOOK.sheets:
        columns = columns_of(sheet, families_of(framework))
        answers = answers_for(framework)
        if sheet.shape is Shape.FORM:
            continue
        if sheet.shape is Shape.LISTS:
            lines = [text for text in map(parse, values_for(Text)) if text]
            held[sheet.holds] = tuple(ListEntry(heading=c.member, text=text) for c in columns for text in lines)
            continue
        most = max(len(values_for(column.type)) for column in columns)
        rows = (_filled(sheet, columns, answers, number) for number in range(most))
        held[sheet.holds] = tuple(row for row in rows if _says_something(row, sheet))
    return ServicePlan(**held)


def _filled(sheet: Sheet, columns: Sequence[Column], answers: Mapping[str, Answers], number: int) -> Record:
    values: dict[str, Any] = {}
    for place, column in enumerate(columns):
        known = values_for(column.type)
        # Each column begins elsewhere in its table, so that a row does not hold the same words all over.
        typed = tidy(known[(number + place) % len(known)])
        value = _as(column, typed, answers)
        if column.part == "text":
            first = parse(typed).blocks[:1]
            values[column.field] = (Step(text=Text(blocks=first), by=WrittenDate(text="")),) if first else ()
        elif column.part or _is_reserved(sheet, column, typed):
            continue
        elif not column.member:
            values[column.field] = value
        elif value:
            values.setdefault(column.field, {})[column.member] = value
    return sheet.record(**values)


@st.composite
def _records(
    draw: st.DrawFn, sheet: Sheet, families: Mapping[str, tuple[str, ...]], answers: Mapping[str, Answers], most: int
) -> list[Record]:
    columns = columns_of(sheet, families)
    if sheet.shape is Shape.FORM:
        return [draw(_record(sheet, columns, answers))]
    if sheet.shape is Shape.LISTS:
        entry = texts().filter(bool)
        return [
            ListEntry(heading=column.member, text=text)
            for column in columns
            for text in draw(st.lists(entry, max_size=most))
        ]
    drawn = draw(st.lists(_record(sheet, columns, answers), max_size=most))
    said = [record for record in drawn if _says_something(record, sheet)]
    return [record for above, record in zip([None, *said], said, strict=False) if not _repeats(record, above)]


@st.composite
def _record(draw: st.DrawFn, sheet: Sheet, columns: Sequence[Column], answers: Mapping[str, Answers]) -> Record:
    values: dict[str, Any] = {}
    # Half of the columns at most, or no blank would ever be inherited and no need ever unmet.
    for column in draw(st.lists(st.sampled_from(columns), unique=True, max_size=max(len(columns) // 2, 3))):
        if column.part:
            values.setdefault(column.field, tuple(draw(st.lists(steps(), min_size=1, max_size=3))))
            continue
        value = draw(_value(column, answers))
        if _is_reserved(sheet, column, str(value)):
            continue
        if column.member:
            if value:
                values.setdefault(column.field, {})[column.member] = value
        elif value or not sheet.record.model_fields[column.field].get_default():
            values[column.field] = value
    return sheet.record(**values)


def _value(column: Column, answers: Mapping[str, Answers]) -> st.SearchStrategy[Any]:
    if issubclass(column.type, Text):
        return texts()
    offered = answers.get(column.ask.choices, Answers())
    typed = strings(column.type)
    if column.type is str and offered.offered:
        typed = st.sampled_from(offered.offered) | typed
    return typed.map(lambda text: _as(column, text, answers))


def _as(column: Column, typed: str, answers: Mapping[str, Answers]) -> Any:
    """What was typed as a value of the column's type, an answer in the spelling of its drop-down."""
    if issubclass(column.type, Text):
        return parse(typed)
    if issubclass(column.type, Written):
        return column.type(text=typed)
    return answers.get(column.ask.choices, Answers()).match(typed) or typed


def _is_reserved(sheet: Sheet, column: Column, typed: str) -> bool:
    """Whether a lone dash in a column says "not as above", so that it is no value there."""
    return typed in DASHES and (column.field in sheet.inherited or (bool(sheet.parts) and column.field == "ref"))


def _says_something(record: Record, sheet: Sheet) -> bool:
    said = {name for name in type(record).model_fields if getattr(record, name)}
    return bool(said if sheet.lone_rows else said - sheet.inherited)


def _repeats(record: Record, above: Record | None) -> bool:
    """Whether an action would be taken for the one above it going on."""
    if not isinstance(record, Action) or not isinstance(above, Action) or not record.ref.canonical:
        return False
    same = record.ref.canonical == above.ref.canonical and record.group == above.group
    return same and record.title in (Text(), above.title)


def _each_once(rows: Sequence[T], key: Callable[[T], Any]) -> tuple[T, ...]:
    return tuple({key(row): row for row in reversed(rows)}.values())[::-1]
