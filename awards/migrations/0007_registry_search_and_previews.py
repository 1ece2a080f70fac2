"""Search in a million awards, imports that wait to be saved."""

import django.contrib.postgres.indexes
import pgtrigger.compiler
import pgtrigger.migrations
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('awards', '0006_share_of_other_awards'),
        ('blocs', '0003_reference_rows'),
    ]

    operations = [
        TrigramExtension(),
        pgtrigger.migrations.RemoveTrigger(
            model_name='historyimport',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='historyimport',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='historyimport',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='historyimport',
            name='saved_at',
            field=models.DateTimeField(null=True, verbose_name='saved at'),
        ),
        migrations.AddField(
            model_name='historyimportevent',
            name='saved_at',
            field=models.DateTimeField(null=True, verbose_name='saved at'),
        ),
        migrations.AddIndex(
            model_name='award',
            index=models.Index(fields=['-year', '-id'], name='award_newest_first'),
        ),
        migrations.AddIndex(
            model_name='award',
            index=django.contrib.postgres.indexes.GinIndex(fields=['search_key'], name='award_by_words', opclasses=['gin_trgm_ops']),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='historyimport',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "awards_historyimportevent" ("at", "by_id", "file_id", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province_id", "saved_at", "scan_id", "undone_at", "undone_why") VALUES (NEW."at", NEW."by_id", NEW."file_id", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."province_id", NEW."saved_at", NEW."scan_id", NEW."undone_at", NEW."undone_why"); RETURN NULL;', hash='43d41adf2aa11aa7e1fa4b1716eaec1c75a91a63', operation='INSERT', pgid='pgtrigger_insert_insert_c340f', table='awards_historyimport', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='historyimport',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "awards_historyimportevent" ("at", "by_id", "file_id", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province_id", "saved_at", "scan_id", "undone_at", "undone_why") VALUES (NEW."at", NEW."by_id", NEW."file_id", NEW."id", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."province_id", NEW."saved_at", NEW."scan_id", NEW."undone_at", NEW."undone_why"); RETURN NULL;', hash='9647b3d60459a1f588ab5814a01eed7e3680fb8f', operation='UPDATE', pgid='pgtrigger_update_update_20421', table='awards_historyimport', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='historyimport',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "awards_historyimportevent" ("at", "by_id", "file_id", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province_id", "saved_at", "scan_id", "undone_at", "undone_why") VALUES (OLD."at", OLD."by_id", OLD."file_id", OLD."id", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."province_id", OLD."saved_at", OLD."scan_id", OLD."undone_at", OLD."undone_why"); RETURN NULL;', hash='fc591d1e64f3c994b152ce58e704cae698e6d732', operation='DELETE', pgid='pgtrigger_delete_delete_e21f8', table='awards_historyimport', when='AFTER')),
        ),
    ]
