"""An outside judge of our files: veraPDF on every kind, draft and final."""
