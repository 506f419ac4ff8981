"""Signing through the BSrE Esign Client Service of an agency: v1 or v2, passphrase or TOTP, and seals.

Private keys stay at BSSN; the whole document travels to the agency's own small server and comes back signed. The
protocol is known from the vendor's guide v2.2.1 and from the field, so every answer is doubted: see ``acceptance``.
"""

from signing.bsre.accounts import Account, Accounts, FolderAccounts
from signing.bsre.connection import Connection
from signing.bsre.errors import BsreError, Scope
from signing.bsre.health import health
from signing.bsre.profile import Profile
from signing.bsre.signer import BsreSigner
from signing.remote.health import Health

__all__ = [
    "Account",
    "Accounts",
    "BsreError",
    "BsreSigner",
    "Connection",
    "FolderAccounts",
    "Health",
    "Profile",
    "Scope",
    "health",
]
