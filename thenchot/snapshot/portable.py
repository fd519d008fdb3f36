"""The SQL that DuckDB and Spark both run as it stands, as an explicit list; nothing is ever translated.

Only tests parse: `breaches(sql)` names whatever lies outside the list, read the way either engine reads it.
`INSERT`, files, `::` casts, QUALIFY, lists, structs and anything one engine alone has are outside.
"""

from __future__ import annotations

import re

# Functions by sqlglot's name: `pad` is rpad and lpad, `logical_or` is bool_or.
_FUNCTIONS = """
count sum min max avg coalesce nullif greatest least abs floor ceil round logical_or logical_and
row_number rank dense_rank lag lead first_value last_value
length substr substring upper lower trim concat replace pad split_part year month day
"""

# sqlglot's names of what else a query may be built of.
_SYNTAX = """
Select From Join Where Group Having Order Ordered Limit Subquery With CTE Union Except Intersect Window
WindowSpec Table TableAlias Alias Column Identifier Star Literal Null Boolean Paren Tuple
And Or Not EQ NEQ GT GTE LT LTE NullSafeEQ NullSafeNEQ Is In Between Like Exists Distinct Case If
Cast DataType DataTypeParam Add Sub Mul Div Mod Neg DPipe Filter Extract Var Interval Values
"""
FUNCTIONS, SYNTAX = frozenset(_FUNCTIONS.split()), frozenset(_SYNTAX.split())

# How Spark's reading names a plain CAST and the day given to year(), month(), day().
SPARK_SYNTAX = frozenset({"TryCast", "TsOrDsToDate"})

# Types a CAST may name. Text is STRING: Spark's VARCHAR wants a length. (sqlglot calls it TEXT.)
TYPES = frozenset(("BIGINT", "INT", "DECIMAL", "DATE", "TEXT", "BOOLEAN", "DOUBLE"))

# What a parser lets pass or reads as something else.
REFUSED = {
    "::": re.compile(r"::"),
    "double quotes (text in Spark)": re.compile(r'"'),
    "TEXT, VARCHAR (write STRING)": re.compile(r"\bAS\s+(TEXT|VARCHAR)\b", re.IGNORECASE),
    "try_cast": re.compile(r"\btry_cast\b", re.IGNORECASE),
    "a file as a table": re.compile(r"\b(FROM|JOIN)\s+'", re.IGNORECASE),
    "EXCLUDE, REPLACE, EXCEPT of columns": re.compile(
        r"\*\s*(EXCLUDE|REPLACE|EXCEPT|RENAME)\b", re.IGNORECASE
    ),
    "GROUP BY ALL, ORDER BY ALL": re.compile(r"\bBY\s+ALL\b", re.IGNORECASE),
    "FROM first": re.compile(r"\A(\s|--[^\n]*\n)*FROM\b", re.IGNORECASE),
}


def breaches(sql: str) -> list[str]:
    """What stands in a query but not on the list; none for portable SQL. Needs sqlglot (for tests)."""
    from sqlglot import exp, parse
    from sqlglot.errors import ParseError

    found = {name for name, form in REFUSED.items() if form.search(sql)}
    for dialect in ("duckdb", "spark"):
        try:
            statements = parse(sql, dialect=dialect)
        except ParseError as error:
            return [f"{dialect}: {error}"]
        if len(statements) != 1 or statements[0] is None:
            return [f"{dialect}: not one statement"]
        for node in statements[0].walk():
            if isinstance(node, exp.DataType):
                found |= {str(node.this.value)} - TYPES
            elif not _allowed(node, dialect):
                found.add(_named(node) or type(node).__name__)
    return sorted(found)


def _allowed(node: object, dialect: str) -> bool:
    name = type(node).__name__
    if dialect == "spark" and name in SPARK_SYNTAX:
        return True
    return name in SYNTAX or _named(node) in FUNCTIONS


def _named(node: object) -> str:
    """The name of a function as SQL writes it; empty for anything else."""
    from sqlglot import exp

    if isinstance(node, exp.Anonymous):
        return str(node.this).lower()
    if isinstance(node, exp.Func):
        return node.sql_name().lower()
    return ""
