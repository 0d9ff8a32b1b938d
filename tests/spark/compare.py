"""Runs the job over several numbers of partitions in one session; prints as JSON where its tables differ from an export.

compare.py CODE INPUT EXPORT OUTPUT COMMAND PARTITIONS…
"""

import json
import os
import sys
from dataclasses import replace
from pathlib import Path

code, articles, export, output, command, *partitions = sys.argv[1:]
sys.path.insert(0, code)
os.environ["PYSPARK_PYTHON"] = sys.executable

import pyarrow.dataset as dataset
import wenmai_spark as job
from pyspark.sql import SparkSession
from wenmai_annotate import annotate, annotated_type, read_lines
from wenmai_schema import Options, Schema

#: What an article that is piped in cannot know of its file: its bytes are those of its text, and its encoding is given.
SOURCE = {"source_sha256", "source_bytes", "source_encoding_basis", "source_encoding_confidence", "source_frame"}


def rows(path: str) -> list[dict]:
    """The rows of a table, sorted, without what is of the file."""
    table = dataset.dataset(path, format="parquet").to_table()
    found = table.select([name for name in table.column_names if name not in SOURCE]).to_pylist()
    return sorted(found, key=lambda row: json.dumps(row, sort_keys=True))


def sources(path: str) -> dict[str, list]:
    """What the documents say of their bytes."""
    table = dataset.dataset(path, format="parquet").to_table().to_pylist()
    return {row["document_id"]: [row[name] for name in sorted(SOURCE)] for row in table}


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


def edges(spark: SparkSession, place: str, articles: str) -> dict[str, object]:
    """What is said, or made, where there is nothing to annotate or nothing to annotate with."""

    def told(options: Options, schema: Schema | None = None) -> str:
        try:
            if schema is None:
                job.run(spark, options)
            else:
                task = annotate(options, schema)
                read_lines(spark, options).mapInArrow(task, annotated_type(schema)).collect()
            return "nothing"
        except Exception as error:
            said = [line for line in str(error).splitlines() if "Error: " in line]
            return said[-1].split("Error: ")[-1] if said else str(error)

    Path(f"{place}/empty.jsonl").write_text("")
    spark.createDataFrame([("a", "b")], "id string, body string").write.parquet(f"{place}/bodies")
    here = Options((f"{place}/empty.jsonl",), f"{place}/nothing", command=command)
    return {
        "no rows": job.run(spark, here),
        "no articles in a partition": job.run(spark, replace(here, output=f"{place}/seven", partitions=7)),
        "no column": told(replace(here, inputs=(f"{place}/bodies",), format="parquet", output=f"{place}/never")),
        "no node for the driver": told(replace(here, command="nowhere/node", output=f"{place}/never")),
        "no node for a task": told(replace(here, inputs=(articles,), command="nowhere/node"), Schema(here)),
        "output is there": told(here),
    }


def main() -> None:
    spark = with_session("local[2,4]")
    found: dict[str, object] = {"formats": formats(spark, output), "edges": edges(spark, output, articles)}
    for count in map(int, partitions):
        place = f"{output}/{count}"
        Path(place).mkdir()
        breaking = command.replace("unreliable.mjs", f"unreliable.mjs?{place}")
        options = Options((articles,), f"{place}/tables", command=breaking, partitions=count, timeout=10)
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
        found[f"links {count}"] = counts["claim_links"]
        found[f"sources {count}"] = sources(f"{place}/tables/documents")
    print(json.dumps(found))


main()
