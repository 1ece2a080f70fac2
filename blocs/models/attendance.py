"""Who was at a conference: people with their roles, member organisations, pictures and files."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.evidence import tracked
from files.kinds import Kind
from files.models import StoredFile
from vietnamese.fields import CharField, SearchKey

from .conferences import Conference
from .years import EmulationYear, Seat


class ConferenceRole(models.TextChoices):
    """What somebody did at a conference, in the order of the minutes (docs/field.md §6.4)."""

    PRESIDING = "presiding", _("presiding")
    CO_PRESIDING = "co_presiding", _("co-presiding")
    SECRETARY = "secretary", _("secretary")
    REPORTING = "reporting", _("presenting a report")
    DIRECTING_SPEECH = "directing_speech", _("giving a directing speech")
    DELEGATE = "delegate", _("delegate")
    GUEST = "guest", _("guest")
    WITNESS = "witness", _("witness")


@tracked(exclude=["search_key", "place"])
class ConferencePerson(models.Model):
    """A person in one role at a conference, with the position held on that day.

    Who had several roles has a row for each. The person comes from a member (`seat`), from
    elsewhere (`organisation_text`), or nobody recorded from where. `place` is the order.
    """

    conference = models.ForeignKey(
        Conference, models.PROTECT, related_name="people", verbose_name=_("conference")
    )
    emulation_year = models.ForeignKey(
        EmulationYear,
        models.PROTECT,
        related_name="+",
        editable=False,
        verbose_name=_("emulation year"),
    )
    place = models.PositiveSmallIntegerField(_("order"))
    role = models.CharField(_("role"), max_length=16, choices=ConferenceRole)
    full_name = CharField(_("full name"), max_length=120)
    position = CharField(_("position"), max_length=300, blank=True)
    seat = models.ForeignKey(
        Seat, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("member")
    )
    organisation_text = CharField(_("another organisation"), max_length=300, blank=True)
    search_key = SearchKey(of=("full_name", "position", "organisation_name"))

    class Meta:
        verbose_name = _("person at a conference")
        ordering = ["conference", "place"]
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "place"],
                name="conference_person_has_a_place",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=Q(role__in=ConferenceRole.values), name="conference_role_is_known"
            ),
            models.CheckConstraint(condition=~Q(full_name=""), name="conference_person_has_a_name"),
            models.CheckConstraint(
                condition=Q(seat=None) | Q(organisation_text=""),
                name="conference_person_is_of_one_organisation",
            ),
        ]

    def __str__(self):
        return self.full_name

    @property
    def organisation_name(self):
        return self.seat.organisation.name if self.seat_id else self.organisation_text


class AttendanceState(models.TextChoices):
    PRESENT = "present", _("present")
    BY_PROXY = "by_proxy", _("by proxy")
    ABSENT_WITH_LEAVE = "absent_with_leave", _("absent with leave")
    ABSENT = "absent", _("absent without leave")


@tracked(exclude=["search_key"])
class Attendance(models.Model):
    """Whether a member of the main year attended, and by whom. No row: nobody recorded it."""

    conference = models.ForeignKey(
        Conference, models.PROTECT, related_name="attendance", verbose_name=_("conference")
    )
    emulation_year = models.ForeignKey(
        EmulationYear,
        models.PROTECT,
        related_name="+",
        editable=False,
        verbose_name=_("emulation year"),
    )
    seat = models.ForeignKey(
        Seat, models.PROTECT, related_name="attendance", verbose_name=_("member")
    )
    state = models.CharField(_("attendance"), max_length=17, choices=AttendanceState)
    attended_by = CharField(_("who attended"), max_length=300, blank=True)
    search_key = SearchKey(of="attended_by")

    class Meta:
        verbose_name = _("attendance at a conference")
        ordering = ["conference", "seat"]
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "seat"], name="member_attends_a_conference_once"
            ),
            models.CheckConstraint(
                condition=Q(state__in=AttendanceState.values), name="attendance_state_is_known"
            ),
        ]

    def __str__(self):
        return f"{self.seat}: {self.get_state_display()}"


class ConferenceFile(models.Model):
    """A picture or another file of a conference, read by whoever may read the conference.

    Never taken away: it is withdrawn with a reason, and then only its name stays.
    """

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="files")
    file = models.OneToOneField(StoredFile, models.PROTECT, related_name="+")
    caption = CharField(_("caption"), max_length=300, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
    )
    withdraw_reason = CharField(_("reason for withdrawing"), max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None, withdraw_reason="")
                | (
                    Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False)
                    & ~Q(withdraw_reason="")
                ),
                name="conference_file_is_withdrawn_for_a_reason",
            ),
        ]

    def __str__(self):
        return self.caption or str(self.file)

    @property
    def is_picture(self):
        return self.file.kind in (Kind.JPEG, Kind.PNG)
