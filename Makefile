# Two commands: `make` builds the archive into dist/, `make test` runs every test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BASE_URL ?=
SIZES ?= 5,100,1000

# What runs from here may keep its modules and templates compiled, as Python does unless it is told not to.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: build test test-all serve check screenshots bench lint lock clean

build: $(VENV)/.run
	$(BIN)/python build.py $(if $(BASE_URL),--base-url $(BASE_URL))

test: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n 4 --dist loadfile

# Also the whole of every sweep of which `test` runs a sample: kills, hostile input, edits by hand.
test-all: test
	$(BIN)/python -m pytest -m full -n 4 --dist loadfile

# Ctrl-C ends it, which is no failure.
serve: $(VENV)/.run
	$(BIN)/python build.py serve || test $$? -eq 130

check: $(VENV)/.run
	$(BIN)/python build.py check

# Pictures of one page of each kind, at four widths, light, dark and printed, in screenshots/; look at them.
screenshots: $(VENV)/.test build
	$(BIN)/python tools/screenshots.py

# How fast it builds beside Hugo, Eleventy, MkDocs and Pelican, which are installed in the user's cache; writes
# benchmarks/RESULTS.md. `make bench SIZES=1000,10000` measures other sizes; benchmarks/README.md says the rest.
bench: $(VENV)/.test
	$(BIN)/python -m benchmarks.speed --sizes $(SIZES)

$(VENV)/.run: requirements.run.lock
	@$(PYTHON) -c 'import sys; sys.exit("muniment needs Python 3.11 or newer; this is %d.%d" % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.run.lock
	$(BIN)/python -m compileall -q build.py muniment
	@touch $@

$(VENV)/.test: $(VENV)/.run requirements.lock tools/browser.py
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	$(BIN)/python tools/browser.py
	@touch $@

# For maintainers: write the two lock files anew from pyproject.toml.
lock: $(VENV)/.test
	$(BIN)/python tools/lock.py

clean:
	rm -rf $(VENV)
