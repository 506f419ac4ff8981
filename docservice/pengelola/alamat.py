"""Where notices of this room lead; plain paths, because the verbs know no addresses of pages."""

ALAMAT_SAYA = "/peran-saya/"
ALAMAT_UNIT = "/pengelola/"
ALAMAT_TINJAU = "/peran/peninjauan/"
ALAMAT_PERAN = "/peran/semua/"
