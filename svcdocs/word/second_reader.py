"""A second opinion on a template: whether plain docxtpl, which speaks the same language, can read it as well."""

from __future__ import annotations

import io


def docxtpl_objection(source: bytes) -> str:
    """What plain docxtpl says against a template, or "" where it can read it.

    It matters to a council that prints the same template with another program. The template is parsed and not
    rendered, so nothing in it is run.
    """
    from docxtpl.template import DocxTemplate  # noqa: PLC0415 (a fifth of a second that only this needs)
    from jinja2.sandbox import SandboxedEnvironment  # noqa: PLC0415

    try:
        DocxTemplate(io.BytesIO(source)).get_undeclared_template_variables(SandboxedEnvironment(autoescape=True))
    except Exception as error:  # noqa: BLE001 (regular expressions over XML: it raises whatever they run into)
        return " ".join(str(error).split()) or type(error).__name__
    return ""
