"""Formulas as forms use them, computed as Excel does; what is not computed is named."""

import pytest

from thenchot.files.formulas.computing import Formula, compute, dependents
from thenchot.files.formulas.tree import Error, Unknown, moved, parsed

CELLS = {
    (0, 0): 1,
    (1, 0): 2,
    (2, 0): "x",
    (3, 0): None,
    (4, 0): True,
    (0, 1): 10,
    (1, 1): 20.5,
    (2, 1): "Chi bộ A",
}
OTHER = {(0, 0): 7}


def result(formula):
    found = compute({"Biểu 1": CELLS, "Khác": OTHER}, {("Biểu 1", 9, 9): Formula(formula)})
    return found.values.get(("Biểu 1", 9, 9), found.unknown.get(("Biểu 1", 9, 9)))


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("1+2*3", 7),
        ("(1+2)*3", 9),
        ("-2^2", 4),
        ("2^-1", 0.5),
        ("10-4-3", 3),
        ("7/2", 3.5),
        ("50%*4", 2),
        ('"a"&1&TRUE', "a1TRUE"),
        ("SUM(A1:A5)", 3),
        ("SUM(A1:B2)", 33.5),
        ("SUM(A:A)", 3),
        ("SUM(A1,B1,5)", 16),
        ("A1+A4", 1),
        ("A1+A3", Error("#VALUE!")),
        ("1/0", Error("#DIV/0!")),
        ("IFERROR(1/0,0)", 0),
        ("IFERROR(A1/A2,0)", 0.5),
        ('IF(A1>=1,"có","không")', "có"),
        ("IF(A1>1,5)", False),
        ("ROUND(2.5,0)", 3),
        ("ROUND(-2.5,0)", -3),
        ("ROUND(1.005,2)", 1.01),
        ("ROUND(1234,-2)", 1200),
        ("AVERAGE(A1:A3)", 1.5),
        ("AVERAGE(A3:A4)", Error("#DIV/0!")),
        ("MAX(A1:B2)", 20.5),
        ("MIN(A1:A4)", 1),
        ("COUNT(A1:B3)", 4),
        ("COUNTA(A1:A5)", 4),
        ('COUNTIF(A1:B2,">=2")', 3),
        ('SUMIF(A1:A2,">1",B1:B2)', 20.5),
        ('COUNTIF(B1:B3,"chi bộ*")', 1),
        ("SUMPRODUCT(A1:A2,B1:B2)", 51),
        ("SUBTOTAL(9,A1:A2)", 3),
        ("Khác!A1*2", 14),
        ("'Biểu 1'!$B$1+'Khác'!A1", 17),
        ("SUM(Khác!A1:A9)", 7),
        ("Không!A1", Error("#REF!")),
        ("A4=0", True),
        ('"B"="b"', True),
        ("AND(A1=1,A2=2)", True),
        ("OR(A1=5,FALSE)", False),
        ('IF(COUNT(C1)=0,"",A1)', ""),
    ],
)
def test_as_excel(formula, expected):
    assert result(formula) == expected


@pytest.mark.parametrize(
    ("formula", "what"),
    [
        ("VLOOKUP(A1,A1:B2,2)", "VLOOKUP"),
        ('INDIRECT("A1")', "INDIRECT"),
        ("Tổng+1", "Tổng"),
        ("[1]Sheet1!A1", "[1]Sheet1!A1"),
        ("{1,2}", "{1,2}"),
        ("J10+1", "="),
        ('WEBSERVICE("http://x")', "WEBSERVICE"),
    ],
)
def test_what_is_not_computed_is_named(formula, what):
    assert result(formula) == what


def test_formulas_follow_each_other_whatever_their_order_and_length():
    chain = {("Biểu 1", row, 3): Formula(f"D{row + 2}+1") for row in range(20, 3_000)}
    chain["Biểu 1", 3_000, 3] = Formula("A2")
    found = compute({"Biểu 1": CELLS}, chain)
    assert found.values["Biểu 1", 20, 3] == 2 + 2_980 and not found.unknown


def test_a_circle_and_what_hangs_on_it_are_unknown():
    formulas = {
        ("S", 0, 0): Formula("B1+1"), ("S", 0, 1): Formula("A1"), ("S", 0, 2): Formula("SUM(A1:B1)"),
        ("S", 0, 3): Formula("1+1"),
    }  # fmt: skip
    found = compute({"S": {}}, formulas)
    assert found.values == {("S", 0, 3): 2} and len(found.unknown) == 3


def test_a_shared_formula_moves_but_for_its_fixed_parts():
    found = compute(
        {"S": {(0, 0): 1, (1, 0): 2, (0, 5): 10}},
        {("S", 0, 1): Formula("A1*$F$1"), ("S", 1, 1): Formula("A1*$F$1", 1, 0)},
    )
    assert found.values == {("S", 0, 1): 10, ("S", 1, 1): 20}
    assert moved(parsed("SUM(A1:B$2)"), 1, 1) == parsed("SUM(B2:C$2)")


def test_what_depends_on_a_cell():
    formulas = {
        ("S", 0, 1): Formula("A1"), ("S", 0, 2): Formula("SUM(B1:B9)"), ("S", 0, 3): Formula("A2"),
        ("T", 0, 0): Formula("S!C1"), ("S", 0, 4): Formula("OFFSET(A1,1,1)"), ("S", 0, 5): Formula("Tên"),
    }  # fmt: skip
    assert dependents(formulas, {("S", 0, 0)}) == set(formulas) - {("S", 0, 3)}


