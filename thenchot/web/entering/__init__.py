"""The pages that record: a form for every kind of act, its check while typing, correcting, annulling.

`/ghi/<kind>/?nguoi=<id>` or `?to-chuc=<id>`, and values by field name, opens a form filled in beforehand
(`form.opened`); no name and no number stands in an address. A form carries a token (saved once: `saving`),
how far the book had come (`Stale`) and a key under which it is kept while it is typed (`kept`). Every change
of a box sends the whole form to `kiem-tra/`, where it is done and taken back (`judging`). For menus:
`menu.choices`.
"""
