"""Indonesian words, dates and numbers: shared by the reader of fields and by the search index."""
