"""Compiles the reading and the record into the wheel, with mypyc: the same code, about twice as fast.

Never in the way: where no C compiler or no mypy is found, or MAHDAR_PURE=1 is set, the wheel holds plain Python, which
gives the same records. An editable install is always plain Python. `python hatch_build.py OUT` compiles into a folder.
"""

import ast
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
READING = "mahdar/reading"
RECORD = "mahdar/record.py"
GROUP = "mahdar_reading"
"""The library that holds the compiled code is called so, with __mypyc after it."""
FLAGS = ["-fno-semantic-interposition", "-fvisibility=hidden", "-fno-plt"]
"""The library's functions call each other, and nobody from outside calls them."""


class CompiledReading(BuildHookInterface[Any]):
    """The hook that hatchling calls before it packs a wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable" or os.environ.get("MAHDAR_PURE") == "1":
            return
        self.out = Path(tempfile.mkdtemp(prefix="mahdar-"))
        done = subprocess.run(
            [sys.executable, str(ROOT / "hatch_build.py"), str(self.out)], capture_output=True, text=True, check=False
        )
        libraries = [path for path in self.out.rglob("*") if path.suffix in (".so", ".pyd")]
        if done.returncode or not libraries:
            why = (done.stderr or done.stdout).strip().splitlines() or ["nothing was built"]
            self.app.display_warning(f"the reading is not compiled and stays plain Python: {why[-1]}")
            return
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        for path in libraries:
            build_data["force_include"][str(path)] = path.relative_to(self.out).as_posix()

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        del version, build_data, artifact_path
        if hasattr(self, "out"):
            shutil.rmtree(self.out, ignore_errors=True)


def compile_reading(out: Path) -> None:
    """Write the compiled modules into a folder, as they lie in a wheel."""
    from mypyc.build import mypycify
    from setuptools import Distribution
    from setuptools.command.build_ext import build_ext

    class BuildInParallel(build_ext):  # type: ignore[misc]
        """mypyc writes one file of C for each module; they are compiled side by side."""

        def build_extensions(self) -> None:
            if self.compiler.compiler_type == "unix":
                for extension in self.extensions:
                    extension.extra_compile_args += FLAGS
                    extension.extra_link_args += FLAGS
            one_after_the_other = self.compiler.compile

            def side_by_side(sources: list[str], **options: Any) -> list[str]:
                with ThreadPoolExecutor(os.cpu_count()) as pool:
                    built = pool.map(lambda source: one_after_the_other([source], **options), sources)
                    return [name for names in built for name in names]

            self.compiler.compile = side_by_side
            super().build_extensions()

    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "src", folder, dirs_exist_ok=True)
        os.chdir(folder)
        record = Path(RECORD)
        record.write_text(with_init_written_out(record.read_text(encoding="utf-8")), encoding="utf-8")
        modules = sorted(str(path) for path in Path(READING).rglob("*.py") if path.stat().st_size)
        extensions = mypycify(
            ["--ignore-missing-imports", RECORD, *modules],
            opt_level="2", debug_level="0", multi_file=True, target_dir="build", group_name=GROUP,
        )  # fmt: skip
        command = BuildInParallel(Distribution({"name": "mahdar", "ext_modules": extensions}))
        command.build_lib, command.build_temp = str(out), "build"
        command.ensure_finalized()
        command.run()


def with_init_written_out(source: str) -> str:
    """A module whose frozen dataclasses have their __init__ written out, which the compiler then compiles.

    The one that `dataclass` makes at run time stays interpreted and takes ten times as long.
    """
    lines = source.splitlines()
    for node in reversed(ast.parse(source).body):
        if not isinstance(node, ast.ClassDef) or not any("frozen=" in ast.unparse(d) for d in node.decorator_list):
            continue
        fields = [part for part in node.body if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name)]
        made = _init_of(node, fields)
        # of a type the compiler keeps no more than that it is one
        told = {ast.unparse(part.target): ast.unparse(part.annotation) for part in fields}
        lines.append(f"vars({node.name})['__annotations__'].update({told})")
        lines[node.decorator_list[0].lineno - 1 : fields[-1].end_lineno] = [
            "@mypyc_attr(acyclic=True)",
            "@dataclass(frozen=True, init=False)",
            f"class {node.name}:",
            f"    {ast.get_docstring(node)!r}",
            *(f"    {ast.unparse(part)}" for part in fields),
            *made,
        ]
    imports = max(node.end_lineno or 0 for node in ast.parse(source).body if isinstance(node, ast.ImportFrom))
    lines.insert(imports, "from mahdar.hints import mypyc_attr")
    return "\n".join(lines) + "\n"


def _init_of(node: ast.ClassDef, fields: list[ast.AnnAssign]) -> list[str]:
    """The lines of a class's __init__, and of how it is copied and sent to another process."""
    takes, sets = [], []
    for part in fields:
        name, kind = ast.unparse(part.target), ast.unparse(part.annotation)
        value = part.value
        options = {}
        if isinstance(value, ast.Call) and ast.unparse(value.func) == "field":
            options = {keyword.arg: keyword.value for keyword in value.keywords}
            value = options.get("default")
        if "default_factory" in options:
            takes.append(f"{name}: {kind} | None = None")
            sets.append(f"self.{name} = {ast.unparse(options['default_factory'])}() if {name} is None else {name}")
        else:
            takes.append(f"{name}: {kind}" if value is None else f"{name}: {kind} = {ast.unparse(value)}")
            sets.append(f"self.{name} = {name}")
    if any(isinstance(part, ast.FunctionDef) and part.name == "__post_init__" for part in node.body):
        sets.append("self.__post_init__()")
    given = ", ".join(f"self.{ast.unparse(part.target)}" for part in fields)
    return [
        f"    def __init__(self, {', '.join(takes)}) -> None:",
        *(f"        {line}  # type: ignore[misc]" for line in sets),
        "    def __reduce__(self) -> Any:",
        f"        return {node.name}, ({given},)",
    ]


if __name__ == "__main__":
    compile_reading(Path(sys.argv[1]).resolve())