@pytest.mark.parametrize("formula", ["(" * 100 + "1" + ")" * 100, "1+" * 5_000 + "1", "SUM(1", ""])
def test_too_deep_too_long_or_broken(formula):
    with pytest.raises(Unknown):
        parsed(formula)


def test_a_file_cannot_make_us_read_for_ever():
    cells = {(row, 0): 1 for row in range(50_000)}
    formulas = {("S", row, 1): Formula("SUM(A:A)") for row in range(500)}
    found = compute({"S": cells}, formulas)
    assert len(found.values) + len(found.unknown) == 500 and len(found.unknown) > 400


TABLE = {
    (0, 0): "Xã A", (0, 1): 12, (0, 2): 3, (1, 0): "Xã B", (1, 1): 7, (1, 2): 5, (2, 0): "Phường C*",
    (2, 1): 20, (2, 2): None, (3, 0): 4, (3, 1): "x", (3, 2): 9,
}  # fmt: skip


def looked(formula):
    found = compute({"B": TABLE}, {("B", 9, 9): Formula(formula)})
    return found.values.get(("B", 9, 9), found.unknown.get(("B", 9, 9)))


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ('VLOOKUP("xã b",A1:C4,2,FALSE)', 7),
        ('VLOOKUP("xã b",A1:C4,3,0)', 5),
        ('VLOOKUP("Phường*",A1:C4,3,0)', 0),
        ('VLOOKUP("Phường C~*",A1:C4,2,0)', 20),
        ("VLOOKUP(4,A1:C4,3,FALSE)", 9),
        ('VLOOKUP("4",A1:C4,3,FALSE)', Error("#N/A")),
        ('VLOOKUP("Xã A",A1:C4,4,FALSE)', Error("#REF!")),
        ('VLOOKUP("Xã A",A1:C4,0,FALSE)', Error("#VALUE!")),
        ('IFERROR(VLOOKUP("Xã D",A1:C4,2,FALSE),0)', 0),
        ('IFNA(VLOOKUP("Xã D",A1:C4,2,FALSE),"không")', "không"),
        ('IFNA(1/0,"không")', Error("#DIV/0!")),
        ("HLOOKUP(12,B1:C4,2,FALSE)", 7),
        ('MATCH("Xã B",A1:A4,0)', 2),
        ("MATCH(3,A1:C1,0)", 3),
        ("MATCH(3,A1:C4,0)", Error("#N/A")),
        ('INDEX(B1:B4,MATCH("Xã B",A1:A4,0))', 7),
        ('INDEX(A1:C4,MATCH("Xã B",A1:A4,0),MATCH(3,A1:C1,0))', 5),
        ("INDEX(A1:C1,2)", 12),
        ("INDEX(A1:C4,5,1)", Error("#REF!")),
        ("INDEX(A1:C4,2)", "INDEX"),
        ("SUM(INDEX(A1:C4,0,3))", 17),
        ('XLOOKUP("Xã B",A1:A4,C1:C4)', 5),
        ('SUMPRODUCT((A1:A4="Xã B")*B1:B4)', Error("#VALUE!")),
        ('SUMPRODUCT((A1:A3="Xã B")*B1:B3)', 7),
        ('SUMPRODUCT(--(A1:A3<>"Xã B"),B1:B3)', 32),
        ("SUMPRODUCT((B1:B3>=7)*(B1:B3<=12)*C1:C3)", 8),
        ("SUMPRODUCT((B1:B3>10)+0)", 2),
        ('AVERAGEIF(A1:A3,"Xã*",B1:B3)', 9.5),
        ('AVERAGEIFS(B1:B3,A1:A3,"Xã*",C1:C3,">3")', 7),
        ("{=SUM(B1:B3*C1:C3)}", 71),
        ('{=SUM(IF(LEFT(A1:A3,2)="Xã",B1:B3,0))}', 19),
        ("{=SUM(IFERROR(B1:B4*2,0))}", 78),
        ("{=MAX(IF(B1:B3<20,B1:B3))}", 12),
        ('{=INDEX(B1:B3,MATCH(1,(A1:A3="Xã B")*(C1:C3=5),0))}', 7),
        ("{=SUM(B1:B3*A1:C1)}", Error("#VALUE!")),
        ("{=B1:B3*2}", 24),
        ('LEFT("Chi bộ",3)&RIGHT("Chi bộ",2)&MID("Chi bộ",2,2)&LEN("bộ")', "Chibộhi2"),
        ('VALUE("12")+1', 13),
    ],
)
def test_what_provinces_use_in_their_forms(formula, expected):
    assert looked(formula) == expected


def test_the_nearest_in_a_sorted_list_is_named():
    assert looked('VLOOKUP("Xã B",A1:C4,2)') == looked('VLOOKUP("Xã B",A1:C4,2,TRUE)') == "VLOOKUP"
    assert looked("MATCH(4,A1:A4)") == looked("MATCH(4,A1:A4,-1)") == "MATCH"


def test_a_column_beside_a_row_does_not_fill_the_memory():
    many = {(row, 0): row for row in range(1100)} | {(0, column): column for column in range(1, 1100)}
    found = compute({"B": many}, {("B", 2000, 0): Formula("SUMPRODUCT((A1:A1100>1)*(A1:APH1>1))")})
    assert found.unknown == {("B", 2000, 0): "…"}


def test_formulas_that_look_up_follow_from_what_they_look_in():
    formulas = {("B", 9, 0): Formula('VLOOKUP("Xã B",A1:C4,2,0)'), ("B", 9, 1): Formula("{=SUM(C1:C3*2)}")}
    assert dependents(formulas, {("B", 1, 1)}) == {("B", 9, 0)}
    assert dependents(formulas, {("B", 1, 2)}) == set(formulas)
