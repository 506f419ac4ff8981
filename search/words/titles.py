"""Academic and professional titles as the rules write them, known however stops and blanks were printed or read."""

from __future__ import annotations

import re

_TITLES = """
A.Ma. A.Ma.Pd. A.Md. A.Md.Ak. A.Md.Far. A.Md.Gz. A.Md.Keb. A.Md.Kep. A.Md.Kes. A.Md.Kom. A.Md.T. A.Md.Tra. A.P. S.Ag.
S.Ak. S.AP. S.E. S.Farm. S.Gz. S.H. S.Hum. S.Hut. S.I.Kom. S.IP. S.I.Pust. S.Keb. S.Ked. S.Kel. S.Kep. S.Kes. S.KH.
S.KM. S.Kom. S.KPm. S.M. S.Mat. S.Or. S.P. S.Pd. S.Pd.I. S.Pd.K. S.Pd.SD. S.Pi. S.Ptk. S.PWK. S.Psi. S.Pt. S.S. S.Si.
S.Sn. S.Sos. S.ST. S.STP. S.Stat. S.T. S.Th. S.TP. S.Tr. S.Tr.Gz. S.Tr.IP. S.Tr.Keb. S.Tr.Kep. S.Tr.Kes. S.Tr.Sos.
M.A. M.Ag. M.Ak. M.AP. M.E. M.Eng. M.Farm. M.H. M.Hum. M.I.Kom. M.IP. M.Kes. M.Keb. M.Kep. M.KM. M.Kom. M.M. M.P.
M.Pd. M.Pd.I. M.PH. M.Pi. M.Psi. M.PWK. M.Sc. M.Si. M.Sn. M.Sos. M.T. M.Th. M.Tr.IP. M.Tr.Kep. MBA Ph.D. Sp.A. Sp.An.
Sp.B. Sp.JP. Sp.KG. Sp.KK. Sp.M. Sp.N. Sp.OG. Sp.OT. Sp.P. Sp.PA. Sp.PD. Sp.PK. Sp.Rad. Sp.THT. Ak. Apt. CA Ners Ns.
"""


_SIGNS = re.compile(r"[\s.]")
_KNOWN = {_SIGNS.sub("", title): title for title in _TITLES.split()}
_KNOWN_IN_CAPITALS = {letters.upper(): title for letters, title in _KNOWN.items()}


def title(printed: str) -> str | None:
    """*printed* as it is written, when it is one title; its capitals count, for ``S.Pa.`` is no ``Sp.A.``"""
    letters = _SIGNS.sub("", printed)
    return _KNOWN.get(letters) or _KNOWN_IN_CAPITALS.get(letters)


def titles(printed: str) -> list[str] | None:
    """What stands between two commas as titles, as it may be several with blanks between; None when one is unknown."""
    if one := title(printed):
        return [one]
    found = [known for part in printed.split() if (known := title(part))]
    return found if found and len(found) == len(printed.split()) else None
