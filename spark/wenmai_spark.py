"""Annotates a corpus with Wenmai on Apache Spark.

    spark-submit wenmai_spark.py articles.jsonl --output tables -- --published 2024-02-20

Every table is written as Parquet, with a datapackage.json. What follows `--` goes to `wenmai stream` and `schema`.
The rules and the order of every step are those of `wenmai annotate`: docs/scale.md says how.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import reduce
from pathlib import Path
from typing import Any

from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from wenmai_corpus import Corpus
from wenmai_schema import FORMATS, Options, Schema, Table

#: Tables that are written at once: while one waits for the driver the cores have another.
WRITERS = 4


def run(spark: SparkSession, options: Options) -> dict[str, int]:
    """Annotates the inputs and writes every table that is wanted, with a datapackage.json; gives their numbers of rows.

    Raises RuntimeError where `wenmai` cannot be started or refuses its options, ValueError where the inputs have no ids or texts,
    FileExistsError if the output is there.
    """
    prepare(spark, options)
    schema = Schema(options)
    corpus = Corpus(spark, options, schema)
    if schema.has("entities") or schema.has("claim_links") or any(table.entity_columns for table in schema.of_articles):
        corpus.link_entities()
    frames: dict[str, Callable[[], DataFrame]] = {
        "entities": lambda: corpus.entity_rows,
        "claim_links": corpus.link_claims,
        "errors": corpus.problems,
    }

    def write(table: Table) -> None:
        rows = frames[table.name]() if table.is_of_corpus else corpus.rows(table)
        rows.select(*table.type.names).write.mode("overwrite").parquet(f"{options.output}/{table.name}")

    # The longest way first: links of claims take three stages.
    in_turn = sorted(schema.tables, key=lambda table: table.name != "claim_links")
    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, in_turn))
    counts = describe_output(spark, options, schema)
    remove(spark, corpus.staging)
    return counts


def prepare(spark: SparkSession, options: Options) -> None:
    """Hands the code to the tasks, sets what the job relies on, and makes sure that nothing is overwritten unasked."""
    for file in sorted(Path(__file__).resolve().parent.glob("wenmai_*.py")):
        spark.sparkContext.addPyFile(str(file))
    # Few articles a batch, so that memory does not grow with their length.
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "1000")
    path, system = hadoop(spark, options.output)
    if system.exists(path):
        if not options.overwrite:
            raise FileExistsError(f"{options.output} is there already; choose another, or say --overwrite")
        system.delete(path, True)


def describe_output(spark: SparkSession, options: Options, schema: Schema) -> dict[str, int]:
    """Writes datapackage.json. Hashes and counts are taken by the tasks; the driver sees a line for each file."""
    names = [table.name for table in schema.tables]
    paths = [f"{options.output}/{name}" for name in names]
    hashed = spark.read.format("binaryFile").option("pathGlobFilter", "*.parquet").load(paths)
    files = hashed.select("path", "length", F.sha2("content", 256).alias("sha256")).orderBy("path").collect()
    counted = [
        spark.read.schema(table.type).parquet(path).select(F.lit(table.name).alias("name"))
        for table, path in zip(schema.tables, paths, strict=True)
    ]
    counts = {row["name"]: row["count"] for row in reduce(DataFrame.union, counted).groupBy("name").count().collect()}
    by_table: dict[str, list[dict[str, Any]]] = {name: [] for name in names}
    for row in files:
        folder, name = row["path"].rsplit("/", 2)[1:]
        by_table[folder].append({"path": f"{folder}/{name}", "bytes": row["length"], "hash": f"sha256:{row['sha256']}"})
    resources = [resource(table, by_table[table.name], counts.get(table.name, 0)) for table in schema.tables]
    described = schema.described
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "wenmai-annotations",
        "title": "Annotated news",
        "description": 'What wenmai found in the articles under "sources". Offsets are Unicode code points, half-open.',
        "sources": [{"title": path.rsplit("/", 1)[-1], "path": path} for path in options.inputs],
        "resources": resources,
        "wenmai": {"engine": "spark"}
        | {key: described[key] for key in ("versions", "options", "settings", "lexicons", "dictionaries")},
    }
    write_text(spark, f"{options.output}/datapackage.json", json.dumps(package, ensure_ascii=False, indent=2) + "\n")
    return {name: counts.get(name, 0) for name in names}


def resource(table: Table, files: Sequence[dict[str, Any]], rows: int) -> dict[str, Any]:
    """A table as datapackage.json describes it: its files are the partitions."""
    left_out = {"namesEntity", "items"}
    fields = [{key: value for key, value in column.items() if key not in left_out} for column in table.columns]
    keys = {key: table.description[key] for key in ("primaryKey", "foreignKeys")}
    return {
        "name": table.name,
        "path": [file["path"] for file in files],
        "description": table.description["description"],
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "bytes": sum(file["bytes"] for file in files),
        "rows": rows,
        "files": list(files),
        "schema": {"fields": fields, **keys},
    }


def hadoop(spark: SparkSession, path: str) -> tuple[Any, Any]:
    """A path, and the file system that it is on, as Hadoop has them: local, HDFS, or an object store."""
    jvm = spark.sparkContext._jvm
    where = jvm.org.apache.hadoop.fs.Path(path)
    return where, where.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration())


def remove(spark: SparkSession, path: str) -> None:
    """Removes a directory."""
    where, system = hadoop(spark, path)
    system.delete(where, True)


def write_text(spark: SparkSession, path: str, text: str) -> None:
    """Writes a file in UTF-8."""
    where, system = hadoop(spark, path)
    stream = system.create(where, True)
    stream.write(bytearray(text.encode("utf-8")))
    stream.close()


def parse(arguments: Sequence[str]) -> Options:
    """The options of a command line."""
    own, choices = split(arguments)
    parser = argparse.ArgumentParser(prog="wenmai_spark.py", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("inputs", nargs="+", help="files, directories or globs, on any file system that Spark reads")
    parser.add_argument("-o", "--output", required=True, help="directory to write")
    parser.add_argument("--format", choices=FORMATS, default="jsonl", help="of the inputs (default: jsonl)")
    parser.add_argument("--wenmai", default="wenmai", help="the command, as in: node/bin/node package/dist/cli.js")
    parser.add_argument("--partitions", type=int, help="tasks that annotate; as Spark cuts the files if not given")
    parser.add_argument("--timeout", type=float, default=120.0, help="seconds for an article (default: 120)")
    parser.add_argument("--in-flight", type=int, default=32, help="articles a process is sent ahead (default: 32)")
    parser.add_argument("--overwrite", action="store_true", help="replace the output, if it is there")
    given = parser.parse_args(own)
    return Options(
        inputs=tuple(given.inputs),
        output=given.output.rstrip("/"),
        format=given.format,
        command=given.wenmai,
        choices=tuple(choices),
        partitions=given.partitions,
        timeout=given.timeout,
        in_flight=given.in_flight,
        overwrite=given.overwrite,
    )


def split(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """What stands before `--`, and behind it."""
    at = arguments.index("--") if "--" in arguments else len(arguments)
    return list(arguments[:at]), list(arguments[at + 1 :])


def main() -> None:
    """Runs the job and prints the number of rows of each table, or in one line why it cannot be run."""
    options = parse(sys.argv[1:])
    spark = SparkSession.builder.appName("wenmai").getOrCreate()
    try:
        print(json.dumps(run(spark, options)))
    except (RuntimeError, ValueError, FileExistsError, AnalysisException) as error:
        sys.exit(f"wenmai_spark.py: {str(error).splitlines()[0]}")
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
