"""Names as they stand inside a sentence."""


def dalam_kalimat(nama: str) -> str:
    """*Masa kerja golongan* begins small, abbreviations (*TMT golongan*, *NIP*) keep their capitals."""
    return nama if nama[1:2].isupper() else nama[:1].lower() + nama[1:]
