"""Who may import whom, read from the imports themselves."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
APPS = ("articles", "people", "newsroom")
MODULES = sorted(path for app in APPS for path in (ROOT / app).rglob("*.py") if "migrations" not in path.parts)
# Cellars: plain Python that loads without Django.
CELLARS = (
    "articles.text", "articles.formats", "people.names", "people.popolo", "people.popolo_roles",
    "people.popolo_shape", "people.csvfile", "people.records", "people.rows", "people.timeline", "people.words",
    "people.spelling", "newsroom.lib.wordquery",
)  # fmt: skip
# What each floor may know of the project, the longest name that fits a module counts.
MAY_IMPORT = {
    "newsroom": ("newsroom", "articles", "people"),
    "articles": ("articles", "people", "newsroom.lib"),
    "people": ("people", "newsroom.lib"),
    "newsroom.lib": ("newsroom.lib",),
    "articles.text": ("articles.text", "newsroom.lib", "people.names"),
    "articles.formats": ("articles.formats", "articles.text.plain", "newsroom.lib"),
}


def dotted(path):
    """The dotted name of the module at `path`."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def within(module, package):
    return module == package or module.startswith(f"{package}.")


def imports(path):
    """Every (module imported, whether at the top of the file); relative ones and names of submodules written out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    package = dotted(path) if path.name == "__init__.py" else dotted(path).rpartition(".")[0]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node in tree.body
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                start = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*start, base]).strip(".")
            for alias in node.names:
                inner = ROOT.joinpath(*base.split("."), alias.name)
                is_module = inner.with_suffix(".py").exists() or inner.is_dir()
                yield f"{base}.{alias.name}" if is_module else base, node in tree.body


def allowed(module):
    """What a module of the project may import of the project."""
    return MAY_IMPORT[max((floor for floor in MAY_IMPORT if within(module, floor)), key=len)]


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_arrows_point_down(path):
    module = dotted(path)
    ours = [name for name, _ in imports(path) if name.split(".")[0] in (*APPS, "tests")]
    wrong = [name for name in ours if not any(within(name, floor) for floor in allowed(module))]
    assert wrong == [], f"{module} may import {allowed(module)}"


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_no_import_hides_in_a_function(path):
    assert [name for name, on_top in imports(path) if not on_top] == []


@pytest.mark.parametrize(
    "path", [path for path in MODULES if any(within(dotted(path), cellar) for cellar in CELLARS)], ids=dotted
)
def test_there_is_no_django_in_the_cellars(path):
    assert [name for name, _ in imports(path) if name.split(".")[0] in {"django", "rest_framework"}] == []


@pytest.mark.parametrize(
    "package", ["articles", "articles/text", "articles/formats", "people", "newsroom", "newsroom/lib"]
)
def test_packages_load_nothing_by_themselves(package):
    assert (ROOT / package / "__init__.py").read_text(encoding="utf-8") == ""


def test_the_walk_reads_the_whole_project():
    assert {"articles.models.article", "people.views", "newsroom.urls", "articles.text.reading"} <= {
        dotted(path) for path in MODULES
    }


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("import articles.models", "articles.models"),
        ("from articles import views", "articles.views"),
        ("from ..lib import dates", "newsroom.lib.dates"),
        ("from .keyset import page", "newsroom.api.keyset"),
    ],
)
def test_every_way_to_write_an_import_is_read(tmp_path, monkeypatch, line, found):
    monkeypatch.setattr("tests.test_arrows.ROOT", tmp_path)
    for name in ("articles/views.py", "newsroom/lib/dates.py", "newsroom/api/keyset.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    module = tmp_path / "newsroom" / "api" / "module.py"
    module.write_text(line)
    assert list(imports(module)) == [(found, True)]
