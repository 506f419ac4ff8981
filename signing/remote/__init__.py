"""What signing through any remote service needs: careful HTTP, a breaker per server, errors that know their reach.

Each provider's own package (``bsre``, ``csc``) adds its protocol and its words.
"""
