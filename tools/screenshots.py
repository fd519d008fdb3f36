"""Pictures of every kind of page of the demo, by account and width; named ones for the guide.

    python -m tools.screenshots                         all pages into var/screenshots, with an index.html
    python -m tools.screenshots --only roll             one of them
    python -m tools.screenshots --only roll --guide     the same at 1280 px into docs/guide/pictures

The demo is that of THENCHOT_HOME (else var/demo). Addresses are written with what the book itself says:
`{top}`, `{commune}`, `{cell}`, `{person}`, `{closing}`.
"""

from __future__ import annotations

import argparse
import html
import os
import struct
import subprocess
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

ROOT = Path(__file__).parent.parent
PHONE, DESK = 360, 1280
MOST_BYTES = 120_000
TALLEST = 2_400  # of a picture; a longer page is cut, not shrunk
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]


@dataclass(frozen=True)
class Picture:
    """One page as one account sees it; no account: nobody has signed in. `pasted` is checked as a report."""

    name: str
    account: str
    address: str
    pasted: str = ""


REPORT = """BÁO CÁO CÔNG TÁC XÂY DỰNG ĐẢNG NĂM 2026
Đến ngày 20/11/2026, toàn Đảng bộ có 1.421 đảng viên, sinh hoạt tại 23 chi bộ.
Trong năm luân chuyển 52 cán bộ, trong đó: tỉnh về xã 18, xã về tỉnh 7, giữa các xã 24.
Kết nạp 31/35 đảng viên, đạt 86,57% chỉ tiêu năm; công nhận chính thức 12 đồng chí.
Đã kiểm tra 12 tổ chức đảng, trong đó 5 đảng ủy và 7 chi bộ."""

