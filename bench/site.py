"""How fast pages are on the demo's province: P1, P2, P3, P6, P13, P15, over HTTP from the real server.

    python -m bench.site                 the demo of THENCHOT_HOME, else var/demo; about a minute
    python -m bench.site --repeats 20    each page so many times

One process with four threads, as `thenchot serve` starts it. What is not met says so in its line.
"""

from __future__ import annotations

import argparse
import http.client
import os
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

USERS, SECONDS, PAUSE = 50, 8, 5  # a person reads for five seconds before the next page
BUDGETS = {"P1": 0.100, "P2": 0.250, "P3": 0.150, "P6": 0.150}
GOOD = (200, 302)  # a cell's secretary is sent on to the own roll
MOST_STATEMENTS, MOST_MEMORY = 20, 1_000
SERVER = "import django; django.setup(); from thenchot.cli.serving import run; run('127.0.0.1', {port})"

# Account and address of every kind of page.
PAGES = (
    ("ban-to-chuc", "/viec-can-lam/"),
    ("bi-thu-chi-bo", "/viec-can-lam/"),
    ("ban-to-chuc", "/dang-vien/to-chuc/{top}/"),
    ("ban-to-chuc", "/dang-vien/to-chuc/{commune}/"),
    ("bi-thu-chi-bo", "/dang-vien/"),
    ("ban-to-chuc", "/dang-vien/{person}/"),
    ("ban-to-chuc", "/to-chuc/{top}/"),
    ("lanh-dao", "/to-chuc/{commune}/"),
    ("ban-to-chuc", "/ghi/"),
    ("ban-to-chuc", "/ghi/membership.died/?nguoi={person}"),
    ("ban-to-chuc", "/ghi/ban-ghi/{line}/"),
    ("ban-to-chuc", "/so-lieu/{top}/"),
    ("lanh-dao", "/so-lieu/{top}/"),
    ("ban-to-chuc", "/so-lieu/{commune}/"),
    ("ban-to-chuc", "/so-lieu/{top}/M01/phan-to/"),
    ("thuong-truc", "/chot-so-lieu/"),
    ("thuong-truc", "/chot-so-lieu/{closing}/"),
    ("giam-sat", "/nhat-ky/"),
    ("dang-vien", "/cua-toi/"),
    ("ban-to-chuc", "/can-cu/"),
)
# The roll of a province as it stood, and a number opened: account and address, with the budget they have.
PAST = [("ban-to-chuc", f"/dang-vien/to-chuc/{{top}}/?ngay={day}") for day in
        ("2020-03-15", "2023-12-31", "2025-06-30", "2026-01-01")]  # fmt: skip
OPENED = [("ban-to-chuc", f"/so-lieu/{{top}}/{code}/") for code in ("M01", "M16", "M03", "O02")]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--repeats", type=int, default=9)
    options = asked.parse_args()
    os.environ.setdefault("THENCHOT_HOME", str(Path("var/demo").absolute()))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thenchot.settings")
    import django

    django.setup()
    from bench.figures import machine
    from tools.screenshots import known

    machine()
    places = known()
    with_a_reason("ban-to-chuc")
    with serving() as (server, port):
        site = Site(port, places)
        for what, pages in (("P1", PAGES), ("P3", PAST), ("P6", OPENED)):
            for account, address in pages:
                site.measured(what, account, address, options.repeats)
        site.crowd(PAUSE)
        site.crowd(0)
        said("P15 memory of the server", f"{memory(server):8.0f} MB", memory(server) <= MOST_MEMORY)
    statements(places)


