"""Questions about posts. Every answer is for the end of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thenchot.ledger import reading
from thenchot.ledger.stories import Story

from ..asking import holding
from .events import Post


@dataclass(frozen=True)
class Held:
    """A post held by a person; `since` is known where one person is asked about."""

    person: int
    post: Post
    seat: int
    since: date | None = None


def posts_of(person: int, *, as_of: date, known_by: int | None = None) -> list[Held]:
    """The posts a person holds, by post and seat."""
    return posts_in(reading.story(person, known_by=known_by), on=as_of)


def posts_in(story: Story, *, on: date) -> list[Held]:
    """The same from a story that was read already."""
    keys = sorted(story.held("post", on=on))
    return [_held(story.subject, key, story.since("post", key, on=on)) for key in keys]


def holders_of(
    seat: int, *, as_of: date, post: Post | None = None, known_by: int | None = None
) -> list[Held]:
    """Who holds posts at a seat, in the order of the list of posts."""
    posts = [post] if post else list(Post)
    keys = [f"{post}@{seat}" for post in posts]
    return [
        _held(person, key)
        for key in keys
        for person in holding("post", str(seat), as_of=as_of, known_by=known_by, key=key)
    ]


def _held(person: int, key: str, since: date | None = None) -> Held:
    post, _, seat = key.partition("@")
    return Held(person, Post(post), int(seat), since)
