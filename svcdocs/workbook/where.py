"""Where what goes: for each thing a plan or a framework may hold, the sheet and column it is typed into."""

from __future__ import annotations

SERVICE = (
    ("A paragraph, or several", "Sheet *Text*, beside its section: a line each in one cell, or a row each."),
    ("A bullet under a bullet", "The same cell: start the line with two blanks and a dash, or with – under a •."),
    ("Words about one team", "Sheet *Text*, with the team's name under *Team*: one row or several for each team."),
    (
        "A heading inside a section",
        "Sheet *Text*: a row of its own with Heading under *Kind*. Its paragraphs follow on the rows below.",
    ),
    (
        "A picture, such as a structure chart",
        "Sheet *Text*: the file's name under *Picture*, what it shows under *Text*, Picture under *Kind*.",
    ),
    (
        "A picture that is not there yet",
        "Sheet *Text*: To be added under *Kind*, and under *Text* what it will show.",
    ),
    (
        "Many paragraphs in a section",
        "All in the one cell that has been started, a line each; or insert rows below it, one for each.",
    ),
    (
        "“To be added by Finance in March”",
        "Sheet *Text*: what is missing under *Text*, Finance under *Owed by*, March under *Owed on*.",
    ),
    (
        "“Figures to be inserted once they are agreed”",
        (
            "Sheet *Text*: the whole sentence under *Text*, To be added under *Kind*. If it begins with To be added, "
            "or ends with to be added, inserted, completed or confirmed, it is printed as typed; else behind “To be "
            "added:”."
        ),
    ),
    ("Words below a table or list", "Sheet *Text*, with After under *Place*."),
    (
        "A table of your own, or of another department",
        (
            "On a sheet that you add, headings in its first row, 2 to 8 columns. Sheet *Text*: Table under *Kind*, the "
            "name of that sheet under *Picture*, the caption under *Text*. Empty cells print “–”."
        ),
    ),
    ("Strengths, weaknesses, drivers", "Sheets *SWOT* and *Drivers*: an entry a cell under its heading."),
    (
        "An objective with parts",
        "Sheet *Objectives*: the parts on rows below, each with the objective's *Ref* under *Under*.",
    ),
    (
        "“Title – explanation” of an action",
        "All of it under *Action*; or the title under *Action*, the rest under *Detail*.",
    ),
    ("A heading over several actions", "Under *Group*, on the first of them; the rows below take it over."),
    (
        "Steps of an action, each with its date",
        (
            "Sheet *Actions*: a row a step, the date beside it under *Step by*. Or all in one cell, a line each, the "
            "date in brackets at the end of its line: Agree the brief (June 2027)."
        ),
    ),
    ("One date for the whole action", "Under *Finish by*."),
    (
        "Several lead officers",
        "Under *Lead*, a line each; or the first under *Lead* and the others under *Also leading*.",
    ),
    (
        "What we do for a council action",
        (
            "Sheet *Actions*, in its place among the others, with the council action's reference under *For*. Or sheet "
            "*Council actions*, if it is to be printed before all others."
        ),
    ),
    ("“Within existing resources”, £24,000 per annum", "Under *Extra resources*, as you would say it."),
    ("Money or posts that the service asks for", "Sheet *Bids*: a row a bid, what is asked for under each year."),
    (
        "A label of an action that must not be printed at all",
        (
            "Leave out, typed alone under *Extra resources*, *Outputs*, *How we will know*, *Main risk* or *Services "
            "whose help we need*. Blank prints the label with “Not given”."
        ),
    ),
    (
        "An objective worded otherwise at the head of a table",
        "Sheet *Objectives*: a row of its own, the table under *Printed in* and the objective's *Ref* under *Under*.",
    ),
    (
        "Aims and approaches as they stand at the head of a table",
        "Sheet *Objectives*, in that row: under *Aims, as cited* and *Approaches, as cited*.",
    ),
    (
        "A supporting objective with several indicators",
        (
            "Sheet *Indicators*: under *Supporting objective* on the first of them; the rows below take it over, as "
            "long as they are about the same *Objective*."
        ),
    ),
    (
        "The result, or a link to an indicator",
        "Under *How we will know*; the indicator's reference under *Indicators*.",
    ),
    ("Progress in a quarter", "Under *Status* and *Q1 progress* to *Q4 progress*; blank until then."),
    ("An indicator with its reference", "Sheet *Indicators*: SX052 under *Ref*, the wording under *Indicator*."),
    (
        "“(2025/26 = 37%)” behind an indicator",
        "37% under *Baseline*, 2025/26 under *Baseline from*; or in the column of that year's results.",
    ),
    (
        "A result or target of another year than those on the sheet",
        "Sheet *Indicators*: add a column headed as the others are, such as Result 2021/22 or Target 2026/27.",
    ),
    ("A target that is not a number", "As you would say it: By end Q3, Set baseline, N/A, Baseline +2.5%."),
    (
        "A risk: “… leading to … resulting in …”",
        "Sheet *Risks*: each part in its own column, without the words between. Leave out what there is not.",
    ),
    (
        "“3 x Housing Options Officer (one vacant)”",
        "Sheet *Posts*: 3 under *Number*, the post under *Post*, the rest under *Note*.",
    ),
    (
        "“Homelessness – 4.8 FTE” and no posts",
        "Sheet *Posts*: Homelessness under *Team*, 4.8 under *FTE*, *Post* left blank.",
    ),
    ("A line of the budget", "Sheet *Money*: a row a line, a figure under each heading. Often Finance fills it in."),
    (
        "Who signs; the council's aims, actions and values; the key to the statuses",
        "Not here: they are printed from the policy officer's framework, in their sections.",
    ),
    (
        "The order of the action plan",
        "The key, your text, then the sheet *Council actions*, then *Actions* by *Group* as they stand there.",
    ),
)

