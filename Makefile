# `make` lists the tasks. Everything they need goes into .venv, by the hashes in requirements/.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:

# What can be set on the command line, as in `make serve ADDRESS=127.0.0.1:9000`:
PYTHON ?= python3
# The issues that a site is built from; empty for all of issues/.
ISSUES ?=
# Where `make serve` listens.
ADDRESS ?= 127.0.0.1:8000
# What `make golden` writes again, and how.
GOLDEN ?= --regen-golden -p no:randomly -m "not browser" tests
# More for pytest, as in PYTEST_ARGS="-k byline -x".
PYTEST_ARGS ?=
# More for the resolver, as in LOCK_ARGS=--upgrade or LOCK_ARGS="--upgrade-package pypinyin".
LOCK_ARGS ?=

BIN := .venv/bin
PIP_INSTALL := $(BIN)/python -m pip --disable-pip-version-check --no-input --retries 8 install -qq
PIP_INSTALL_LOCKED := $(PIP_INSTALL) --require-hashes --no-build-isolation
# One version of each package for every Python and system: the same bytes everywhere.
LOCK := UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile --quiet --universal \
	--fork-strategy fewest --python-version 3.11 --generate-hashes $(LOCK_ARGS)

# Read by mkdocs-material: keeps its notice about MkDocs 2 out of the output.
export NO_MKDOCS_2_WARNING := 1

# Each is a copy of the file that was installed from: a step runs again when they differ.
VENV := .venv/.stamp-venv
SITE_DEPENDENCIES := .venv/.stamp-site
KANBAO := .venv/.stamp-kanbao
TEST_DEPENDENCIES := .venv/.stamp-test

.PHONY: help
help: ## list the tasks
	@echo "Tasks, as in: make site"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-9s %s\n", $$1, $$2 }' Makefile

# --- Reading sites

.PHONY: site
site: pages ## build the issues of issues/ into site/
	@$(BIN)/mkdocs build --strict
	@echo
	@echo "The site is in site/, made for a web server. To look at it:"
	@echo "  make serve      then open http://$(ADDRESS)/"
	@echo "  make offline    for a copy that opens from disk, with no server"

.PHONY: offline
offline: pages ## make a copy that opens from disk: a folder and a zip
	@$(BIN)/kanbao offline

.PHONY: serve
serve: pages ## show the site at http://127.0.0.1:8000/ (ADDRESS=host:port)
	@$(BIN)/mkdocs serve --dev-addr $(ADDRESS)

.PHONY: pages
pages: $(KANBAO)
	@$(BIN)/kanbao build $(ISSUES)

# --- Checks

.PHONY: test
test: lint types layers unit browser ## check everything: lint, types, layers, tests, browser tests

.PHONY: lint
lint: $(TEST_DEPENDENCIES) ## check style, spelling, dead code and dependencies
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/codespell
	$(BIN)/vulture
	$(BIN)/deptry .

.PHONY: types
types: $(TEST_DEPENDENCIES) ## check types
	$(BIN)/mypy

.PHONY: layers
layers: $(TEST_DEPENDENCIES) ## check that imports point down
	$(BIN)/lint-imports

.PHONY: unit
unit: $(TEST_DEPENDENCIES) ## run the tests that need no browser
	$(BIN)/python -m pytest -m "not browser" $(PYTEST_ARGS)

.PHONY: browser
browser: $(TEST_DEPENDENCIES) ## run the browser tests, after installing a browser if there is none
	tests/browser/install_browser.sh
	$(BIN)/python -m pytest -m browser $(PYTEST_ARGS)

.PHONY: golden
golden: $(TEST_DEPENDENCIES) ## write the golden files again (then read their diff)
	$(BIN)/python -m pytest $(GOLDEN)

.PHONY: bench
bench: $(TEST_DEPENDENCIES) ## measure speed and memory
	$(BIN)/python -m tests.bench

# --- Installation

.PHONY: lock
lock: $(TEST_DEPENDENCIES) ## lock the dependencies again (LOCK_ARGS=--upgrade for newer ones)
	$(LOCK) requirements/build.in --output-file requirements/build.txt
	$(LOCK) pyproject.toml --constraints requirements/constraints.in \
		--constraints requirements/build.txt --output-file requirements/site.txt
	$(LOCK) pyproject.toml --extra test --constraints requirements/build.txt \
		--constraints requirements/site.txt --output-file requirements/test.txt

.PHONY: install
install: $(TEST_DEPENDENCIES) ## fill .venv for working on the code, and do nothing else

.PHONY: clean
clean: ## remove what was built (not .venv)
	rm -rf build dist site docs/index.md docs/issues *.egg-info
	rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find build_tools tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV): requirements/build.txt
	@cmp -s $< $@ || $(MAKE) --no-print-directory new-venv
	@cp $< $@

$(SITE_DEPENDENCIES): requirements/site.txt $(VENV)
	@cmp -s $< $@ || { echo "Installing what a site needs ($<)"; $(PIP_INSTALL_LOCKED) -r $<; }
	@cp $< $@

$(KANBAO): pyproject.toml $(SITE_DEPENDENCIES)
	@cmp -s $< $@ || $(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@cp $< $@

$(TEST_DEPENDENCIES): requirements/test.txt $(KANBAO)
	@cmp -s $< $@ || { echo "Installing what the checks need ($<)"; $(PIP_INSTALL_LOCKED) -r $<; }
	@cp $< $@

.PHONY: new-venv
new-venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Kanbao needs Python 3.11 or newer, and $(PYTHON) is" \
			"$$($(PYTHON) --version 2>/dev/null || echo 'no Python')." \
			"Name a newer one, as in: make site PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { $(INSTALL_VENV); }
	@echo "Making .venv with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv --clear .venv
	@$(PIP_INSTALL) --require-hashes -r requirements/build.txt

# Debian and Ubuntu keep venv and ensurepip out of their python3.
define INSTALL_VENV
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "$(PYTHON) has no venv: installing Debian's python3-venv"; \
		for delay in 5 15 0; do \
			apt-get -qq update \
			&& DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends python3-venv \
			&& break; \
			sleep $$delay; \
		done; \
	fi; \
	$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$(PYTHON) has no venv. Install it (on Debian and Ubuntu: sudo apt-get install python3-venv), then run make again." >&2; \
		exit 1; }
endef
