"""Decisions on awards: made from passed nominations, shown first; void, filed, handed over, paid.

What was typed wrongly is corrected on the page of the registry, the same for every decision.
"""

from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.refusal import Refused
from blocs.permissions import can_keep_province
from files.exporting import answer
from files.kinds import CONTENT_TYPES, Kind
from files.serving import disposition

from ... import workflow
from ...answers import in_dong
from ...council_tables import decision_table
from ...deciding import achievement_of, plan_of
from ...forms.decisions import CeremonyForm, DecideForm, RevokeAwardForm
from ...models import Nomination
from ...money_list import write_money_list
from ...paid import awards_of, money_list_of
from .finding import find_award, find_decision, find_province, kept
from .pages import file_of, form_page, page_of, posted, reason_page, scan_page


def province_decide(request, pk, year):
    """Show first what a decision will record, then record exactly that."""
    province = find_province(request, pk, year)
    kept(request, province, province)
    rows = list(_passed(province, year))
    form = DecideForm(posted(request)[0], nominations=rows, initial=_initial(rows, year))
    context = {"province": province, "year": year, "form": form, "nominations": rows}
    if form.is_valid():
        chosen = [row for row in rows if row.pk in form.cleaned_data["nominations"]]
        words = {name: form.cleaned_data[name] for name in ("dated", "achievement")}
        context["plan"] = plan = plan_of(chosen, **words)
        if request.POST.get("confirmed") == plan.fingerprint:
            try:
                return _recorded(request, province, form, plan)
            except Refused as refusal:
                form.add_error(None, str(refusal))
    return render(request, "awards/council_decide.html", context)


def _recorded(request, province, form, plan):
    decision = workflow.decide(
        province,
        **form.cleaned_data,
        fingerprint=plan.fingerprint,
        by=request.user,
        at=timezone.now(),
    )
    return redirect("awards:council_decision", decision.pk)


def council_decision(request, pk):
    decision = find_decision(request, pk)
    awards = awards_of(decision)
    standing = [award for award in awards if not award.revoked_on]
    to_return = sum(award.money or 0 for award in awards if award.revoked_on)
    context = {
        **_page(decision),
        "decision": decision,
        "awards": awards,
        "total_text": in_dong(sum(award.money or 0 for award in standing)),
        "to_return": to_return,
        "to_return_text": in_dong(to_return),
        "can_keep": can_keep_province(request.user, decision.province) and not decision.is_void,
        "touched": any(award.handed_on or award.revoked_on for award in awards),
        "has_standing": bool(standing),
    }
    return answer(request, "awards/council_decision.html", context, decision_table)


def council_decision_void(request, pk):
    decision = _kept(request, pk)
    page = {
        **_page(decision),
        "title": _("Declare the entry of %(number)s void?") % {"number": decision},
        "sentences": [
            _("For what should not have been entered at all. It stays readable, marked, with why."),
            _("Its nominations are passed ones without a decision again."),
        ],
        "submit": _("Declare it void"),
    }
    verb = partial(workflow.void_decision, decision)
    return reason_page(request, page, verb, said=_("The entry is void."))


def council_decision_scan(request, pk):
    decision = _kept(request, pk)
    verb = partial(workflow.add_decision_scan, decision)
    return scan_page(request, _page(decision), verb, title=_("File the signed decision"))


def council_decision_file(request, pk):
    return file_of(find_decision(request, pk))


def council_decision_ceremony(request, pk):
    decision = _kept(request, pk)
    standing = [award for award in awards_of(decision) if not award.revoked_on]
    page = {
        **_page(decision),
        "title": _("Handing over of %(number)s") % {"number": decision},
        "submit": _("Save the handing over"),
    }
    return form_page(
        request,
        page,
        CeremonyForm(posted(request)[0], awards=standing),
        partial(workflow.hand_over_awards, decision),
        said=_("The handing over is recorded."),
    )


def council_decision_money(request, pk):
    """The list of award money for the accountant, of the awards that stand."""
    decision = find_decision(request, pk)
    content = write_money_list(money_list_of(decision, awards_of(decision)))
    response = HttpResponse(content, content_type=CONTENT_TYPES[Kind.EXCEL])
    name = f"Tien-thuong-{decision.number}".replace("/", "-")
    response["Content-Disposition"] = disposition(f"{name}.xlsx")
    response["Cache-Control"] = "private, no-store"
    return response


def council_award_revoke(request, pk):
    award = find_award(request, pk)
    decision = _kept(request, award.decision_id)
    page = {
        **_page(decision),
        "title": _("Revoke the award of %(name)s?") % {"name": award.recipient_name},
        "sentences": [
            _("The award stays readable, struck through, with the decision and the reason."),
            _("Its money is shown as to be returned."),
        ],
        "submit": _("Revoke the award"),
    }
    form, verb = RevokeAwardForm(posted(request)[0]), partial(workflow.revoke_award, award)
    return reason_page(request, page, verb, said=_("The award is revoked."), form=form)


def _passed(province, year):
    rows = Nomination.objects.filter(
        emulation_year__bloc__province=province, emulation_year__year=year, state="passed"
    )
    rows = rows.select_related("kind__basis", "seat__organisation", "emulation_year__bloc")
    return rows.order_by("kind__position", "emulation_year__bloc__sort_key", "position", "pk")


def _initial(rows, year):
    """All that the first passed nomination's issuer decides; flags of the Government come later."""
    issuer = rows[-1].kind.issuer if rows else ""
    return {
        "nominations": [row.pk for row in rows if row.kind.issuer == issuer],
        "issuer": issuer,
        "achievement": achievement_of(year),
        "dated": timezone.localdate(),
    }


def _kept(request, pk):
    decision = find_decision(request, pk)
    kept(request, decision, decision.province)
    if decision.is_void:
        raise Http404
    return decision


def _page(decision):
    """A decision belongs to the years of its awards; the crumbs lead to the first of them."""
    return page_of(
        decision,
        name="council_decision",
        label=decision.number,
        province=decision.province,
        year=decision.first_year or decision.dated.year,
    )
