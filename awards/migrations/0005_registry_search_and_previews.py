"""Search in a million awards, imports that wait to be saved, decisions that were corrected."""

import django.contrib.postgres.indexes
import pgtrigger.compiler
import pgtrigger.migrations
import vietnamese.fields
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('awards', '0004_nominations_belong_to_their_year'),
        ('blocs', '0003_reference_rows'),
        ('files', '0001_initial'),
    ]

    operations = [
        TrigramExtension(),
        pgtrigger.migrations.RemoveTrigger(
            model_name='decision',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='decision',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='decision',
            name='delete_delete',
        ),
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
            model_name='decision',
            name='corrected_at',
            field=models.DateTimeField(editable=False, null=True, verbose_name='corrected at'),
        ),
        migrations.AddField(
            model_name='decision',
            name='correction',
            field=vietnamese.fields.CharField(blank=True, editable=False, max_length=300, verbose_name='reason for the correction'),
        ),
        migrations.AddField(
            model_name='decisionevent',
            name='corrected_at',
            field=models.DateTimeField(editable=False, null=True, verbose_name='corrected at'),
        ),
        migrations.AddField(
            model_name='decisionevent',
            name='correction',
            field=vietnamese.fields.CharField(blank=True, editable=False, max_length=300, verbose_name='reason for the correction'),
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
            model_name='decision',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "awards_decisionevent" ("announcement", "corrected_at", "correction", "dated", "file_id", "id", "inferred", "is_historical", "is_public", "issuer", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province_id", "signer", "signer_position", "source_id", "subject") VALUES (NEW."announcement", NEW."corrected_at", NEW."correction", NEW."dated", NEW."file_id", NEW."id", NEW."inferred", NEW."is_historical", NEW."is_public", NEW."issuer", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."province_id", NEW."signer", NEW."signer_position", NEW."source_id", NEW."subject"); RETURN NULL;', hash='151d71d07aa93c96c117fff1e113b8cc939c4799', operation='INSERT', pgid='pgtrigger_insert_insert_f87a7', table='awards_decision', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='decision',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "awards_decisionevent" ("announcement", "corrected_at", "correction", "dated", "file_id", "id", "inferred", "is_historical", "is_public", "issuer", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province_id", "signer", "signer_position", "source_id", "subject") VALUES (NEW."announcement", NEW."corrected_at", NEW."correction", NEW."dated", NEW."file_id", NEW."id", NEW."inferred", NEW."is_historical", NEW."is_public", NEW."issuer", NEW."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."province_id", NEW."signer", NEW."signer_position", NEW."source_id", NEW."subject"); RETURN NULL;', hash='d9b4760f81f0a430a7fcae2f7f26df02487bb341', operation='UPDATE', pgid='pgtrigger_update_update_2500c', table='awards_decision', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='decision',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "awards_decisionevent" ("announcement", "corrected_at", "correction", "dated", "file_id", "id", "inferred", "is_historical", "is_public", "issuer", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province_id", "signer", "signer_position", "source_id", "subject") VALUES (OLD."announcement", OLD."corrected_at", OLD."correction", OLD."dated", OLD."file_id", OLD."id", OLD."inferred", OLD."is_historical", OLD."is_public", OLD."issuer", OLD."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."province_id", OLD."signer", OLD."signer_position", OLD."source_id", OLD."subject"); RETURN NULL;', hash='5d07b289e985972e1a9c6624f08571fad6718ca5', operation='DELETE', pgid='pgtrigger_delete_delete_9c107', table='awards_decision', when='AFTER')),
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
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('corrected_at', None), ('correction', '')), models.Q(('corrected_at__isnull', False), models.Q(('correction', ''), _negated=True)), _connector='OR'), name='decision_is_corrected_for_a_reason'),
        ),
    ]
