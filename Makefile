# make demo    set everything up and run the main job on the bundled samples
# make test    set everything up and pass the tests
# make neo4j   a Neo4j on 127.0.0.1:7687 until Ctrl-C, without docker; password from NEO4J_PASSWORD, data in neo4j-data/
# make bench-load bench-view bench-analysis bench-questions   ratios, each against a baseline of the same run
# make check   format, lint, types, import contract, tests
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
SOURCES := guanxi.py graph loaders queries tests

BENCHMARKS := bench-load bench-view bench-analysis bench-questions
.PHONY: demo test neo4j check format lint types contract clean $(BENCHMARKS)

demo: .venv/ready
	$(BIN)/guanxi demo

test: .venv/ready-dev
	$(BIN)/pytest -n 2 --dist loadfile

neo4j: .venv/ready
	@$(BIN)/python -m graph.neo4j_server

check: .venv/ready-dev format lint types contract test

format: .venv/ready-dev
	$(BIN)/ruff format --check $(SOURCES)

lint: .venv/ready-dev
	$(BIN)/ruff check $(SOURCES)

types: .venv/ready-dev
	$(BIN)/mypy

contract: .venv/ready-dev
	$(BIN)/lint-imports

$(BENCHMARKS): bench-%: .venv/ready-dev
	$(BIN)/python -m tests.benchmarks.bench_$*

.venv/ready: pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "guanxi: no Python found. On Debian: apt-get install python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "guanxi: $(PYTHON) is older than Python 3.11. Give another: make demo PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "guanxi: $(PYTHON) cannot make environments. On Debian: apt-get install python3-venv"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	touch $@

.venv/ready-dev: .venv/ready
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	touch $@

clean:
	rm -rf .venv build dist guanxi-demo
