"""Bộ công nhận 10-KNĐ … 16-KNĐ with what the book knows filled in. See admission."""

from __future__ import annotations

from ..layout import Signature
from .admission import (
    Case,
    about,
    committee_meets,
    decision,
    grounds,
    meeting,
    opinions,
    unread,
    votes,
)
from .forms import Code, Fill, Kind, Page, Signed, Text
from .members import day

OWN_HAND = "Đảng viên dự bị tự viết phần kiểm điểm."


def recognition(one: Case) -> list[Page]:
    """The seven forms, a page each."""
    return [
        _self_review(one), _helper(one), _opinions(one), _cell(one), _division(one), _committee(one),
        _decision(one),
    ]  # fmt: skip


def _self_review(one: Case) -> Page:
    """The head only: what he has to say of himself is his own."""
    return [
        Code("Mẫu 10-KNĐ"), Kind("Bản tự kiểm điểm", "của đảng viên dự bị"),
        Text(f"Kính gửi: Chi ủy {one.cell}", centred=True), Fill("Họ và tên", one.person.name),
        Fill("Sinh ngày", one.person.born), *_since(one),
        Text(OWN_HAND, indent=False), Fill("", lines=13),
        Signed([None, Signature(["ĐẢNG VIÊN DỰ BỊ"], note="(ký, ghi rõ họ tên)")]), unread(),
    ]  # fmt: skip


def _helper(one: Case) -> Page:
    return [
        Code("Mẫu 11-KNĐ"), Kind("Bản nhận xét đảng viên dự bị"),
        Text(f"Kính gửi: Chi ủy {one.cell}", centred=True), Fill("Tôi là"), Fill("Vào Đảng ngày"),
        Text("Được chi bộ phân công giúp đỡ đảng viên dự bị:", indent=False), *about(one.person),
        *_since(one), Fill("Nhận xét ưu điểm, khuyết điểm", lines=5), Fill("Đề nghị", lines=1),
        Signed([None, Signature(["ĐẢNG VIÊN ĐƯỢC PHÂN CÔNG"], note="(ký, ghi rõ họ tên)")]), unread(),
    ]  # fmt: skip


def _opinions(one: Case) -> Page:
    return [
        Code("Mẫu 12-KNĐ"), one.cell_head,
        Kind("Tổng hợp ý kiến nhận xét", "của tổ chức chính trị - xã hội nơi làm việc và chi ủy nơi cư trú"),
        Text("Đối với đảng viên dự bị:", indent=False), *about(one.person), *_since(one), *opinions(),
        unread(),
    ]  # fmt: skip


def _cell(one: Case) -> Page:
    return [
        Code("Mẫu 13-KNĐ"), one.cell_head, Kind("Nghị quyết", "đề nghị công nhận đảng viên chính thức"),
        *meeting(one, one.resolved_on, f"xét, đề nghị công nhận {one.name} là đảng viên chính thức"),
        *_since(one), Fill("Kết luận", lines=3), *votes(),
        Signed([None, Signature(["T/M CHI BỘ"], "BÍ THƯ")], ["Đảng ủy cấp trên", "Lưu chi bộ"]), unread(),
    ]  # fmt: skip


def _division(one: Case) -> Page:
    return [
        Code("Mẫu 14-KNĐ"), Kind("Báo cáo", "của đảng ủy bộ phận thẩm định nghị quyết công nhận đảng viên"),
        Fill("Đảng ủy bộ phận"), Fill("Họp ngày"),
        Text(f"Thẩm định nghị quyết của {one.cell} về công nhận {one.name}.", indent=False),
        Fill("Kết quả thẩm định", lines=3), *votes(),
        Signed([None, Signature(["T/M ĐẢNG ỦY BỘ PHẬN"], "BÍ THƯ")]), unread(),
    ]  # fmt: skip


def _committee(one: Case) -> Page:
    return [
        Code("Mẫu 15-KNĐ"), one.committee_head,
        Kind("Nghị quyết", "đề nghị công nhận đảng viên chính thức"),
        *committee_meets(one, f"đề nghị của {one.cell} về công nhận {one.name} là đảng viên chính thức"),
        *votes(), unread(),
        Signed([None, Signature(["T/M ĐẢNG ỦY"])], ["Cấp ủy có thẩm quyền", "Lưu hồ sơ"]),
    ]  # fmt: skip


def _decision(one: Case) -> Page:
    return [
        Code("Mẫu 16-KNĐ"), one.committee_head, Kind("Quyết định", "công nhận đảng viên chính thức"),
        *grounds(), Fill("Số, ngày quyết định", decision(one)),
        Text(f"Điều 1. Công nhận {one.name} là đảng viên chính thức.", indent=False), *about(one.person),
        *_since(one), Fill("Công nhận chính thức từ ngày", day(one.person.official or one.ends)),
        Text(f"Điều 2. {one.cell} và đảng viên có tên trên chịu trách nhiệm thi hành.", indent=False),
        Signed([None, Signature(["T/M CẤP ỦY CÓ THẨM QUYỀN"])], ["Như Điều 2", "Lưu hồ sơ"]), unread(),
    ]  # fmt: skip


def _since(one: Case) -> list[Fill]:
    return [Fill("Vào Đảng ngày", day(one.person.joined)), Fill("Hết hạn dự bị ngày", day(one.ends))]
