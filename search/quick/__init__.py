"""The quick reader: Tesseract's own network without the rest of Tesseract.

The network is converted at set-up out of the installed language data (:mod:`search.quick.model`); lines are
found by :mod:`search.quick.page`. Pages run through it in the sandbox child only (:mod:`search.reading`).
"""
