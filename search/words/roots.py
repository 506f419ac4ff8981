"""Root words of office Indonesian, written by hand, and the words affix rules would get wrong.

A word listed as a root is never shortened; a longer word is shortened only down to a listed root
(or by an unmistakable pair of affixes). So names stay whole: they are not in the list.
"""

from __future__ import annotations

_ROOTS = """
    abai abdi absen acara acu ada adil adu aduan agama ahli ajar aju ajuk akad akhir akibat akreditasi
    akses aksi akta aktif alamat alat alih alokasi aman amanat amat ambil anak analis analisis andal
    anggap anggar anggota angka angkat angkut anjur antar anugerah anut apel apresiasi arah arsip arti
    asah asal asas asesmen asli aspek asuh asuransi atas atur awak awal awas ayat bab baca bagi bahan
    bahas baik baku balas balik bandar bandel banding bangun bantah bantu banyak bapak baru basuh batal
    batas bawa bawah bayar beban bebas beda bekal beku bela belajar belanja beli benar bendahara bentuk
    berangkat beras berhenti beri berita berkala berkas bersih besar besuk betul biasa biaya bicara
    bidang bijak bina birokrasi bisnis blangko bobot bohong boleh bongkar bruto buat bubuh budaya buka
    bukti buku bulan bundel bunuh bupati bupti buru buruh butir butuh cabang cabut cacat cadang cair
    cakap cakup calon camat campur cantum capai catat cegah cek cepat cerai cermat cetak cipta cita cocok
    contoh cukup curang curi cuti dadak daftar dalam dalil damai dampak damping dana dapat dasar data
    datang daya dekat derajat desa desak detasering dewan dialog diam didik diklat dinas diploma direktur
    disiplin disposisi dokter dokumen dorong dosen dua duda duduk duga dukung dusun edar efektif efisien
    eksekutif elektronik emban empat enam eselon evaluasi fasilitas fasilitator final fokus formasi
    formulir foto fungsi fungsional gabung gadai gagal gaji ganda ganggu ganti garis gawat gelar gerak
    giat gilir golong golongan gotong gubernur gugat gugur guna guru habis hadap hadiah hadir hak hakim
    hal halaman halang hambat hapus harap harga hari harkat harus hasil hemat henti hibah hidup hilang
    himbau himpun hirarki hitung honor hormat hubung hukum huni huruf ibu identitas ijazah ijin ikat
    ikhtisar ikut ilmu imbal imbau indeks induk informasi ingat ingin inspektorat inspektur instansi
    instruksi integritas intensif inti isi istimewa istirahat istri izin jabat jaga jajar jalan jalur jam
    jamin janda jangka janji jarak jaring jasa jati jatuh jawab jelas jemput jenis jenjang jera jilid
    jual juang judul jujur jumlah jumpa jurus kabar kabupaten kader kaji kali kandung kantor kapal karier
    karir kartu karya kasih kasus kata kategori kaya keberatan kebijakan kecil kecuali kehendak kejar
    kelas kelola keluar keluarga keluh kemas kembali kembang kena kenal kendala kendali kepala keputusan
    kerah keras kerja ketat ketik ketua khas khusus kini kirim klaim klarifikasi klasifikasi klinik kode
    komisi komite komitmen kompeten kompetensi komunikasi kondisi konsep konsultasi kontrak koordinasi
    koreksi kota kredit kuasa kuat kukuh kuliah kumpul kunci kunjung kurang kurs kursus kutip laba lacak
    lahir lain laju laku lama lambat lampau lampir lancar langgar langkah langsung lanjut lantik lapor
    larang latih latsar layak layan lebih legal legalisasi lemah lembaga lembar lembur lengkap lepas
    lestari letak lewat libat libur lihat limpah lindung lingkung lingkungan lokasi loyal luar luas lulus
    lunas lurah mahasiswa mahir maju makan maklum maksimal maksud mampu mandat mandiri manfaat mangkir
    manusia martabat masa masalah masuk masyarakat materi mati mediasi medis milik minat minta miskin
    mitra moda mohon muat muda mudah mula mulai mulia mundur murni musyawarah mutakhir mutasi mutu nafkah
    naik nama nasihat nasional naskah niat nikah nilai nomor nonaktif norma nota notula nyata objek olah
    operasi operator organisasi otoritas padan padu pagu pahala paham pajak pakai paksa palsu panas
    pandai pandang pandu panggil panggung pangkat panitia panjang pantau papar paraf pasal pasang pasti
    patuh patut pecah pecat pedoman pegang pegawai pejabat pelajar pelihara pelosok pemda pemerintah
    pengaruh penggal penjara pensiun penting penuh peran perangkat perawat percaya perdata pergi periksa
    peringkat perintah periode peristiwa perkara perlu permisi pernah persen persis peserta petik petugas
    piagam pidana pihak pikir pilah pilih pimpin pindah pindai pinjam pisah pokok pola polisi popular
    posisi potong prajabatan prakarsa praktik predikat presiden prestasi pribadi prioritas produk profesi
    program proses provinsi proyek puas publik pugar pukul pulang pulih pungut pusat puskesmas putus ragu
    rahasia raih rancang rangkap rapat rapi rata rawat realisasi rekam rekomendasi rekrut relawan remaja
    rencana rendah resah resmi retensi revisi rinci ringan ringkas risiko riwayat rotasi ruang rugi rujuk
    rukun rumah rumus rupiah rusak rutin sah saing saji sakit saksi salah salin salur sama sambung sambut
    sampai sampaikan sandang sangat sanggah sanggup sanksi santun sapa saran sarana sarjana satu satuan
    saudara sayang sebab sebar sebut sedang sederhana sedia segel segera sehat sekolah sekretariat
    sekretaris seksi sela selamat selaras seleksi selenggara selesai selidik semangat sembuh sempurna
    senang sendiri sengaja sengketa senior sensus sepakat serah serap serta sertifikasi sertifikat sesuai
    setara setia setor setuju siap sidang sifat sikap silang simpan simpul singkat sipil sisa sistem
    siswa situs skala skripsi soal sosial sosialisasi staf standar status stempel strata struktur
    struktural suami suara suasana subjek suci suka sukarela sulit sumbang sumber sumpah sungguh surat
    suruh surut survei susul susun swasta syarat tahan tahap tahu tahun takaran tamat tambah tampil
    tampung tanah tanda tandatangan tanding tangan tanggal tanggap tangguh tanggung tangkal tanya tarif
    tarik taruh tata tatap tawar tayang tebus tegak tegas tegur tekan teken teknis telaah teladan telepon
    teliti telusur tempat tempuh temu tenaga tengah tentang tentu tepat terampil terang terap terbit
    terima terjemah tertib tes tetap tewas tidak tiga tilang timbang timbul tindak tindas tinggal tinggi
    tingkat tinjau tipu titip tokoh tolak tolong tonjol topik transkrip tua tuduh tugas tuju tukar tulang
    tular tulis tumbuh tunda tunggak tunggu tunjang tunjuk tuntas tuntut turun turut tutup ubah ucap uji
    ukur ulang umum umur undang undi unduh undur unggah unggul ungkap unit universitas unjuk unsur untung
    upacara upah upaya urai urus urut usaha usia usul usut utama utang uzur valid validasi verifikasi
    wabah wafat wajar wajib wakil waktu walikota warga waris warta wasiat wawancara wenang widyaiswara
    wilayah wujud yakin yayasan yudisial zona
"""

