"""The form About of the framework: whose plans these are, for which years, and how documents about them look."""

from __future__ import annotations

from svcdocs.model.as_written import WrittenDate
from svcdocs.model.base import Record, column


class About(Record):
    """The cycle: whose plan it is, for which years, and how far it has got."""

    council: str = column(
        "Council", "The council's full name, as it stands on a cover.", example="Fenmoor District Council"
    )
    plan_title: str = column(
        "Title of a service plan", "The words on the cover of each service's plan.", "Service plan"
    )
    corporate_title: str = column(
        "Title of the corporate plan", "The words on the cover of the corporate plan.", "Corporate plan"
    )
    first_year: str = column(
        "First year",
        "The financial year in which the plans start, as the council writes years: 2027/28; FY28, which ends in 2028.",
        example="2027/28",
    )
    year_starts: str = column(
        "Year starts in", "The month in which the council's financial years begin. Blank: April.", example="July"
    )
    years: str = column("Number of years", "How many financial years the plans cover. Blank means one.", example="2")
    ends_on: WrittenDate = column("Ends on", "Only if the plans end before the last year does: the day.", WrittenDate())
    stage: str = column("Stage", "Draft while plans are being written; Final when they go for signature.", "Draft")
    version: str = column("Version", "The words printed on every page for this round of documents.", example="Draft 3")
    version_date: WrittenDate = column(
        "Version date", "The date of that version.", WrittenDate(), example="12 January 2027"
    )
    approvals: str = column("Lead-in to the signatures", "The words above the list of those who sign.", "Approved by:")
    officer: str = column("Policy officer", "Whom people ask about their workbook.", example="Asha Verrall")
    email: str = column("Policy officer's e-mail", "Printed in the guide of every workbook.")
    telephone: str = column("Policy officer's telephone", "Printed in the guide of every workbook.")
    money_unit: str = column("Money is given in", "The unit of every figure on the money sheets.", "£")
    number_steps: str = column(
        "Number the steps",
        "Yes: the steps of an action are numbered 1. 2. 3. where nobody has numbered them. No: they stand as typed.",
        "Yes",
    )
    language: str = column("Language", "The language of the documents, for spelling and screen readers.", "en-GB")
    other_languages: str = column(
        "Other languages", "Languages for which the sheet Our words has columns of its own, one a line.", example="cy"
    )

    named_grades: str = column(
        "Grades named in public",
        "The grades whose holders public editions name, one a line; all others stand there by their posts. Blank: all"
        " are named.",
        example="Chief Executive\nDirector",
    )

    @property
    def council_name(self) -> str:
        """The council's name within a text: without the colon that some put behind it on a cover."""
        return self.council.strip().rstrip(": ")
