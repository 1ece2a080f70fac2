"""What belongs together is of one bloc and one year: keys over two columns."""

from django.db import migrations

from blocs.migrating import key

YEAR = "blocs_emulationyear (id, bloc_id)"
MEMBER = "blocs_seat (id, emulation_year_id)"
MOVEMENT = "pledges_movement (id, emulation_year_id)"
PROGRESS = "pledges_progressreport (id, emulation_year_id)"

KEYS = [
    # table, the sentence, its columns, the table and columns they lead to
    ("movement", "movement_is_in_its_years_bloc", "emulation_year_id, bloc_id", YEAR),
    ("movement", "movement_answers_one_of_its_bloc", "answers_id, bloc_id", "pledges_movement (id, bloc_id)"),
    ("movementresult", "result_is_of_its_movements_year", "movement_id, emulation_year_id", MOVEMENT),
    ("movementresult", "result_is_of_a_member_of_its_year", "seat_id, emulation_year_id", MEMBER),
    ("resultfigure", "figure_is_of_its_results_year", "result_id, emulation_year_id", "pledges_movementresult (id, emulation_year_id)"),
    ("exemplar", "exemplar_is_of_a_member_of_its_year", "seat_id, emulation_year_id", MEMBER),
    ("exemplar", "exemplar_is_of_a_movement_of_its_year", "movement_id, emulation_year_id", MOVEMENT),
    ("commendationreport", "commendations_are_of_a_member_of_its_year", "seat_id, emulation_year_id", MEMBER),
    ("commendationcount", "count_is_of_its_reports_year", "report_id, emulation_year_id", "pledges_commendationreport (id, emulation_year_id)"),
    ("progressreport", "progress_is_of_a_member_of_its_year", "seat_id, emulation_year_id", MEMBER),
    ("progressfigure", "progress_figure_is_of_its_reports_year", "report_id, emulation_year_id", PROGRESS),
    ("progressfile", "progress_file_is_of_its_reports_year", "report_id, emulation_year_id", PROGRESS),
]


class Migration(migrations.Migration):
    dependencies = [("pledges", "0001_initial")]

    operations = [key(f"pledges_{table}", *columns) for table, *columns in KEYS]
