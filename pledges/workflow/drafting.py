"""The draft of a covenant: begun, its head written, dropped. No act of the chair yet."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.evidence import because
from accounts.refusal import Refused
from blocs.models import LegalBasis
from blocs.workflow.locks import refusing

from ..models import CitedBasis, Covenant, CovenantVersion
from ..usual import usual_closing_terms, usual_title
from .locks import lock_draft, lock_writing

HEAD = ("title", "theme", "place", "dated", "witness", "closing_terms", "copies")


class DraftChanged(Refused):
    """Somebody else has saved this meanwhile; `stored` is as it now stands."""

    def __init__(self, stored):
        super().__init__(
            _(
                "Somebody else has changed this meanwhile. Their text stands below yours: join the "
                "two, then save."
            )
        )
        self.stored = stored


@transaction.atomic
def begin_covenant(year, *, by, at):
    """Begin the year's covenant: an empty draft with the usual title, bases and closing terms.

    Raises NotChair, or Refused where it was begun already or the year is closed.
    """
    year = lock_writing(year.pk, by=by, at=at)
    if Covenant.objects.filter(emulation_year=year).exists():
        raise Refused(_("The covenant of this year was already begun. Load the page again."))
    with because(by):
        covenant = Covenant.objects.create(emulation_year=year)
        version = CovenantVersion.objects.create(
            covenant=covenant,
            title=usual_title(year.year),
            place=year.bloc.province.name if year.bloc.province_id else "",
            closing_terms=usual_closing_terms(year.bloc.get_word_display()),
        )
        usual = (
            LegalBasis.objects.of(year.bloc.province)
            .filter(is_usual=True)
            .in_force_on(_first_day(year, at))
        )
        _cite(version, usual)
    return version


@transaction.atomic
def save_head(version, *, bases, revision, by, at, **head):
    """Store title, theme, place, day, witness, closing terms, copies and bases of a draft.

    `revision` is the one that the writer saw. Raises DraftChanged, NotChair, or Refused.
    """
    version = lock_draft(version, by=by, at=at)
    if version.revision != revision:
        raise DraftChanged(version)
    if not head["title"].strip():
        raise Refused(_("A covenant needs a title."))
    for name in HEAD:
        setattr(version, name, head[name])
    version.revision += 1
    with because(by), refusing():
        version.save()
        version.cited.exclude(basis__in=bases).delete()
        _cite(version, bases)
    return version


@transaction.atomic
def drop_amendment(version, *, by, at):
    """Drop the draft of an amendment: the version before goes on as it is.

    Raises NotChair, or Refused for a first version, which is written anew instead, and where the
    version before was given up for it.
    """
    version = lock_draft(version, by=by, at=at)
    if version.number == 1:
        raise Refused(_("The first version is not dropped: change what it says."))
    before = version.covenant.versions.get(number=version.number - 1)
    if before.in_force_on is None:
        raise Refused(
            _("The version before it was given up for this amendment: go on with this draft.")
        )
    with because(by, "Bỏ bản dự thảo sửa đổi"):
        version.delete()


def _cite(version, bases):
    cited = set(version.cited.values_list("basis", flat=True))
    place = len(cited)
    for basis in bases:
        if basis.pk not in cited:
            place += 1
            CitedBasis.objects.create(covenant_version=version, basis=basis, position=place)


def _first_day(year, at):
    return max(at.date(), at.date().replace(year=year.year, month=1, day=1))
