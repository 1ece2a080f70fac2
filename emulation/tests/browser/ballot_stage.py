"""What people of the invented bloc do around a ballot, and what the verbs do for those at home."""

import datetime as dt
from types import SimpleNamespace

from django.utils import timezone

from accounts.models import User
from accounts.people import create_person
from awards.models import Ballot
from awards.workflow import cast_vote
from blocs.models import Bloc, PostKind
from blocs.workflow import give_post
from emulation.demo.accounts import PASSWORD
from emulation.demo.minh_hoa import SLUG
from scoring.sheet import read_sheet
from scoring.workflow import save_scores
from vietnamese.dates import short_date

LEFT_AT_HOME = ("MTTQ", "HLHPN", "Tỉnh đoàn")
CONSULTED = "Thống nhất đề nghị 02 Cờ thi đua của UBND tỉnh."


def bloc_of_today():
    """The running year of the invented bloc, its seats and the people of the demonstration."""
    year = Bloc.objects.get(slug=SLUG).years.latest("year")
    seats = {seat.organisation.short_name: seat for seat in year.seats.all()}
    people = {user.username: user for user in User.objects.filter(is_demo=True)}
    return SimpleNamespace(year=year, seats=seats, people=people)


def finish_the_scores(bloc):
    """Enter what nobody has scored yet, in protocol order a little less for each member."""
    sheet = read_sheet(bloc.year)
    cells = {
        (seat.pk, node.pk): (None, node.maximum * (80 - place) // 100)
        for place, seat in enumerate(sheet.members)
        for node in sheet.leaves
        if node.kind == "ordinary" and (seat.pk, node.pk) not in sheet.points
    }
    save_scores(bloc.year, cells=cells, by=bloc.people["khoitruong"], at=timezone.now())


def signer(bloc, member, name):
    """One more who signs for a member."""
    at = timezone.now()
    person = create_person(username=name, full_name=f"Người ký {name}", by=None, at=at)
    give_post(
        person,
        kind=PostKind.REPRESENTATIVE,
        from_on=timezone.localdate(at),
        organisation=bloc.seats[member].organisation,
        position="Phó Chủ tịch",
        may_sign=True,
        by=None,
    )
    return person


def change_and_open(chair, nominees):
    """The prepared ballot after the consultation: who is nominated, until when is voted."""
    today = timezone.localdate()
    chair.follow("Change")
    chair.write({"Result of the consultation: number and kinds of awards": CONSULTED})
    for box in chair.page.locator('[name="nominees"]').all():
        box.set_checked(int(box.get_attribute("value")) in nominees)
    chair.press("Save").sees("The ballot is saved.").sees(CONSULTED)
    chair.follow("Open the ballot")
    chair.write({"Voting ends on": short_date(today + dt.timedelta(days=1))})
    chair.press("Open the ballot").sees("The ballot is open.")


def vote(person, agreed):
    """On the page of the ballot: mark each line, look again, confirm with the password."""
    person.page.locator("section", has_text=person.word("Your vote")).get_by_role("link").click()
    person.settle()
    for group in person.page.locator("main fieldset").all():
        mark = "agree" if any(name in group.inner_text() for name in agreed) else "refuse"
        group.locator(f'[value="{mark}"]').check()
    person.press("Look at it again").is_at("Is this your vote?")
    person.write({"Your password": PASSWORD}).press("Cast the vote")
    person.sees("has voted")


def vote_at_home(bloc, agreed):
    """The others vote too, by the verb that the page calls."""
    ballot = Ballot.objects.get(emulation_year=bloc.year)
    nominees = {each.seat_id: each.pk for each in ballot.nominees.all()}
    keys = {nominees[bloc.seats[name].pk] for name in agreed}
    for number, member in enumerate(LEFT_AT_HOME):
        cast_vote(
            ballot,
            seat=bloc.seats[member],
            agreed=keys,
            refused=set(nominees.values()) - keys,
            by=signer(bloc, member, f"nguoi-ky-{number}"),
            at=timezone.now(),
        )
