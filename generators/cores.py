"""Work on every language at once, where the machine has the cores for it."""

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import cpu_count, get_all_start_methods, get_context
from typing import TypeVar

from handbook.model import Language

Made = TypeVar("Made")


def can_fork() -> bool:
    """Tell whether a second process is cheap here: it would else read everything anew."""
    return "fork" in get_all_start_methods() and (cpu_count() or 1) > 1


def begin(
    make: Callable[[Language], Made], languages: Sequence[Language]
) -> Callable[[], list[Made]]:
    """Begin to make something in every language, and return what waits for it.

    The first language is made in this process, while waiting; each other one in a process of its
    own, which begins at once. `make` and what it returns or raises travel between processes.
    """
    if len(languages) < 2 or not can_fork():
        return lambda: [make(language) for language in languages]
    first, *others = languages
    pool = ProcessPoolExecutor(len(others), mp_context=get_context("fork"))
    begun = [pool.submit(make, language) for language in others]

    def wait() -> list[Made]:
        with pool:
            return [make(first), *(one.result() for one in begun)]

    return wait
