"""What the rules find about one nomination of the cast's year, and overriding it."""

from django.utils import timezone

from awards import workflow
from awards.findings import findings_of, nominations_of
from awards.workflow.nominating import read_case

RANKS = {"front": 1, "union": 2, "farmers": 3, "youth": None}


def noted(cast, given):
    case = read_case(cast.year, timezone.now())
    return findings_of(case, list(nominations_of(cast.year)))[given.pk]


def said(cast, given):
    return [(each.shown.rule, each.shown.sentence) for each in noted(cast, given)]


def override(cast, given, rule, by=None, why="Khối đã thống nhất", **more):
    sentences = [each.kept.sentence for each in noted(cast, given) if each.kept.rule == rule]
    return workflow.override_findings(
        given, sentences=sentences, why=why, by=by or cast.chair, at=timezone.now(), **more
    )
