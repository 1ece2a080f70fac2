"""The movements. Keys over two columns hold that what belongs together is of one bloc and year."""

import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import vietnamese.fields
from django.conf import settings
from django.db import migrations, models


PAIRS = [
    # table, sentence, its columns, the table and columns they point to
    ("movement", "movement_is_in_its_years_bloc", "emulation_year_id, bloc_id", "blocs_emulationyear (id, bloc_id)"),
    ("movement", "movement_answers_one_of_its_bloc", "answers_id, bloc_id", "pledges_movement (id, bloc_id)"),
    ("movementresult", "result_is_of_its_movements_year", "movement_id, emulation_year_id", "pledges_movement (id, emulation_year_id)"),
    ("movementresult", "result_is_of_a_member_of_its_year", "seat_id, emulation_year_id", "blocs_seat (id, emulation_year_id)"),
    ("resultfigure", "figure_is_of_its_results_year", "result_id, emulation_year_id", "pledges_movementresult (id, emulation_year_id)"),
    ("exemplar", "exemplar_is_of_a_member_of_its_year", "seat_id, emulation_year_id", "blocs_seat (id, emulation_year_id)"),
    ("exemplar", "exemplar_is_of_a_movement_of_its_year", "movement_id, emulation_year_id", "pledges_movement (id, emulation_year_id)"),
    ("commendationreport", "commendations_are_of_a_member_of_its_year", "seat_id, emulation_year_id", "blocs_seat (id, emulation_year_id)"),
    ("commendationcount", "count_is_of_its_reports_year", "report_id, emulation_year_id", "pledges_commendationreport (id, emulation_year_id)"),
]


