"""The template word ``url``: remembered where nothing of the address can change, Django's own everywhere else."""

from __future__ import annotations

import pytest
from django.template import Context, Template
from django.urls import NoReverseMatch, reverse


def test_an_address_without_arguments_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    template = Template("{% url 'arsip:cari' %}")
    assert template.render(Context()) == reverse("arsip:cari")
    monkeypatch.setattr("django.urls.reverse", lambda *_, **__: pytest.fail("dicari lagi"))
    assert template.render(Context()) == "/cari/"


def test_an_address_with_arguments_is_that_of_each_row() -> None:
    template = Template("{% for n in angka %}{% url 'dokumen:dokumen' n %} {% endfor %}")
    assert template.render(Context({"angka": [1, 20]})) == "/dokumen/1/ /dokumen/20/ "
    named = Template("{% for n in angka %}{% url nama pk=n %} {% endfor %}")
    assert named.render(Context({"angka": [3], "nama": "dokumen:dokumen"})) == "/dokumen/3/ "


def test_a_name_from_the_context_is_looked_up_each_time() -> None:
    template = Template("{% url nama %}")
    for name in ("arsip:cari", "arsip:sehat"):
        assert template.render(Context({"nama": name})) == reverse(name)


def test_an_address_that_is_none_fails_or_is_empty_as_django_has_it() -> None:
    with pytest.raises(NoReverseMatch):
        Template("{% url 'tidak:ada' %}").render(Context())
    assert Template("{% url 'tidak:ada' as alamat %}[{{ alamat }}]").render(Context()) == "[]"
