import os, pytest
from pathlib import Path
from docservice.verifikasi import sesi
from docservice.verifikasi.models import Sesi
from docservice.dokumen.models import Dokumen, Isian, Halaman
from docservice.layanan.models import Permohonan
from docservice.layanan.status import StatusPermohonan
from docservice.naskah.models import Naskah
from docservice.dokumen.status import StatusDokumen
from tests.docservice.alur.dunia import *
from tests.docservice.alur.jendela import jendela
from tests.docservice.verifikasi.test_putusan import sahkan, balikkan
pytestmark = pytest.mark.peramban
KE = Path("/tmp/shots")
def foto(layar, nama, alamat, penuh=True):
    for n, uk in (("d", {"width":1280,"height":800}), ("p", {"width":390,"height":800})):
        layar.page.set_viewport_size(uk)
        if alamat: layar.page.goto(alamat)
        layar.page.wait_for_timeout(250)
        layar.page.screenshot(path=str(KE/f"{nama}-{n}.png"), full_page=penuh)

def test_foto(rumah, browser):
    isi(rumah)
    k = rumah.kantor
    acuan = rumah.dokumen(TEMAN, "SK_CPNS", status=StatusDokumen.TERVERIFIKASI)
    v = acuan.versi.get()
    h = v.halaman.get()
    for n in (2,3):
        Halaman.objects.create(versi=v, nomor=n, lebar=h.lebar, tinggi=h.tinggi, gambar=gambar(f"hal {n}", 1131), kecil=h.kecil)
    sk = Dokumen.objects.filter(pegawai__nip__endswith='925', jenis='SK_CPNS').exclude(pk=acuan.pk).get()
    v = sk.versi.get(); h = v.halaman.get()
    Halaman.objects.create(versi=v, nomor=2, lebar=h.lebar, tinggi=h.tinggi, gambar=gambar("kedua", 1131), kecil=h.kecil)
    v.jumlah_halaman = 2; v.save()
    lain = [rumah.dokumen(TEMAN, "KARPEG") for _ in range(3)]
    sesi.ambil(by=k.akun(FASILITATOR), jumlah=20)
    with jendela(browser, rumah, FASILITATOR, peran="fasilitator") as layar:
        p = layar.page
        foto(layar, "antrean", "/verifikasi/")
        foto(layar, "meja", f"/verifikasi/{sk.pk}/", penuh=False)
        p.set_viewport_size({"width":1280,"height":800}); p.goto(f"/verifikasi/{sk.pk}/")
        for _ in range(3): p.keyboard.press("ArrowDown")
        p.keyboard.press("+"); p.wait_for_timeout(200); p.screenshot(path="/tmp/shots/meja-zoom-d.png")
        p.keyboard.press("c"); p.wait_for_timeout(1500); p.screenshot(path="/tmp/shots/meja-banding-d.png")
        p.evaluate("document.querySelector('.meja-gambar').scrollTop = 1300"); p.wait_for_timeout(500); p.screenshot(path="/tmp/shots/meja-banding2-d.png")
        p.keyboard.press("c"); p.keyboard.press("f"); p.keyboard.press("r"); p.wait_for_timeout(300); p.screenshot(path="/tmp/shots/meja-putar-d.png")
        foto(layar, "permohonan-fas", f"/permohonan/{Permohonan.objects.get(pegawai__nip__endswith='925').pk}/")
        sahkan(k, lain[0]); balikkan(k, lain[1]); 
        p.set_viewport_size({"width":1280,"height":800}); p.goto(f"/verifikasi/{sk.pk}/"); p.screenshot(path="/tmp/shots/meja-urung-d.png")
        p.set_viewport_size({"width":390,"height":800}); p.goto(f"/verifikasi/{sk.pk}/"); p.screenshot(path="/tmp/shots/meja-urung-p.png")
        sesi.lewati(by=k.akun(FASILITATOR), dokumen=lain[2]); sesi.akhiri(by=k.akun(FASILITATOR))
        foto(layar, "sesi", f"/verifikasi/sesi/{Sesi.objects.get().pk}/")
        foto(layar, "antrean-ttd", "/verifikasi/")
        foto(layar, "antrean-kosong", "/verifikasi/?umur=terlambat")
        foto(layar, "permohonan-antrean", "/permohonan/")
        foto(layar, "beranda-fas", "/")
    with jendela(browser, rumah, TEMAN) as layar:
        foto(layar, "katalog", "/layanan/")
        foto(layar, "cek", "/layanan/l/")
        foto(layar, "cek-cuti", "/layanan/q/")
        foto(layar, "permohonan", f"/permohonan/{Permohonan.objects.get(pegawai__nip__endswith='925').pk}/")
    with jendela(browser, rumah, PEMILIK) as layar:
        foto(layar, "cek13", "/layanan/l/")
        foto(layar, "katalog13", "/layanan/")
        foto(layar, "beranda13", "/")
        foto(layar, "arsip13", "/arsip-saya/")
    with jendela(browser, rumah, ADMIN, peran="administrator") as layar:
        n = Naskah.objects.exclude(status="terbit").order_by("pk").first()
        foto(layar, "naskah-daftar", "/naskah/")
        for x in Naskah.objects.all(): foto(layar, f"naskah-{x.status}-{x.pk}", f"/naskah/{x.pk}/")
        pm = Permohonan.objects.get(status="draf_naskah", pegawai__nip=k.nip[20]); 
        foto(layar, "permohonan-draf", f"/permohonan/{pm.pk}/")
        foto(layar, "sehat", "/sehat/")
        foto(layar, "mutu", "/verifikasi/mutu/")
        foto(layar, "permohonan-ekst", f"/permohonan/{Permohonan.objects.get(status='proses_eksternal').pk}/")
        foto(layar, "pengelola", "/pengelola/")
        foto(layar, "kampanye", "/laporan/kampanye/")
        foto(layar, "beranda-admin", "/")
    with jendela(browser, rumah, None) as layar:
        foto(layar, "sehat-umum", "/sehat/")
    with jendela(browser, rumah, SEKDA) as layar:
        foto(layar, "baki", "/tanda-tangan/")
        p = layar.page
        p.set_viewport_size({"width":1280,"height":800}); p.goto("/tanda-tangan/"); 
        p.fill("#passphrase", "salah-sekali"); p.click("form:has(#passphrase) button.utama"); p.wait_for_timeout(4000)
        foto(layar, "hasil-salah", None)
        p.goto("/tanda-tangan/"); p.set_viewport_size({"width":1280,"height":800}); p.goto("/tanda-tangan/"); p.fill("#passphrase", passphrase()); p.click("form:has(#passphrase) button.utama"); p.wait_for_timeout(6000)
        foto(layar, "hasil", None)
        foto(layar, "baki-kosong", "/tanda-tangan/")
