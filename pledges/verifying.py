"""Whether signed texts and signatures stand as they were: against changes past the application.

The text is written out again and its fingerprint compared with the one that the signature keeps;
the rows are compared with the copies that the database's triggers took when they were stored.
"""

from blocs.models import EmulationYear

from .models import Reservation, Signature
from .reading import read_versions
from .wording import sha256

YEARS_AT_ONCE = 50


def altered():
    """Return a line for each signature or reservation that is not as it was stored."""
    return [*_texts(), *_rows(Signature), *_rows(Reservation)]


def count_signatures():
    return Signature.objects.count()


def _texts():
    years = EmulationYear.objects.filter(covenant__isnull=False).order_by("pk")
    pks = list(years.values_list("pk", flat=True))
    for start in range(0, len(pks), YEARS_AT_ONCE):
        for versions in read_versions(pks[start : start + YEARS_AT_ONCE]).values():
            for version in versions:
                yield from _of_version(version)


def _of_version(version):
    names = {member.pk: member.name for member in version.members}
    for seat, signed in version.signed.items():
        if sha256(version.text.of(seat)) != signed.sha256:
            year = version.row.covenant.emulation_year
            yield (
                f"{year.bloc.slug} {year.year}, version {version.number}, {names.get(seat, seat)}: "
                f"the text is not the one that signature {signed.pk} was given for"
            )


def _rows(model):
    """Rows that differ from the copy taken when they were stored, or have none."""
    columns = [field.attname for field in model._meta.concrete_fields]
    kept = {
        row["id"]: row
        for row in model.pgh_event_model.objects.filter(pgh_label="insert").values(*columns)
    }
    name, present = model._meta.model_name, set()
    for row in model.objects.values(*columns):
        present.add(row["id"])
        before = kept.get(row["id"])
        if before is None:
            yield f"{name} {row['id']}: was stored past the application"
        elif different := [column for column in columns if row[column] != before[column]]:
            yield f"{name} {row['id']}: {', '.join(different)} changed since it was stored"
    for missing in sorted(kept.keys() - present):
        yield f"{name} {missing}: is gone"
