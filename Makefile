# make demo    everything from nothing, then the demo province, served on this machine
# make test    every test on SQLite, then those that meet a database on PostgreSQL
# make check   style, types, who imports whom, migrations, words
# make bench   how fast, on this machine
# make screenshots   every page of the demo at two widths, in var/screenshots
# make words   collect Vietnamese sentences into locale/en
SHELL := /bin/bash
PYTHON ?= python3
PO := locale/en/LC_MESSAGES/django.po
MO := $(PO:.po=.mo)
BIN := .venv/bin
# A worker a core, files in the order conftest.py gives them.
SIDE_BY_SIDE := -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder
export DJANGO_SETTINGS_MODULE = thenchot.settings
export UV_PYTHON_DOWNLOADS = never

.PHONY: demo test check bench screenshots words install
demo: install
	$(BIN)/python -m thenchot demo
	$(BIN)/python -m thenchot serve

# The server is looked for first, so that a machine without one says so at once; it is this run's own.
test: install
	@tools/browser.sh >/dev/null
	@export THENCHOT_POSTGRES_FOLDER=$$(mktemp -d); \
	tools/postgres.sh start throwaway >/dev/null || { rmdir $$THENCHOT_POSTGRES_FOLDER; exit 1; }; \
	trap 'tools/postgres.sh stop; rmdir $$THENCHOT_POSTGRES_FOLDER' EXIT; \
	$(BIN)/python -m pytest $(SIDE_BY_SIDE) && \
	THENCHOT_POSTGRES="$$(tools/postgres.sh url)" $(BIN)/python -m pytest $(SIDE_BY_SIDE) --database postgresql

check: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@empty=$$(mktemp -d); THENCHOT_POSTGRES= THENCHOT_HOME=$$empty $(BIN)/python -m django makemigrations --check --dry-run; \
	  status=$$?; rm -rf $$empty; exit $$status
	$(BIN)/python -m pytest thenchot/tests/test_words.py

bench: install
	@for script in bench/[a-z]*.py; do echo "== $$script"; $(BIN)/python -m bench.$$(basename $$script .py) || exit 1; done

screenshots: install
	$(BIN)/python -m tools.screenshots

words: install
	@mkdir -p var $(dir $(PO))
	PYTHONPATH=. $(BIN)/pybabel -q extract -F tools/words.ini -k gettext_lazy -k pgettext_lazy:1c,2 -k ngettext_lazy:1,2 \
	  --omit-header --add-location=file --sort-by-file -o var/words.pot .
	@[ -f $(PO) ] || $(BIN)/pybabel -q init -D django -l en -d locale -i var/words.pot
	$(BIN)/pybabel -q update -D django -l en -d locale -i var/words.pot --no-fuzzy-matching --ignore-obsolete --no-wrap --ignore-pot-creation-date

install: .venv/installed node_modules/installed $(MO)

# Wheels only, each by its hash; nothing is built, nothing but Python 3.11+ with venv need be there.
# The project itself is not built: a .pth names its folder, so that isolated workers (python -I) find it too.
# The system's certificates: many offices have one of their own.
.venv/installed: uv.lock pyproject.toml .tools/bin/uv
	.tools/bin/uv sync --frozen --no-build --system-certs --python $(PYTHON)
	@echo "$(CURDIR)" > "$$($(BIN)/python -c 'import site; print(site.getsitepackages()[0])')/thenchot.pth"
	@touch $@

# Styles, fonts and axe, each by its hash; no script of theirs is run.
node_modules/installed: package-lock.json
	@command -v npm >/dev/null || { echo "npm is missing: apt-get install npm" >&2; exit 1; }
	npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

.tools/bin/uv: tools/uv-requirements.txt
	$(PYTHON) -m venv .tools
	.tools/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tools/uv-requirements.txt
	@touch $@

$(MO): $(PO) .venv/installed
	$(BIN)/pybabel -q compile -D django -d locale
	@touch $@
