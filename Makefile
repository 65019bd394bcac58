# Linli. `make` lists the targets; Python 3.11 or newer is all that must be there.

VENV := .venv
BIN := $(VENV)/bin
# Stamps: while they are newer than the locks, nothing is installed and a second start costs nothing.
RUN := $(VENV)/.installed
DEV := $(VENV)/.installed-dev
# Twice quiet: errors only.
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command "make lock" $(LOCK_FLAGS)
# Each is really started before it is believed: a version manager's shim can exist and still refuse,
# and some systems ship Python without venv. `make PYTHON=/path/to/python …` goes first.
PYTHONS := $(PYTHON) python3.14 python3.13 python3.12 python3.11 python3
USABLE := import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install run test check prove bench lock format clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1 /p' Makefile | while read -r name does; do \
		printf 'make %-8s %s\n' "$$name" "$$does"; done

install: $(RUN) ## what `run` does first, alone

run: $(RUN) ## start: with BOT_TOKEN the bot on Telegram, without it the demo on 127.0.0.1:8080
	@exec $(BIN)/linli run

test: $(DEV) ## all tests but the proofs; those for PostgreSQL and the browser where these are found
	@$(BIN)/python -m pytest -m "not proof"

# pytest comes last, so that its summary is what one reads last.
check: $(DEV) ## the gate: format, lint, types, import contracts, a smoke of `prove`, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tests.proofs --smoke
	$(BIN)/python -m pytest -n auto --dist worksteal -m "not proof"

prove: $(DEV) ## the full proofs: kills, races, models, mutants, a group's day; results under .prove/
	@$(BIN)/python -m tests.proofs
	@$(BIN)/python -m tests.mutants
	@$(BIN)/python -m pytest -m proof

bench: $(DEV) ## the benchmarks, each against a baseline of the same run; results under .bench/
	@$(BIN)/python -m benchmarks

format: $(DEV) ## put the code into shape
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

lock: $(DEV) ## pin again after a change in pyproject.toml; LOCK_FLAGS=--upgrade takes what is newest
	$(LOCK) pyproject.toml requirements.in --output-file requirements.lock
	$(LOCK) pyproject.toml requirements.in --extra test --extra dev \
		--constraint requirements.lock --output-file requirements-dev.lock

clean: ## remove what make made; never data/ and .env
	rm -rf $(VENV) .prove .bench .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	rm -rf build dist mutants *.egg-info

$(VENV)/pyvenv.cfg:
	@for python in $(PYTHONS); do \
		if "$$python" -c '$(USABLE)' 2>/dev/null; then exec "$$python" -m venv $(VENV); fi; \
	done; \
	echo 'No Python 3.11 to 3.14 with its venv module was found. Install one' \
		'(Debian, Ubuntu: apt install python3 python3-venv) or name it: make PYTHON=/path/to/python' >&2; \
	exit 1

# The project itself last, without isolation: setuptools comes from the lock too.
$(RUN): $(VENV)/pyvenv.cfg requirements.lock pyproject.toml
	@echo 'Installing into $(VENV); the first time takes a minute.'
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-build-isolation --no-deps --editable .
	@touch $@

$(DEV): $(RUN) requirements-dev.lock
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@
