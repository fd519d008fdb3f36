"""Scenes: numbers that meet, and the sentences that tell them; idle sentences between."""

# ruff: noqa: E501 (a sentence stays on one line)

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from .invented_sentences import Numbers, Scene, Share, Told, World


def split(random: Random, *keys: str, low: int = 2, high: int = 40, **more: int) -> Numbers:
    numbers: Numbers = {key: random.randint(low, high) for key in keys}
    return {**numbers, "w": sum(numbers.values()), **more}


def parted(random: Random, low: int = 20, high: int = 400) -> Numbers:
    """w, a part c of it, the shares in one, two and no decimals."""
    w = random.randint(low, high)
    c = random.randint(2, w - 2)
    return {"w": w, "c": c, "p": Share(c, w, random.randint(0, 2)), "c>": w}


def aimed(random: Random) -> Numbers:
    t = random.randint(20, 300)
    c = random.randint(t // 2, t + t // 4)
    return {"t": t, "c": c, "p": Share(c, t, random.choice((1, 2)))}


def changed(random: Random) -> Numbers:
    b = random.randint(20, 400)
    d = random.randint(1, b // 2)
    more = random.random() < 0.6
    c = b + d if more else b - d
    return {
        "c": c,
        "b": b,
        "d": d,
        "p": Share(d, b, random.choice((1, 2))),
        "more": "tăng" if more else "giảm",
    }


def yearly(random: Random) -> Numbers:
    years, first = random.randint(2, 5), random.randint(2016, 2021)
    a = random.randint(20, 900)
    return {
        "a": a,
        "w": a * years,
        "step": 3 * years,
        "y": str(years),
        "f": str(first),
        "l": str(first + years - 1),
    }


def cited(random: Random) -> Numbers:
    kind, by = random.choice((("KL", "TW"), ("NQ", "TW"), ("CT", "TW"), ("QĐ", "TW")))
    date = f"{random.randint(1, 28)}/{random.randint(1, 12)}/{random.randint(2017, 2025)}"
    return {
        "name": f"{random.randint(1, 160):02}-{kind}/{by}",
        "kind": {"KL": "Kết luận", "NQ": "Nghị quyết", "CT": "Chỉ thị", "QĐ": "Quy định"}[kind],
        "one": date,
        "two": date,
    }


def levelled(random: Random) -> Numbers:
    w = random.randint(30, 150)
    return {"w": w, "c": random.randint(5, w), "c>": w}


def counted(random: Random, world: World) -> Numbers:
    return {
        "m": world.members,
        "c": random.randint(world.members // 2, world.members),
        "c>": world.members,
        "k": world.cells,
    }


def whole(random: Random) -> Numbers:
    """A small base, a share without its count; `q` is one that no count of the base gives."""
    w = random.randint(9, 60)
    return {"w": w, "p": Share(random.randint(2, w - 2), w, 2)}


SUBJECTS = ("cấp ủy các cấp", "các cấp ủy", "Ban Thường vụ Đảng ủy", "Đảng ủy")

SCENES: tuple[Scene, ...] = (
    Scene("sum", lambda r, w: split(r, "a", "b", "c", "d", low=1, high=30), ("w", "a", "b", "c"), (
        "Trong kỳ đã thi hành kỷ luật {w} đảng viên, gồm: khiển trách {a}, cảnh cáo {b}, cách chức {c}, khai trừ {d}.",
        "Thi hành kỷ luật {w} đảng viên (khiển trách {a} đồng chí, cảnh cáo {b} đồng chí, cách chức {c} đồng chí, khai trừ {d} đồng chí).",
        "Các cấp ủy đã kỷ luật {w} đảng viên, trong đó: khiển trách {a} đảng viên; cảnh cáo {b} đảng viên; cách chức {c} đảng viên; khai trừ {d} đảng viên.",
        "Qua kiểm tra, đã xử lý kỷ luật {w} đảng viên: {a} khiển trách, {b} cảnh cáo, {c} cách chức và {d} khai trừ.",
    ), (
        "Số đảng viên phải xử lý kỷ luật là {w} đồng chí; cụ thể, có {a} đồng chí bị khiển trách, {b} đồng chí bị cảnh cáo, {c} đồng chí bị cách chức và {d} đồng chí bị khai trừ.",
        "Có {a} đảng viên bị khiển trách, {b} đảng viên bị cảnh cáo, {c} bị cách chức, {d} bị khai trừ, tổng cộng {w} đảng viên.",
        "Tổng số đảng viên bị kỷ luật: {w}. Hình thức kỷ luật: khiển trách {a}, cảnh cáo {b}, cách chức {c}, khai trừ {d}.",
    )),
    Scene("sum", lambda r, w: split(r, "a", "b", "c"), ("w", "a", "b", "c"), (
        "Đảng ủy đã ban hành {w} văn bản, gồm {a} nghị quyết, {b} kế hoạch và {c} công văn.",
        "Trong kỳ ban hành {w} văn bản lãnh đạo, chỉ đạo, bao gồm: {a} nghị quyết; {b} quyết định; {c} thông báo.",
        "Văn phòng đã tham mưu ban hành {w} văn bản, cụ thể: {a} báo cáo, {b} kế hoạch, {c} công văn.",
        "Trong kỳ đã ban hành {w} văn bản các loại, gồm:\n- Nghị quyết: {a} văn bản.\n- Kế hoạch: {b} văn bản.\n- Công văn, thông báo: {c} văn bản.",
    ), (
        "Tổng số văn bản đã phát hành là {w}, chia ra: nghị quyết {a}; chương trình, kế hoạch {b}; các loại khác {c}.",
        "Ban hành {a} nghị quyết, {b} kế hoạch, {c} công văn (tổng {w} văn bản).",
    )),
    Scene("sum", lambda r, w: split(r, "a", "b", "c", low=4), ("w", "a", "b", "c"), (
        "Trong kỳ luân chuyển {w} cán bộ, gồm: tỉnh về xã {a}, xã về tỉnh {b}, giữa các xã {c}.",
        "Đã luân chuyển, điều động {w} đồng chí, bao gồm {a} đồng chí từ tỉnh về xã, {b} đồng chí từ xã về tỉnh và {c} đồng chí giữa các sở, ngành.",
    ), (
        "Số cán bộ được luân chuyển là {w}, cụ thể như sau: từ tỉnh về cơ sở {a} đồng chí; từ cơ sở về tỉnh {b} đồng chí; luân chuyển ngang {c} đồng chí.",
    )),
    Scene("sum", lambda r, w: split(r, "a", "b", low=3), ("w", "a", "b"), (
        "Đảng bộ có {w} tổ chức cơ sở đảng, gồm {a} đảng bộ và {b} chi bộ.",
        "Hiện có {w} tổ chức cơ sở đảng (trong đó có {a} đảng bộ cơ sở, {b} chi bộ cơ sở).",
        "Toàn xã có {w} thôn, tổ dân phố, bao gồm {a} thôn và {b} tổ dân phố.",
        "Tiếp nhận {w} đơn, trong đó: đã giải quyết {a} đơn, đang giải quyết {b} đơn.",
        "Kết nạp {w} quần chúng vào Đảng, chia ra: nam {a}, nữ {b}.",
    ), (
        "Tiếp nhận {w} đơn các loại; đã giải quyết xong {a} đơn, còn lại {b} đơn đang xem xét.",
        "Trong {w} đảng viên mới có {a} nam và {b} nữ.",
    )),
    Scene("sum", lambda r, w: split(r, "a", "b", "c", "d", low=2, high=50), ("w", "b", "c"), (
        "Đánh giá, xếp loại {w} chi bộ: hoàn thành xuất sắc nhiệm vụ {a}, hoàn thành tốt nhiệm vụ {b}, hoàn thành nhiệm vụ {c}, không hoàn thành nhiệm vụ {d}.",
        "Kết quả xếp loại {w} tổ chức đảng, trong đó: hoàn thành xuất sắc {a} tổ chức, hoàn thành tốt {b} tổ chức, hoàn thành {c} tổ chức, không hoàn thành {d} tổ chức.",
    ), (
        "Có {w} chi bộ được kiểm điểm, đánh giá; kết quả: {a} chi bộ hoàn thành xuất sắc nhiệm vụ, {b} chi bộ hoàn thành tốt nhiệm vụ, {c} chi bộ hoàn thành nhiệm vụ và {d} chi bộ không hoàn thành nhiệm vụ.",
    )),
    Scene("part", lambda r, w: parted(r), ("c",), (
        "Đã kiểm tra {w} đảng viên, trong đó có {c} cấp ủy viên.",
        "Cấp ủy các cấp giám sát chuyên đề đối với {w} đảng viên (có {c} cấp ủy viên).",
        "Mở lớp bồi dưỡng cho {w} học viên, trong đó nữ {c} đồng chí.",
        "Có {c} đồng chí là người dân tộc thiểu số trong tổng số {w} cán bộ được bồi dưỡng.",
    ), (
        "Số đảng viên được kiểm tra là {w}, riêng cấp ủy viên là {c}.",
        "Trong số {w} đảng viên được kiểm tra có {c} đồng chí là cấp ủy viên.",
    )),
    Scene("share", lambda r, w: parted(r), ("p", "c"), (
        "Trong tổng số {w} bí thư chi bộ, có {c} đồng chí là nữ, chiếm {p}.",
        "Có {c}/{w} chi bộ sinh hoạt đúng quy định, đạt {p}.",
        "Kết nạp {w} đảng viên, trong đó nữ {c} đồng chí, chiếm {p}.",
        "Đã cấp tài khoản cho {c}/{w} đảng viên ({p}).",
        "Tỷ lệ đảng viên dự học đạt {p} ({c}/{w} đồng chí).",
        "Có {c} đồng chí/{w} đồng chí tham gia đủ các buổi, chiếm tỷ lệ {p}.",
    ), (
        "{c} trong số {w} chi bộ đã hoàn thành, tương đương {p}.",
        "Đến nay {p} chi bộ ({c} trên tổng số {w}) đã sử dụng sổ tay điện tử.",
        "Trong {w} đảng viên mới kết nạp, đảng viên nữ là {c} đồng chí ({p}).",
    )),
    Scene("whole", lambda r, w: whole(r), (), (
        "Kết nạp {w} đảng viên mới (trong đó nữ chiếm {p}).",
        "Kết nạp được {w} quần chúng vào Đảng, trong đó người dân tộc thiểu số chiếm tỷ lệ {p}.",
    )),
    Scene("target", lambda r, w: aimed(r), ("p", "c"), (
        "Kết nạp {c}/{t} đảng viên, đạt {p} chỉ tiêu năm.",
        "Chỉ tiêu giao kết nạp {t} đảng viên, đến nay đã kết nạp {c} đảng viên, đạt {p} chỉ tiêu.",
        "Phát triển được {c} đảng viên mới, đạt {p} kế hoạch (kế hoạch {t}).",
        "Tổ chức {c} cuộc kiểm tra, đạt {p} so với kế hoạch ({c}/{t} cuộc).",
    ), (
        "So với chỉ tiêu {t} đảng viên, kết quả kết nạp đến hết kỳ là {c} đảng viên ({p}).",
        "Kết quả kết nạp: {c} đồng chí trên chỉ tiêu {t} đồng chí, bằng {p}.",
    )),
    Scene("change", lambda r, w: changed(r), ("d", "b"), (
        "Kết nạp {c} đảng viên, {more} {d} đảng viên so với cùng kỳ ({b} đảng viên).",
        "Tổ chức {c} cuộc giám sát, {more} {d} cuộc so với cùng kỳ năm trước (cùng kỳ {b} cuộc).",
        "Tiếp nhận {c} đơn, {more} {d} đơn so với cùng kỳ năm trước ({b} đơn).",
    ), (
        "Cùng kỳ năm trước kết nạp {b} đảng viên; kỳ này kết nạp {c} đảng viên, {more} {d} đảng viên.",
        "Kết nạp đảng viên {more} {d} đồng chí so với cùng kỳ (từ {b} lên {c} đồng chí)." ,
    )),
    Scene("change", lambda r, w: changed(r), ("p",), (
        "Tiếp {c} lượt công dân, {more} {p} so với cùng kỳ ({b} lượt).",
        "Kết nạp {c} đảng viên, {more} {d} đảng viên ({p}) so với cùng kỳ năm trước.",
    ), (
        "Số lượt công dân đến là {c}, {more} {d} lượt, tương đương {p} so với năm trước.",
    )),
    Scene("average", lambda r, w: yearly(r), ("a", "w"), (
        "Giai đoạn {f} - {l}, đã kết nạp {w} đảng viên, bình quân mỗi năm kết nạp {a} đảng viên.",
        "Từ năm {f} đến năm {l}, kết nạp {w} đảng viên (trung bình {a} đảng viên/năm).",
        "Trong {y} năm đã mở lớp cho {w} học viên, bình quân {a} học viên mỗi năm.",
    ), (
        "Tính chung {y} năm {f} - {l} có {w} quần chúng được kết nạp, trung bình hằng năm là {a} người.",
    )),
    Scene("of", lambda r, w: parted(r), ("c",), (
        "Có {c}/{w} chi bộ có chi ủy.",
        "Đã hoàn thành đại hội ở {c}/{w} chi bộ.",
    ), (
        "Đến nay {c}/{w} thôn đã có nhà văn hóa.",
    )),
    Scene("dated", lambda r, w: cited(r), ("two",), (
        "Quán triệt {kind} số {name}, ngày {one} của Trung ương đến các chi bộ.\nTiếp tục thực hiện nghiêm {kind} số {name} ngày {two} của Trung ương.",
        "Triển khai {kind} số {name} (ngày {one}) của Trung ương.\nSơ kết việc thực hiện {kind} số {name}, ngày {two}.",
    ), (
        "Đảng ủy đã sơ kết {kind} {name}, ngày {one} của Ban Bí thư.\nViệc thực hiện {kind} {name} ngày {two} còn chậm ở một số nơi.",
    )),
    Scene("roll", lambda r, w: levelled(r), ("c",), (
        "Trong kỳ, toàn Đảng bộ đã xóa tên {w} đảng viên.\nRiêng cấp ủy cấp xã xóa tên {c} đảng viên.",
        "Tổng số đơn thư tố cáo tiếp nhận là {w} đơn tố cáo.\nỦy ban Kiểm tra tiếp nhận {c} đơn tố cáo.",
    )),
    Scene("roll", counted, ("c",), (
        "Toàn Đảng bộ có {m} đảng viên, trong đó {c} đảng viên được phân công nhiệm vụ.",
        "Toàn Đảng bộ có {m} đảng viên.\nĐã đánh giá, xếp loại {c} đảng viên.",
    ), (
        "Đảng bộ hiện có {m} đảng viên.\nSố đảng viên được kiểm điểm cuối năm là {c} đồng chí.",
    )),
    Scene("repeated", lambda r, w: {"m": w.members, "m2": w.members}, ("m2",), (
        "Toàn Đảng bộ hiện có {m} đảng viên đang sinh hoạt.\nHiện nay, toàn Đảng bộ có {m2} đảng viên đang sinh hoạt.",
    ), (
        "Tính đến nay toàn Đảng bộ có {m} đảng viên.\nĐến nay, tổng số đảng viên toàn Đảng bộ là {m2} đồng chí.",
    )),
)  # fmt: skip

IDLE: tuple[str, ...] = (
    "Công tác tuyên truyền được đẩy mạnh với nhiều hình thức phong phú, phù hợp tình hình địa phương.",
    "Trên {p}% cán bộ, đảng viên được học tập, quán triệt các nghị quyết, chỉ thị.",
    "Duy trì {a} mô hình “Dân vận khéo”; tổ chức {b} buổi đối thoại với {c} lượt người tham dự.",
    "Thực hiện Quy định số {a}-QĐ/ĐU, ngày 14/3/2024 của Đảng ủy, các chi bộ đã xây dựng chương trình công tác.",
    "Kết nạp {b} đảng viên, trong đó nữ {a}, dân tộc thiểu số {a}, tuổi đời từ 18 đến 30 tuổi là {a}.",
    "Đã giúp {b} hộ nghèo sửa nhà, vận động ủng hộ 578,47 triệu đồng và {c} ngày công.",
    "Cơ quan chức năng khởi tố {a} vụ/{c} bị can.",
    "Vẫn còn một số chi bộ sinh hoạt chưa đúng thời gian; tỷ lệ đảng viên đi làm ăn xa còn cao.",
    "Ủy ban Kiểm tra kiểm tra {a} tổ chức đảng và {b} đảng viên; giám sát {c} tổ chức đảng, {b} đảng viên.",
    "Cán bộ chủ chốt có trình độ đại học trở lên chiếm {p},{a}%, trung cấp lý luận chính trị trở lên chiếm {p}%.",
    "Phấn đấu năm tới kết nạp từ {b} đảng viên trở lên, {p}% chi bộ hoàn thành tốt nhiệm vụ.",
    "Mở {a} lớp bồi dưỡng cho {c} học viên, trong đó có {b} cán bộ trẻ dưới 35 tuổi, nhất là cán bộ nữ.",
    "Phân công {b} đảng viên phụ trách {c} hộ gia đình; gặp mặt {a} người có uy tín.",
    "Trao Huy hiệu 30 năm, 40 năm tuổi Đảng cho {b} đảng viên nhân dịp 03/02 và 19/5.",
    "Chuyển sinh hoạt đi {a} đồng chí, tiếp nhận {b} đồng chí; miễn sinh hoạt {a} đồng chí theo Quy định 232-QĐ/TW.",
)  # fmt: skip


def idle(random: Random) -> Iterator[Told]:
    """Sentences with nothing to check, or whose figures need not meet; none twice."""
    for wording in random.sample(IDLE, len(IDLE)):
        a = random.randint(2, 9)
        b = a * 3 + random.randint(1, 20)
        numbers = {"a": a, "b": b, "c": b + random.randint(20, 300), "p": random.randint(60, 99)}
        yield Told(wording.format(**numbers), "idle")
    while True:
        yield Told(IDLE[0], "idle")


def chosen(random: Random, length: int, strange: bool) -> list[Scene]:
    pool = [scene for scene in SCENES if (scene.strange or not strange) and scene.breaks]
    return random.sample(pool, min(length, len(pool)))
