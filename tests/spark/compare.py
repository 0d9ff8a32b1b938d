"""Runs the job over several numbers of partitions in one session; prints as JSON where its tables differ from an export.

compare.py CODE INPUT EXPORT OUTPUT COMMAND PARTITIONS…
"""

import json
import os
import re
import sys
from pathlib import Path

code, articles, export, output, command, *partitions = sys.argv[1:]
sys.path.insert(0, code)
os.environ["PYSPARK_PYTHON"] = sys.executable

import pyarrow.dataset as dataset
import wenmai_spark as job
from pyspark.sql import SparkSession
from wenmai_annotate import read_lines
from wenmai_schema import Options

#: What an article that is piped in cannot know of its file.
SOURCE = {"source_path", "source_sha256", "source_bytes", "source_encoding", "source_encoding_basis"}
SOURCE |= {"source_encoding_confidence", "source_frame"}


def rows(path: str) -> list[dict]:
    """The rows of a table, sorted, with the names of files in place of paths."""
    found = [without_paths(row) for row in dataset.dataset(path, format="parquet").to_table().to_pylist()]
    return sorted(found, key=lambda row: json.dumps(row, sort_keys=True))


def without_paths(row: dict) -> dict:
    kept = {name: value for name, value in row.items() if name not in SOURCE}
    if kept.get("path") is not None:
        kept["path"] = Path(kept["path"]).name
    if kept.get("code") == "input/duplicate-id":
        kept["message"] = re.sub(r'"[^" ]*/', '"', kept["message"])
    return kept


def difference(ours: list[dict], theirs: list[dict]) -> list:
    """Up to three rows that only one side has."""
    text = [[json.dumps(row, sort_keys=True, ensure_ascii=False) for row in side] for side in (ours, theirs)]
    only = [sorted(set(text[0]) - set(text[1]))[:3], sorted(set(text[1]) - set(text[0]))[:3]]
    return [] if len(ours) == len(theirs) and only == [[], []] else [len(ours), len(theirs), *only]


def with_session(threads: str) -> SparkSession:
    builder = SparkSession.builder.master(threads).config("spark.ui.enabled", "false")
    spark = builder.config("spark.sql.shuffle.partitions", "3").config("spark.driver.memory", "1g").getOrCreate()
    spark.sparkContext.setLogLevel("OFF")
    return spark


def formats(spark: SparkSession, place: str) -> dict[str, list]:
    """What the other formats are read as."""
    wanted = [{"id": "a", "text": 'Ferry "one",\nin May.', "published": "2024-02-20"}, {"id": "b", "text": "渡輪。"}]
    frame = spark.createDataFrame(
        [(row["id"], row["text"], row.get("published")) for row in wanted], "id string, text string, published string"
    )
    frame.coalesce(1).write.parquet(f"{place}/parquet")
    frame.coalesce(1).write.csv(f"{place}/csv", header=True, escape='"')
    Path(f"{place}/text").mkdir()
    for row in wanted:
        Path(f"{place}/text/{row['id']}.txt").write_text(row["text"], encoding="utf-8")
    found = {}
    for format in ("parquet", "csv", "text"):
        lines = read_lines(spark, Options((f"{place}/{format}",), "", format=format)).collect()
        read = sorted((json.loads(line["line"]) for line in lines), key=lambda row: row["id"])
        found[format] = [
            row for row in read if row not in wanted and row != {"id": "a", "text": wanted[0]["text"]}
        ] or len(read)
    return found


def main() -> None:
    spark = with_session("local[2,4]")
    found: dict[str, object] = {"formats": formats(spark, output)}
    for count in map(int, partitions):
        place = f"{output}/{count}"
        Path(place).mkdir()
        options = Options(
            (articles,), f"{place}/tables", command=f"{command.replace('PLACE', place)}", partitions=count, timeout=8
        )
        counts = job.run(spark, options)
        tables = sorted(path.stem for path in Path(export).glob("*.parquet"))
        found[str(count)] = {
            name: difference(rows(f"{place}/tables/{name}"), rows(f"{export}/{name}.parquet")) for name in tables
        }
        package = json.loads(Path(f"{place}/tables/datapackage.json").read_text(encoding="utf-8"))
        found[f"package {count}"] = [
            [resource["name"] for resource in package["resources"]] == list(counts),
            sorted(name for name in os.listdir(f"{place}/tables") if name[0] != ".")
            == sorted(["datapackage.json", *counts]),
            sorted(os.listdir(place)),
        ]
    print(json.dumps(found))


main()
