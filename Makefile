# Everything a developer, a CI machine or a curious visitor does, by name.
.DEFAULT_GOAL := bantuan
SHELL := /bin/bash
.NOTPARALLEL:
PYTHON ?= python3
ARGS ?=
# Measured best on two cores; more workers on bigger machines.
WORKERS ?= $(shell n=$$(nproc); echo $$((n > 2 ? n : 2)))
# A pinned installer: the lock file is only as good as the program that reads it.
UV := 0.13.9
py := .venv/bin/python
paket := docservice storage search templates_sk signing sandbox skrip tests

.PHONY: bantuan install run jalan seed test check elastik kesesuaian oracle siksa emas bersih paket-jalan paket-uji

bantuan: ## Menampilkan daftar ini
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

install: paket-uji .venv/.uji ## Memasang semua yang diperlukan untuk menjalankan dan menguji
	@echo "Terpasang. Berikutnya: make run, atau make test"

run: paket-jalan .venv/.jalan ## Menyiapkan, memeragakan, lalu menjalankan layanan di PORT (8000)
	@exec $(py) -m skrip.jalankan

jalan: paket-jalan .venv/.jalan ## Memeragakan perjalanan satu dokumen saja (ARGS="--json")
	@exec $(py) -m skrip.jalankan perintah jalan $(ARGS)

seed: paket-jalan .venv/.jalan ## Mengisi kantor contoh
	@exec $(py) -m skrip.jalankan perintah seed_demo $(ARGS)

# The second pass runs what behaves differently on the cluster's servers: PostgreSQL, Redis, S3, Elasticsearch
# (5 is pytest's "nothing selected", as when ARGS names files without such tests).
# Hundreds of processes load the house: each would compile it, and each worker rewrite every test, where the caller
# keeps Python from writing what it compiled.
test siksa: export PYTHONDONTWRITEBYTECODE =
test: install ## Menjalankan semua uji, dengan server dan peramban sungguhan, pada kedua ukuran
	@gagal=0; $(py) -m pytest -n $(WORKERS) $(ARGS) || gagal=1; \
	UKURAN=klaster $(py) -m pytest -n $(WORKERS) -m dua_ukuran $(ARGS) || [ $$? = 5 ] || gagal=1; exit $$gagal

elastik: install ## Menguji pencarian pada Elasticsearch 9 (JAVA21= rumah Java 21 atau lebih baru)
	@UJI_ELASTICSEARCH_VERSI=9.5.3 UJI_ELASTICSEARCH_JAVA="$(JAVA21)" UKURAN=klaster \
	$(py) -m pytest -n $(WORKERS) -m dua_ukuran tests/search $(ARGS)

check: .venv/.uji ## Memeriksa gaya, tipe, lantai, dan migrasi tanpa menjalankan uji
	@echo "ruff format";     .venv/bin/ruff format --check --quiet .
	@echo "ruff check";      .venv/bin/ruff check --quiet .
	@echo "mypy";            .venv/bin/mypy --no-error-summary $(paket)
	@echo "lint-imports";    kata=$$(.venv/bin/lint-imports) || { echo "$$kata"; exit 1; }
	@echo "makemigrations";  $(py) manage.py makemigrations --check --dry-run >/dev/null
	@echo "manage.py check"; DOCSERVICE_MODE=test $(py) manage.py check --fail-level WARNING >/dev/null

kesesuaian: install ## Menampilkan tiap butir peraturan beserta uji yang membuktikannya
	@$(py) -m skrip.kesesuaian

siksa: install ## Menguji ketahanan: berkas dan tanda tangan rusak, naskah acak, proses mati, disk gagal (dua jam lebih)
	@gagal=0; $(py) -m tests.storage.siksa || gagal=1; $(py) -m tests.templates_sk.siksa || gagal=1; \
	MUTASI=5000 $(py) -m pytest -q -n $(WORKERS) tests/signing/test_mutants.py || gagal=1; \
	$(py) -m pytest -q -n $(WORKERS) -m hypothesis --hypothesis-profile siksa || gagal=1; \
	$(py) -m tests.docservice.siksa $(ARGS) || gagal=1; exit $$gagal

emas: install ## Menggambar ulang gambar acuan setiap jenis naskah; periksa bedanya sebelum disimpan
	@$(py) -m tests.templates_sk.emas $(ARGS)

oracle: install ## Menilai naskah dengan veraPDF dan tanda tangan dengan EU DSS (beberapa menit)
	@$(py) -m tests.templates_sk.oracle
	@$(py) -m tests.signing.oracle

bersih: ## Menghapus yang dapat dibuat ulang (.venv, tembolok); data di var/ tetap ada
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
	@echo "Bersih. Data contoh masih ada di var/; hapus sendiri bila memang tidak diperlukan."

paket-jalan paket-uji: paket-%:
	@skrip/paket-sistem $*

# Running needs neither compilers of types nor browsers' drivers: two stamps, one environment. Compiled here: where Python
# may not write beside its sources, every process would compile two thousand modules at its start.
# Without the quick reader's network Tesseract reads alone; the health page says so.
.venv/.jalan: uv.lock pyproject.toml | .venv/bin/uv
	@echo "Memasang pustaka Python untuk menjalankan layanan"
	@.venv/bin/uv sync --quiet --frozen --inexact --no-dev --compile-bytecode
	@$(py) -m search prepare || true
	@touch $@

.venv/.uji: uv.lock pyproject.toml | .venv/bin/uv
	@echo "Memasang pustaka Python, termasuk untuk pengujian"
	@.venv/bin/uv sync --quiet --frozen --inexact --compile-bytecode
	@$(py) -m search prepare || true
	@[ -x /usr/bin/chromium ] || $(py) -m skrip.peramban || .venv/bin/playwright install --with-deps chromium-headless-shell
	@touch $@ .venv/.jalan

.venv/bin/uv: | paket-jalan
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Diperlukan Python 3.11 atau lebih baru; sebutkan dengan make PYTHON=…"; exit 1; }
	@$(PYTHON) -m venv .venv
	@.venv/bin/pip install --quiet --disable-pip-version-check uv==$(UV)