class Migration(migrations.Migration):

    dependencies = [
        ('blocs', '0004_legal_bases_and_deadlines'),
        ('pledges', '0001_covenants'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='CommendationCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('direction', models.CharField(choices=[('given', 'commendations given'), ('received', 'commendations received')], max_length=8, verbose_name='direction')),
                ('level', models.CharField(choices=[('state', 'State and central level'), ('ministry', 'ministry, sector, central organisation'), ('province', 'province level'), ('grassroots', 'sector and grass-roots level')], max_length=10, verbose_name='level')),
                ('recipients', models.CharField(choices=[('collective', 'collectives'), ('top_leader', 'leaders of ministry or province rank'), ('senior_leader', 'leaders of department rank'), ('entrepreneur', 'entrepreneurs'), ('other_leader', 'other leaders from deputy head of division'), ('direct', 'people working, labouring or studying directly')], max_length=13, verbose_name='recipients')),
                ('number', models.IntegerField(verbose_name='number')),
                ('emulation_year', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='blocs.emulationyear', verbose_name='emulation year')),
            ],
            options={
                'verbose_name': 'number of commendations',
                'ordering': ['report', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='CommendationReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('inferred', vietnamese.fields.TextField(blank=True, verbose_name='what was inferred')),
                ('entered_at', models.DateTimeField(editable=False, null=True, verbose_name='entered at')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('span', models.CharField(choices=[('half_year', 'first half of the year'), ('year', 'whole year')], max_length=9, verbose_name='part of the year')),
                ('act', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='blocs.chairact', verbose_name='act of the chair')),
                ('emulation_year', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='commendation_reports', to='blocs.emulationyear', verbose_name='emulation year')),
                ('entered_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                ('seat', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='commendation_reports', to='blocs.seat', verbose_name='member')),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='blocs.source', verbose_name='source')),
            ],
            options={
                'verbose_name': 'report on commendations',
                'ordering': ['emulation_year', 'span', 'seat__position'],
            },
        ),
        migrations.CreateModel(
            name='CommendationCountEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('direction', models.CharField(choices=[('given', 'commendations given'), ('received', 'commendations received')], max_length=8, verbose_name='direction')),
                ('level', models.CharField(choices=[('state', 'State and central level'), ('ministry', 'ministry, sector, central organisation'), ('province', 'province level'), ('grassroots', 'sector and grass-roots level')], max_length=10, verbose_name='level')),
                ('recipients', models.CharField(choices=[('collective', 'collectives'), ('top_leader', 'leaders of ministry or province rank'), ('senior_leader', 'leaders of department rank'), ('entrepreneur', 'entrepreneurs'), ('other_leader', 'other leaders from deputy head of division'), ('direct', 'people working, labouring or studying directly')], max_length=13, verbose_name='recipients')),
                ('number', models.IntegerField(verbose_name='number')),
                ('emulation_year', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='blocs.emulationyear', verbose_name='emulation year')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pledges.commendationcount')),
                ('report', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pledges.commendationreport', verbose_name='report')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='commendationcount',
            name='report',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='counts', to='pledges.commendationreport', verbose_name='report'),
        ),
        migrations.CreateModel(
            name='CommendationReportEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('inferred', vietnamese.fields.TextField(blank=True, verbose_name='what was inferred')),
                ('entered_at', models.DateTimeField(editable=False, null=True, verbose_name='entered at')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('span', models.CharField(choices=[('half_year', 'first half of the year'), ('year', 'whole year')], max_length=9, verbose_name='part of the year')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='blocs.chairact', verbose_name='act of the chair')),
                ('emulation_year', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='blocs.emulationyear', verbose_name='emulation year')),
                ('entered_by', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pledges.commendationreport')),
                ('seat', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='blocs.seat', verbose_name='member')),
                ('source', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='blocs.source', verbose_name='source')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Exemplar',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('inferred', vietnamese.fields.TextField(blank=True, verbose_name='what was inferred')),
                ('entered_at', models.DateTimeField(editable=False, null=True, verbose_name='entered at')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('kind', models.CharField(choices=[('model', 'model'), ('collective', 'exemplary collective'), ('person', 'exemplary person')], default='model', max_length=10, verbose_name='kind')),
                ('name', vietnamese.fields.CharField(max_length=300, verbose_name='name')),
                ('position', vietnamese.fields.CharField(blank=True, max_length=200, verbose_name='position')),
                ('description', vietnamese.fields.TextField(blank=True, verbose_name='description')),
                ('act', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='blocs.chairact', verbose_name='act of the chair')),
                ('emulation_year', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='exemplars', to='blocs.emulationyear', verbose_name='emulation year')),
                ('entered_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                ('seat', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='exemplars', to='blocs.seat', verbose_name='member')),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='blocs.source', verbose_name='source')),
            ],
            options={
                'verbose_name': 'model or exemplar',
                'ordering': ['emulation_year', 'seat__position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Movement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('inferred', vietnamese.fields.TextField(blank=True, verbose_name='what was inferred')),
                ('entered_at', models.DateTimeField(editable=False, null=True, verbose_name='entered at')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('kind', models.CharField(choices=[('movement', 'emulation movement'), ('campaign', 'campaign'), ('drive', 'peak or thematic drive')], default='movement', max_length=8, verbose_name='kind')),
                ('launcher', models.CharField(choices=[('central', 'central level'), ('party', 'Party committee of the province'), ('committee', "People's Committee of the province"), ('front', 'Fatherland Front'), ('sector', "the member's own sector"), ('bloc', 'the bloc itself'), ('unknown', 'not recorded')], default='unknown', max_length=9, verbose_name='launched by')),
                ('launched_by', vietnamese.fields.CharField(blank=True, max_length=200, verbose_name='name of the launcher')),
                ('name', vietnamese.fields.CharField(max_length=500, verbose_name='name of the movement')),
                ('occasion', vietnamese.fields.CharField(blank=True, max_length=500, verbose_name='occasion')),
                ('period', django.contrib.postgres.fields.ranges.DateRangeField(blank=True, null=True, verbose_name='period')),
                ('period_stated', vietnamese.fields.CharField(blank=True, max_length=100, verbose_name='period as written')),
                ('withdraw_reason', vietnamese.fields.CharField(blank=True, editable=False, max_length=300, verbose_name='reason for withdrawing')),
                ('act', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='blocs.chairact', verbose_name='act of the chair')),
                ('answers', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answered_by', to='pledges.movement', verbose_name='answers the movement')),
                ('bloc', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='movements', to='blocs.bloc', verbose_name='bloc')),
                ('emulation_year', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='movements', to='blocs.emulationyear', verbose_name='emulation year')),
                ('entered_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='blocs.source', verbose_name='source')),
                ('withdrawn', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='blocs.chairact', verbose_name='withdrawn by')),
            ],
            options={
                'verbose_name': 'movement',
                'ordering': ['emulation_year', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ExemplarEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('inferred', vietnamese.fields.TextField(blank=True, verbose_name='what was inferred')),
                ('entered_at', models.DateTimeField(editable=False, null=True, verbose_name='entered at')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('kind', models.CharField(choices=[('model', 'model'), ('collective', 'exemplary collective'), ('person', 'exemplary person')], default='model', max_length=10, verbose_name='kind')),
                ('name', vietnamese.fields.CharField(max_length=300, verbose_name='name')),
                ('position', vietnamese.fields.CharField(blank=True, max_length=200, verbose_name='position')),
                ('description', vietnamese.fields.TextField(blank=True, verbose_name='description')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='blocs.chairact', verbose_name='act of the chair')),
                ('emulation_year', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='blocs.emulationyear', verbose_name='emulation year')),
                ('entered_by', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pledges.exemplar')),
                ('seat', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='blocs.seat', verbose_name='member')),
                ('source', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='blocs.source', verbose_name='source')),
                ('movement', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pledges.movement', verbose_name='movement')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='exemplar',
            name='movement',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='exemplars', to='pledges.movement', verbose_name='movement'),
        ),
        migrations.CreateModel(
            name='MovementEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('inferred', vietnamese.fields.TextField(blank=True, verbose_name='what was inferred')),
                ('entered_at', models.DateTimeField(editable=False, null=True, verbose_name='entered at')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('kind', models.CharField(choices=[('movement', 'emulation movement'), ('campaign', 'campaign'), ('drive', 'peak or thematic drive')], default='movement', max_length=8, verbose_name='kind')),
                ('launcher', models.CharField(choices=[('central', 'central level'), ('party', 'Party committee of the province'), ('committee', "People's Committee of the province"), ('front', 'Fatherland Front'), ('sector', "the member's own sector"), ('bloc', 'the bloc itself'), ('unknown', 'not recorded')], default='unknown', max_length=9, verbose_name='launched by')),
                ('launched_by', vietnamese.fields.CharField(blank=True, max_length=200, verbose_name='name of the launcher')),
                ('name', vietnamese.fields.CharField(max_length=500, verbose_name='name of the movement')),
                ('occasion', vietnamese.fields.CharField(blank=True, max_length=500, verbose_name='occasion')),
                ('period', django.contrib.postgres.fields.ranges.DateRangeField(blank=True, null=True, verbose_name='period')),
                ('period_stated', vietnamese.fields.CharField(blank=True, max_length=100, verbose_name='period as written')),
                ('withdraw_reason', vietnamese.fields.CharField(blank=True, editable=False, max_length=300, verbose_name='reason for withdrawing')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='blocs.chairact', verbose_name='act of the chair')),
                ('answers', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pledges.movement', verbose_name='answers the movement')),
                ('bloc', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='blocs.bloc', verbose_name='bloc')),
                ('emulation_year', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='blocs.emulationyear', verbose_name='emulation year')),
                ('entered_by', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pledges.movement')),
                ('source', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='blocs.source', verbose_name='source')),
                ('withdrawn', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='blocs.chairact', verbose_name='withdrawn by')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MovementResult',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('inferred', vietnamese.fields.TextField(blank=True, verbose_name='what was inferred')),
                ('entered_at', models.DateTimeField(editable=False, null=True, verbose_name='entered at')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('text', vietnamese.fields.TextField(blank=True, verbose_name='results in words')),
                ('act', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='blocs.chairact', verbose_name='act of the chair')),
                ('emulation_year', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='movement_results', to='blocs.emulationyear', verbose_name='emulation year')),
                ('entered_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                ('movement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='results', to='pledges.movement', verbose_name='movement')),
                ('seat', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='movement_results', to='blocs.seat', verbose_name='member')),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='blocs.source', verbose_name='source')),
            ],
            options={
                'verbose_name': 'result in a movement',
                'ordering': ['movement', 'seat__position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='MovementResultEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('inferred', vietnamese.fields.TextField(blank=True, verbose_name='what was inferred')),
                ('entered_at', models.DateTimeField(editable=False, null=True, verbose_name='entered at')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('text', vietnamese.fields.TextField(blank=True, verbose_name='results in words')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='blocs.chairact', verbose_name='act of the chair')),
                ('emulation_year', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='blocs.emulationyear', verbose_name='emulation year')),
                ('entered_by', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                ('movement', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pledges.movement', verbose_name='movement')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pledges.movementresult')),
                ('seat', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='blocs.seat', verbose_name='member')),
                ('source', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='blocs.source', verbose_name='source')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ResultFigure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', vietnamese.fields.CharField(max_length=200, verbose_name='what was counted')),
                ('unit', vietnamese.fields.CharField(blank=True, max_length=40, verbose_name='unit')),
                ('value', models.DecimalField(decimal_places=2, max_digits=15, verbose_name='value')),
                ('emulation_year', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='blocs.emulationyear', verbose_name='emulation year')),
                ('result', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='figures', to='pledges.movementresult', verbose_name='result')),
            ],
            options={
                'verbose_name': 'figure of a result',
                'ordering': ['result', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ResultFigureEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('name', vietnamese.fields.CharField(max_length=200, verbose_name='what was counted')),
                ('unit', vietnamese.fields.CharField(blank=True, max_length=40, verbose_name='unit')),
                ('value', models.DecimalField(decimal_places=2, max_digits=15, verbose_name='value')),
                ('emulation_year', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='blocs.emulationyear', verbose_name='emulation year')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pledges.resultfigure')),
                ('result', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pledges.movementresult', verbose_name='result')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='commendationreport',
            constraint=models.UniqueConstraint(fields=('id', 'emulation_year'), name='commendation_report_belongs_to_its_year'),
        ),
        migrations.AddConstraint(
            model_name='commendationreport',
            constraint=models.UniqueConstraint(fields=('seat', 'span'), name='member_reports_commendations_once_a_span'),
        ),
        migrations.AddConstraint(
            model_name='commendationreport',
            constraint=models.CheckConstraint(condition=models.Q(('span__in', ['half_year', 'year'])), name='commendation_span_is_known'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commendationreport',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "pledges_commendationreportevent" ("act_id", "emulation_year_id", "entered_at", "entered_by_id", "id", "inferred", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seat_id", "source_id", "span", "version") VALUES (NEW."act_id", NEW."emulation_year_id", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."inferred", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."seat_id", NEW."source_id", NEW."span", NEW."version"); RETURN NULL;', hash='c6da487f6d03e5f3fbd153a4ac83f5224d3dd97c', operation='INSERT', pgid='pgtrigger_insert_insert_1f185', table='pledges_commendationreport', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commendationreport',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "pledges_commendationreportevent" ("act_id", "emulation_year_id", "entered_at", "entered_by_id", "id", "inferred", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seat_id", "source_id", "span", "version") VALUES (NEW."act_id", NEW."emulation_year_id", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."inferred", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."seat_id", NEW."source_id", NEW."span", NEW."version"); RETURN NULL;', hash='4bc4931fb1eacf2beaaa7482244d23bffcf20c40', operation='UPDATE', pgid='pgtrigger_update_update_ae95d', table='pledges_commendationreport', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commendationreport',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "pledges_commendationreportevent" ("act_id", "emulation_year_id", "entered_at", "entered_by_id", "id", "inferred", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seat_id", "source_id", "span", "version") VALUES (OLD."act_id", OLD."emulation_year_id", OLD."entered_at", OLD."entered_by_id", OLD."id", OLD."inferred", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."seat_id", OLD."source_id", OLD."span", OLD."version"); RETURN NULL;', hash='53c1b987f46286c408d01e445d2df9ac455d47da', operation='DELETE', pgid='pgtrigger_delete_delete_cc0f9', table='pledges_commendationreport', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commendationcountevent',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'evidence in % is never truncated', TG_TABLE_NAME;", hash='28110fc614a1c8251ca6951235b432512a632133', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_4080e', table='pledges_commendationcountevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commendationcountevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e55427f7edcbb5982a897f5762a0f81f8906b04a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_50466', table='pledges_commendationcountevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='commendationcount',
            constraint=models.UniqueConstraint(fields=('report', 'direction', 'level', 'recipients'), name='commendations_are_counted_once'),
        ),
        migrations.AddConstraint(
            model_name='commendationcount',
            constraint=models.CheckConstraint(condition=models.Q(('direction__in', ['given', 'received'])), name='commendation_direction_is_known'),
        ),
        migrations.AddConstraint(
            model_name='commendationcount',
            constraint=models.CheckConstraint(condition=models.Q(('level__in', ['state', 'ministry', 'province', 'grassroots'])), name='commendation_level_is_known'),
        ),
        migrations.AddConstraint(
            model_name='commendationcount',
            constraint=models.CheckConstraint(condition=models.Q(('recipients__in', ['collective', 'top_leader', 'senior_leader', 'entrepreneur', 'other_leader', 'direct'])), name='commendation_recipients_are_known'),
        ),
        migrations.AddConstraint(
            model_name='commendationcount',
            constraint=models.CheckConstraint(condition=models.Q(('number__gte', 0)), name='commendations_are_not_negative'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commendationcount',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "pledges_commendationcountevent" ("direction", "emulation_year_id", "id", "level", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recipients", "report_id") VALUES (NEW."direction", NEW."emulation_year_id", NEW."id", NEW."level", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."recipients", NEW."report_id"); RETURN NULL;', hash='a4fff64c1266209cf8e5af75ac2f102b7f06bb27', operation='INSERT', pgid='pgtrigger_insert_insert_c58d2', table='pledges_commendationcount', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commendationcount',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "pledges_commendationcountevent" ("direction", "emulation_year_id", "id", "level", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recipients", "report_id") VALUES (NEW."direction", NEW."emulation_year_id", NEW."id", NEW."level", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."recipients", NEW."report_id"); RETURN NULL;', hash='6f453cbc66cf27a3370d6cda2ac467205144aded', operation='UPDATE', pgid='pgtrigger_update_update_4d15d', table='pledges_commendationcount', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commendationcount',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "pledges_commendationcountevent" ("direction", "emulation_year_id", "id", "level", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recipients", "report_id") VALUES (OLD."direction", OLD."emulation_year_id", OLD."id", OLD."level", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."recipients", OLD."report_id"); RETURN NULL;', hash='ee476e77aa59d36f5b1236fa6610502341ec5e5f', operation='DELETE', pgid='pgtrigger_delete_delete_2482a', table='pledges_commendationcount', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commendationreportevent',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'evidence in % is never truncated', TG_TABLE_NAME;", hash='b183b7b7f768db712ec2b2322b5b215ebf248efa', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_e44df', table='pledges_commendationreportevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='commendationreportevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='db796d58699c094da89b4bd81eba2940d3951d87', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_aa4d3', table='pledges_commendationreportevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='movement',
            constraint=models.UniqueConstraint(fields=('id', 'bloc'), name='movement_belongs_to_its_bloc'),
        ),
        migrations.AddConstraint(
            model_name='movement',
            constraint=models.UniqueConstraint(fields=('id', 'emulation_year'), name='movement_belongs_to_its_year'),
        ),
        migrations.AddConstraint(
            model_name='movement',
            constraint=models.UniqueConstraint(condition=models.Q(('withdrawn', None)), fields=('emulation_year', 'name'), name='movement_is_entered_once_a_year'),
        ),
        migrations.AddConstraint(
            model_name='movement',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['movement', 'campaign', 'drive'])), name='movement_kind_is_known'),
        ),
        migrations.AddConstraint(
            model_name='movement',
            constraint=models.CheckConstraint(condition=models.Q(('launcher__in', ['central', 'party', 'committee', 'front', 'sector', 'bloc', 'unknown'])), name='movement_launcher_is_known'),
        ),
        migrations.AddConstraint(
            model_name='movement',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='movement_has_a_name'),
        ),
        migrations.AddConstraint(
            model_name='movement',
            constraint=models.CheckConstraint(condition=models.Q(('period', None), models.Q(('period__isempty', False), models.Q(('period__lower_inf', False), ('period__upper_inf', False), _connector='OR')), _connector='OR'), name='movement_period_has_a_day'),
        ),
        migrations.AddConstraint(
            model_name='movement',
            constraint=models.CheckConstraint(condition=models.Q(('answers', None), models.Q(('answers', models.F('id')), _negated=True), _connector='OR'), name='movement_does_not_answer_itself'),
        ),
        migrations.AddConstraint(
            model_name='movement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('withdraw_reason', ''), ('withdrawn', None)), models.Q(('withdrawn__isnull', False), models.Q(('withdraw_reason', ''), _negated=True)), _connector='OR'), name='movement_is_withdrawn_for_a_reason'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='movement',
            trigger=pgtrigger.compiler.Trigger(name='answers_no_circle', sql=pgtrigger.compiler.UpsertTriggerSql(func="\nIF EXISTS (\n    WITH RECURSIVE above(id) AS (\n        SELECT NEW.answers_id\n        UNION\n        SELECT m.answers_id FROM pledges_movement m JOIN above a ON m.id = a.id\n        WHERE m.answers_id IS NOT NULL\n    )\n    SELECT FROM above WHERE id = NEW.id\n) THEN\n    RAISE check_violation\n    USING MESSAGE = 'movements_do_not_answer_in_a_circle',\n    CONSTRAINT = 'movements_do_not_answer_in_a_circle';\nEND IF;\nRETURN NULL;\n", hash='0bbfded6805384361f8fb0ac83beb95f9e623712', operation='INSERT OR UPDATE', pgid='pgtrigger_answers_no_circle_d656c', table='pledges_movement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='movement',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "pledges_movementevent" ("act_id", "answers_id", "bloc_id", "emulation_year_id", "entered_at", "entered_by_id", "id", "inferred", "kind", "launched_by", "launcher", "name", "occasion", "period", "period_stated", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "version", "withdraw_reason", "withdrawn_id") VALUES (NEW."act_id", NEW."answers_id", NEW."bloc_id", NEW."emulation_year_id", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."inferred", NEW."kind", NEW."launched_by", NEW."launcher", NEW."name", NEW."occasion", NEW."period", NEW."period_stated", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."source_id", NEW."version", NEW."withdraw_reason", NEW."withdrawn_id"); RETURN NULL;', hash='d17d130921647c7df8008a4451f4611a90252de4', operation='INSERT', pgid='pgtrigger_insert_insert_96b2b', table='pledges_movement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='movement',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "pledges_movementevent" ("act_id", "answers_id", "bloc_id", "emulation_year_id", "entered_at", "entered_by_id", "id", "inferred", "kind", "launched_by", "launcher", "name", "occasion", "period", "period_stated", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "version", "withdraw_reason", "withdrawn_id") VALUES (NEW."act_id", NEW."answers_id", NEW."bloc_id", NEW."emulation_year_id", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."inferred", NEW."kind", NEW."launched_by", NEW."launcher", NEW."name", NEW."occasion", NEW."period", NEW."period_stated", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."source_id", NEW."version", NEW."withdraw_reason", NEW."withdrawn_id"); RETURN NULL;', hash='405de058f98ccce8d6659cf40e762fcaca0a7525', operation='UPDATE', pgid='pgtrigger_update_update_1abe6', table='pledges_movement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='movement',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "pledges_movementevent" ("act_id", "answers_id", "bloc_id", "emulation_year_id", "entered_at", "entered_by_id", "id", "inferred", "kind", "launched_by", "launcher", "name", "occasion", "period", "period_stated", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "version", "withdraw_reason", "withdrawn_id") VALUES (OLD."act_id", OLD."answers_id", OLD."bloc_id", OLD."emulation_year_id", OLD."entered_at", OLD."entered_by_id", OLD."id", OLD."inferred", OLD."kind", OLD."launched_by", OLD."launcher", OLD."name", OLD."occasion", OLD."period", OLD."period_stated", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."source_id", OLD."version", OLD."withdraw_reason", OLD."withdrawn_id"); RETURN NULL;', hash='0b8b09d144f2b54e297b62627dcca26f3f0df391', operation='DELETE', pgid='pgtrigger_delete_delete_bef74', table='pledges_movement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='exemplarevent',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'evidence in % is never truncated', TG_TABLE_NAME;", hash='38391c56c2ff4e9349e51df706014aa717c3b833', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_d17ba', table='pledges_exemplarevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='exemplarevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='eb0458ddb2d722899a0afd92b10e25d6e456becd', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_3876d', table='pledges_exemplarevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='exemplar',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['model', 'collective', 'person'])), name='exemplar_kind_is_known'),
        ),
        migrations.AddConstraint(
            model_name='exemplar',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='exemplar_has_a_name'),
        ),
        migrations.AddConstraint(
            model_name='exemplar',
            constraint=models.CheckConstraint(condition=models.Q(('position', ''), ('kind', 'person'), _connector='OR'), name='exemplar_position_is_a_persons'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='exemplar',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "pledges_exemplarevent" ("act_id", "description", "emulation_year_id", "entered_at", "entered_by_id", "id", "inferred", "kind", "movement_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "seat_id", "source_id", "version") VALUES (NEW."act_id", NEW."description", NEW."emulation_year_id", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."inferred", NEW."kind", NEW."movement_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."position", NEW."seat_id", NEW."source_id", NEW."version"); RETURN NULL;', hash='ff8e0f74f1bef018ba5af1bdca3e905b3edd91db', operation='INSERT', pgid='pgtrigger_insert_insert_26fa9', table='pledges_exemplar', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='exemplar',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "pledges_exemplarevent" ("act_id", "description", "emulation_year_id", "entered_at", "entered_by_id", "id", "inferred", "kind", "movement_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "seat_id", "source_id", "version") VALUES (NEW."act_id", NEW."description", NEW."emulation_year_id", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."inferred", NEW."kind", NEW."movement_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."position", NEW."seat_id", NEW."source_id", NEW."version"); RETURN NULL;', hash='ddd3a1ec1146f18cfe2498472cbca2ef0e0b31ee', operation='UPDATE', pgid='pgtrigger_update_update_b2ccf', table='pledges_exemplar', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='exemplar',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "pledges_exemplarevent" ("act_id", "description", "emulation_year_id", "entered_at", "entered_by_id", "id", "inferred", "kind", "movement_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "seat_id", "source_id", "version") VALUES (OLD."act_id", OLD."description", OLD."emulation_year_id", OLD."entered_at", OLD."entered_by_id", OLD."id", OLD."inferred", OLD."kind", OLD."movement_id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."seat_id", OLD."source_id", OLD."version"); RETURN NULL;', hash='284625234b1ba9f2feac1e4a121a4e30a43ac069', operation='DELETE', pgid='pgtrigger_delete_delete_a0b4a', table='pledges_exemplar', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='movementevent',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'evidence in % is never truncated', TG_TABLE_NAME;", hash='d6c12776f1d347a649ab51085913ae0e57db54bd', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_f8b9a', table='pledges_movementevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='movementevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='14296554592070bf1ac6eb859a1d1eb517124be7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_57f7f', table='pledges_movementevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='movementresult',
            constraint=models.UniqueConstraint(fields=('id', 'emulation_year'), name='result_belongs_to_its_year'),
        ),
        migrations.AddConstraint(
            model_name='movementresult',
            constraint=models.UniqueConstraint(fields=('movement', 'seat'), name='member_reports_on_a_movement_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='movementresult',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "pledges_movementresultevent" ("act_id", "emulation_year_id", "entered_at", "entered_by_id", "id", "inferred", "movement_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seat_id", "source_id", "text", "version") VALUES (NEW."act_id", NEW."emulation_year_id", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."inferred", NEW."movement_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."seat_id", NEW."source_id", NEW."text", NEW."version"); RETURN NULL;', hash='67b21607162b4739c57a5dbe9fbe638d8d858c3d', operation='INSERT', pgid='pgtrigger_insert_insert_bad3f', table='pledges_movementresult', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='movementresult',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "pledges_movementresultevent" ("act_id", "emulation_year_id", "entered_at", "entered_by_id", "id", "inferred", "movement_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seat_id", "source_id", "text", "version") VALUES (NEW."act_id", NEW."emulation_year_id", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."inferred", NEW."movement_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."seat_id", NEW."source_id", NEW."text", NEW."version"); RETURN NULL;', hash='f4ac6e108d51b1d486756eb1a94b7857c493d4ae', operation='UPDATE', pgid='pgtrigger_update_update_f8595', table='pledges_movementresult', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='movementresult',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "pledges_movementresultevent" ("act_id", "emulation_year_id", "entered_at", "entered_by_id", "id", "inferred", "movement_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seat_id", "source_id", "text", "version") VALUES (OLD."act_id", OLD."emulation_year_id", OLD."entered_at", OLD."entered_by_id", OLD."id", OLD."inferred", OLD."movement_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."seat_id", OLD."source_id", OLD."text", OLD."version"); RETURN NULL;', hash='b062a669cef8998a686c310bf6bedc9e21dbd902', operation='DELETE', pgid='pgtrigger_delete_delete_507ad', table='pledges_movementresult', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='movementresultevent',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'evidence in % is never truncated', TG_TABLE_NAME;", hash='6a1eae84cf1a11c8881b791eb2092e63fe347fc6', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_eacdd', table='pledges_movementresultevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='movementresultevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='6abc0509c20b519ae3073d15e59f35114912eccb', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b6c8f', table='pledges_movementresultevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='resultfigure',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='figure_says_what_it_counts'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='resultfigure',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "pledges_resultfigureevent" ("emulation_year_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "result_id", "unit", "value") VALUES (NEW."emulation_year_id", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."result_id", NEW."unit", NEW."value"); RETURN NULL;', hash='f2cfed7a1f773371669b771f1c1e90efd0f6b774', operation='INSERT', pgid='pgtrigger_insert_insert_c9c6e', table='pledges_resultfigure', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='resultfigure',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "pledges_resultfigureevent" ("emulation_year_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "result_id", "unit", "value") VALUES (NEW."emulation_year_id", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."result_id", NEW."unit", NEW."value"); RETURN NULL;', hash='1e0b9e4695f7ded2eb46d131ab030c75d2279167', operation='UPDATE', pgid='pgtrigger_update_update_49afb', table='pledges_resultfigure', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='resultfigure',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "pledges_resultfigureevent" ("emulation_year_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "result_id", "unit", "value") VALUES (OLD."emulation_year_id", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."result_id", OLD."unit", OLD."value"); RETURN NULL;', hash='c3de1064eedf5e67978007c5500783d2c6e51260', operation='DELETE', pgid='pgtrigger_delete_delete_f8d95', table='pledges_resultfigure', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='resultfigureevent',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'evidence in % is never truncated', TG_TABLE_NAME;", hash='0a1d7debf0783ff94a216d2cc96eaf6f4e6d6ad8', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_ead8f', table='pledges_resultfigureevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='resultfigureevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='f81af71fe340046f4f688239404a181aad63bec2', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1f5f8', table='pledges_resultfigureevent', when='BEFORE')),
        ),
        *[
            migrations.RunSQL(
                f"ALTER TABLE pledges_{table} ADD CONSTRAINT {name} FOREIGN KEY ({columns}) "
                f"REFERENCES {target} DEFERRABLE INITIALLY DEFERRED",
                f"ALTER TABLE pledges_{table} DROP CONSTRAINT {name}",
            )
            for table, name, columns, target in PAIRS
        ],
    ]
