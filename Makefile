# `make run` and `make test` do all set-up by themselves; what each step does is in packaging/dev/.
.DEFAULT_GOAL := help
.SUFFIXES:
.NOTPARALLEL:
MAKEFLAGS += --no-print-directory
SHELL := /bin/bash

PY := .venv/bin/python
PIP := $(PY) -m pip install --disable-pip-version-check --quiet
# The pins are complete. Without --no-deps older versions of pip look at the newest release of what is
# named with an extra, and stop because that one has no pinned hash.
PINNED := $(PIP) --require-hashes --no-deps
PINS := packaging/requirements
FOR_RUN := .venv/.ready-to-run
FOR_DEV := .venv/.ready-to-develop
TS := resources/i18n/gptdesk_zh_CN.ts resources/i18n/gptdesk_en.ts
SHOWN := chat-light-en chat-dark-zh first-start-light-zh images-light-en transcription-dark-zh learn-light-zh
TEST_PROFILE := .cache/test-profile
TEST_PACKS := smollm2-135m-instruct,kokoro-82m,whisper-base

.PHONY: help run test check check-format check-lint check-types check-architecture
.PHONY: check-translations check-help format tour bench coverage lock translations compiled wheel clean

help: ## Say what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: $(FOR_RUN) compiled ## Set everything up and open gptdesk
	@packaging/dev/run.sh

test: $(FOR_DEV) compiled ## Run the whole suite, with the screen, keyring and sound it needs
	@packaging/dev/test_packages.sh
	@$(PY) -m gptdesk --install-pack $(TEST_PACKS) --profile $(TEST_PROFILE)
	@packaging/dev/session.sh $(PY) -m pytest --reruns 1 -r aR $(ARGS)

check: $(FOR_DEV) ## Format, lint, types, architecture, translations
	@$(MAKE) -k check-format check-lint check-types check-architecture check-translations check-help

check-format:
	$(PY) -m ruff format --check --quiet --output-format concise

check-lint:
	$(PY) -m ruff check --quiet --output-format concise

check-types:
	$(PY) packaging/dev/types_ratchet.py

check-architecture:
	$(PY) -m pytest -q --tb=short -p no:randomly tests/architecture

check-translations:
	$(PY) packaging/dev/translations.py check

check-help:
	$(PY) packaging/dev/check_help.py

format: $(FOR_DEV) ## Let ruff write the code as we like it
	$(PY) -m ruff format
	$(PY) -m ruff check --fix

tour: $(FOR_DEV) compiled ## Draw every page into .cache/tour, and what the README shows into docs
	@packaging/dev/test_packages.sh
	packaging/dev/session.sh $(PY) -m gptdesk --profile .cache/tour-profile --tour .cache/tour
	@mkdir -p docs/screenshots
	cp $(SHOWN:%=.cache/tour/%.png) docs/screenshots/
	$(PY) packaging/dev/help_pictures.py .cache/tour

bench: $(FOR_DEV) compiled ## Measure, and print the figures beside their limits
	@packaging/dev/test_packages.sh
	packaging/dev/session.sh env QT_QPA_PLATFORM=xcb $(PY) -m pytest -p no:randomly -s tests/benchmarks $(ARGS)

coverage: $(FOR_DEV) compiled ## Which lines the tests without a window reach; holds what was reached
	$(PY) -m pytest -q --cov --cov-report=term tests/unit
	$(PY) packaging/dev/coverage_ratchet.py

lock: $(FOR_DEV) ## Pin the dependencies again (UPGRADE=1: to newer versions)
	@packaging/dev/lock.sh

translations: $(FOR_DEV) ## Collect the texts of the interface into resources/i18n
	$(PY) packaging/dev/translations.py collect
	@$(MAKE) compiled

compiled: $(patsubst %.ts,%.qm,$(wildcard $(TS)))

%.qm: %.ts
	@$(PY) packaging/build_hook.py

wheel: $(FOR_DEV) ## Build the wheel into dist/
	$(PY) -m build --wheel --no-isolation --outdir dist .

clean: ## Remove what was made, but not the models that were fetched
	rm -rf .venv build dist .hypothesis .cache/mypy .cache/pytest .cache/ruff .cache/coverage
	find src tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +
	rm -f resources/i18n/*.qm

# The environment. Each stamp is newer than what it was made from, so a second run is instant.

$(PY):
	@packaging/dev/environment.sh

$(FOR_RUN): $(PINS)/offline.txt $(PINS)/build.txt pyproject.toml packaging/build_hook.py | $(PY)
	@echo "Installing what gptdesk needs (about 400 MB on the first run)"
	@$(PINNED) -r $(PINS)/offline.txt -r $(PINS)/build.txt
	@packaging/dev/qt_libraries.sh
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(FOR_DEV): $(PINS)/dev.txt pyproject.toml packaging/build_hook.py | $(PY)
	@echo "Installing what gptdesk and its tests need (about 500 MB on the first run)"
	@$(PINNED) -r $(PINS)/dev.txt
	@packaging/dev/qt_libraries.sh
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@ $(FOR_RUN)
