"""How a kind of act looks as a table: its columns, and how each is read out of stored JSON. Pure."""

from __future__ import annotations

from dataclasses import MISSING
from dataclasses import fields as dataclass_fields
from hashlib import sha256

from ..ledger.kinds import DAY, DECIMAL, KINDS, MONTH, SEALED, Act, Field, Ref

# What every entry has beside its facts, in the order of the columns. `paper` says only that there is one.
HEAD = {
    "seq": "BIGINT",
    "root": "BIGINT",
    "does": "VARCHAR",
    "act_set": "BIGINT",
    "about": "BIGINT",
    "organisation": "BIGINT",
    "effective_on": "DATE",
    "signed_on": "DATE",
    "paper": "BOOLEAN",
    "facts_present": "BOOLEAN",
}
LAYOUT = 1  # raised when segments of the same kinds are to be written differently


def table_of(kind: str) -> str:
    """`membership.admitted` as the name of a table."""
    return kind.replace(".", "_")


def counted_kinds() -> list[type[Act]]:
    """Every kind that has a segment, by name: all but the sealed, whose facts cannot be read here."""
    return [kind for name, kind in sorted(KINDS.items()) if kind.holds != SEALED]


def quoted(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def first_day(text: str) -> str:
    """SQL: `2015`, `2015-03` or `2015-03-12` as a date, the first day of what is known."""
    return f"CAST(rpad({text}, 10, '-01-01') AS DATE)"


def known_days(kind: type[Act]) -> list[str]:
    """Days that stand on a track: there they keep their precision, so the text is kept in `<name>_text`."""
    days = {field.name for field in kind.fields() if field.type in (DAY, MONTH)} | {"effective_on"}
    refs = (part for setting in kind.sets for part in (*setting.key, setting.value))
    return sorted({part.field for part in refs if isinstance(part, Ref) and part.field in days})


def columns(kind: type[Act]) -> dict[str, str]:
    """Name and SQL type of every column of a kind's segments; TypeError where a field hides one of HEAD."""
    own = {field.name: field.type.sql for field in kind.fields()}
    texts = {f"{name}_text": "VARCHAR" for name in known_days(kind)}
    if set(own) & (set(HEAD) | set(texts)):
        raise TypeError(f"{kind.kind}: a field has the name of a column every entry has")
    return {**HEAD, **own, **texts}


def read_out(kind: type[Act]) -> list[str]:
    """SQL for each column of a kind: `values` is the list of its fields as text, NULL where missing."""
    fields = kind.fields()
    texts = {field.name: f'"values"[{place}]' for place, field in enumerate(fields, 1)}
    return [
        *HEAD,
        *(f'{_typed(kind, field, texts[field.name])} AS "{field.name}"' for field in fields),
        *(f"{texts.get(name, 'known_on')} AS {name}_text" for name in known_days(kind)),
    ]


def _typed(kind: type[Act], field: Field, text: str) -> str:
    sql = first_day(text) if field.type in (DAY, MONTH) else f"CAST({text} AS {field.type.sql})"
    default = {f.name: f.default for f in dataclass_fields(kind)}[field.name]
    if default is MISSING or default is None:
        return sql
    # An entry older than the field has what the act would have: its default.
    return f"coalesce({sql}, CAST({quoted(str(field.stored(default)))} AS {field.type.sql}))"


def settings_of(kind: type[Act]) -> list[str]:
    """For each track a kind sets a query with the columns of `setting`."""
    return [
        f"SELECT root, seq, about AS subject, {quoted(setting.track)} AS track,"
        f" {_key(kind, setting.key)} AS key, {_text(kind, setting.value)} AS value, effective_on AS since"
        f" FROM {table_of(kind.kind)} WHERE facts_present"
        for setting in kind.sets
    ]


def _key(kind: type[Act], parts: tuple[str | Ref | None, ...]) -> str:
    return " || '@' || ".join(f"coalesce({_text(kind, part)}, '')" for part in parts) or "''"


def _text(kind: type[Act], part: str | Ref | None) -> str:
    """A value as it stands on a track, the same as `kinds.as_text` gives."""
    if not isinstance(part, Ref):
        return "CAST(NULL AS VARCHAR)" if part is None else quoted(part)
    if part.field in known_days(kind):
        return f"{part.field}_text"
    types = {field.name: field.type for field in kind.fields()}
    declared = types.get(part.field)
    if declared is DECIMAL:
        raise TypeError(f"{kind.kind}: an amount cannot stand on a track")
    if declared is not None and declared.sql == "BOOLEAN":
        return f"CASE WHEN \"{part.field}\" THEN 'yes' WHEN NOT \"{part.field}\" THEN 'no' END"
    return f'CAST("{part.field}" AS VARCHAR)'


def digest() -> str:
    """Changes whenever any kind's segments would be written differently."""
    said = [(kind.kind, kind.shape, columns(kind), read_out(kind)) for kind in counted_kinds()]
    return sha256(repr((LAYOUT, said)).encode()).hexdigest()