ROOTS = frozenset(_ROOTS.split())

EXCEPTIONS = {
    # rules would reach another listed root, or none
    "anggaran": "anggar",
    "beberapa": "beberapa",
    "belajar": "ajar",
    "berangkat": "berangkat",
    "keberangkatan": "berangkat",
    "memberangkatkan": "berangkat",
    "berhenti": "henti",
    "pemberhentian": "henti",
    "memberhentikan": "henti",
    "diberhentikan": "henti",
    "memberikan": "beri",
    "pemberian": "beri",
    "pemberitahuan": "tahu",
    "memberitahukan": "tahu",
    "diberitahukan": "tahu",
    "golongan": "golong",
    "jurusan": "jurus",
    "kebijakan": "bijak",
    "keberatan": "berat",
    "keputusan": "putus",
    "kewenangan": "wenang",
    "berwenang": "wenang",
    "lingkungan": "lingkung",
    "mengetahui": "tahu",
    "pejabat": "jabat",
    "pelajar": "ajar",
    "pelajaran": "ajar",
    "pembelajaran": "ajar",
    "pengetahuan": "tahu",
    "perawat": "rawat",
    "peserta": "serta",
    "petugas": "tugas",
    "satuan": "satu",
    "seorang": "orang",
    "sampaikan": "sampai",
    "terhitung": "hitung",
    "aduan": "adu",
}
