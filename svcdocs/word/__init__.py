"""Floor 1: the Word format.

A template is written by people in Word; ``Template.compile`` checks it on its nodes against the types of its data and
compiles it once; ``Template.render`` writes documents from it. The language is a named subset of docxtpl's.

Places and faults are in ``faults``, the language in ``tags``, ``expressions``, ``language``, ``nesting``, what a name
may stand for in ``contract``. ``checking`` reads a template from end to end; ``structure``, ``guards`` and ``ids`` work
on its nodes, ``program`` turns them into a function, and ``work`` is what that function works with. ``accent`` gives
a template another colour, ``page_count`` tells about how many pages a document has.
"""

from svcdocs.word.charts import Chart, ChartKind, Series
from svcdocs.word.contract import Field
from svcdocs.word.diagrams import Box, Diagram, Link
from svcdocs.word.faults import Place, RenderError, TemplateErrors, TemplateFault
from svcdocs.word.outline import Entry, contents_of, text_of
from svcdocs.word.pictures import Picture
from svcdocs.word.properties import Properties
from svcdocs.word.template import Template, check

__all__ = [
    "Box",
    "Chart",
    "ChartKind",
    "Diagram",
    "Entry",
    "Field",
    "Link",
    "Picture",
    "Place",
    "Properties",
    "RenderError",
    "Series",
    "Template",
    "TemplateErrors",
    "TemplateFault",
    "check",
    "contents_of",
    "text_of",
]
