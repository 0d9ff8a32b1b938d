"""Measures the job beside `wenmai annotate`, and three ways through Spark beside each other, over the same articles in one run.

    python spark/bench.py ARTICLES.jsonl "node dist/cli.js" [--workers 2] [--rounds 2] [--only job]

What is compared takes turns. Prints a line of JSON for each figure: seconds of the wall and of processors (of all processes
together; on a machine that is shared they say more) with the load of the machine, megabytes of each kind of process, bytes of
each stage, and bytes shuffled; `spark/model.py` reads them. Linux only.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from statistics import mean
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
os.environ.setdefault("PYSPARK_PYTHON", sys.executable)

import pandas as pd
import wenmai_spark as job
from pyspark.sql import SparkSession
from wenmai_annotate import PROBLEM, annotated_type, article_id, problems_of, read_lines, results, stream, to_json
from wenmai_annotate import annotate as annotate_task
from wenmai_arrow import BATCH
from wenmai_process import Annotator
from wenmai_schema import Options, Schema

TICKS = os.sysconf("SC_CLK_TCK")
#: Articles of the run that shows what a start costs.
FEW = 20


def tree(root: int) -> list[int]:
    """A process and all below it."""
    found = [root]
    for pid in found:
        for thread in Path(f"/proc/{pid}/task").glob("*/children"):
            try:
                found += map(int, thread.read_text().split())
            except OSError:
                pass
    return found


class Watch(threading.Thread):
    """Watches all processes below this one: what they have used of processors, ended ones too, and the most memory of each program.

    The kernel adds up the times of ended processes only where their parents wait for them, which workers of Spark do not get.
    """

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._ticks: dict[tuple[int, str], int] = {}
        self._lock = threading.Lock()
        self.megabytes: dict[str, int] = defaultdict(int)
        self.start()

    def run(self) -> None:
        while True:
            self._look()
            time.sleep(0.25)

    def seconds(self) -> float:
        """Seconds of processors so far."""
        self._look()
        with self._lock:
            return sum(self._ticks.values()) / TICKS

    def _look(self) -> None:
        for pid in tree(os.getpid())[1:]:
            try:
                name, rest = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)
                pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
            except OSError:
                continue
            values, program = rest.split(), name.split("(", 1)[1]
            with self._lock:
                self._ticks[pid, values[19]] = int(values[11]) + int(values[12])
                size = pages * os.sysconf("SC_PAGE_SIZE") >> 20
                self.megabytes[program] = max(self.megabytes[program], size)


def measured(watch: Watch, action: Callable[[], object]) -> dict[str, Any]:
    """Seconds of the wall and of processors, the load of the machine at the end, megabytes of the largest process of each program."""
    wall, processor = time.monotonic(), watch.seconds()
    watch.megabytes.clear()
    action()
    return {
        "wall": round(time.monotonic() - wall, 1),
        "processor": round(watch.seconds() - processor, 1),
        "load": round(os.getloadavg()[0], 1),
        "megabytes": dict(watch.megabytes),
    }


def shuffled(events: str) -> int:
    """Bytes that the tasks of a session have written for others to read."""
    total = 0
    for file in Path(events).rglob("*"):
        if file.is_file():
            for line in file.read_text(encoding="utf-8").splitlines():
                event = json.loads(line)
                metrics = event.get("Task Metrics") or {}
                total += (metrics.get("Shuffle Write Metrics") or {}).get("Shuffle Bytes Written", 0)
    return total


def size_of(place: Path) -> int:
    """Bytes of the Parquet files below."""
    return sum(file.stat().st_size for file in place.rglob("*.parquet"))


class Figures:
    """Prints figures as they come, and keeps them by name."""

    def __init__(self) -> None:
        self._all: dict[str, list[dict[str, Any]]] = defaultdict(list)
        self._watch = Watch()

    def tell(self, name: str, value: object) -> None:
        """Prints one figure."""
        print(json.dumps({name: value}), flush=True)

    def measure(self, name: str, action: Callable[[], object]) -> None:
        """Runs and prints, and keeps what it took."""
        self._all[name].append(measured(self._watch, action))
        self.tell(name, self._all[name][-1])

    def mean(self, name: str, what: str) -> float:
        """The mean of all rounds."""
        return mean(figures[what] for figures in self._all[name])


@dataclass(frozen=True)
class Bench:
    """What is measured: `place` is a scratch directory."""

    articles: str
    command: str
    workers: int
    place: Path

    def annotate(self, path: str) -> None:
        """Runs `wenmai annotate` to Parquet."""
        target = self.place / "annotate"
        line = [*shlex.split(self.command), "annotate", path, "-o", str(target), "--format", "parquet", "--quiet"]
        subprocess.run([*line, "--workers", str(self.workers)], check=True)
        shutil.rmtree(target)

    def session(self) -> SparkSession:
        """A session of as many cores as there are workers, which records its events."""
        events = self.place / "events"
        events.mkdir(exist_ok=True)
        settings = {
            "spark.ui.enabled": "false",
            "spark.ui.showConsoleProgress": "false",
            "spark.eventLog.enabled": "true",
            "spark.eventLog.dir": f"file://{events}",
            "spark.eventLog.compress": "false",
            "spark.eventLog.rolling.enabled": "false",
            "spark.sql.shuffle.partitions": "8",
            "spark.driver.memory": "2g",
        }
        spark = SparkSession.builder.master(f"local[{self.workers}]").config(map=settings).getOrCreate()
        spark.sparkContext.setLogLevel("ERROR")
        return spark

    def options(self, path: str, output: str) -> Options:
        """What the job is told."""
        target = str(self.place / output)
        return Options((path,), target, command=self.command, partitions=self.workers, overwrite=True)

    def job(self, path: str) -> None:
        """Runs the whole job."""
        job.run(self.session(), self.options(path, "spark"))

    def record(self, answers: Path) -> None:
        """Has `wenmai stream` answer all articles."""
        with Path(self.articles).open("rb") as articles, answers.open("wb") as file:
            subprocess.run([*shlex.split(self.command), "stream", "--tables"], stdin=articles, stdout=file, check=True)

    def verify(self) -> None:
        """Has `wenmai verify` read what the job wrote."""
        subprocess.run([*shlex.split(self.command), "verify", str(self.place / "spark")], check=True, stdout=sys.stderr)

    def by_arrow(self) -> None:
        """The first stage, as the job does it: Arrow in, Arrow out, typed rows to Parquet."""
        options = self.options(self.articles, "by-arrow")
        schema = Schema(options)
        rows = read_lines(self.session(), options).mapInArrow(annotate_task(options, schema), annotated_type(schema))
        rows.write.mode("overwrite").parquet(options.output)

    def by_pandas(self) -> None:
        """The same rows by frames of pandas."""
        options = self.options(self.articles, "by-pandas")
        schema = Schema(options)
        rows = read_lines(self.session(), options).mapInPandas(frames_task(options, schema), annotated_type(schema))
        rows.write.mode("overwrite").parquet(options.output)

    def by_pipe(self) -> None:
        """The first stage by `rdd.pipe`, unsupervised; the lines are written as they come and nobody parses them."""
        spark, options = self.session(), self.options(self.articles, "by-pipe")
        text = spark.sparkContext.textFile(self.articles, self.workers)
        answers = text.pipe(f"{self.command} stream --tables")
        frame = spark.createDataFrame(answers.map(lambda line: (line,)), "answer string")
        frame.write.mode("overwrite").parquet(options.output)


def frames_task(options: Options, schema: Schema) -> Callable[[Iterator[pd.DataFrame]], Iterator[pd.DataFrame]]:
    """What a task would do by `mapInPandas`: the same process under the same supervision, rows as objects of Python."""
    command, timeout, in_flight = stream(options, schema), options.timeout, options.in_flight
    columns = {table.staged: table.type.names for table in schema.of_articles}
    names = annotated_type(schema).names
    problem = PROBLEM.names

    def row(place: tuple[str, int, int], answer: dict[str, Any]) -> tuple[Any, ...]:
        rows = answer.get("rows", {})
        entities = [
            {"local": found["id"], "key": found["key"], "mentions": found["mentions"], "apart": found["apart"]}
            for found in answer.get("entities", [])
        ]
        problems = [dict(zip(problem, found, strict=True)) for found in problems_of(answer)]
        claims = to_json(answer["claims"]) if answer.get("claims") else None
        lists = [
            [dict(zip(of, values, strict=True)) for values in rows.get(table.removeprefix("rows_"), [])]
            for table, of in columns.items()
        ]
        return (*place, article_id(answer), problems, entities, claims, *lists)

    def run(frames: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
        annotator = Annotator(command, timeout, in_flight)
        lines = chain.from_iterable(frame.itertuples(index=False, name=None) for frame in frames)
        found = (row(place, answer or {}) for place, answer in results(annotator, lines))
        try:
            while few := list(islice(found, BATCH)):
                yield pd.DataFrame(few, columns=names)
        finally:
            annotator.end()

    return run


def measure_job(bench: Bench, figures: Figures, few: str, rounds: int) -> None:
    """The whole job and `annotate` by turns."""
    figures.measure("spark, session", bench.session)
    figures.measure("spark, first job", lambda: bench.job(few))
    for _ in range(rounds):
        figures.measure("annotate, few", lambda: bench.annotate(few))
        figures.measure("spark, few", lambda: bench.job(few))
    sizes: dict[str, int] = {}
    remove = job.remove

    def measure_stages(session: SparkSession, path: str) -> None:
        sizes.update({stage.name: size_of(stage) for stage in Path(path).iterdir()})
        remove(session, path)

    job.remove = measure_stages
    events = str(bench.place / "events")
    for _ in range(rounds):
        figures.measure("annotate", lambda: bench.annotate(bench.articles))
        before = shuffled(events)
        figures.measure("spark", lambda: bench.job(bench.articles))
        figures.tell("spark, bytes shuffled", shuffled(events) - before)
    figures.measure("verify", bench.verify)
    figures.tell("spark, bytes of stages", sizes)
    tables = [path for path in (bench.place / "spark").iterdir() if path.is_dir()]
    figures.tell("spark, bytes of tables", {path.name: size_of(path) for path in tables})
    package = json.loads((bench.place / "spark" / "datapackage.json").read_text(encoding="utf-8"))
    figures.tell("spark, rows", sum(resource["rows"] for resource in package["resources"]))
    for what in ("wall", "processor"):
        own = figures.mean("annotate", what) - figures.mean("annotate, few", what)
        whole = figures.mean("spark", what)
        after = whole - figures.mean("spark, few", what)
        ratios = {"whole job": whole / own, "after its start": after / own}
        figures.tell(f"ratio, {what}", {name: round(ratio, 2) for name, ratio in ratios.items()})


def measure_ways(bench: Bench, figures: Figures, few: str, rounds: int) -> None:
    """The way through Spark alone, in three ways by turns, each after a first run over few articles.

    The answers are recorded once and replayed, so that the ways are not lost in what annotating takes.
    """
    job.prepare(bench.session(), bench.options(bench.articles, "spark"))
    answers = bench.place / "answers.jsonl"
    figures.measure("stream, one process", lambda: bench.record(answers))
    replay = [sys.executable, str(Path(__file__).with_name("replay.py")), str(answers), *shlex.split(bench.command)]
    bench = replace(bench, command=shlex.join(replay))
    first = replace(bench, articles=few)
    for way in (first.by_arrow, first.by_pandas, first.by_pipe):
        way()
    for _ in range(rounds):
        figures.measure("mapInArrow, to typed rows", bench.by_arrow)
        figures.measure("mapInPandas, to typed rows", bench.by_pandas)
        figures.measure("rdd.pipe, to unread lines", bench.by_pipe)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("articles", help="JSON Lines")
    parser.add_argument("command", help="the command, as in: node dist/cli.js")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--only", default="job,ways", help="job, ways, or both (default)")
    given = parser.parse_args()
    bench = Bench(given.articles, given.command, given.workers, Path(tempfile.mkdtemp(prefix="wenmai-bench-")))
    figures = Figures()
    few = bench.place / "few.jsonl"
    lines = Path(given.articles).read_bytes().splitlines(keepends=True)
    few.write_bytes(b"".join(lines[:FEW]))
    figures.tell("articles", len(lines))
    figures.tell("bytes", Path(given.articles).stat().st_size)
    figures.tell("characters", sum(len(json.loads(line)["text"]) for line in lines))
    try:
        if "job" in given.only:
            measure_job(bench, figures, str(few), given.rounds)
        if "ways" in given.only:
            measure_ways(bench, figures, str(few), given.rounds)
    finally:
        bench.session().stop()
        shutil.rmtree(bench.place)


main()
