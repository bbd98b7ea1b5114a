"""Who the council is: its services and teams, the people, those who sign, and who fills in which workbook."""

from __future__ import annotations

from svcdocs.model.as_written import WrittenDate
from svcdocs.model.base import Record, column


class Service(Record):
    """A service that writes a plan, or one of its teams."""

    service: str = column("Service", "The name of the service, as printed.", example="Housing and Communities")
    team: str = column(
        "Team", "For a row about a team: its name. Blank for the row of the service.", example="Homelessness"
    )
    also_called: str = column("Also called", "Other names in use, one a line.")
    manager: str = column("Corporate manager", "Who answers for it.", example="Joan Ashdown")
    portfolio: str = column("Portfolio holder", "The member whose portfolio it belongs to.", example="Cllr Reza Mir")
    contact: str = column("Contact", "Who fills in the workbook.", example="Tom Fell")
    email: str = column("E-mail", "Where to reach them.")
    deadline: WrittenDate = column("Return by", "The day by which the workbook is due back.", WrittenDate())
    form: str = column(
        "Form of plan",
        "The form in which its plan is printed: Current, Readable (each action a short block of text instead of a row"
        " of ten columns) or Three-year. Blank: Current.",
    )
    years: str = column("Years of its plan", "Only if its plan covers another number of years than the others.")
    belongs_from: WrittenDate = column(
        "Belongs to it from",
        "If a team joins, or a service begins, after the plan has begun: the day.",
        WrittenDate(),
        example="1 October 2027",
    )
    belongs_until: WrittenDate = column(
        "Belongs to it until",
        "If a team leaves, or a service closes, before the plan ends: the last day.",
        WrittenDate(),
        example="30 September 2027",
    )


class Person(Record):
    """Someone who may lead or own something, by name, by post, or by both."""

    name: str = column("Name", "First name and surname.", example="Tom Fell")
    post: str = column("Post", "The post as it should be printed.", example="Housing Options Manager")
    abbreviation: str = column("Abbreviation", "The short form people use for the post.", example="HOM")
    also_written: str = column("Other spellings", "Other ways in which name or post are written, one a line.")
    service: str = column("Service", "The service they work in. Blank if they work for the whole council.")
    email: str = column("E-mail", "Where to reach them.")


class Signature(Record):
    """One block of the sign-off page: a pair who both sign, or a body that approves."""

    service: str = column("Service", "Whose plan it is; Corporate plan for that. Blank means every service's.")
    area: str = column("Area", "The portfolio or part of the plan it covers.", example="Housing")
    role: str = column("Role or body", "Who approves.", example="Portfolio Holder")
    name: str = column("Name", "The name of that person. Blank for a body.", example="Cllr Reza Mir")
    counter_role: str = column("Counter-signing role", "Who signs beside them.", example="Corporate Manager")
    counter_name: str = column("Counter-signing name", "The name of that person.", example="Joan Ashdown")
    order: str = column("Order", "Its place on the page: 1, 2, 3. Blank keeps the order of the rows.")
    status: str = column("Status", "Where the approval stands.", example="Approved")
    when: WrittenDate = column("Date", "The date of the approval.", WrittenDate())
    minute: str = column("Minute", "The minute that records it.", example="CAB/27/014")
    subject_to: str = column("Subject to", "Any condition the approval was given with.")
    answers_for: str = column("Answers for", "The teams or groups of actions it covers, one a line. Blank means all.")
    deputy: str = column("Deputy", "Who may sign in their place.")


class Contributor(Record):
    """Somebody who fills in a part of one plan or of several, in a workbook of their own."""

    who: str = column(
        "Who",
        "Head of service, Each team, the name of a team, or any other name. Any other name gets one workbook for all.",
        example="Each team",
    )
    services: str = column("Services", "Whose plans, one a line. Blank: those of all services.")
    sheets: str = column(
        "Sheets", "The sheets they fill in, one a line. Blank: those that nobody else has.", example="Actions\nRisks"
    )
    sections: str = column(
        "Sections", "The sections they write on the sheet Text, one a line. Blank: those that nobody else has."
    )
    contact: str = column("Contact", "Who fills in the workbook.", example="Tom Fell")
    email: str = column("E-mail", "Where to reach them.")
    deadline: WrittenDate = column(
        "Return by", "The day by which the workbook is due back.", WrittenDate(), example="21 February 2027"
    )
