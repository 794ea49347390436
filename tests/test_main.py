from __future__ import annotations

import os
import subprocess
import sys

from tests.conftest import ROOT


def test_numpy_sorts_without_avx_512() -> None:
    """With it, some processors take a multiple of the time."""
    code = (
        "import build_hooks.main\n"
        "from numpy._core._multiarray_umath import __cpu_features__ as features\n"
        "print(features.get('X86_V4', False))\n"
    )
    environment = {name: value for name, value in os.environ.items() if name != "NPY_DISABLE_CPU_FEATURES"}
    output = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        check=True,
    ).stdout
    assert b"False" == output.strip()
