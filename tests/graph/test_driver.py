"""The driver is imported lean, and parameters of numpy and pandas are still understood."""

from __future__ import annotations

import datetime
import subprocess
import sys

import numpy as np

from graph.driver import plain


def test_opening_a_store_loads_neither_numpy_nor_pandas() -> None:
    code = (
        "import sys, graph.driver, graph.store.connect; "
        "print(sorted({'numpy', 'pandas', 'pyarrow'} & sys.modules.keys())); import numpy; print(numpy.int64(1))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["[]", "1"]


def test_parameters_become_plain() -> None:
    given = {
        "n": np.int64(3),
        "xs": np.array([1.5, 2.5]),
        "deep": [{"b": np.bool_(True)}],
        "tuple": (1, "二"),
        "none": None,
    }
    assert plain(given) == {"n": 3, "xs": [1.5, 2.5], "deep": [{"b": True}], "tuple": [1, "二"], "none": None}
    assert type(plain(np.int64(3))) is int
    moment = datetime.datetime(2024, 5, 6, tzinfo=datetime.UTC)
    assert plain(moment) is moment
