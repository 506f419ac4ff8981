"""API: an administrator settles an unknown outcome."""

from __future__ import annotations

from rest_framework.decorators import api_view
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun.token import saya
from docservice.dokumen.upload import check_terhenti
from docservice.naskah import penyelesaian
from docservice.naskah.permissions import ambil_naskah, check_may_susun
from docservice.naskah.serializers import BerkasCekSerializer, BuktiTidakSerializer, UpayaSerializer
from docservice.umum.api import baca, jawab, operasi

KE = "naskah"


class HasilPenyedia(APIView):
    parser_classes = (MultiPartParser,)

    @operasi("Serahkan hasil tanda tangan dari penyedia", ke=KE, masuk=BerkasCekSerializer, keluar=UpayaSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """For an unknown outcome only; what our verifier does not pass is refused."""
        by = saya(request)
        naskah = ambil_naskah(by, pk)
        check_may_susun(by, naskah.pegawai.pengguna_id)
        data = request.data
        check_terhenti(request)
        pdf = baca(BerkasCekSerializer, data)["berkas"].read()
        return jawab(UpayaSerializer, penyelesaian.terima_hasil(by=by, naskah=naskah, pdf=pdf))


@operasi("Nyatakan terbukti tidak ditandatangani", ke=KE, masuk=BuktiTidakSerializer, keluar=UpayaSerializer)
@api_view(["POST"])
def tidak_ditandatangani(request: Request, pk: int) -> Response:
    by = saya(request)
    naskah = ambil_naskah(by, pk)
    check_may_susun(by, naskah.pegawai.pengguna_id)
    isi = baca(BuktiTidakSerializer, request.data)
    return jawab(UpayaSerializer, penyelesaian.nyatakan_tidak(by=by, naskah=naskah, **isi))
