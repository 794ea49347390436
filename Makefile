# Nashir. `make` builds the site, `make help` lists the rest.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip --disable-pip-version-check --quiet
# The version that wrote the lock files.
UV := uv==0.13.9

# Silences Material's banner about MkDocs 2, which is not installed here.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := site
.PHONY: site serve test bench lock clean help

site: $(VENV)/site-ready ## Build the site into site/
	$(RUN) -m mkdocs build

serve: $(VENV)/site-ready ## Preview the site at http://127.0.0.1:8000/; it follows every edit
	$(RUN) -m mkdocs serve

test: $(VENV)/test-ready ## Run everything that must pass; make test ARGS='-k dates' narrows pytest
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	$(RUN) -m tests.browser.find_browser
	$(RUN) -m pytest $(ARGS)

bench: $(VENV)/test-ready ## Time builds; make bench SEEDS=make_seeds.py HUGO=hugo compares with Hugo
	@test -n "$(SEEDS)" || { echo 'Name a script that writes N seeds into a folder: make bench SEEDS=make_seeds.py' >&2; exit 1; }
	$(RUN) -m tests.benchmarks.build_time $(SEEDS) $(if $(HUGO),--hugo $(HUGO)) $(ARGS)

lock: $(VENV)/python-ready ## Renew requirements.txt and requirements-dev.txt from their .in files
	$(PIP) install $(UV)
	$(call compile,requirements)
	$(call compile,requirements-dev)

clean: ## Remove what the other targets made, but for .venv
	rm -rf site .site.lock .site.staging .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find build_hooks tests -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## Show this list
	@sed -n 's/^\([a-z]*\):.* ## \(.*\)/make \1\t\2/p' Makefile

# One lock for every platform and Python ≥ 3.11, so that a site comes out the same everywhere.
define compile
	UV_CUSTOM_COMPILE_COMMAND='make lock' $(VENV)/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
		--fork-strategy fewest --generate-hashes --no-emit-index-url --no-emit-find-links --no-config $(1).in --output-file $(1).txt
endef

$(VENV)/python-ready:
	@command -v $(PYTHON) >/dev/null || { echo 'Nashir needs Python 3.11 or newer; there is no $(PYTHON) here. Install it, or say which to use: make PYTHON=python3.12' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Nashir needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V 2>&1). Say which to use: make PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/site-ready: requirements.txt $(VENV)/python-ready
	$(PIP) install --require-hashes --requirement requirements.txt
	@touch $@

$(VENV)/test-ready: requirements-dev.txt $(VENV)/python-ready
	$(PIP) install --require-hashes --requirement requirements-dev.txt
	@touch $@
