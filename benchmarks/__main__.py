"""Measure everything and print it beside what we want to reach: `make bench`.

Times differ from machine to machine, so nothing here fails; compare within one run.
"""

import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from rich.console import Console
from rich.table import Table

from benchmarks import browser, fill, kit, site
from benchmarks.fresh import in_fresh_process

ROUNDS = 7
MANY = 25_000
TWO_PAGES = "nl employee-briefing"
HANDBOOK_PAGE = "nl/day/round-1.md"
KIT_PAGE = "nl/kit/customer-invitation.md"


def main() -> None:
    """Run all measurements and print two tables."""
    project = Path(__file__).parents[1]
    console = Console(width=None if sys.stdout.isatty() else 110)
    notes = Console(stderr=True)
    began = perf_counter()
    with TemporaryDirectory() as folder, notes.status("Measuring ...") as status:
        templates = Path(folder) / "docxtpl"
        templates.mkdir()
        status.update("Word files: from page to bytes")
        page, page_peak = in_fresh_process(kit.from_page, project, ROUNDS)
        status.update("Word files: from blocks to bytes")
        blocks, blocks_peak = in_fresh_process(kit.from_blocks, project, ROUNDS)
        status.update("Word files: the same through docxtpl")
        in_fresh_process(kit.prepare_docxtpl, project, templates)
        docxtpl, docxtpl_peak = in_fresh_process(kit.through_docxtpl, templates, ROUNDS)
        status.update("Word files: filled in")
        one_filled, filled_peak = in_fresh_process(fill.each, project, ROUNDS)
        status.update(f"{MANY:,} letters")
        many = fill.many(project, MANY)

        status.update("The whole kit")
        wholes = [kit.whole(project, Path(folder) / "kit") for _ in range(4)]

        copy = site.copied(project, Path(folder))
        status.update("The whole site")
        builds = [site.build(copy) for _ in range(4)]
        status.update("The whole kit, filled in a browser")
        filled = browser.whole_kit(copy / "site", ROUNDS)
        status.update("Where the time of a build goes")
        shares = site.shares(copy, Path(folder))
        status.update("An edit while serving")
        waits = site.seen_after(
            copy, {HANDBOOK_PAGE: "day/round-1/", KIT_PAGE: "kit/customer-invitation/"}, 4
        )
        status.update("Word files after an edit")
        (again, count), _ = in_fresh_process(
            kit.made_after_an_edit, copy, KIT_PAGE.removeprefix("nl/")
        )
        (untouched, _), _ = in_fresh_process(
            kit.made_after_an_edit, copy, HANDBOOK_PAGE.removeprefix("nl/")
        )

    files = Table(title="One Word file, in milliseconds (median)", title_justify="left")
    for heading in (
        "",
        "page to bytes",
        "blocks to bytes",
        "docxtpl, the same text",
        "filled in",
    ):
        files.add_column(heading, justify="right" if heading else "left")
    for name in sorted(page, key=lambda name: (name != "", name != kit.ON_PAPER, name)):
        files.add_row(
            name or f"all {count // 2} files",
            *(f"{times[name]:.1f}" if name in times else "" for times in (page, blocks, docxtpl)),
            f"{one_filled[name]:.2f}" if name in one_filled else "",
            end_section=name == kit.ON_PAPER,
        )
    files.add_section()
    files.add_row(
        "peak memory",
        *(f"{peak:.0f} MB" for peak in (page_peak, blocks_peak, docxtpl_peak, filled_peak)),
    )
    console.print(files)

    reach = Table(title="What we want to reach", title_justify="left")
    for heading in ("", "measured", "reach", ""):
        reach.add_column(heading)
    first, *warm = (build.seconds for build in builds)
    peak = max(build.peak for build in builds)
    beside = {name: one_filled[name] / docxtpl[name] for name in docxtpl if name}
    slowest = max(beside, key=beside.__getitem__)
    rows = [
        (f"page to bytes, the median of {count // 2} files", page[""], "ms", 25.0),
        ("the one for a pen as well", page[""] + page[kit.ON_PAPER], "ms", 25.0),
        (f"the whole kit, {count} files and every .zip", median(wholes), "s", 5.0),
        (
            "two pages, blocks to bytes",
            blocks[TWO_PAGES],
            "ms",
            12.0,
        ),
        ("the same beside docxtpl", blocks[TWO_PAGES] / docxtpl[TWO_PAGES], "×", 1.0),
        ("all files beside docxtpl", blocks[""] / docxtpl[""], "×", 1.0),
        (f"filled in, beside docxtpl: {slowest}, the slowest", beside[slowest], "×", 0.05),
        (
            f"the median of all, {1 / median(beside.values()):.0f} times as fast",
            median(beside.values()),
            "×",
            0.025,
        ),
        (
            f"{MANY:,} letters on {fill.CORES} cores ({many.processor:.0f} s of processor)",
            many.seconds,
            "s",
            30.0,
        ),
        ("their memory, at the end beside the beginning", many.peak / many.early, "×", 1.02),
        (f"whole site, both languages (the first time {first:.1f} s)", median(warm), "s", 3.0),
        ("whole site, memory", peak, "MB", 150.0),
        ("an edited page is shown", max(waits[HANDBOOK_PAGE]), "s", 1.5),
        ("an edited template page is shown", max(waits[KIT_PAGE]), "s", 1.5),
    ]
    if filled:
        times, files_filled = filled
        what = f"in the browser, {files_filled} files with {browser.GUESTS} guests"
        rows.append((what, median(times), "s", 2.0))
    for what, value, unit, limit in rows:
        digits = 0 if unit == "MB" else 3 if limit < 0.1 else 2
        verdict = "[green]yes[/]" if value <= limit else "[red]no[/]"
        reach.add_row(what, f"{value:.{digits}f} {unit}", f"{limit:g} {unit}", verdict)
    reach.add_row(
        "Word files made again after an edit",
        f"{untouched} and {again} of {count}",
        "only what changed",
        f"handbook page, {KIT_PAGE}",
    )
    console.print(reach)
    console.print(
        "Where the time of a build goes: "
        + ", ".join(f"{name} {share:.0%}" for name, share in list(shares.items())[:10])
    )
    console.print(
        f"Waits are the longest of {len(waits[KIT_PAGE])}; the server looks for changes twice "
        f"a second. Measured in {perf_counter() - began:.0f} s."
    )


if __name__ == "__main__":
    main()
