"""The posts of a service, team by team, with the full-time equivalents they make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from svcdocs.documents.formats import bracketed, total
from svcdocs.documents.setting import Setting
from svcdocs.model.names import all_folded, folded
from svcdocs.model.service_plan import Post
from svcdocs.model.text import Block, BlockKind, Run
from svcdocs.model.words import DEFAULT, Words


def by_team(posts: Iterable[Post], setting: Setting) -> dict[str, list[Post]]:
    """Posts by team, as the setting tells teams apart. Posts of no team: ""."""
    found: dict[str, list[Post]] = {}
    for post in posts:
        found.setdefault(setting.team(post.team), []).append(post)
    return found


def heading(team: str, posts: Sequence[Post], words: Words) -> str:
    """The name of a team with its full-time equivalents, where they are known."""
    fte = team_total(posts)
    name = team or words.all_teams
    return words.team_fte.format(team=name, fte=fte) if fte else name


def team_total(posts: Sequence[Post]) -> str:
    """The total a team gives itself, as typed, else the sum over its posts; empty where a post does not say."""
    given = [post for post in posts if not post.title.strip() and post.fte]
    return given[-1].fte.text.strip() if given else total([post.fte for post in posts])


def vacant_fte(posts: Iterable[Post], words: Words) -> Decimal | None:
    """The full-time equivalents nobody holds; None where no post is vacant, or one of them does not say how much."""
    states = all_folded((words.post_vacant, DEFAULT.post_vacant))
    vacant = [post.fte.value for post in posts if folded(post.state) in states]
    known = [value for value in vacant if value is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(vacant) else None


def are_whole(posts: Iterable[Post], setting: Setting) -> bool:
    """Whether posts come to those of the service: each is named, and no team of it stands in two plans."""
    teams = setting.framework.teams_of(setting.plan.service)
    moves = any(row.belongs_from or row.belongs_until for row in teams)
    return not moves and all(post.title.strip() for post in posts)


def post_list(posts: Sequence[Post], words: Words) -> list[Block]:
    """A bullet for each post: how many, which, what they make, and what is to know about them.

    What a row without a post says of the team as a whole stands without brackets, and without the total of its heading.
    """
    in_heading = team_total(posts)
    blocks = []
    for post in posts:
        title, many = post.title.strip(), post.number.text.strip()
        fte = post.fte.text.strip()
        said = words.fte.format(fte=fte) if fte and (title or many or fte != in_heading) else ""
        about, note = ", ".join(part for part in (said, *_about(post, words)) if part), post.note.strip()
        if title or many:
            text = f"{_counted(many, title, words)}{_remarks(about, note)}"
        else:
            text = "; ".join(part for part in (about, note) if part)
        if text:
            blocks.append(Block(kind=BlockKind.BULLET, runs=(Run(text=text),)))
    return blocks


def _counted(many: str, title: str, words: Words) -> str:
    """How many there are of a post; an x that was typed behind the number ("1x") is not set once more."""
    if not (many and title):
        return many or title
    return f"{many} {title}" if many[-1] in "xX×" else words.number_of_post.format(number=many, post=title)


def _remarks(about: str, note: str) -> str:
    """In brackets what is known of a post and the note on it; a note that brings brackets of its own keeps them."""
    if note.startswith("(") and note.endswith(")"):
        return f"{bracketed((about,))} {note}"
    return bracketed((about, note))


def _about(post: Post, words: Words) -> tuple[str, ...]:
    state, above = post.state.strip(), post.reports_to.strip()
    goes_without_saying = folded(state) in all_folded((words.filled, DEFAULT.filled))
    return ("" if goes_without_saying else state, words.reports_to.format(post=above) if above else "")
