"""How far a province's upload has come: its blocs in order, and what is still to be done."""

from dataclasses import dataclass

from .models import PartState, ProvinceUploadPart, UploadState

SHOWN = 20  # problems of a bloc on the page; the marked copy has all


@dataclass(frozen=True)
class Progress:
    """The parts in order, and the open blocs that the file does not hold."""

    parts: tuple
    missing: tuple

    def _in(self, *states):
        return [part for part in self.parts if part.state in states]

    @property
    def total(self):
        return len(self.parts)

    @property
    def done(self):
        return self.total - len(self.waiting)

    @property
    def waiting(self):
        return [part for part in self.parts if part.is_pending]

    @property
    def is_under_way(self):
        return bool(self.waiting)

    @property
    def is_saving(self):
        return bool(self._in(PartState.QUEUED))

    @property
    def left(self):
        return self._in(PartState.REFUSED)

    @property
    def ready(self):
        """What a save would save: read without problems, and not yet handled by itself."""
        read = [part for part in self._in(PartState.READ) if part.writes]
        return [part for part in read if part.upload.state == UploadState.PREVIEWED]

    @property
    def saved(self):
        return self._in(PartState.SAVED)

    @property
    def changes(self):
        return sum(part.writes for part in self.ready)


def progress_of(upload, years):
    """Return the `Progress` of an upload; `years` are the open years of the province."""
    parts = ProvinceUploadPart.objects.filter(province_upload=upload).select_related(
        "emulation_year__bloc", "upload", "received"
    )
    parts = tuple(parts.defer("upload__plan", "upload__kept", "upload__mapping"))
    held = {part.emulation_year_id for part in parts}
    return Progress(parts, tuple(each for each in years if each.year.pk not in held))
