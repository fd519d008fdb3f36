"""Who of some persons belongs to an account's scope: the same people as when everybody there is read."""

from thenchot.access import scope
from thenchot.access.events import Role
from thenchot.access.tests.book import A1, AN, AT, BINH, CHI, DUNG, TODAY, A, B
from thenchot.rooms.membership import events as membership

EVERYBODY = [AN, BINH, CHI, DUNG, 999]


def test_the_same_persons_as_of_a_whole_province(book):
    left = membership.Died(about=BINH, effective_on=TODAY.replace(month=3), organisation=B)
    book.write(left)
    for scopes in ([book.top], [A], [B], [A, B], [A1], []):
        whole = scope.persons_within(scopes, TODAY)
        assert scope.persons_among(EVERYBODY, scopes, TODAY) == whole & set(EVERYBODY)


def test_order_is_by_given_name_and_names_come_page_by_page(book):
    office = book.account("van.phong.xa", (Role.OFFICE, A))
    who = {"by": office.id, "at": AT}
    assert book.desk.in_order([DUNG, AN], **who, organisation=A) == [DUNG, AN]  # Páo, Sùng
    assert list(book.desk.names([AN], **who, organisation=A).values()) == ["Vàng A Sùng"]
