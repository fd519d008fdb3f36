"""Every page that links lead to, in a real browser: nothing complains, nothing is too wide, keys suffice."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve

from stories.browser.conftest import DESK, violations
from stories.walking import Walk
from thenchot.access.events import Role
from thenchot.access.tests.book import A1, A

pytestmark = pytest.mark.long

# The last is 1280 pixels at 200 %.
WIDTHS = (360, 640, 1280)
ROLES = {
    Role.ORGANISING: A, Role.OFFICE: A, Role.CELL_SECRETARY: A1, Role.LEADER: A, Role.CONFIRMER: A,
    Role.AUDITOR: "top", Role.ADMINISTRATOR: "top",
}  # fmt: skip
VIETNAMESE = re.compile(
    "[ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]", re.IGNORECASE
)
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# What a page says for itself, whatever stands in the book: menu, buttons of the frame, the skip link.
FRAME = """[...document.querySelectorAll('header nav a, header button, .skip-link, a[href="#main"]')]
    .filter(one => !one.closest('[lang="vi"]') && one.getAttribute('lang') != 'vi')
    .map(one => one.textContent.trim()).filter(Boolean)"""
LINKS = "[...document.querySelectorAll('a[href]')].map(one => one.href)"
FOCUSED = """() => {
    const one = document.activeElement, look = getComputedStyle(one);
    return {inside: !!one.closest('main') && /^(A|BUTTON|INPUT|SELECT|TEXTAREA|SUMMARY)$/.test(one.tagName),
            seen: (look.outlineStyle != 'none' && parseFloat(look.outlineWidth) > 0)
                || look.boxShadow != 'none'};
}"""


# However pages are linked, these are reached.
MUST = {
    "members:of", "members:person", "organisations:page", "entering:form", "entering:history",
    "figures:organisation", "figures:rows", "tasks:list", "tasks:board", "closings:page", "sessions",
}  # fmt: skip


@dataclass
class Crawl:
    """Follows links of one site, one address of each pattern."""

    page: object
    start: str
    seen: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def pages(self):
        """Name and address of every pattern, the page open each time."""
        waiting = [(self.start, "")]
        while waiting:
            address, before = waiting.pop(0)
            name = named(address)
            if name is None or name in self.seen:
                continue
            self.seen[name] = address
            answer = self.page.goto(address)
            if answer.status >= 400:
                self.faults.append(f"{name} {address}: {answer.status}, linked from {before}")
                continue
            links = [one.partition("#")[0] for one in self.page.evaluate(LINKS)]
            waiting += [(one, address) for one in links if one.startswith(self.start)]
            yield name, address


def named(address):
    """The pattern of an address, the kind of a form with it; nothing for what is none of the site's pages."""
    try:
        found = resolve(urlsplit(address).path)
    except Resolver404:
        return None
    return found.view_name


@pytest.fixture
def staff(book):
    walk = Walk(book)
    walk.prepare()
    for role, scope in ROLES.items():
        book.account(role.value.replace("_", "."), (role, book.top if scope == "top" else scope))
    return book


def test_pages_of_every_role(staff, enter, address):
    """A pattern is looked at closely for the first role that comes to it; every role loads all of its own."""
    close, faults, reports = set(), [], []
    for role in ROLES:
        page = enter(role.value.replace("_", "."))
        page.on(
            "request", lambda one: reports.append(one.post_data) if "/tai-khoan/chan/" in one.url else None
        )
        crawl = Crawl(page, f"{address}/")
        for name, where in crawl.pages():
            if name not in close:
                close.add(name)
                faults += [f"{role} {name} {where}: {fault}" for fault in closely(page)]
        faults += [f"{role} {fault}" for fault in crawl.faults]
        page.context.close()
    assert not faults, "\n".join(faults)
    assert reports == []
    assert close >= MUST


def closely(page):
    """Axe, the widths, big letters, the keyboard."""
    yield from violations(page)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        if (over := page.evaluate(SIDEWAYS)) > 0:
            yield f"{over} px too wide at {width}"
        if width < DESK["width"]:
            page.evaluate("document.documentElement.classList.add('large')")
            if (over := page.evaluate(SIDEWAYS)) > 0:
                yield f"{over} px too wide at {width} with large letters"
            page.evaluate("document.documentElement.classList.remove('large')")
    page.set_viewport_size(DESK)
    yield from by_keyboard(page)


def by_keyboard(page, most=30):
    """The first thing in the page that can be pressed is reached by Tab and looks focused."""
    if not page.query_selector("main a[href], main button, main input:not([type=hidden]), main select"):
        return
    page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
    for _ in range(most):
        page.keyboard.press("Tab")
        now = page.evaluate(FOCUSED)
        if now["inside"]:
            if not now["seen"]:
                yield "focus is not visible"
            return
    yield f"nothing in the page is reached in {most} tabs"


def test_in_english_the_frame_has_no_vietnamese(staff, enter, address):
    page = enter("organising")
    page.locator("header").get_by_role("button", name="English").first.click()
    crawl, left = Crawl(page, f"{address}/"), {}
    for name, _where in crawl.pages():
        assert page.evaluate("document.documentElement.lang") == "en", name
        texts = page.evaluate(FRAME)
        assert "English" not in texts and len(texts) >= 5, name
        for text in texts:
            if VIETNAMESE.search(text):
                left.setdefault(text, name)
    assert left == {}
    assert crawl.faults == []
