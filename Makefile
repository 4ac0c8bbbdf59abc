# Everything one does with a checkout of Recert. `make help` lists the targets.

PYTHON =
VENV = .venv
BIN = $(VENV)/bin

.PHONY: help
help: ## List the targets
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -e 's/:.*## /	/' | sort

.PHONY: run
run: ## Set up what is missing and open Recert at http://localhost:8000
	@PYTHON="$(PYTHON)" bin/venv app
	$(BIN)/recert serve

.PHONY: install
install: ## Set up what development needs
	@PYTHON="$(PYTHON)" bin/venv dev

.PHONY: lock
lock: install ## Choose the newest allowed versions again and write the hash-locked lists
	bin/lock

.PHONY: check
check: install ## Lint, format, types, templates, arrows between rooms, sizes
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/djlint --lint --quiet recert
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest -q tests/test_sizes.py tests/test_architecture.py

.PHONY: browser
browser: install
	@bin/chromium

.PHONY: test
test: install browser check ## Every check; every test on SQLite and in a browser; the database tests on PostgreSQL
	$(BIN)/pytest -q -n auto
	$(BIN)/python -m tests.with_postgres $(BIN)/pytest -q -n auto -m "not browser"

.PHONY: messages
messages: install ## Bring the Spanish catalogue up to date with the code and compile it
	$(BIN)/python -m bin.messages

.PHONY: properties
properties: install ## The property tests with 100,000 examples each (a long run)
	$(BIN)/pytest -q tests/rules -k propert --hypothesis-profile=long

.PHONY: mutation
mutation: install ## Mutate recert/rules and see whether the tests notice (a long run)
	rm -rf mutants
	$(BIN)/mutmut run | tr '\r' '\n' | tail -n 3
	$(BIN)/mutmut results
	$(BIN)/mutmut export-cicd-stats
	@cat mutants/mutmut-cicd-stats.json

.PHONY: bench
bench: install ## Measure the rules against other ways to decide them
	$(BIN)/python -m bench

.PHONY: evaluate-capture
evaluate-capture: ask = --sample-develop 8 --sample-heldout 96
evaluate-capture: install ## Draw certificates, read them and count what is right (ten minutes; ask= for the whole set, hours; ask=--help)
	nice -n 10 $(BIN)/python -m evaluation $(ask)

.PHONY: kills
kills: install ## Kill the worker that sends reminders 55 times, and count what a real mail server got
	$(BIN)/python -m bench.kills
