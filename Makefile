# Needs Python 3.11 or newer and make, nothing else: recipes use Python and what a shell has built in.
PYTHON ?= python3
PY := .venv/bin/python
WITH_DATABASE := exec "$(PY)" -m sandbox with-database

.DEFAULT_GOAL := help
.PHONY: help install run test lint migrate schema psql verify worker bench

help:  ## this list
	@"$(PYTHON)" -c "import re; [print(f'make {t:10}{d}') for t, d in re.findall(r'^([a-z]+):[^#]*## (.*)', open('Makefile').read(), re.M)]"

run: install  ## starts the service, a worker and all that is not configured: PostgreSQL, a local Stripe, a shop
	@exec "$(PY)" -m sandbox --parent $$PPID

test: install  ## runs the tests; ARGS="-k webhook" passes options to pytest
	@exec "$(PY)" -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder $(ARGS)

install:  ## puts the pinned packages into .venv
	@"$(PYTHON)" sandbox/install.py $(if $(filter-out file,$(origin PYTHON)),--this-python)

migrate: install  ## brings the database's tables and functions up to date
	@$(WITH_DATABASE) "$(PY)" -m stripe_svc.migrate

schema: install  ## migrates, then writes sql/schema.sql
	@$(WITH_DATABASE) "$(PY)" -m stripe_svc.migrate --dump-schema

psql: install  ## opens a prompt on the database, where names without a schema are the service's
	@$(WITH_DATABASE) /bin/sh -c 'PGOPTIONS="-c search_path=stripe_svc $$PGOPTIONS" exec psql "$$DATABASE_URL"'

verify: install  ## checks the books: prints what is wrong with them, and fails if anything is
	@$(WITH_DATABASE) "$(PY)" -m stripe_svc.verify

worker: install  ## asks Stripe what events alone cannot tell; make run starts one
	@$(WITH_DATABASE) "$(PY)" -m stripe_svc.worker

bench: install  ## measures how fast it is; ARGS="--grown 10000000" how it grows
	@exec "$(PY)" -m bench $(ARGS)

lint: install  ## checks style, types and migrations: ruff, mypy --strict, squawk
	@.venv/bin/ruff check
	@.venv/bin/ruff format --check
	@"$(PY)" -m mypy
	@.venv/bin/squawk sql/migrations/*.sql