PICTURES = (
    Picture("check-report", "", "/ra-soat/", REPORT),
    Picture("sign-in", "", "/tai-khoan/vao/"),
    Picture("tasks", "ban-to-chuc", "/viec-can-lam/"),
    Picture("tasks-cell", "bi-thu-chi-bo", "/viec-can-lam/"),
    Picture("add-deadline", "van-phong-xa", "/viec-can-lam/them-han/"),
    Picture("roll", "ban-to-chuc", "/dang-vien/to-chuc/{commune}/"),
    Picture("roll-cell", "bi-thu-chi-bo", "/dang-vien/"),
    Picture("roll-past", "ban-to-chuc", "/dang-vien/to-chuc/{top}/?ngay=2025-06-30"),
    Picture("person", "ban-to-chuc", "/dang-vien/{person}/"),
    Picture("organisation", "ban-to-chuc", "/to-chuc/{commune}/"),
    Picture("organisations", "ban-to-chuc", "/to-chuc/{top}/"),
    Picture("compare-trees", "ban-to-chuc", "/to-chuc/{commune}/so-sanh/?truoc=2025-06-30&sau=2025-07-01"),
    Picture("kinds", "ban-to-chuc", "/ghi/"),
    Picture("form-admitted", "ban-to-chuc", "/ghi/membership.admitted/?to-chuc={cell}"),
    Picture("form-recognised", "ban-to-chuc", "/ghi/membership.recognised/?nguoi={person}"),
    Picture("form-died", "ban-to-chuc", "/ghi/membership.died/?nguoi={person}"),
    Picture("form-post", "ban-to-chuc", "/ghi/offices.taken/?nguoi={person}"),
    Picture("form-merge", "ban-to-chuc", "/ghi/nhap-chi-bo/?to-chuc={commune}"),
    Picture("form-split", "ban-to-chuc", "/ghi/tach-chi-bo/?to-chuc={cell}"),
    Picture("form-end", "ban-to-chuc", "/ghi/organisations.ended/?to-chuc={cell}"),
    Picture("history", "ban-to-chuc", "/ghi/ban-ghi/{line}/"),
    Picture("correct", "ban-to-chuc", "/ghi/ban-ghi/{line}/sua/"),
    Picture("annul", "ban-to-chuc", "/ghi/ban-ghi/{line}/huy/"),
    Picture("figures", "ban-to-chuc", "/so-lieu/{top}/"),
    Picture("figures-leader", "lanh-dao", "/so-lieu/"),
    Picture("figure-rows", "ban-to-chuc", "/so-lieu/{commune}/M16/"),
    Picture("figure-parts", "ban-to-chuc", "/so-lieu/{top}/M01/phan-to/"),
    Picture("form-own", "ban-to-chuc", "/bieu/tang-giam/{commune}/"),
    Picture("figure-moved", "ban-to-chuc", "/so-lieu/{commune}/tang-giam/?ben=tang"),
    Picture("closings", "thuong-truc", "/chot-so-lieu/"),
    Picture("closing", "thuong-truc", "/chot-so-lieu/{closing}/"),
    Picture("closing-prepare", "thuong-truc", "/chot-so-lieu/to-chuc/{top}/lap-bieu/"),
    Picture("closing-moved", "thuong-truc", "/chot-so-lieu/{closing}/thay-doi/"),
    Picture("confirm", "pho-bi-thu", "/viec-can-lam/"),
    Picture("law", "ban-to-chuc", "/can-cu/"),
    Picture("log", "giam-sat", "/nhat-ky/"),
    Picture("national", "van-phong-xa", "/doi-khop/"),
    Picture("own", "dang-vien", "/cua-toi/"),
    Picture("sessions", "ban-to-chuc", "/tai-khoan/phien/"),
)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--only", action="append", metavar="NAME", help="this picture; may be given again")
    asked.add_argument("--guide", action="store_true", help="into docs/guide/pictures, 1280 px")
    options = asked.parse_args()
    chosen = [one for one in PICTURES if not options.only or one.name in options.only]
    if unknown := set(options.only or ()) - {one.name for one in PICTURES}:
        asked.error(f"no such picture: {', '.join(sorted(unknown))}")
    os.environ.setdefault("THENCHOT_HOME", str(ROOT / "var" / "demo"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thenchot.settings")
    folder = ROOT / "docs" / "guide" / "pictures" if options.guide else ROOT / "var" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    widths = (DESK,) if options.guide else (PHONE, DESK)
    for picture, width, path in taken(chosen, widths, folder):
        print(f"{picture.name:16} {width:5} px  {path.stat().st_size // 1000:4} kB  {path}")
    if not options.guide:
        (folder / "index.html").write_text(index(folder), encoding="utf-8")


def taken(
    pictures: list[Picture], widths: tuple[int, ...], folder: Path
) -> Iterator[tuple[Picture, int, Path]]:
    """Take the pictures one after the other; a page that fails is said and left out."""
    import django

    django.setup()
    from playwright.sync_api import sync_playwright

    places = known()
    found = subprocess.run([ROOT / "tools" / "browser.sh"], capture_output=True, text=True, check=True)
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # the driver keeps a loop in this thread
    with served() as base, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found.stdout.strip(), args=FLAGS)
        most = MOST_BYTES if len(widths) == 1 else 10 * MOST_BYTES
        for account, theirs in by_account(pictures):
            try:
                cookies = [session(account, base)] if account else []
            except LookupError:
                print(f"this demo has no account {account}: {', '.join(one.name for one in theirs)}")
                continue
            for width in widths:
                height = 740 if width == PHONE else 800
                context = browser.new_context(viewport={"width": width, "height": height}, locale="vi-VN")
                context.add_cookies(cookies)
                page = context.new_page()
                for one in theirs:
                    answer = page.goto(base + one.address.format(**places))
                    if one.pasted:
                        paste(page, one.pasted)
                    page.wait_for_load_state("networkidle")  # the parts that come after the page
                    ended = account and "/tai-khoan/vao/" in page.url
                    if answer is None or answer.status >= 400 or ended:
                        print(f"{one.name}: {answer and answer.status} {page.url}")
                        continue
                    path = folder / (f"{one.name}.png" if len(widths) == 1 else f"{one.name}-{width}.png")
                    shoot(page, path, width, most)
                    yield one, width, path
                context.close()
        browser.close()


def paste(page: Any, text: str) -> None:
    """A report checked: the answer alone stays on the page."""
    page.locator("#report-door details").evaluate("part => { part.open = true }")
    page.locator("#report-text").fill(text)
    page.locator("#report-door button.btn-primary").click()
    page.wait_for_selector("[data-answer]")
    page.evaluate("document.querySelectorAll('header, .page-head, .doors').forEach(part => part.remove())")


def by_account(pictures: list[Picture]) -> Iterator[tuple[str, list[Picture]]]:
    """An account has one session: its pictures together."""
    for account in dict.fromkeys(one.account for one in pictures):
        yield account, [one for one in pictures if one.account == account]


def shoot(page: Any, path: Path, width: int, most: int) -> None:
    """The page once its letters are there; longer than `most` bytes allow, it is cut below."""
    page.evaluate("document.fonts.ready")
    tall = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
    while True:
        clip = {"x": 0, "y": 0, "width": width, "height": tall}
        png = page.screenshot(full_page=True, clip=clip, scale="css", animations="disabled")
        path.write_bytes(squeezed(png))
        if path.stat().st_size <= most or tall <= 400:
            return
        tall = tall * 4 // 5


def squeezed(png: bytes) -> bytes:
    """The same pixels packed as tightly as zlib can."""
    kept, packed, place = [png[:8]], [], 8
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        whole = png[place : place + 12 + length]
        if whole[4:8] == b"IDAT":
            packed.append(whole[8:-4])
        elif whole[4:8] == b"IEND":
            body = zlib.compress(zlib.decompress(b"".join(packed)), 9)
            crc = zlib.crc32(b"IDAT" + body)
            kept += [struct.pack(">I", len(body)), b"IDAT", body, struct.pack(">I", crc), whole]
        else:
            kept.append(whole)
        place += 12 + length
    made = b"".join(kept)
    return made if len(made) < len(png) else png


def known() -> dict[str, Any]:
    """What addresses name, from the book: the top, its largest commune, a cell there, a member, a closing."""
    from thenchot.ledger import reading
    from thenchot.rooms.membership.strengths import tree
    from thenchot.snapshot.closing import listing
    from thenchot.surface.clock import DEMO_TODAY

    children = tree(as_of=DEMO_TODAY).children
    below = {one for those in children.values() for one in those}
    top = next(one for one in children if one not in below)
    commune = max(children[top], key=lambda one: len(children.get(one, ())))
    cells = sorted(children[commune], key=lambda one: len(children.get(one, ())))
    sql = "SELECT subject FROM ledger_period WHERE track = 'cell' AND value = %s AND until IS NULL ORDER BY 1"
    (person, *_others) = (row[0] for row in reading.rows(sql, [str(cells[0])]))
    # What is said of the sealed file has no page of its own.
    lines = [one for one in reading.entries(person) if one.kind != "people.file_changed"]
    closed = [one.code for one in listing.closings(top) if one.closed]
    return {
        "top": top, "commune": commune, "cell": cells[0], "person": person,
        "line": lines[-1].seq, "closing": closed[-1] if closed else "khong-co",
    }  # fmt: skip


def session(account: str, base: str) -> Any:
    """A cookie as signing in would give it; the account's other session ends, as it does for people.

    A one-time password counts as changed: else every page would be that of choosing one.
    """
    from importlib import import_module

    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    from thenchot.access import accounts
    from thenchot.web.signin.sessions import adopt

    who = accounts.named(account)
    who.one_time_until = None
    who.save(update_fields=["one_time_until"])
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    store[SESSION_KEY], store[BACKEND_SESSION_KEY] = str(who.pk), settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = who.get_session_auth_hash()
    store.save()
    adopt(who, store.session_key)
    return {"name": settings.SESSION_COOKIE_NAME, "value": store.session_key, "url": base}


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *said: Any) -> None:
        """Nothing."""


@contextmanager
def served() -> Iterator[str]:
    """The site of this process, on a port of its own."""
    from thenchot.web.wsgi import application

    server = make_server("127.0.0.1", 0, application, Server, Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def index(folder: Path) -> str:
    """A page with every picture there is."""
    shown = "\n".join(
        f'<figure><figcaption>{html.escape(path.stem)}</figcaption><img src="{path.name}" loading="lazy"'
        f' alt="{html.escape(path.stem)}"></figure>'
        for path in sorted(folder.glob("*.png"))
    )
    style = "body{font-family:sans-serif;columns:3 20rem}figure{break-inside:avoid;margin:0 0 1rem}"
    head = f'<meta charset="utf-8"><title>Then Chốt</title><style>{style} img{{max-width:100%}}</style>'
    return f'<!doctype html><html lang="vi">{head}{shown}</html>'


if __name__ == "__main__":
    main()
