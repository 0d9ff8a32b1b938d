"""Measures the job beside `wenmai annotate` and beside a plain `rdd.pipe`, over the same articles in one run.

    python spark/bench.py ARTICLES.jsonl "node dist/cli.js" [WORKERS]

Prints a line of JSON for each figure: seconds of the wall and of processors (of all processes together; on a machine that is shared they say more),
megabytes of each kind of process, bytes of each stage, and bytes shuffled. Linux only.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
os.environ.setdefault("PYSPARK_PYTHON", sys.executable)

import wenmai_spark as job
from pyspark.sql import SparkSession
from wenmai_annotate import annotate as annotate_task
from wenmai_annotate import annotated_type, read_lines
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


def processor_seconds() -> float:
    """Seconds of processor that this process and all below it, ended ones too, have used."""
    total = 0
    for pid in tree(os.getpid()):
        try:
            total += sum(map(int, Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[11:15]))
        except OSError:
            pass
    return total / TICKS


class Memory:
    """The most megabytes that one process of each program has had, while the block runs."""

    def __enter__(self) -> dict[str, int]:
        self.most: dict[str, int] = defaultdict(int)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()
        return self.most

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ended.wait(0.3):
            for pid in tree(os.getpid())[1:]:
                try:
                    name = Path(f"/proc/{pid}/comm").read_text().strip()
                    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
                except OSError:
                    continue
                self.most[name] = max(self.most[name], pages * os.sysconf("SC_PAGE_SIZE") >> 20)


def measured(action: Callable[[], object]) -> dict[str, float]:
    """Seconds of the wall and of processors."""
    wall, processor = time.monotonic(), processor_seconds()
    action()
    return {"wall": round(time.monotonic() - wall, 1), "processor": round(processor_seconds() - processor, 1)}


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


def tell(name: str, value: object) -> None:
    """Prints one figure."""
    print(json.dumps({name: value}), flush=True)


def main() -> None:
    articles, command = sys.argv[1:3]
    workers = sys.argv[3] if len(sys.argv) > 3 else "2"
    place = Path(tempfile.mkdtemp(prefix="wenmai-bench-"))
    few = place / "few.jsonl"
    lines = Path(articles).read_bytes().splitlines(keepends=True)
    few.write_bytes(b"".join(lines[:FEW]))
    tell("articles", len(lines))
    tell("bytes", Path(articles).stat().st_size)
    tell("load", round(os.getloadavg()[0], 1))

    def annotate(path: str) -> None:
        command_line = [*command.split(), "annotate", path, "-o", str(place / "annotate"), "--format", "parquet"]
        subprocess.run([*command_line, "--quiet", "--workers", workers], check=True)
        shutil.rmtree(place / "annotate")

    tell("annotate, start", measured(lambda: annotate(str(few))))
    with Memory() as memory:
        tell("annotate", measured(lambda: annotate(articles)))
    tell("annotate, memory", dict(memory))

    def session() -> SparkSession:
        (place / "events").mkdir()
        builder = SparkSession.builder.master(f"local[{workers}]").config("spark.ui.enabled", "false")
        builder = builder.config("spark.eventLog.enabled", "true").config(
            "spark.eventLog.dir", f"file://{place}/events"
        )
        builder = builder.config("spark.eventLog.compress", "false").config("spark.eventLog.rolling.enabled", "false")
        spark = builder.config("spark.sql.shuffle.partitions", "8").config("spark.driver.memory", "2g").getOrCreate()
        spark.sparkContext.setLogLevel("ERROR")
        return spark

    tell("spark, session", measured(session))
    spark = session_of()

    def run(path: str) -> None:
        options = Options((path,), str(place / "spark"), command=command, partitions=int(workers), overwrite=True)
        job.run(spark, options)

    sizes: dict[str, int] = {}
    remove = job.remove

    def measure_stages(session: SparkSession, path: str) -> None:
        for stage in Path(path).iterdir():
            sizes[stage.name] = sum(file.stat().st_size for file in stage.rglob("*.parquet"))
        remove(session, path)

    job.remove = measure_stages
    tell("spark, start", measured(lambda: run(str(few))))
    tell("spark, start again", measured(lambda: run(str(few))))
    before = shuffled(str(place / "events"))
    with Memory() as memory:
        tell("spark", measured(lambda: run(articles)))
    tell("spark, memory", dict(memory))
    tell("spark, bytes of stages", sizes)
    tables = [path for path in (place / "spark").iterdir() if path.is_dir()]
    sizes = {path.name: sum(file.stat().st_size for file in path.glob("*.parquet")) for path in tables}
    tell("spark, bytes of tables", sizes)
    tell("spark, bytes shuffled", shuffled(str(place / "events")) - before)

    options = Options((articles,), str(place / "alone"), command=command, partitions=int(workers))
    schema = Schema(options)

    def arrow() -> None:
        rows = read_lines(spark, options)
        rows = rows.mapInArrow(annotate_task(options, schema), annotated_type(schema))
        rows.write.parquet(str(place / "by-arrow"))

    def pipe() -> None:
        text = spark.sparkContext.textFile(articles, int(workers))
        answers = text.pipe(f"{command} stream --tables")
        spark.createDataFrame(answers.map(lambda line: (line,)), "answer string").write.parquet(str(place / "by-pipe"))

    tell("annotating alone, mapInArrow to typed rows", measured(arrow))
    tell("annotating alone, rdd.pipe to unread lines", measured(pipe))
    spark.stop()
    shutil.rmtree(place)


def session_of() -> SparkSession:
    """The session that runs."""
    spark = SparkSession.getActiveSession()
    assert spark is not None
    return spark


main()
