"""What an amendment changed, word by word."""

from decimal import Decimal

from pledges.differences import differences, pieces
from pledges.wording import Planned, Pledge, Text


def shown(found):
    return [(piece.kind, piece.text) for piece in found]


def text(*pledges, theme=""):
    return Text(2026, "Giao ước", theme, pledges)


def test_words_are_kept_deleted_and_inserted():
    assert shown(pieces("Kết nạp 100 hội viên", "Kết nạp 120 hội viên")) == [
        ("same", "Kết nạp "),
        ("del", "100"),
        ("ins", "120"),
        ("same", " hội viên"),
    ]


def test_both_texts_can_be_read_from_the_pieces():
    old, new = "Một “hai" + "\n- ba; bốn", "Một hai”\n- năm; bốn sáu"
    found = pieces(old, new)
    assert "".join(p.text for p in found if p.kind != "ins") == old
    assert "".join(p.text for p in found if p.kind != "del") == new


def test_each_commitment_is_compared_with_the_one_it_came_from():
    before = text(Pledge(1, 1, "A"), Pledge(2, 2, "B"), Pledge(3, 3, "C"))
    after = text(Pledge(11, 1, "A"), Pledge(13, 2, "C"), Pledge(14, 3, "D"), theme="Mới")
    found = differences(before, after, continues={11: 1, 13: 3}, names={})
    assert [(each.label, each.kind, each.before, each.after) for each in found] == [
        ("title", "same", None, None),
        ("theme", "changed", None, None),
        ("commitment", "same", 1, 1),
        ("commitment", "moved", 3, 2),
        ("commitment", "added", None, 3),
        ("commitment", "removed", 2, None),
    ]


def test_a_changed_target_and_another_owner_are_seen():
    target = Planned(7, "Hội viên mới", "người", Decimal(100))
    less = Planned(7, "Hội viên mới", "người", Decimal("80.5"))
    names = {7: "Hội A"}
    before, after = text(Pledge(1, 1, "A", None, (target,))), text(Pledge(2, 1, "A", 7, (less,)))
    *_head, found = differences(before, after, continues={2: 1}, names=names)
    words = "".join(p.text for p in found.pieces if p.kind != "del")
    assert (found.kind, words) == ("changed", "[Hội A] A\n• Hội A: Hội viên mới ≥ 80,5 người")
