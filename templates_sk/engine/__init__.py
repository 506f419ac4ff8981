"""Text and marks on pages, pages into one tagged PDF/A file. Knows nothing of decrees."""
