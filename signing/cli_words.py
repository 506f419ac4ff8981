"""What ``--help`` says of each command: what it does, two lines to copy, and what the exit codes mean."""

from __future__ import annotations

_SECRET = (
    "Passphrase atau PIN ditanyakan di layar. Untuk skrip: variabel SIGNING_SECRET, atau --secret-fd N.\n"
    "Passphrase tidak pernah ditulis sebagai argumen."
)
WORDS = {
    "dev-pki": (
        "Membuat sertifikat percobaan: CA, penanda tangan (signers/*.p12), segel, TSA, dan daftar kepercayaan\n"
        "(trust/). Hanya untuk pengembangan; setiap sertifikat menyebutkannya.\n" + _SECRET,
        "Contoh:\n"
        "  python -m signing dev-pki pki --person 1971=Citra\n"
        "  python -m signing dev-services pki\n\n"
        "Kode keluar: 0 berhasil, 1 gagal.",
    ),
    "dev-services": (
        "Melayani TSA, OCSP, dan CRL dari dev-pki pada 127.0.0.1 sampai dihentikan dengan Ctrl-C.",
        "Contoh:\n  python -m signing dev-services pki\n\nKode keluar: 0 berhenti seperti diminta, 1 gagal.",
    ),
    "prepare": (
        "Memeriksa PDF sebelum tanda tangan pertama, merapikannya menjadi satu revisi tanpa mengubah tampilan, dan\n"
        "menyiapkan bidang semua penanda tangan. IN tidak pernah diubah.",
        "Contoh:\n"
        "  python -m signing prepare konsep.pdf siap.pdf --field Kepala:1,320,100,520,160\n\n"
        "Kode keluar: 0 siap, 1 ditolak dengan alasannya.",
    ),
    "sign": (
        "Menandatangani satu PDF, atau membubuhkan segel. IN tidak pernah diubah; OUT ditulis utuh atau tidak sama\n"
        "sekali.\n" + _SECRET,
        "Contoh:\n"
        "  python -m signing sign sk.pdf sk-ttd.pdf --key pki/signers/1971.p12\n"
        "  python -m signing sign sk.pdf sk-ttd.pdf --key pki/signers/1971.p12 --level B-LTA \\\n"
        "      --tsa http://127.0.0.1:8318/tsa --trust pki/trust\n\n"
        "Kode keluar: 0 ditandatangani, 1 ditolak, 2 penyedia gagal, 3 hasilnya tidak diketahui\n"
        "(jangan diulang sebelum diperiksa).",
    ),
    "raise": (
        "Menambahkan bukti jangka panjang (B-LT atau B-LTA) pada PDF yang sudah bertanda tangan, milik siapa pun.\n"
        "Hanya menambahkan di belakang; byte yang sudah ditandatangani tidak berubah.",
        "Contoh:\n"
        "  python -m signing raise sk-ttd.pdf sk-arsip.pdf --tsa http://127.0.0.1:8318/tsa --trust pki/trust\n\n"
        "Kode keluar: 0 berhasil, 1 ditolak, 2 penyedia gagal.",
    ),
    "validate": (
        "Memeriksa tanda tangan dalam satu atau beberapa PDF: sah, tidak sah, atau belum dapat dipastikan, dengan\n"
        "alasannya. Berkas yang rusak tidak menghentikan pemeriksaan berkas lain.",
        "Contoh:\n"
        "  python -m signing validate sk-ttd.pdf --trust pki/trust\n"
        "  python -m signing validate *.pdf --trust pki/trust --json\n\n"
        "Kode keluar, yang terburuk dari semua berkas: 0 semua sah, 1 ada yang tidak sah, 2 ada yang belum dapat\n"
        "dipastikan, 3 ada yang tidak bertanda tangan, 4 ada yang tidak dapat dibaca.",
    ),
    "bench": (
        "Mengukur kecepatan tanda tangan atau pemeriksaan pada mesin ini, dibandingkan openssl dan pyHanko apa adanya.",
        "Contoh:\n  python -m signing bench verify --json",
    ),
}