@contextmanager
def serving() -> Iterator[tuple[int, int]]:
    """A server of its own on a free port; its process id and the port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    started = subprocess.Popen([sys.executable, "-c", SERVER.format(port=port)])
    try:
        for _ in range(150):
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.2)
        yield started.pid, port
    finally:
        started.terminate()
        started.wait(20)


class Site:
    """Requests over HTTP, each with the cookie of an account."""

    def __init__(self, port: int, places: dict[str, Any]) -> None:
        self.port, self.places = port, places
        self.cookies: dict[str, str] = {}

    def cookie(self, account: str) -> str:
        from tools.screenshots import session

        if account not in self.cookies:
            made = session(account, f"http://127.0.0.1:{self.port}")
            self.cookies[account] = f"{made['name']}={made['value']}"
        return self.cookies[account]

    def get(self, account: str, address: str) -> tuple[int, float]:
        """Status, and the seconds until the last byte; a way to signing in is no page."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        start = time.perf_counter()
        line.request("GET", address.format(**self.places), headers={"Cookie": self.cookie(account)})
        answer = line.getresponse()
        answer.read()
        took = time.perf_counter() - start
        line.close()
        refused = answer.headers.get("Location", "").startswith("/tai-khoan/")
        return 401 if refused else answer.status, took

    def measured(self, what: str, account: str, address: str, repeats: int) -> None:
        """Once to warm up, then the middle and the nineteenth of twenty."""
        name = f"{what} {account} {address}"
        try:
            self.cookie(account)
        except LookupError:
            said(name, "this demo has no such account", False)
            return
        for _ in range(3):  # to the page that a first address leads to
            status, _took = self.get(account, address)
        times = [self.get(account, address)[1] for _ in range(repeats)]
        p95 = nineteen_of_twenty(times)
        shown = f"p50 {statistics.median(times) * 1000:7.0f} ms   p95 {p95 * 1000:7.0f} ms"
        said(
            name,
            shown if status in GOOD else f"answers {status}",
            p95 <= BUDGETS[what] and status in GOOD,
        )

    def crowd(self, pause: float) -> None:
        """Fifty people at once, each page after page; without a pause it says how much the server can."""
        pages = [one for one in PAGES if one[0] in self.cookies]
        done: list[tuple[int, float]] = []
        until = time.perf_counter() + SECONDS

        def one_person(place: int) -> None:
            time.sleep(pause * place / USERS)
            while time.perf_counter() < until:
                place += 1
                try:
                    done.append(self.get(*pages[place % len(pages)]))
                except OSError:
                    done.append((0, 60.0))
                time.sleep(pause)

        people = [threading.Thread(target=one_person, args=(place,)) for place in range(USERS)]
        for one in people:
            one.start()
        for one in people:
            one.join()
        good = sum(status in GOOD for status, _took in done)
        p95 = nineteen_of_twenty([took for _status, took in done])
        shown = (
            f"{good / len(done):7.1%} of {len(done)}   p95 {p95 * 1000:7.0f} ms   {len(done) / SECONDS:.0f}/s"
        )
        how = f"a page every {pause} s" if pause else "without a pause"
        said(f"P2 {USERS} users at once, {how}", shown, good == len(done) and p95 <= BUDGETS["P2"])


def with_a_reason(account: str) -> None:
    """More than forty persons' pages in an hour ask for one: it is given as people give it, and logged."""
    from thenchot.access import accounts
    from thenchot.access.desk import Desk
    from thenchot.access.limits import Ground
    from thenchot.access.log import Door
    from thenchot.surface.clock import moment

    desk = Desk.open()
    desk.lift(
        Door.PERSON, Ground.REPORT, by=accounts.named(account).id, at=moment(desk.mode, datetime.now(UTC))
    )


def statements(places: dict[str, Any]) -> None:
    """How many statements a page of few rows and one of many put to the three databases, in this process."""
    from django.db import connections
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from thenchot.access import accounts

    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(
        accounts.named("ban-to-chuc"), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    for few, many in (
        ("/dang-vien/to-chuc/{cell}/", "/dang-vien/to-chuc/{top}/"),
        ("/so-lieu/{cell}/M01/", "/so-lieu/{top}/M01/"),
        ("/to-chuc/{cell}/", "/to-chuc/{top}/"),
    ):
        counts = []
        for address in (few, many):
            address = address.format(**places)
            client.get(address)
            with ExitStack() as stack:
                seen = [stack.enter_context(CaptureQueriesContext(connections[one])) for one in connections]
                client.get(address)
                counts.append(sum(map(len, seen)))
        said(f"P13 statements {few} and {many}", f"{counts[0]} and {counts[1]}",
             max(counts) <= MOST_STATEMENTS and counts[1] <= counts[0])  # fmt: skip


def nineteen_of_twenty(times: list[float]) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]


def memory(server: int) -> float:
    """Resident, with the processes it started, in millions of bytes."""
    found = 0
    for path in Path("/proc").glob("[0-9]*/status"):
        try:
            lines = dict(line.split(":", 1) for line in path.read_text().splitlines() if ":" in line)
        except OSError:
            continue
        if server in (int(path.parent.name), int(lines["PPid"])):
            found += int(lines.get("VmRSS", "0 kB").split()[0])
    return found / 1000


def said(what: str, shown: str, met: bool) -> None:
    print(f"{what:78} {shown}{'' if met else '   over the budget'}", flush=True)


if __name__ == "__main__":
    main()
