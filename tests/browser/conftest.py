"""Debian's Chromium, driven by Playwright against a live server with the sample newsroom."""

import os
from threading import Condition

import pytest
from django.core.signals import request_finished, request_started
from playwright.sync_api import sync_playwright

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
]
WAIT = 30_000  # milliseconds


@pytest.fixture(scope="session")
def chromium():
    # Playwright's loop makes Django take this thread for an asynchronous one.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


class Answering:
    """Counts the requests that the server is answering; a page may ask something while it is closed."""

    def __init__(self):
        self.number, self.changed = 0, Condition()

    def begin(self, **signal):
        with self.changed:
            self.number += 1

    def end(self, **signal):
        with self.changed:
            self.number -= 1
            self.changed.notify_all()

    def wait(self):
        with self.changed:
            self.changed.wait_for(lambda: self.number <= 0, timeout=WAIT / 1000)


@pytest.fixture
def answering():
    """Waits at the end until nothing is being answered, before the database is emptied."""
    count = Answering()
    request_started.connect(count.begin)
    request_finished.connect(count.end)
    yield count
    count.wait()
    request_started.disconnect(count.begin)
    request_finished.disconnect(count.end)


@pytest.fixture
def page(chromium, live_server, answering):
    """A page that fails the test on any script error, blocked resource or request to another host."""
    context = chromium.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900})
    # What a page says when it closes would reach the server after the test.
    context.add_init_script("navigator.sendBeacon = () => true")
    page = context.new_page()
    page.set_default_timeout(WAIT)
    wrong = []
    page.on("console", lambda message: message.type == "error" and wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: outside(request.url, live_server.url) and wrong.append(request.url))
    yield page
    context.close()
    assert wrong == []


def outside(url, origin):
    return not url.startswith((origin, "data:", "blob:", "about:"))
