"""Running a measurement in a process of its own, so that its memory is its own too."""

import multiprocessing
import resource
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from typing import ParamSpec, TypeVar

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


def in_fresh_process(
    function: Callable[Arguments, Result], *arguments: Arguments.args, **options: Arguments.kwargs
) -> tuple[Result, float]:
    """Return what a function returns, and the peak memory of the process it ran in, in MB."""
    # "spawn" starts an empty Python: a fork would count this process's memory as well.
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=1, mp_context=spawn) as pool:
        result = pool.submit(function, *arguments, **options).result()
        peak = pool.submit(_own_peak).result()
    return result, peak


def megabytes(peak: int) -> float:
    """Return the peak memory that the system reports, in MB."""
    return peak / 1e6 if sys.platform == "darwin" else peak / 1e3


def _own_peak() -> float:
    return megabytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
