"""A paper may bring a submission of nominations: one each, of the same year."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from blocs.migrating import key


class Migration(migrations.Migration):

    dependencies = [
        ('awards', '0004_nominations_belong_to_their_year'),
        ('blocs', '0003_reference_rows'),
        ('files', '0001_initial'),
        ('pledges', '0002_belonging'),
        ('reports', '0002_belonging'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='paper',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='paper',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='paper',
            name='delete_delete',
        ),
        migrations.RemoveConstraint(
            model_name='paper',
            name='paper_kind_is_known',
        ),
        migrations.AddField(
            model_name='paper',
            name='submission',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='issued_papers', to='awards.submission', verbose_name='submission'),
        ),
        migrations.AddField(
            model_name='paperevent',
            name='submission',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='awards.submission', verbose_name='submission'),
        ),
        migrations.AlterField(
            model_name='paper',
            name='kind',
            field=models.CharField(choices=[('handover_minutes', 'minutes of the handover'), ('year_end', 'year-end summary'), ('conference', 'minutes of the conference'), ('covenant', 'emulation covenant'), ('half_year', 'six-month review'), ('counting', 'counting minutes'), ('submission', 'submission of award nominations')], max_length=16, verbose_name='kind of paper'),
        ),
        migrations.AlterField(
            model_name='paperevent',
            name='kind',
            field=models.CharField(choices=[('handover_minutes', 'minutes of the handover'), ('year_end', 'year-end summary'), ('conference', 'minutes of the conference'), ('covenant', 'emulation covenant'), ('half_year', 'six-month review'), ('counting', 'counting minutes'), ('submission', 'submission of award nominations')], max_length=16, verbose_name='kind of paper'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='paper',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "reports_paperevent" ("act_id", "ballot_id", "bloc_id", "conference_id", "covenant_version_id", "dated", "emulation_year_id", "file_id", "handover_id", "id", "is_sample", "issued_at", "issued_by_id", "issuer_id", "kind", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "replace_reason", "replaces_id", "sha256", "submission_id", "symbol", "title", "type_code") VALUES (NEW."act_id", NEW."ballot_id", NEW."bloc_id", NEW."conference_id", NEW."covenant_version_id", NEW."dated", NEW."emulation_year_id", NEW."file_id", NEW."handover_id", NEW."id", NEW."is_sample", NEW."issued_at", NEW."issued_by_id", NEW."issuer_id", NEW."kind", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."place", NEW."replace_reason", NEW."replaces_id", NEW."sha256", NEW."submission_id", NEW."symbol", NEW."title", NEW."type_code"); RETURN NULL;', hash='8bc8c173145b9c37e8fef09e66310eee72d4fbb6', operation='INSERT', pgid='pgtrigger_insert_insert_b21e5', table='reports_paper', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='paper',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "reports_paperevent" ("act_id", "ballot_id", "bloc_id", "conference_id", "covenant_version_id", "dated", "emulation_year_id", "file_id", "handover_id", "id", "is_sample", "issued_at", "issued_by_id", "issuer_id", "kind", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "replace_reason", "replaces_id", "sha256", "submission_id", "symbol", "title", "type_code") VALUES (NEW."act_id", NEW."ballot_id", NEW."bloc_id", NEW."conference_id", NEW."covenant_version_id", NEW."dated", NEW."emulation_year_id", NEW."file_id", NEW."handover_id", NEW."id", NEW."is_sample", NEW."issued_at", NEW."issued_by_id", NEW."issuer_id", NEW."kind", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."place", NEW."replace_reason", NEW."replaces_id", NEW."sha256", NEW."submission_id", NEW."symbol", NEW."title", NEW."type_code"); RETURN NULL;', hash='a1cf85a6a9b50eff111e58aca97321a891e58ee6', operation='UPDATE', pgid='pgtrigger_update_update_bfcfa', table='reports_paper', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='paper',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "reports_paperevent" ("act_id", "ballot_id", "bloc_id", "conference_id", "covenant_version_id", "dated", "emulation_year_id", "file_id", "handover_id", "id", "is_sample", "issued_at", "issued_by_id", "issuer_id", "kind", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "replace_reason", "replaces_id", "sha256", "submission_id", "symbol", "title", "type_code") VALUES (OLD."act_id", OLD."ballot_id", OLD."bloc_id", OLD."conference_id", OLD."covenant_version_id", OLD."dated", OLD."emulation_year_id", OLD."file_id", OLD."handover_id", OLD."id", OLD."is_sample", OLD."issued_at", OLD."issued_by_id", OLD."issuer_id", OLD."kind", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place", OLD."replace_reason", OLD."replaces_id", OLD."sha256", OLD."submission_id", OLD."symbol", OLD."title", OLD."type_code"); RETURN NULL;', hash='65ed367755ea39ead8ef4b4b8e92344e12f745f2', operation='DELETE', pgid='pgtrigger_delete_delete_a5162', table='reports_paper', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='paper',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['handover_minutes', 'year_end', 'conference', 'covenant', 'half_year', 'counting', 'submission'])), name='paper_kind_is_known'),
        ),
        migrations.AddConstraint(
            model_name='paper',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('emulation_year__isnull', False), ('handover', None), ('kind', 'submission'), ('submission__isnull', False)), models.Q(models.Q(('kind', 'submission'), _negated=True), ('submission', None)), _connector='OR'), name='submission_paper_is_of_a_submission'),
        ),
        migrations.AddConstraint(
            model_name='paper',
            constraint=models.UniqueConstraint(fields=('submission',), name='submission_has_one_paper'),
        ),
        key(
            "reports_paper",
            "paper_is_of_its_submissions_year",
            "submission_id, emulation_year_id",
            "awards_submission (id, emulation_year_id)",
        ),
    ]
