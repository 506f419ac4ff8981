"""Minutes of a verification session: every file compared with its original, by its SHA-256."""
