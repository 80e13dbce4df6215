# Each target sets up what it needs in .venv, with uv where there is one and with venv and pip elsewhere.
# Set-up is remembered in .venv/.done: a changed lock is installed again, anything else is instant.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.SUFFIXES:
.NOTPARALLEL:

VENV := .venv
BIN := $(VENV)/bin
DONE := $(VENV)/.done
PYTHONS ?= python3 python3.13 python3.12 python3.11 python
UV := $(shell uv --version >/dev/null 2>&1 && command -v uv)
CODE := src tests benchmarks docs training

# A Python counts when it starts and is new enough; version managers leave commands on the PATH that do neither.
is_new_enough = -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
ifneq ($(UV),)
make_venv = "$(UV)" venv --quiet --clear --python "$$found" $(VENV)
install = "$(UV)" pip install --quiet --python $(BIN)/python
else
make_venv = "$$found" -m venv --clear $(VENV)
install = { $(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip >/dev/null; } && \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check
endif

.PHONY: help demo test check test-browser test-scale bench train docs picture lock clean

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

demo: $(DONE)/core $(DONE)/project  ## code a dispatch that comes along and show what was found
	@$(BIN)/communique demo

test: $(DONE)/dev $(DONE)/project  ## run the tests
	@$(BIN)/python -m pytest -n auto --dist loadfile

check: $(DONE)/dev $(DONE)/project  ## format, lint, types, import contracts, then the tests
	@$(BIN)/ruff format --check $(CODE)
	@$(BIN)/ruff check $(CODE)
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(MAKE) --no-print-directory test

bench: $(DONE)/core $(DONE)/project  ## measure accuracy, spans and speed against ../shared
	@$(BIN)/python benchmarks/attribution.py
	@$(BIN)/python benchmarks/spans.py
	@$(BIN)/python benchmarks/calibration.py
	@$(BIN)/python benchmarks/speed.py

test-browser: $(DONE)/browser $(DONE)/project  ## run the page's tests in a real browser (Chromium; PLAYWRIGHT_CHROMIUM names another one)
	@$(has_chromium) || { $(get_chromium); }
	@$(BIN)/python -m pytest -m browser

has_chromium = (for name in $${PLAYWRIGHT_CHROMIUM:-chromium chromium-browser google-chrome google-chrome-stable}; do \
	command -v "$$name" >/dev/null && exit 0; done; exit 1)
define get_chromium
if [ -n "$$PLAYWRIGHT_CHROMIUM" ]; then echo "PLAYWRIGHT_CHROMIUM names no program: $$PLAYWRIGHT_CHROMIUM" >&2; exit 1; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installing Chromium with apt-get"; apt-get update -qq && apt-get install -y -qq chromium >/dev/null; \
	else echo "The page's tests need Chromium: install it (Debian: apt-get install chromium), or name one in PLAYWRIGHT_CHROMIUM." >&2; exit 1; fi
endef

test-scale: $(DONE)/ray $(DONE)/project  ## run the engines' tests on a real cluster of two node processes
	@$(BIN)/python -m pytest -m scale

train: $(DONE)/core $(DONE)/project  ## make the learned scorer's weights from labels, sentences and ../shared
	@OMP_NUM_THREADS=1 $(BIN)/python training/train.py

docs: $(DONE)/core $(DONE)/project  ## write docs/reference from the code
	@$(BIN)/python docs/build.py

picture: $(DONE)/core $(DONE)/project  ## draw docs/images/demo.svg from the demo's output
	@$(BIN)/python docs/picture.py

lock:  ## write locks/*.txt anew (needs uv; UPGRADE=--upgrade for newer versions)
	@test -n "$(UV)" || { echo "make lock needs uv; install it and run make lock again." >&2; exit 1; }
	@$(compile) locks/build.in -o locks/core.txt
	@$(compile) locks/build.in -c locks/core.txt --extra dev -o locks/dev.txt
	@$(compile) locks/build.in -c locks/core.txt -c locks/dev.txt --extra all -o locks/all.txt
	@$(compile) locks/build.in -c locks/dev.txt --extra dev --extra browser -o locks/browser.txt
	@$(compile) locks/build.in -c locks/dev.txt --extra dev --extra ray -o locks/ray.txt

compile = "$(UV)" pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-emit-index-url \
	--custom-compile-command "make lock" $(UPGRADE) pyproject.toml

clean:  ## remove .venv, caches and benchmark output
	rm -rf $(VENV) build dist benchmarks/out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find $(CODE) -name __pycache__ -type d -prune -exec rm -rf {} +

# A working .venv is kept, so that one made by hand serves too.
$(DONE)/venv:
	@if ! $(BIN)/python $(is_new_enough); then \
	  found=; \
	  for python in $(PYTHONS); do \
	    if "$$python" $(is_new_enough); then found=$$(command -v "$$python"); break; fi; \
	  done; \
	  if [ -z "$$found" ]; then \
	    echo "communique needs Python 3.11 or newer, and none of these is: $(PYTHONS)." >&2; \
	    echo "Install one, or name yours: make PYTHONS=/path/to/python3.12 ..." >&2; \
	    exit 1; \
	  fi; \
	  echo "Making $(VENV) with $$found"; \
	  $(make_venv) || { echo "Could not make $(VENV) with $$found (on Debian and Ubuntu: apt install python3-venv)." >&2; exit 1; }; \
	fi
	@mkdir -p $(DONE) && touch $@

$(DONE)/core: locks/core.txt | $(DONE)/venv
	@echo "Installing what locks/core.txt lists (the first time may take minutes)"
	@$(install) --require-hashes -r locks/core.txt
	@touch $@

$(DONE)/dev: locks/dev.txt | $(DONE)/venv
	@echo "Installing what locks/dev.txt lists (the first time may take minutes)"
	@$(install) --require-hashes -r locks/dev.txt
	@touch $@ $(DONE)/core

$(DONE)/browser $(DONE)/ray: $(DONE)/%: locks/%.txt | $(DONE)/dev
	@echo "Installing what locks/$*.txt lists (the first time may take minutes)"
	@$(install) --require-hashes -r locks/$*.txt
	@touch $@

# Without isolation: hatchling is in the lock, so building fetches nothing.
$(DONE)/project: pyproject.toml src/communique/__init__.py | $(DONE)/core
	@$(install) --no-deps --no-build-isolation --editable .
	@touch $@
