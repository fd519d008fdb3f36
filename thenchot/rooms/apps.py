"""The rooms as a Django app: when the program starts, each hands its rules and their sentences over."""

from importlib import import_module

from django.apps import AppConfig

# The order in which rooms lean on each other, from below.
ROOMS = ("organisations", "people", "membership", "offices", "documents")
COUNTING = ("organisations", "membership", "offices")


class Rooms(AppConfig):
    name = "thenchot.rooms"
    label = "rooms"

    def ready(self) -> None:
        from thenchot.law import words
        from thenchot.law.recording import register
        from thenchot.snapshot.catalogue import CATALOGUE

        import_module("thenchot.rooms.organisations.map_events")
        for room in ROOMS:
            import_module(f"thenchot.rooms.{room}.events")
            register(room, import_module(f"thenchot.rooms.{room}.rules").RULES)
            words.register(import_module(f"thenchot.rooms.{room}.words").OBJECTIONS)
        for room in COUNTING:
            counted = import_module(f"thenchot.rooms.{room}.figures")
            CATALOGUE.register(counted.POPULATIONS, counted.FIGURES, getattr(counted, "GROUNDS", {}))
        CATALOGUE.check()
        import_module("thenchot.rooms.documents.lacking").register()
