"""Words of a PDF object, to the letter."""

import pytest

from signing.verifier.grammar import well_formed

GOOD = [
    b"1 0 obj\n<</A /B#20C /D [1 -2.5 .5 +3 4.] /E (a\\)b(c)) /F <0aF> /G true /H 7 0 R>>\nendobj",
    b"12 0 obj [ ] endobj",
    b"3 0 obj % remark >> (\nnull\nendobj",
    b"3 0 obj\n<< /Length 10 >>\nstream\r\n>x (endstr\nendstream\nendobj",
    b"3 0 obj <</Length 9 0 R>>\nstream\nxyz\nendstream\nendobj",
    b"4 0 obj (stream\nof words) endobj",
    b"5 0 obj <</Nama (\xe9\x00\xff)>> endobj",
]
BAD = [
    b"1 0 obj <</A 1>6 endobj",
    b"1 0 obj <</A 1>> 2 } endobj",
    b"1 0 obj <</A\x00 1>> endobj",
    b"1 0 obj <</A [1 2>> ] endobj",
    b"1 0 obj <</A (b>> endobj",
    b"1 0 obj <</A 1x>> endobj",
    b"1 0 obj <</A tru>> endobj",
    b"1 0 obj <</A /B#2G>> endobj",
    b"1 0 obj <</A <0g>>> endobj",
    b"1 0 obj <</Length 1>~\nstream\nx\nendstream\nendobj",
    b"1 0 obj <</Length 2>>\nstream\nxyz\nendstream\nendobj",
    b"1 0 obj <</Length 9>>\nstream\nxyz\nendstream\nendobj",
    b"1 0 obj <</A 1>>\x0bendobj",
    b"1 0 obj <</Length 1>>\nstream\nx\nendstrem\nendobj",
    b"1 0 obk <</A 1>> endobj",
    b"1 0 obj <</A 1>> endob",
]


@pytest.mark.parametrize("piece", GOOD)
def test_good_words(piece):
    assert well_formed(piece)


@pytest.mark.parametrize("piece", BAD)
def test_bad_words(piece):
    assert not well_formed(piece)
