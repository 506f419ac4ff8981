"""API of bulk uploads: hand in, look, correct, send."""

from __future__ import annotations

import secrets

from rest_framework.decorators import api_view
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from docservice.akun.idempotensi import PARAMETER, kunci_dari
from docservice.akun.token import saya
from docservice.borongan import actions
from docservice.borongan.models import Borongan
from docservice.borongan.permissions import ambil_borongan, check_may_borongan
from docservice.borongan.serializers import (
    BarisBoronganSerializer,
    BoronganSerializer,
    PerbaikiSerializer,
    SaringBarisSerializer,
    UnggahBoronganSerializer,
)
from docservice.dokumen.kiriman import satu_persatu
from docservice.dokumen.upload import check_terhenti
from docservice.umum import api as umum
from docservice.umum.api import baca, daftar, jawab, operasi

KE = "dokumen"


class DaftarBorongan(APIView):
    pagination_class = umum.Halaman
    parser_classes = (MultiPartParser,)

    @operasi("Unggahan borongan", ke=KE, keluar=BoronganSerializer(many=True))
    def get(self, request: Request) -> Response:
        check_may_borongan(saya(request))
        return daftar(request, BoronganSerializer, Borongan.objects.visible_to(saya(request)))

    @operasi(
        "Unggah borongan",
        ke=KE,
        masuk=UnggahBoronganSerializer,
        keluar=BoronganSerializer,
        status=201,
        parameters=[PARAMETER],
        description="Satu ZIP atau banyak berkas. Namanya dibaca, diperiksa, lalu menunggu Anda perbaiki dan kirim.",
    )
    def post(self, request: Request) -> Response:
        by, data = saya(request), request.data
        check_terhenti(request)
        check_may_borongan(by)
        isi = baca(UnggahBoronganSerializer, data)
        kunci = kunci_dari(request)[:60] or secrets.token_urlsafe(16)
        berkas = satu_persatu(by=by, langsung=isi["berkas"], pk=isi["kiriman"])
        borongan = actions.terima(by=by, berkas=berkas, kunci=kunci, kiriman=isi["kiriman"])
        return jawab(BoronganSerializer, borongan, 201)


@operasi("Satu unggahan borongan", ke=KE, keluar=BoronganSerializer)
@api_view(["GET"])
def rincian(request: Request, pk: int) -> Response:
    return jawab(BoronganSerializer, ambil_borongan(saya(request), pk))


class Baris(APIView):
    pagination_class = umum.Halaman

    @operasi("Berkas dalam borongan", ke=KE, keluar=BarisBoronganSerializer(many=True), saring=SaringBarisSerializer)
    def get(self, request: Request, pk: int) -> Response:
        saring = baca(SaringBarisSerializer, request.query_params)
        return daftar(request, BarisBoronganSerializer, ambil_borongan(saya(request), pk).baris.filter(**saring))

    @operasi("Perbaiki berkas dalam borongan", ke=KE, masuk=PerbaikiSerializer, keluar=BoronganSerializer)
    def patch(self, request: Request, pk: int) -> Response:
        borongan = ambil_borongan(saya(request), pk)
        semua = baca(PerbaikiSerializer, request.data)["baris"]
        isian = {satu["urutan"]: satu | {"buang": "ya" if satu["buang"] else ""} for satu in semua}
        actions.perbaiki(by=saya(request), borongan=borongan, isian=isian)
        return jawab(BoronganSerializer, borongan)


@operasi("Kirim yang siap", ke=KE, keluar=BoronganSerializer, status=202)
@api_view(["POST"])
def kirim(request: Request, pk: int) -> Response:
    borongan = ambil_borongan(saya(request), pk)
    actions.kirim(by=saya(request), borongan=borongan)
    borongan.refresh_from_db()
    return jawab(BoronganSerializer, borongan, 202)
