"""How pyHanko is called. Nothing of it is seen outside this package and the verifier."""
