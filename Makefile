# Newsroom: `make run` serves it with sample articles, `make test` runs its tests. Both work on a fresh clone.

PORT ?= 8000
SITE_URL ?= http://127.0.0.1:$(PORT)
# The first of these that is Python 3.11 or newer makes the virtual environment.
PYTHON ?= $(firstword $(foreach python,python3.13 python3.12 python3.11 python3 python,\
	$(if $(shell $(python) -c 'import sys; print("yes" if (3, 11) <= sys.version_info < (3, 14) else "")' 2>/dev/null),$(python))))
VENV := .venv
INSTALL := $(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes

MANAGE := SITE_URL=$(SITE_URL) $(VENV)/bin/python manage.py
# What gunicorn needs of .env; the environment goes before it.
SECRET := SECRET_KEY=$${SECRET_KEY:-$$(sed -n 's/^SECRET_KEY=//p' .env)}

.PHONY: run test requirements clean

run: $(VENV)/installed .env staticfiles/staticfiles.json
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) load_samples
	@$(SECRET) SITE_URL=$(SITE_URL) exec $(VENV)/bin/gunicorn newsroom.wsgi --bind 127.0.0.1:$(PORT) --threads 4 \
		--limit-request-line 8190 --no-control-socket --log-level warning

test: $(VENV)/installed-dev
	$(VENV)/bin/python -m pytest -n auto $(ARGS)

# The keys of this checkout, read by manage.py where the environment does not name others; a server in production has its own.
.env:
	@$(VENV)/bin/python -c 'import secrets; print(f"SECRET_KEY={secrets.token_urlsafe(50)}\nDEMO_PASSWORD={secrets.token_urlsafe(9)}")' > $@

staticfiles/staticfiles.json: $(VENV)/installed .env $(shell find static -type f)
	@$(MANAGE) collectstatic --noinput --verbosity 0
	@touch $@

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Newsroom needs Python 3.11, 3.12 or 3.13; none was found."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: requirements.txt | $(VENV)/bin/python
	$(INSTALL) -r requirements.txt
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt | $(VENV)/bin/python
	$(INSTALL) -r requirements-dev.txt
	@touch $@ $(VENV)/installed

# Pin anew what requirements.in and requirements-dev.in choose; needs uv.
requirements:
	uv pip compile --upgrade --universal --generate-hashes --python-version 3.11.7 --no-header requirements.in -o requirements.txt
	uv pip compile --upgrade --universal --generate-hashes --python-version 3.11.7 --no-header requirements-dev.in -o requirements-dev.txt
	uv pip compile --upgrade --universal --generate-hashes --python-version 3.11.7 --no-header requirements-nlp.in -o requirements-nlp.txt

clean:
	rm -rf $(VENV) staticfiles .pytest_cache .ruff_cache .hypothesis
