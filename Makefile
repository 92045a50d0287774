# make serve   see the handbook at http://127.0.0.1:8000/, with live reload
# make build   make the whole site, with its downloads, in site/
# make test    run every check
# make bench   measure how fast it is
# make setup   only set up; then .venv/bin/klantarena is there
# make lock    renew the lists of packages, after a change of pyproject.toml (needs uv)
# make clean   remove what was made, not .venv
#
# Each sets up first, once. Python 3.11 or newer, git and make are all it needs.
# Without make, as on Windows: README.md gives the same commands.

.PHONY: help serve build test bench setup setup-test lock clean

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile

setup:
	@sh scripts/setup.sh

setup-test:
	@sh scripts/setup.sh test

serve: setup
	@.venv/bin/klantarena serve

build: setup
	@.venv/bin/klantarena build

test: setup-test
	@.venv/bin/python -m pytest -n auto --dist loadgroup

bench: setup-test
	@.venv/bin/python -m benchmarks

# For all systems and every Python from 3.11 on; no address of an index in the files.
LOCK = uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet

lock:
	@command -v uv >/dev/null || { echo "make lock needs uv: pip install uv"; exit 2; }
	$(LOCK) --group setup --output-file requirements.lock
	$(LOCK) --group setup --group test --constraint requirements.lock --output-file requirements-test.lock

clean:
	rm -rf site .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