FINANCE = (
    ("Which service a figure belongs to", "Under *Service*, the first column of *Money*; blank is the same as above."),
    ("A line of a service's budget", "Sheet *Money*: a row a line, a figure under each heading."),
    ("The budget of one team", "Sheet *Money*, with the team's name under *Team*."),
    ("Income and savings", "Sheet *Money*: Income or Saving under *Type*."),
    ("A saving that the figures above are net of", "Sheet *Money*: Yes under *Already in the figures*."),
    ("Which revision these figures are", "Sheet *About the figures*: under *Version* and *Version date*."),
    ("£000, and whether income has a minus", "Sheet *About the figures*: under *Unit* and *Sign*."),
    (
        "When the figures of a column were right",
        "Sheet *Columns of figures*: the day under *As at*, beside its column.",
    ),
    ("What the lines must come to", "Sheet *Control totals*: a row for each *Type*; a blank *Service* is the council."),
    ("Words about the figures in a plan", "Sheet *About the figures*, under *Note*: printed below all of them."),
)

REQUESTS = (
    ("“Yes, we will”", "Accepted under *Answer*; a condition under *Words*."),
    ("“We cannot”", "Declined under *Answer*, and why under *Words*."),
    ("“Not by then, but by October”", "Other date under *Answer*, October 2028 under *New date*."),
    ("“What exactly do you need?”", "Question under *Answer*, and the question under *Words*."),
    ("What all services are asked", "Sheet *Notices*; there is nothing to answer."),
    ("The day for one thing of several", "*Needed by* is the day in the last bracket of what is asked, if it has one."),
)

