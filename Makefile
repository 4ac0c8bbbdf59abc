# Everything one does with a checkout of Recert. `make help` lists the targets.

PYTHON =
VENV = .venv
BIN = $(VENV)/bin

.PHONY: help
help: ## List the targets
	@grep -E '^[a-z]+:.*## ' Makefile | sed -e 's/:.*## /	/' | sort

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
