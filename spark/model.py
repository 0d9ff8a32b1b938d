"""What a corpus of another size would take, from what spark/bench.py has measured of two corpora.

    python spark/model.py SHORT.figures LONG.figures [--articles 100000000] [--characters 800] [--cores 200] [--price 0.05]

The two corpora differ in the length of their articles. A quantity is taken to be, for each article, a constant and so much for
each character; both follow from the two measurements. Seconds of processors are those of the whole job less those of the same job over
few articles. Prints a table in Markdown.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

#: What `corpus-step entities` takes for a kind of entity: megabytes and seconds of a core, from 20,000 and 200,000 of them.
KIND_MEGABYTES, KIND_SECONDS = 0.0034, 80e-6
#: So many kinds a Map of V8 holds.
MOST_KINDS = 1 << 24
#: What the bench says of one article, by the names of this model.
QUANTITIES = ("processor", "shuffled", "staged", "tables", "rows")


@dataclass(frozen=True)
class Measured:
    """A corpus that was measured: characters of an article, and each quantity for an article."""

    characters: float
    an_article: dict[str, float]
    #: Seconds of processors that every job takes.
    fixed: float


def read(path: str) -> Measured:
    """The figures of a run of the bench; of several rounds the mean."""
    told: dict[str, list[Any]] = defaultdict(list)
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        if line.startswith("{"):
            for name, value in json.loads(line).items():
                told[name].append(value)
    articles = told["articles"][0]
    fixed = mean(figures["processor"] for figures in told["spark, few"])
    totals = {
        "processor": mean(figures["processor"] for figures in told["spark"]) - fixed,
        "shuffled": mean(told["spark, bytes shuffled"]),
        "staged": sum(told["spark, bytes of stages"][0].values()),
        "tables": sum(told["spark, bytes of tables"][0].values()),
        "rows": told["spark, rows"][0],
    }
    return Measured(told["characters"][0] / articles, {name: total / articles for name, total in totals.items()}, fixed)


def at_length(short: Measured, long: Measured, characters: float) -> dict[str, float]:
    """Each quantity for an article of so many characters, on the line through both measurements."""
    share = (characters - short.characters) / (long.characters - short.characters)
    return {
        name: short.an_article[name] + share * (long.an_article[name] - short.an_article[name]) for name in QUANTITIES
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("short", help="what the bench printed of a corpus of short articles")
    parser.add_argument("long", help="the same of long articles")
    parser.add_argument("--articles", type=float, default=1e8)
    parser.add_argument("--characters", type=float, default=800, help="of an article (default: 800)")
    parser.add_argument("--cores", type=int, default=200)
    parser.add_argument("--price", type=float, default=0.05, help="dollars for an hour of a core (default: 0.05)")
    parser.add_argument("--kinds", type=float, default=1e6, help="of entities, all different (default: 1000000)")
    given = parser.parse_args()
    short, long = read(given.short), read(given.long)
    lengths = [short.characters, long.characters, given.characters]
    columns = [short.an_article, long.an_article, at_length(short, long, given.characters)]
    hours = [(column["processor"] * given.articles + short.fixed) / 3600 for column in columns]
    giga = given.articles / 1e9
    rows = [
        ("processor, an article", [f"{1000 * column['processor']:.1f} ms" for column in columns]),
        ("core hours", [f"{value:,.0f}" for value in hours]),
        (f"hours, {given.cores} cores", [f"{value / given.cores:.1f}" for value in hours]),
        (f"dollars, {given.price:g} an hour of a core", [f"{value * given.price:,.0f}" for value in hours]),
        ("shuffled", [f"{column['shuffled'] * giga:,.0f} GB" for column in columns]),
        ("staged", [f"{column['staged'] * giga:,.0f} GB" for column in columns]),
        ("tables", [f"{column['tables'] * giga:,.0f} GB" for column in columns]),
        ("rows", [f"{column['rows'] * giga:,.1f} billion" for column in columns]),
    ]
    print(f"| {given.articles:,.0f} articles | " + " | ".join(f"{length:.0f} characters" for length in lengths) + " |")
    print("| --- |" + " ---: |" * len(lengths))
    for name, cells in rows:
        print(f"| {name} | {' | '.join(cells)} |")
    memory, seconds = given.kinds * KIND_MEGABYTES / 1000, given.kinds * KIND_SECONDS
    verdict = "in one task" if given.kinds <= MOST_KINDS else "more than one task can hold"
    print(f"\n{given.kinds:,.0f} kinds of entities: {memory:,.1f} GB, {seconds / 60:,.1f} minutes, {verdict}")


if __name__ == "__main__":
    main()