FRAMEWORK = (
    ("The name of the council, the years, draft or final", "Sheet *About*."),
    (
        "Aims, and the approaches under them",
        "Sheet *Priorities*: Aim or Approach under *Level*, the aim's *Ref* under *Under*.",
    ),
    (
        "A council action with parts i) to iii)",
        "Sheet *Priorities*: Council action, and below it a row for each part: Item under *Level*, i) under *Ref*.",
    ),
    ("Two rounds of approval", "Sheet *Priorities*, under *Approved*: which body, and when."),
    (
        "A wording that has changed",
        "The wording in force under *Wording*, the old one under *Also or formerly written*.",
    ),
    ("Services and their teams", "Sheet *Services and teams*: a row a service, below it a row a team."),
    ("Pairs of signatures by portfolio", "Sheet *Sign-off*: a row a pair; the portfolio under *Area*."),
    ("A body that approves", "Sheet *Sign-off*: the body under *Role or body*, *Name* left blank."),
    ("Names, posts and abbreviations in use", "Sheet *People*; other spellings under *Other spellings*, a line each."),
    ("PEST or PESTLE, and the headings of the SWOT", "Sheet *List headings*: a row a heading, in the order of print."),
    ("Original, revised and estimated budgets", "Sheet *Money columns*: a row for each column of figures."),
    ("R, A, G and what they mean", "Sheet *Status key*; every plan prints it at the head of its action plan."),
    ("Words above the key to the statuses", "Sheet *Sections*: under *Lead-in*, in the row of the action plan."),
    (
        "Which plan prints a council action",
        "That of each service under *Lead services*, and that of each service which names it.",
    ),
    (
        "Sections that a plan need not have",
        (
            "Sheet *Sections*: Never under *Required*; or delete the row. A list in which a service writes something, "
            "such as its SWOT or its posts, is printed all the same: without a section for it, at the end."
        ),
    ),
    (
        "The order of the sections",
        (
            "That of the rows of *Sections*, those with tables on landscape pages among them, such as the action plan "
            "and the indicators. Part of another section, one of these comes behind all of that."
        ),
    ),
    (
        "The numbers of the sections",
        (
            "Main sections are numbered by themselves, parts of them are not. Sheet *Sections*: No under *Numbered* "
            "prints one without a number, such as a foreword or an appendix; those on "
            "landscape pages have one only where it says Yes."
        ),
    ),
    (
        "A section for what services bid for",
        "Sheet *Sections*: a row with Bids under *Section*. Without it bids stand in the section about money.",
    ),
    (
        "The headings over the columns of the action plan",
        (
            "Sheet *Our words*: improvement is over the actions and actions heading over their steps, in either form "
            "of plan; the words over the other columns stand there as well."
        ),
    ),
    ("Foreword and summary of the corporate plan", "Sheet *Narrative*."),
    ("“Commitment” instead of “council action”", "Sheet *Our words*: under *Your word* and *Your word for several*."),
    ("Our words in another language", "Sheet *About*: its name under *Other languages*; *Our words* then has columns."),
    (
        "A part of the plans that somebody else fills in, such as Finance",
        "Sheet *Who fills in what*: the name under *Who*, the sheets a line each under *Sheets*.",
    ),
    (
        "Teams that fill in workbooks of their own",
        "Sheet *Who fills in what*: Each team under *Who*, or a row for one team with its name.",
    ),
    (
        "A section that one contributor alone writes",
        "Sheet *Who fills in what*: Text under *Sheets*, the section under *Sections*.",
    ),
    (
        "A service whose plan has another form or number of years",
        "Sheet *Services and teams*: *Form of plan*, *Years of its plan*.",
    ),
    (
        "A team that moves, a service that closes",
        "Sheet *Services and teams*: a row for each service in turn; *Belongs to it from*, *Belongs to it until*.",
    ),
    (
        "Two rows, of two services, that ask for one post or sum",
        (
            "In the other row the reference of the bid: £24,000, bid HB1 of Housing. Where the rows only look alike, "
            "sheet *Shared resources*: a row with both, and The same or Not the same under *They are*."
        ),
    ),
    ("A check that is too strict, or not wanted", "Sheet *Rules*: Note or Off, for drafts and for final plans."),
)
