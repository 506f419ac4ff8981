"""The public check: open to anyone, so it is slowed down per address and shows only what the page shows."""

from __future__ import annotations

from rest_framework.decorators import api_view, authentication_classes, permission_classes, throttle_classes
from rest_framework.parsers import MultiPartParser
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.dokumen.upload import check_terhenti
from docservice.naskah.cek import cek_berkas, cek_token
from docservice.naskah.laju import LajuCek, LajuCekBerkas
from docservice.naskah.serializers import BerkasCekSerializer, HasilCekSerializer
from docservice.umum.api import baca, jawab, operasi

KE = "cek"


@operasi("Cek kode pada QR", ke=KE, keluar=HasilCekSerializer)
@api_view(["GET"])
@authentication_classes([])
@permission_classes([AllowAny])
@throttle_classes([LajuCek])
def token(request: Request, token: str) -> Response:
    return jawab(HasilCekSerializer, cek_token(token))


class CekBerkas(APIView):
    authentication_classes = ()
    permission_classes = (AllowAny,)
    throttle_classes = (LajuCekBerkas,)
    parser_classes = (MultiPartParser,)

    @operasi("Cek berkas", ke=KE, masuk=BerkasCekSerializer, keluar=HasilCekSerializer)
    def post(self, request: Request) -> Response:
        """Nothing is kept."""
        data = request.data
        check_terhenti(request, "Pakai kode QR pada kertasnya.")
        return jawab(HasilCekSerializer, cek_berkas(baca(BerkasCekSerializer, data)["berkas"].read()))
