"""What each table that keeps evidence is called by where an event points to one of its rows.

Every tracked table stands in it, which a test holds: a number tells a reader nothing.
"""

from django.db.models import CharField, F, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat, Left

from accounts import models as accounts
from awards import models as awards
from blocs import models as blocs
from files.models import StoredFile
from pledges import models as pledges
from reports import models as reports
from scoring import models as scoring

LONGEST = 80
COLON, DOT = Value(": "), Value(" · ")


def _joined(*parts):
    return Concat(*parts, output_field=TextField())


def _start(column):
    return Left(F(column), LONGEST)


def _number(column):
    return Cast(column, CharField())


def _year(path="emulation_year__"):
    return Concat(F(f"{path}name"), DOT, _number(f"{path}year"), output_field=TextField())


MEMBER = F("seat__organisation__name")
NOMINEE = Coalesce(MEMBER, F("member_stated"))
_OF_NOMINATION = Coalesce(F("nomination__seat__organisation__name"), F("nomination__member_stated"))

NAMES = {
    accounts.User: F("full_name"),
    StoredFile: F("name"),
    blocs.Province: F("name"),
    blocs.ProvinceSuccession: F("predecessor__name"),
    blocs.Organisation: F("name"),
    blocs.OrganisationSuccession: F("predecessor__name"),
    blocs.Post: _joined(F("user__full_name"), COLON, F("position")),
    blocs.Source: F("title"),
    blocs.Bloc: F("name"),
    blocs.EmulationYear: _year(""),
    blocs.Seat: F("organisation__name"),
    blocs.Term: MEMBER,
    blocs.ChairAct: F("what"),
    blocs.Handover: F("giver_term__seat__organisation__name"),
    blocs.Completion: _year(),
    blocs.Conference: F("title"),
    blocs.ConferencePurpose: F("conference__title"),
    blocs.ConferencePerson: F("full_name"),
    blocs.Attendance: MEMBER,
    blocs.LegalBasis: F("number"),
    blocs.DeadlineRule: F("basis"),
    blocs.Deadline: _year(),
    blocs.Activity: _start("text"),
    pledges.Covenant: F("emulation_year__name"),
    pledges.CovenantVersion: F("title"),
    pledges.CitedBasis: F("basis__number"),
    pledges.Commitment: _start("text"),
    pledges.Target: F("name"),
    pledges.Registration: MEMBER,
    pledges.Signature: MEMBER,
    pledges.Reservation: _start("reason"),
    pledges.ProgressReport: _joined(MEMBER, COLON, Left(F("commitment__text"), LONGEST)),
    pledges.ProgressFigure: F("target__name"),
    pledges.ProgressFile: F("file__name"),
    pledges.Movement: F("name"),
    pledges.MovementResult: _joined(MEMBER, COLON, F("movement__name")),
    pledges.ResultFigure: F("name"),
    pledges.Exemplar: F("name"),
    pledges.CommendationReport: MEMBER,
    pledges.CommendationCount: F("report__seat__organisation__name"),
    scoring.CriteriaSet: F("emulation_year__name"),
    scoring.Criterion: _joined(F("code"), Value(" "), F("text")),
    scoring.Tier: _joined(F("criterion__code"), COLON, F("label")),
    scoring.WorkedExample: F("criterion__code"),
    scoring.SetStage: F("criteria_set__emulation_year__name"),
    scoring.RankingRules: F("criteria_set__emulation_year__name"),
    scoring.TieBreak: F("text"),
    scoring.Grade: F("name"),
    scoring.Disqualification: _joined(MEMBER, COLON, F("fact")),
    scoring.Score: _joined(MEMBER, COLON, F("criterion__code")),
    scoring.ScoreSheet: _joined(MEMBER, DOT, _number("number")),
    scoring.EvidenceFile: _joined(MEMBER, COLON, F("criterion__code")),
    scoring.ScoresLock: F("why"),
    scoring.MissedDuty: _joined(MEMBER, COLON, F("duty")),
    scoring.ScoreUpload: F("file__name"),
    scoring.SheetUpload: F("file__name"),
    scoring.ReceivedWorkbook: F("file__name"),
    scoring.RememberedMapping: F("bloc__name"),
    awards.AwardKind: F("name"),
    awards.BaseSalary: _number("amount"),
    awards.MoneyRule: F("clause"),
    awards.ShareRule: F("clause"),
    awards.QuotaRule: F("clause"),
    awards.Ballot: F("title"),
    awards.Nominee: _joined(F("ballot__title"), COLON, MEMBER),
    # Of a record of the past no member is known: then what its source says.
    awards.Nomination: _joined(NOMINEE, COLON, F("kind__name")),
    awards.Submission: _joined(_year(), DOT, _number("number")),
    awards.AchievementReport: _OF_NOMINATION,
    awards.NominationFile: F("title"),
    awards.AgencyOpinion: F("agency"),
    awards.Appraisal: _OF_NOMINATION,
    awards.CouncilSession: F("name"),
    awards.CouncilVote: _OF_NOMINATION,
    awards.Decision: F("number"),
    awards.Award: _joined(F("person_name"), Value(" "), F("organisation_name")),
    awards.HistoryImport: _start("note"),
    awards.YearlyResult: _joined(F("organisation__name"), COLON, _number("year")),
    awards.PaperCount: F("ballot__title"),
    awards.PaperCountLine: _joined(
        F("count__ballot__title"), COLON, F("nominee__seat__organisation__name")
    ),
    reports.Paper: F("title"),
    reports.ReportSection: F("heading"),
    reports.Contribution: _joined(MEMBER, COLON, _start("text")),
    # What is not tracked, but pointed to by what is.
    scoring.Announcement: F("document"),
    scoring.CheckerDraw: F("organisation__name"),
    scoring.Settlement: F("why"),
    scoring.Statement: _start("text"),
}
