"""What happens inside the sandbox child: a stranger's file becomes words with places.

Only :mod:`search.extract` calls this, and only through ``sandbox.call``.
"""
