# Two commands for a newcomer: `make run` and `make test`. Each sets up what it needs.
.DEFAULT_GOAL := help
SHELL := /bin/sh
.PHONY: help setup setup-test run test lint bench train clean

help: ## What can be made
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

setup: ## Both environments, page assets, trained understanding (only what is missing)
	@./setup.sh

run: setup ## Start the shop; prints the address of the phones page
	@exec ./haat run

setup-test: setup
	@./setup.sh tests

test: setup-test ## All tests
	@PYTHONPATH=. .venv/bin/python -m pytest -n 2 --dist loadfile $(PYTEST_ARGS)
	@cd . && PYTHONPATH=. nlu/.venv/bin/python -m pytest -q nlu/tests -c nlu/pytest.ini --rootdir nlu

lint: setup-test ## Style, types, arrows
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@PYTHONPATH=. .venv/bin/lint-imports

train: setup ## Learn again from data/nlu if it changed
	@./haat train

bench: setup-test ## The benchmark table
	@./haat bench

clean: ## Forget environments, models and the local database
	rm -rf .venv nlu/.venv nlu/models var bot/simulator/static/vendor node_modules
