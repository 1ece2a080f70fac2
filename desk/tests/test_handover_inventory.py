"""What is handed over, and by whom: drawn up by the form, corrected and added to by people."""

import pytest
from django.utils import timezone

from blocs import workflow
from blocs.models import Handover, Notice

from .handover_form import a_bloc_with_a_chair, confirm, filled


@pytest.fixture
def scene(db, client):
    return a_bloc_with_a_chair(client)


def test_the_inventory_is_drawn_up_from_what_is_open(scene):
    workflow.publish_notice(
        scene.years[1], kind="regulation", title="Quy chế", text="", by=scene.staff,
        at=timezone.now(), reason="thay",
    )  # fmt: skip
    gone = Notice.objects.create(
        emulation_year=scene.years[1], kind="plan", title="Kế hoạch cũ",
        published=workflow.act_as_chair(
            scene.years[1], right="notices", what="x", by=scene.staff, at=timezone.now(), reason="y"
        ),
    )  # fmt: skip
    workflow.withdraw_notice(
        gone, withdraw_reason="Sai", by=scene.staff, at=timezone.now(), reason="thay"
    )
    lines = [form.initial for form in scene.client.get(scene.url).context["items"] if form.initial]

    open_work = [line["text"] for line in lines if line["kind"] == "open_work"]
    papers = [(line["text"], line["quantity"]) for line in lines if line["kind"] == "papers"]
    # Still open from last year, its covenant and its report not issued; no criteria in either.
    assert sum(str(scene.years[0].year) in text for text in open_work) == 4
    assert f"Năm {scene.years[1].year} chưa có bộ tiêu chí" in open_work
    assert papers == [(f"Quy chế (năm {scene.today.year})", "0 tệp")]
    assert all(line["keep"] for line in lines)


def test_the_inventory_keeps_what_is_ticked_and_what_was_added(scene):
    fields = filled(scene)
    drawn = int(fields["items-INITIAL_FORMS"])
    assert drawn > 1
    del fields["items-0-keep"]
    free = f"items-{drawn}"
    fields |= {
        f"{free}-kind": "money", f"{free}-text": "Quỹ khối",
        f"{free}-quantity": "12.500.000 đồng", f"{free}-note": "tiền mặt",
    }  # fmt: skip

    confirm(scene, fields)

    items = list(Handover.objects.get().items.all())
    assert [item.position for item in items] == list(range(1, drawn + 1))
    assert fields["items-0-text"] not in [item.text for item in items]
    assert [item.text for item in items[:-1]] == [
        fields[f"items-{n}-text"] for n in range(1, drawn)
    ]
    last = items[-1]
    assert (last.kind, last.text, last.quantity, last.note) == (
        "money",
        "Quỹ khối",
        "12.500.000 đồng",
        "tiền mặt",
    )


def test_the_people_are_kept_by_side_with_their_positions(scene):
    confirm(
        scene,
        filled(
            scene,
            giver_people="Trần Văn An, Chủ tịch\n\nLê Thị Bình",
            receiver_people="Phạm Văn Cường, Phó Chủ tịch, Trưởng ban",
            witnesses="Bà Đỗ Thị Em",
        ),
    )
    people = Handover.objects.get().people.all()
    assert [(p.side, p.full_name, p.position) for p in people] == [
        ("giver", "Trần Văn An", "Chủ tịch"),
        ("giver", "Lê Thị Bình", ""),
        ("receiver", "Phạm Văn Cường", "Phó Chủ tịch, Trưởng ban"),
        ("witness", "Bà Đỗ Thị Em", ""),
    ]
