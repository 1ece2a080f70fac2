"""Handing over the chair of the invented bloc, as the staff of the province do it."""

from django.utils import timezone

from vietnamese.dates import short_date

from .pictures import take

FARMERS = "Hội Nông dân tỉnh Minh Họa"


def hand_over_today(staff):
    """From the page of the year to the recorded handover; the receiver acts from today."""
    today = timezone.localdate()
    staff.follow("Hand over the chair").choose("Receiver", FARMERS)
    staff.choose("manner of selection", "by show of hands")
    staff.write(
        {
            "Place": "Hội trường Liên đoàn Lao động tỉnh",
            "The receiver acts from": short_date(today),
            "For the giver": "Nguyễn Văn An, Chủ tịch Liên đoàn Lao động tỉnh",
            "For the receiver": "Trần Thị Bình, Chủ tịch Hội Nông dân tỉnh",
        }
    )
    staff.press("See what will happen").sees("What will happen")
    take(staff, "ban-giao-xem-truoc")
    staff.sees(FARMERS).press("Confirm the handover")
    staff.sees("The handover is recorded.").sees("Trần Thị Bình")
