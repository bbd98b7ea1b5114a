"""The posts of a service, team by team, with the full-time equivalents they make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from svcdocs.documents.formats import bracketed, number, total
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
    """The total a team gives itself, else the sum over its posts; empty where a post does not say."""
    given = [post for post in posts if not post.title.strip() and post.fte]
    if given:
        return number(given[-1].fte)
    return total([post.fte for post in posts])


def post_list(posts: Iterable[Post], words: Words) -> list[Block]:
    """A bullet for each post: how many, which, what they make, and what is to know about them."""
    blocks = []
    for post in posts:
        about = ", ".join(part for part in _about(post, words) if part)
        title = post.title.strip()
        many = number(post.number)
        named = words.number_of_post.format(number=many, post=title) if many and title else many or title
        text = f"{named}{_remarks(about, post.note.strip())}".strip()
        is_total = (
            not title and not post.number and about == words.fte.format(fte=number(post.fte)) and not post.note.strip()
        )
        if text and not is_total:
            blocks.append(Block(kind=BlockKind.BULLET, runs=(Run(text=text),)))
    return blocks


def _remarks(about: str, note: str) -> str:
    """In brackets what is known of a post and the note on it; a note that brings brackets of its own keeps them."""
    if note.startswith("(") and note.endswith(")"):
        return f"{bracketed((about,))} {note}"
    return bracketed((about, note))


def _about(post: Post, words: Words) -> tuple[str, ...]:
    state = post.state.strip()
    return (
        words.fte.format(fte=number(post.fte)) if post.fte else "",
        "" if folded(state) in all_folded((words.filled, DEFAULT.filled)) else state[:1].lower() + state[1:],
        words.reports_to.format(post=post.reports_to.strip()) if post.reports_to.strip() else "",
    )
