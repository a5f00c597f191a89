# Everything one does with Badgewise. Needs git, make and Python 3.11 or newer; the rest goes into .venv.
BIN := .venv/bin
UV ?= $(firstword $(wildcard $(BIN)/uv) uv)
LOCK := $(UV) pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --all-extras --custom-compile-command "make lock"
SOURCES := bot adapters tests

.PHONY: run test check format bench soak eval lock clean

run: .venv/run.stamp  ## the chat in the terminal
	@$(BIN)/badgewise console

test: .venv/dev.stamp  ## every test
	@$(BIN)/pytest -n auto -m "not soak"

check: .venv/dev.stamp  ## linters, types, imports, secrets, documentation
	@$(BIN)/ruff check $(SOURCES)
	@$(BIN)/ruff format --check --quiet $(SOURCES)
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache --no-logo
	@PATH="$(CURDIR)/$(BIN):$$PATH" scripts/secrets
	@$(if $(wildcard tests/test_docs*.py),$(BIN)/pytest -q $(wildcard tests/test_docs*.py))

format: .venv/dev.stamp  ## put the code in order
	@$(BIN)/ruff check --fix --quiet $(SOURCES)
	@$(BIN)/ruff format --quiet $(SOURCES)

bench: .venv/dev.stamp  ## speed, beside bare counterparts
	@$(BIN)/python -m tests.bench

soak: .venv/dev.stamp  ## the same tests at full size (1,000 kills, …), and the long ones
	@SOAK=1 $(BIN)/pytest --timeout 3600

eval: .venv/dev.stamp  ## how well free text is read
	@$(BIN)/python -m tests.eval

lock:  ## renew the lock files (for maintainers; needs uv)
	@$(LOCK) --group build -o requirements.lock
	@$(LOCK) --group build --group dev -c requirements.lock -o requirements-dev.lock

clean:
	@rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# The lock for development holds everything that the one for running holds.
.venv/run.stamp: requirements.lock pyproject.toml scripts/setup
	@scripts/setup requirements.lock
	@touch $@

.venv/dev.stamp: requirements-dev.lock requirements.lock pyproject.toml scripts/setup
	@scripts/setup requirements-dev.lock
	@touch .venv/run.stamp $@
