"""Numbers in front of paragraphs: read from what people typed, and written as lists that Word numbers itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from svcdocs.word.names import DECLARATION, Element, child_value, value, w, whole
from svcdocs.word.printable import in_attribute

_LABEL: Final = re.compile(r"([(\[]?)(\d{1,5}|[A-Za-z]{1,12})([.)\]:]{0,2})")
_ROMAN_DIGITS: Final = (
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_MOST_ROMAN: Final = 399
_LETTERS: Final = 26


@dataclass(frozen=True, slots=True)
class Label:
    """A number in front of an item: how it is written (Word's name of the form), its value, the signs around it."""

    form: str
    number: int
    before: str
    after: str

    def follows(self, other: Label | None) -> bool:
        """Whether this is the next label of the same list."""
        return other is not None and self == Label(other.form, other.number + 1, other.before, other.after)


def labels(typed: str) -> list[Label]:
    """All ways to read a label: "i)" is a Roman one or the ninth letter. None where Word cannot print it as typed."""
    match = _LABEL.fullmatch(typed)
    if match is None:
        return []
    before, core, after = match.groups()
    found = []
    for form, number in _readings(core):
        if written(form, number) == core:
            found.append(Label(form, number, before, after))
    return found


def written(form: str, number: int) -> str:
    """A number in one of Word's forms; a form that is not known is written in figures."""
    if form == "decimalZero":
        return f"{number:02}"
    if form.endswith("Roman"):
        text = _roman(number)
    elif form.endswith("Letter"):
        # Word goes on from z with aa, bb, cc.
        text = chr(ord("a") + (number - 1) % _LETTERS) * ((number - 1) // _LETTERS + 1) if number > 0 else ""
    else:
        return "" if form == "none" else str(number)
    return text.upper() if form.startswith("upper") else text


def _readings(core: str) -> Iterator[tuple[str, int]]:
    if core.isdigit():
        yield ("decimalZero" if core.startswith("0") else "decimal"), int(core)
        return
    case = "lower" if core.islower() else "upper"
    small = core.lower()
    roman = next((n for n in range(1, _MOST_ROMAN + 1) if _roman(n) == small), 0) if set(small) <= set("ivxlc") else 0
    if roman:
        yield f"{case}Roman", roman
    if len(set(small)) == 1:
        yield f"{case}Letter", (len(small) - 1) * _LETTERS + ord(small[0]) - ord("a") + 1


def _roman(number: int) -> str:
    text = ""
    for size, digits in _ROMAN_DIGITS:
        text += digits * (number // size)
        number %= size
    return text


@dataclass(slots=True)
class Lists:
    """The numbered lists of one document while it is rendered: each gets a number of its own, so that each restarts."""

    next_num: int
    next_abstract: int
    forms: dict[tuple[str, str, str, int, str], int] = field(default_factory=dict)
    nums: list[tuple[int, int, int, int]] = field(default_factory=list)
    """Number, form, level and first value of each list."""
    indents: tuple[str, ...] = ()
    """The XML of the indent of each level in the text at hand."""
    _open: dict[int, tuple[Label, int]] = field(default_factory=dict)

    def begin(self, indents: tuple[str, ...]) -> None:
        """A new text begins: nothing in it continues a list of another."""
        self.indents = indents
        self._open.clear()

    def item(self, typed: str, level: int, indent: str) -> int:
        """The list an item belongs to; 0 where its label is none that Word can count.

        An item that does not follow the one before it at its level begins a list at its own number: what is printed
        is always what was typed. ``indent`` is the XML of the list's indent.
        """
        readings = labels(typed)
        if not readings:
            return 0
        last, num = self._open.get(level, (None, 0))
        label = next((reading for reading in readings if reading.follows(last)), None)
        if label is None:
            label = readings[0]
            num = self._new(label, level, indent)
        self._open[level] = (label, num)
        return num

    def _new(self, label: Label, level: int, indent: str) -> int:
        key = (label.form, label.before, label.after, level, indent)
        abstract = self.forms.setdefault(key, self.next_abstract + len(self.forms))
        num = self.next_num + len(self.nums)
        self.nums.append((num, abstract, level, label.number))
        return num


class NumberingPart:
    """The numbering of a template, and the place in it where the lists of a document are added."""

    def __init__(self, root: Element) -> None:
        self.root = root
        abstracts, nums = root.findall(w("abstractNum")), root.findall(w("num"))
        self.first_abstract = 1 + max((whole(a.get(w("abstractNumId"))) for a in abstracts), default=0)
        self.first_num = 1 + max((whole(n.get(w("numId"))) for n in nums), default=0)
        first, last = etree.ProcessingInstruction("forms", "-"), etree.ProcessingInstruction("lists", "-")
        before = [n for n, child in enumerate(root) if child.tag in (w("numPicBullet"), w("abstractNum"))]
        root.insert(before[-1] + 1 if before else 0, first)
        before = [n for n, child in enumerate(root) if child.tag == w("num") or child is first]
        root.insert(before[-1] + 1, last)
        text = etree.tostring(root, encoding="unicode")
        self._head, rest = text.split("<?forms -?>")
        self._middle, self._tail = rest.split("<?lists -?>")
        for placeholder in (first, last):
            root.remove(placeholder)

    def begin(self) -> Lists:
        """The lists of a new document."""
        return Lists(self.first_num, self.first_abstract)

    def written(self, lists: Lists) -> bytes:
        """The part with the lists of one document in it."""
        forms = [_form(number, key) for key, number in lists.forms.items()]
        nums = [
            f'<w:num w:numId="{num}"><w:abstractNumId w:val="{abstract}"/><w:lvlOverride w:ilvl="{level}">'
            f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            for num, abstract, level, start in lists.nums
        ]
        return "".join((DECLARATION, self._head, *forms, self._middle, *nums, self._tail)).encode()


def _form(number: int, key: tuple[str, str, str, int, str]) -> str:
    """A way of numbering as Word keeps it; the levels above it are there because Word expects them."""
    form, before, after, level, indent = key
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{in_attribute(f"{before}%{n + 1}{after}")}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{indent}</w:pPr></w:lvl>"
        for n in range(level + 1)
    )
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{0x5C000000 + number:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


class Counters:
    """Counts numbered paragraphs as Word does, to know what stands in front of each."""

    def __init__(self, root: Element | None) -> None:
        self._abstracts: dict[str, dict[int, Element]] = {}
        self._nums: dict[str, tuple[str, dict[int, int]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[str] = set()
        for abstract in () if root is None else root.findall(w("abstractNum")):
            lvls = {whole(lvl.get(w("ilvl"))): lvl for lvl in abstract.findall(w("lvl"))}
            self._abstracts[str(abstract.get(w("abstractNumId")))] = lvls
        for num in () if root is None else root.findall(w("num")):
            starts = {
                whole(override.get(w("ilvl"))): whole(child_value(override, "startOverride"), 1)
                for override in num.findall(w("lvlOverride"))
                if override.find(w("startOverride")) is not None
            }
            self._nums[str(num.get(w("numId")))] = (child_value(num, "abstractNumId"), starts)

    def fresh(self) -> Counters:
        """The same lists, counted from their beginning."""
        twin = Counters(None)
        twin._abstracts, twin._nums = self._abstracts, self._nums
        return twin

    def level(self, num: str, level: int) -> Element | None:
        """How a level of a list is written."""
        return self._abstracts.get(self._nums.get(num, ("", {}))[0], {}).get(level)

    def next(self, num: str, level: int) -> str:
        """The label of the next paragraph of this list at this level; empty where there is none. Bullets are "•"."""
        lvl = self.level(num, level)
        if lvl is None:
            return ""
        abstract, starts = self._nums[num]
        counts = self._counts.setdefault(abstract, {})
        if num not in self._started:
            self._started.add(num)
            for at, start in starts.items():
                counts[at] = start - 1
        counts[level] = counts.get(level, self._start(abstract, level) - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        if child_value(lvl, "numFmt") == "bullet":
            return "•"
        return re.sub(
            r"%(\d)", lambda match: self._shown(abstract, int(match.group(1)) - 1), child_value(lvl, "lvlText")
        )

    def _start(self, abstract: str, level: int) -> int:
        lvl = self._abstracts.get(abstract, {}).get(level)
        return whole(child_value(lvl, "start"), 1)

    def _shown(self, abstract: str, level: int) -> str:
        lvl = self._abstracts.get(abstract, {}).get(level)
        number = self._counts[abstract].get(level, self._start(abstract, level))
        return written(value(None if lvl is None else lvl.find(w("numFmt"))) or "decimal", number)
