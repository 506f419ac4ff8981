"""Keputusan Pemberhentian dan Pemberian Pensiun (BUP, atas permintaan sendiri), signed up to IV/b."""
