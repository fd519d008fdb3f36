"""Elements of a Word part taken out, unwrapped, joined; its fields put together. For the worker."""

from __future__ import annotations

from .markup import NESTED
from .parts import Element, child, local, value


def found(root: Element, names: set[str]) -> list[Element]:
    return [one for one in root.iter() if local(one) in names]


def drop(element: Element) -> bool:
    """Take an element out; whether it was still there."""
    parent = element.getparent()
    if parent is None:
        return False
    parent.remove(element)
    return True


def unwrap(element: Element) -> bool:
    """The children in the place of their element."""
    parent = element.getparent()
    if parent is None:
        return False
    at = parent.index(element)
    for one in reversed(list(element)):
        parent.insert(at + 1, one)
    parent.remove(element)
    return True


def join_next(paragraph: Element) -> None:
    """A paragraph whose mark is deleted goes on in the next one."""
    following = paragraph.getnext()
    if local(paragraph) != "p" or following is None or local(following) != "p":
        return
    first = 1 if child(following, "pPr") is not None else 0
    for one in reversed([one for one in paragraph if local(one) != "pPr"]):
        following.insert(first, one)
    drop(paragraph)


def complex_fields(root: Element) -> list[tuple[list[Element], str]]:
    """Each field made of runs: what it is made of besides its result, and its code."""
    done: list[tuple[list[Element], str]] = []
    opened: list[tuple[list[Element], list[str]]] = []
    results: list[bool] = []
    for one in found(root, {"fldChar", "instrText", "delInstrText"}):
        kind = value(one, "fldCharType") if local(one) == "fldChar" else ""
        if kind == "begin":
            opened.append(([one], []))
            results.append(False)
        elif not opened:
            done.append(([one], one.text or ""))
        elif not kind:
            opened[-1][0].append(one)
            opened[-1][1].append(one.text or "")
        else:
            opened[-1][0].append(one)
            results[-1] = True
            if kind == "end":
                marks, code = opened.pop()
                results.pop()
                done.append((marks, "".join(code)))
                if opened and not results[-1]:
                    opened[-1][1].append(NESTED)
    return done
