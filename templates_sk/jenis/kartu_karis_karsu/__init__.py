"""Bukti pendaftaran kartu istri or kartu suami, in the size of a card; not the card of BKN."""
