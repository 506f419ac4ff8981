"""Keputusan Pengangkatan Calon Pegawai Negeri Sipil, signed in ink: what older personal files hold on paper."""
