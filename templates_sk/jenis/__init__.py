"""One folder per kind of naskah: data (schema.py), wording (layout.py), a filled example (contoh.json)."""
