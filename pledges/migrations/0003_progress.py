"""What members report of their commitments. Keys over two columns hold it within one year."""

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
import vietnamese.fields
from django.conf import settings
from django.db import migrations, models


PAIRS = [
    # table, sentence, its columns, the table and columns they point to
    ("progressreport", "progress_is_of_a_member_of_its_year", "seat_id, emulation_year_id", "blocs_seat (id, emulation_year_id)"),
    ("progressfigure", "progress_figure_is_of_its_reports_year", "report_id, emulation_year_id", "pledges_progressreport (id, emulation_year_id)"),
    ("progressfile", "progress_file_is_of_its_reports_year", "report_id, emulation_year_id", "pledges_progressreport (id, emulation_year_id)"),
]


class Migration(migrations.Migration):

    dependencies = [
        ('blocs', '0007_conferences'),
        ('files', '0001_initial'),
        ('pledges', '0002_movements'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ProgressFigure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('value', models.DecimalField(decimal_places=2, max_digits=15, verbose_name='figure reached')),
                ('emulation_year', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='blocs.emulationyear', verbose_name='emulation year')),
                ('target', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='progress_figures', to='pledges.target', verbose_name='target')),
            ],
            options={
                'verbose_name': 'figure of progress',
                'ordering': ['report', 'target'],
            },
        ),
        migrations.CreateModel(
            name='ProgressFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('withdrawn_at', models.DateTimeField(editable=False, null=True, verbose_name='withdrawn at')),
                ('withdraw_reason', vietnamese.fields.CharField(blank=True, max_length=300, verbose_name='reason for withdrawing')),
                ('act', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='blocs.chairact', verbose_name='act of the chair')),
                ('emulation_year', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='blocs.emulationyear', verbose_name='emulation year')),
                ('file', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile', verbose_name='file')),
                ('withdrawn_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person that withdrew it')),
            ],
            options={
                'verbose_name': 'supporting file',
                'ordering': ['report', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ProgressReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('inferred', vietnamese.fields.TextField(blank=True, verbose_name='what was inferred')),
                ('entered_at', models.DateTimeField(editable=False, null=True, verbose_name='entered at')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('span', models.CharField(choices=[('half_year', 'first half of the year'), ('year', 'whole year')], max_length=9, verbose_name='part of the year')),
                ('status', models.CharField(choices=[('not_started', 'not started'), ('behind', 'behind the plan'), ('on_track', 'on track'), ('missed', 'not achieved'), ('achieved', 'achieved'), ('exceeded', 'exceeded')], max_length=11, verbose_name='how far it has come')),
                ('note', vietnamese.fields.TextField(blank=True, verbose_name='note')),
                ('reported_on', models.DateField(null=True, verbose_name='reported on')),
                ('act', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='blocs.chairact', verbose_name='act of the chair')),
                ('commitment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='progress_reports', to='pledges.commitment', verbose_name='commitment')),
                ('emulation_year', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='progress_reports', to='blocs.emulationyear', verbose_name='emulation year')),
                ('entered_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                ('seat', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='progress_reports', to='blocs.seat', verbose_name='member')),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='blocs.source', verbose_name='source')),
            ],
            options={
                'verbose_name': 'report on progress',
                'ordering': ['emulation_year', 'span', 'seat__position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ProgressFileEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('withdrawn_at', models.DateTimeField(editable=False, null=True, verbose_name='withdrawn at')),
                ('withdraw_reason', vietnamese.fields.CharField(blank=True, max_length=300, verbose_name='reason for withdrawing')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='blocs.chairact', verbose_name='act of the chair')),
                ('emulation_year', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='blocs.emulationyear', verbose_name='emulation year')),
                ('file', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='files.storedfile', verbose_name='file')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pledges.progressfile')),
                ('withdrawn_by', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person that withdrew it')),
                ('report', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pledges.progressreport', verbose_name='report')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='progressfile',
            name='report',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='pledges.progressreport', verbose_name='report'),
        ),
        migrations.CreateModel(
            name='ProgressFigureEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('value', models.DecimalField(decimal_places=2, max_digits=15, verbose_name='figure reached')),
                ('emulation_year', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='blocs.emulationyear', verbose_name='emulation year')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pledges.progressfigure')),
                ('target', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pledges.target', verbose_name='target')),
                ('report', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pledges.progressreport', verbose_name='report')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='progressfigure',
            name='report',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='figures', to='pledges.progressreport', verbose_name='report'),
        ),
        migrations.CreateModel(
            name='ProgressReportEvent',
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
                ('status', models.CharField(choices=[('not_started', 'not started'), ('behind', 'behind the plan'), ('on_track', 'on track'), ('missed', 'not achieved'), ('achieved', 'achieved'), ('exceeded', 'exceeded')], max_length=11, verbose_name='how far it has come')),
                ('note', vietnamese.fields.TextField(blank=True, verbose_name='note')),
                ('reported_on', models.DateField(null=True, verbose_name='reported on')),
                ('act', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='blocs.chairact', verbose_name='act of the chair')),
                ('commitment', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='pledges.commitment', verbose_name='commitment')),
                ('emulation_year', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='blocs.emulationyear', verbose_name='emulation year')),
                ('entered_by', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='entered by')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='pledges.progressreport')),
                ('seat', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='blocs.seat', verbose_name='member')),
                ('source', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='blocs.source', verbose_name='source')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='progressreport',
            constraint=models.UniqueConstraint(fields=('id', 'emulation_year'), name='progress_report_belongs_to_its_year'),
        ),
        migrations.AddConstraint(
            model_name='progressreport',
            constraint=models.UniqueConstraint(fields=('commitment', 'seat', 'span'), name='member_reports_on_a_commitment_once_a_span'),
        ),
        migrations.AddConstraint(
            model_name='progressreport',
            constraint=models.CheckConstraint(condition=models.Q(('span__in', ['half_year', 'year'])), name='progress_span_is_known'),
        ),
        migrations.AddConstraint(
            model_name='progressreport',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['not_started', 'behind', 'on_track', 'missed', 'achieved', 'exceeded'])), name='progress_status_is_known'),
        ),
        migrations.AddConstraint(
            model_name='progressreport',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('span', 'half_year'), ('status__in', ['missed']), _negated=True), models.Q(('span', 'year'), ('status__in', ['not_started', 'behind', 'on_track']), _negated=True)), name='progress_status_fits_its_span'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='progressreport',
            trigger=pgtrigger.compiler.Trigger(name='is_on_what_concerns_the_member', sql=pgtrigger.compiler.UpsertTriggerSql(func="\nIF TG_OP = 'UPDATE' AND (OLD.commitment_id, OLD.seat_id, OLD.span)\n    IS DISTINCT FROM (NEW.commitment_id, NEW.seat_id, NEW.span)\nTHEN RAISE check_violation USING MESSAGE = 'progress_report_stays_where_it_is', CONSTRAINT = 'progress_report_stays_where_it_is'; END IF;\nIF NOT EXISTS (\n    SELECT FROM pledges_commitment m\n    JOIN pledges_covenantversion v ON v.id = m.covenant_version_id\n    JOIN pledges_covenant c ON c.id = v.covenant_id\n    WHERE m.id = NEW.commitment_id AND v.in_force_on IS NOT NULL\n    AND c.emulation_year_id = NEW.emulation_year_id\n    AND (m.seat_id IS NULL OR m.seat_id = NEW.seat_id)\n) THEN RAISE check_violation USING MESSAGE = 'progress_is_on_what_concerns_the_member', CONSTRAINT = 'progress_is_on_what_concerns_the_member'; END IF;\nRETURN NEW;\n", hash='db5b4e58158ab84ab2b2c5e56d0f66155434b0ad', operation='INSERT OR UPDATE', pgid='pgtrigger_is_on_what_concerns_the_member_50fc7', table='pledges_progressreport', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='progressreport',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "pledges_progressreportevent" ("act_id", "commitment_id", "emulation_year_id", "entered_at", "entered_by_id", "id", "inferred", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reported_on", "seat_id", "source_id", "span", "status", "version") VALUES (NEW."act_id", NEW."commitment_id", NEW."emulation_year_id", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."inferred", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."reported_on", NEW."seat_id", NEW."source_id", NEW."span", NEW."status", NEW."version"); RETURN NULL;', hash='57e649565ed1865bd60971d7e35e506d386007b4', operation='INSERT', pgid='pgtrigger_insert_insert_d4f93', table='pledges_progressreport', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='progressreport',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "pledges_progressreportevent" ("act_id", "commitment_id", "emulation_year_id", "entered_at", "entered_by_id", "id", "inferred", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reported_on", "seat_id", "source_id", "span", "status", "version") VALUES (NEW."act_id", NEW."commitment_id", NEW."emulation_year_id", NEW."entered_at", NEW."entered_by_id", NEW."id", NEW."inferred", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."reported_on", NEW."seat_id", NEW."source_id", NEW."span", NEW."status", NEW."version"); RETURN NULL;', hash='8d7044adb75015886a8c360bf00b7f04cc3f1dab', operation='UPDATE', pgid='pgtrigger_update_update_97f62', table='pledges_progressreport', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='progressreport',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "pledges_progressreportevent" ("act_id", "commitment_id", "emulation_year_id", "entered_at", "entered_by_id", "id", "inferred", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reported_on", "seat_id", "source_id", "span", "status", "version") VALUES (OLD."act_id", OLD."commitment_id", OLD."emulation_year_id", OLD."entered_at", OLD."entered_by_id", OLD."id", OLD."inferred", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."reported_on", OLD."seat_id", OLD."source_id", OLD."span", OLD."status", OLD."version"); RETURN NULL;', hash='8011e6962a895a654a02488a0fb29b126e78ea92', operation='DELETE', pgid='pgtrigger_delete_delete_a8cc0', table='pledges_progressreport', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='progressfileevent',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'evidence in % is never truncated', TG_TABLE_NAME;", hash='e050a26321eb2360b958f977c682667f38d9da0a', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_b2984', table='pledges_progressfileevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='progressfileevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='ed56726431359336f16c9d748aa2308a76a66960', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_27467', table='pledges_progressfileevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='progressfile',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('act', None), ('withdraw_reason', ''), ('withdrawn_at', None), ('withdrawn_by', None)), models.Q(('withdrawn_at__isnull', False), models.Q(('withdraw_reason', ''), _negated=True)), _connector='OR'), name='progress_file_is_withdrawn_for_a_reason'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='progressfile',
            trigger=pgtrigger.compiler.Trigger(name='never_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='a2439384e455a85b93645c721ea2d3e161b0ddf2', operation='DELETE', pgid='pgtrigger_never_deleted_66060', table='pledges_progressfile', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='progressfile',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'evidence in % is never truncated', TG_TABLE_NAME;", hash='20a3141d9b7c0e9be187a19dda25d50b9bd47b20', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_38cff', table='pledges_progressfile', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='progressfile',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "pledges_progressfileevent" ("act_id", "emulation_year_id", "file_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "withdraw_reason", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."act_id", NEW."emulation_year_id", NEW."file_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."report_id", NEW."withdraw_reason", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;', hash='7a3383b6e72e9e570618276a58eae597a5200df3', operation='INSERT', pgid='pgtrigger_insert_insert_5eb8c', table='pledges_progressfile', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='progressfile',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "pledges_progressfileevent" ("act_id", "emulation_year_id", "file_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "withdraw_reason", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."act_id", NEW."emulation_year_id", NEW."file_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."report_id", NEW."withdraw_reason", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;', hash='24b085fb308cdba10892b9dd4557f4c2c11a2ec9', operation='UPDATE', pgid='pgtrigger_update_update_2d610', table='pledges_progressfile', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='progressfile',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "pledges_progressfileevent" ("act_id", "emulation_year_id", "file_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "withdraw_reason", "withdrawn_at", "withdrawn_by_id") VALUES (OLD."act_id", OLD."emulation_year_id", OLD."file_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."report_id", OLD."withdraw_reason", OLD."withdrawn_at", OLD."withdrawn_by_id"); RETURN NULL;', hash='f6ca8145d69479fcf16dac3cfa78024c26f0d241', operation='DELETE', pgid='pgtrigger_delete_delete_56858', table='pledges_progressfile', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='progressfigureevent',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'evidence in % is never truncated', TG_TABLE_NAME;", hash='adc001d2eff15a4f7f2547bdf1679e22b610c4c7', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_7afb9', table='pledges_progressfigureevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='progressfigureevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='81cfba4733d812b4fabdb70fa25692b8195286fd', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c0953', table='pledges_progressfigureevent', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='progressfigure',
            constraint=models.UniqueConstraint(fields=('report', 'target'), name='target_has_one_figure_in_a_report'),
        ),
        migrations.AddConstraint(
            model_name='progressfigure',
            constraint=models.CheckConstraint(condition=models.Q(('value__gte', 0)), name='progress_figure_is_not_below_zero'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='progressfigure',
            trigger=pgtrigger.compiler.Trigger(name='is_of_the_members_target', sql=pgtrigger.compiler.UpsertTriggerSql(func="\nIF NOT EXISTS (\n    SELECT FROM pledges_progressreport r\n    JOIN pledges_target t ON t.commitment_id = r.commitment_id AND t.seat_id = r.seat_id\n    WHERE r.id = NEW.report_id AND t.id = NEW.target_id\n) THEN RAISE check_violation USING MESSAGE = 'progress_figure_is_of_the_members_target', CONSTRAINT = 'progress_figure_is_of_the_members_target'; END IF;\nRETURN NEW;\n", hash='255ade3c5d17244eae3bb6cba787b723df2ba865', operation='INSERT OR UPDATE', pgid='pgtrigger_is_of_the_members_target_304bc', table='pledges_progressfigure', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='progressfigure',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "pledges_progressfigureevent" ("emulation_year_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "target_id", "value") VALUES (NEW."emulation_year_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."report_id", NEW."target_id", NEW."value"); RETURN NULL;', hash='428d82d68417d6944d9b3db600fd8ad42ab6dad5', operation='INSERT', pgid='pgtrigger_insert_insert_d090e', table='pledges_progressfigure', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='progressfigure',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "pledges_progressfigureevent" ("emulation_year_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "target_id", "value") VALUES (NEW."emulation_year_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."report_id", NEW."target_id", NEW."value"); RETURN NULL;', hash='debab118b39d2de595e28aa46ba1ce9caf08470e', operation='UPDATE', pgid='pgtrigger_update_update_473f0', table='pledges_progressfigure', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='progressfigure',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "pledges_progressfigureevent" ("emulation_year_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "target_id", "value") VALUES (OLD."emulation_year_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."report_id", OLD."target_id", OLD."value"); RETURN NULL;', hash='b15f5975dcfae96646180d517b8e7a839123fa91', operation='DELETE', pgid='pgtrigger_delete_delete_ba725', table='pledges_progressfigure', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='progressreportevent',
            trigger=pgtrigger.compiler.Trigger(name='never_truncated', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'evidence in % is never truncated', TG_TABLE_NAME;", hash='f340fe55032165d4e04eb27b993885e2e8b293ae', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_never_truncated_109d1', table='pledges_progressreportevent', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='progressreportevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c8a211c3a7d55d29c3b31e8adb5c51cc6658f1ba', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9bc33', table='pledges_progressreportevent', when='BEFORE')),
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
