"""Reading and annotating: a task keeps one process, and what that answers becomes Arrow at once.

Every format becomes lines of JSON with their place; the order of places is the order of reading.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Any

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F
from pyspark.sql.pandas.types import to_arrow_schema
from pyspark.sql.types import (
    ArrayType,
    BooleanType,
    LongType,
    StringType,
    StructField,
    StructType,
)

from wenmai_arrow import Task, batched, rows_array
from wenmai_process import Annotator, Failure, parsed, well_formed
from wenmai_schema import FIELDS, Options, Schema

PLACE = [StructField("path", StringType()), StructField("block", LongType()), StructField("at", LongType())]
PROBLEM = StructType(
    [
        StructField("is_read", BooleanType()),
        StructField("document_id", StringType()),
        StructField("code", StringType()),
        StructField("severity", StringType()),
        StructField("message", StringType()),
        StructField("start", LongType()),
        StructField("end", LongType()),
    ]
)

Place = tuple[str, int, int]
Line = tuple[str, int, int, bytes | None]
Result = tuple[Place, dict[str, Any] | None]


def read_lines(spark: SparkSession, options: Options) -> DataFrame:
    """`path`, `block` and `at`, which order the articles, and `line`, the bytes of one article as JSON.

    Raises ValueError where there is no column of ids or of texts.
    """
    reader, paths = spark.read, list(options.inputs)
    if options.format == "jsonl":
        articles, line = reader.text(paths, lineSep="\n"), F.col("value").cast("binary")
    elif options.format == "text":
        articles = reader.text(paths, wholetext=True)
        name = F.regexp_extract("_metadata.file_name", r"^(.*?)(\.[^.]*)?$", 1)
        line = F.to_json(F.struct(name.alias("id"), F.col("value").alias("text"))).cast("binary")
    else:
        articles = reader.parquet(*paths) if options.format == "parquet" else read_csv(spark, paths)
        missing = [name for name in FIELDS[:2] if name not in articles.columns]
        if missing:
            there = ", ".join(articles.columns)
            raise ValueError(f'{", ".join(paths)}: there is no column "{missing[0]}" among {there}; rename one')
        known = [F.col(f"`{name}`") for name in FIELDS if name in articles.columns]
        line = F.to_json(F.struct(*known)).cast("binary")
    # The address as a person writes it: + stands for itself in a path.
    path = F.url_decode(F.replace(F.col("_metadata.file_path"), F.lit("+"), F.lit("%2B")))
    place = [path.alias("path"), F.col("_metadata.file_block_start").alias("block")]
    lines = articles.select(*place, F.monotonically_increasing_id().alias("at"), line.alias("line"))
    return lines if options.partitions is None else lines.repartition(options.partitions)


def read_csv(spark: SparkSession, paths: list[str]) -> DataFrame:
    """CSV as the command reads it: a header, the same in all files, quotes doubled, line feeds within quotes."""
    return spark.read.csv(paths, header=True, multiLine=True, quote='"', escape='"', enforceSchema=False)


def annotated_type(schema: Schema) -> StructType:
    """The type of an annotated article: place, id if it is one, problems, what the corpus is made of, rows of each table."""
    apart = StructField("apart", schema.entities.type)
    simple = [StructField(name, StringType()) for name in ("local", "key")]
    entity = StructType([*simple, StructField("mentions", LongType()), apart])
    return StructType(
        [
            *PLACE,
            StructField("id", StringType()),
            StructField("problems", ArrayType(PROBLEM)),
            StructField("entities", ArrayType(entity)),
            StructField("claims", StringType()),
            *[StructField(table.staged, ArrayType(table.type)) for table in schema.of_articles],
        ]
    )


def annotate(options: Options, schema: Schema) -> Task:
    """What a task does with its articles."""
    command = stream(options, schema)
    arrow = to_arrow_schema(annotated_type(schema))
    tables = [table.name for table in schema.of_articles]
    timeout, in_flight = options.timeout, options.in_flight

    def run(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        annotator = Annotator(command, timeout, in_flight)
        try:
            yield from batched(results(annotator, lines_of(batches)), lambda found: to_batch(found, tables, arrow))
        finally:
            annotator.end()

    return run


def stream(options: Options, schema: Schema) -> list[str]:
    """The command that a task keeps running: where it names node, with the flags by which node annotates best."""
    command, *rest = options.wenmai("stream", *with_tables(options.choices))
    flags = schema.described["nodeFlags"] if PurePath(command).name == "node" else []
    return [command, *flags, *rest]


def with_tables(choices: Sequence[str]) -> list[str]:
    """The choices, with all tables where none are named: an answer of rows is always wanted."""
    named = any(choice.split("=")[0] == "--tables" for choice in choices)
    return [*choices] if named else [*choices, "--tables"]


def lines_of(batches: Iterator[pa.RecordBatch]) -> Iterator[Line]:
    """The rows of `read_lines`."""
    for batch in batches:
        yield from zip(*(batch.column(i).to_pylist() for i in range(4)), strict=True)


def results(annotator: Annotator, lines: Iterable[Line]) -> Iterator[Result]:
    """The places of all lines with what was answered; None for a blank line, which the process passes over."""
    sent: deque[tuple[Place, bytes]] = deque()
    blanks: deque[Place] = deque()

    def to_answer() -> Iterator[bytes]:
        for *place, line in lines:
            line = line.replace(b"\n", b" ") if line else b""
            if is_blank(line):
                blanks.append((*place,))
            else:
                sent.append(((*place,), line))
                yield line

    for answer in annotator.answers(to_answer()):
        place, line = sent.popleft()
        yield place, failed(line, answer) if isinstance(answer, Failure) else parsed(answer)
        while blanks:
            yield blanks.popleft(), None
    while blanks:
        yield blanks.popleft(), None


def is_blank(line: bytes) -> bool:
    """Whether `stream` passes over the line without an answer."""
    return not line.strip(b" \t\r\n\x0b\x0c\xa0")


def failed(line: bytes, failure: Failure) -> dict[str, Any]:
    """The answer for an article whose process failed."""
    try:
        found = json.loads(line)["id"]
    except (ValueError, TypeError, KeyError):
        found = None
    return {
        "id": None if found is None else well_formed(str(found)),
        "error": {"code": failure.code, "message": failure.message},
    }


def to_batch(found: Sequence[Result], tables: Sequence[str], schema: pa.Schema) -> pa.RecordBatch:
    """Answers as Arrow."""
    places = [list(column) for column in zip(*(place for place, _ in found), strict=True)]
    answers = [answer or {} for _, answer in found]
    entities = [
        [[entity["id"], entity["key"], entity["mentions"], entity["apart"]] for entity in answer.get("entities", [])]
        for answer in answers
    ]
    columns: dict[str, Any] = {
        **dict(zip(("path", "block", "at"), places, strict=True)),
        "id": [article_id(answer) for answer in answers],
        "claims": [to_json(answer["claims"]) if answer.get("claims") else None for answer in answers],
    }
    lists = {"problems": [problems_of(answer) for answer in answers], "entities": entities}
    lists |= {f"rows_{name}": [answer.get("rows", {}).get(name, []) for answer in answers] for name in tables}
    arrays = [
        rows_array(lists[field.name], field.type) if field.name in lists else pa.array(columns[field.name], field.type)
        for field in schema
    ]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def article_id(answer: dict[str, Any]) -> str | None:
    """The id of an article that was annotated or should have been; None for what is no article."""
    is_article = "rows" in answer or answer.get("error", {}).get("code", "").startswith("pipeline/")
    return answer.get("id") if is_article else None


def problems_of(answer: dict[str, Any]) -> list[list[Any]]:
    """The problems of an answer as rows of `PROBLEM`."""
    error = answer.get("error")
    if error is None:
        return [
            [False, answer["id"], *(problem[name] for name in ("code", "severity", "message", "start", "end"))]
            for problem in answer.get("problems", [])
        ]
    is_read = not error["code"].startswith("pipeline/")
    return [[is_read, answer.get("id"), error["code"], "error", error["message"], None, None]]


def to_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
