"""Names as they stand inside a sentence."""


def dalam_kalimat(nama: str) -> str:
    """*Masa kerja golongan* begins small; where the first word is an abbreviation (*TMT golongan*) it stays."""
    kata = nama.split(" ", 1)[0]
    return nama if kata.isupper() and len(kata) > 1 else nama[:1].lower() + nama[1:]
