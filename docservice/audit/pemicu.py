"""SQL that makes the database itself refuse to edit or delete entries."""

SQLITE = """
CREATE TRIGGER jurnal_ubah BEFORE UPDATE ON audit_jejak BEGIN SELECT RAISE(ABORT, 'jurnal tetap'); END;
CREATE TRIGGER jurnal_hapus BEFORE DELETE ON audit_jejak BEGIN SELECT RAISE(ABORT, 'jurnal tetap'); END;
"""
POSTGRESQL = """
CREATE FUNCTION jurnal_tetap() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'jurnal tidak dapat diubah'; END $$;
CREATE TRIGGER jurnal_tetap BEFORE UPDATE OR DELETE ON audit_jejak FOR EACH ROW EXECUTE FUNCTION jurnal_tetap();
"""


def pasang(apps, schema_editor):  # type: ignore[no-untyped-def]
    sqlite = schema_editor.connection.vendor == "sqlite"
    with schema_editor.connection.cursor() as cursor:
        for statement in SQLITE.strip().splitlines() if sqlite else [POSTGRESQL]:
            cursor.execute(statement)


def lepas(apps, schema_editor):  # type: ignore[no-untyped-def]
    with schema_editor.connection.cursor() as cursor:
        if schema_editor.connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER jurnal_ubah")
            cursor.execute("DROP TRIGGER jurnal_hapus")
        else:
            cursor.execute("DROP TRIGGER jurnal_tetap ON audit_jejak; DROP FUNCTION jurnal_tetap()")
