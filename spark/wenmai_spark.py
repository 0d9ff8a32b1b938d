"""Annotates a corpus with Wenmai on Apache Spark.

    spark-submit --py-files wenmai_process.py wenmai_spark.py articles.jsonl --output tables -- --published 2024-02-20

Every table is written as Parquet, with a datapackage.json. What follows `--` goes to `wenmai stream` and `wenmai schema`.
The rules and the order of every step are those of `wenmai annotate`: docs/scale.md says how.
"""

from __future__ import annotations

import argparse
import json
import shlex
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import reduce
from itertools import accumulate, chain
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyspark.sql import Column, DataFrame, SparkSession, Window
from pyspark.sql import functions as F
from pyspark.sql.pandas.types import to_arrow_schema
from pyspark.sql.types import (
    ArrayType,
    BooleanType,
    DataType,
    DoubleType,
    IntegerType,
    LongType,
    StringType,
    StructField,
    StructType,
)

from wenmai_process import Annotator, Failure, filter_lines

#: Articles that become one batch of Arrow.
BATCH = 256
#: Claims that are compared with one; the filter looks back no further.
WINDOW = 60
#: Tables that are written at once: while one waits for the driver the cores have another.
WRITERS = 4
FORMATS = ("jsonl", "parquet", "csv", "text")
FIELDS = ("id", "text", "title", "author", "publisher", "published", "lang")
SIMPLE: dict[str, DataType] = {
    "string": StringType(),
    "integer": LongType(),
    "number": DoubleType(),
    "boolean": BooleanType(),
}


@dataclass(frozen=True)
class Options:
    """What a run is told."""

    inputs: tuple[str, ...]
    output: str
    format: str = "jsonl"
    #: The command, as a shell would split it; on a cluster the path in the shipped archive.
    command: str = "wenmai"
    #: What `stream` and `schema` are told besides: `--tables`, `--published`, `--script`, …
    choices: tuple[str, ...] = ()
    #: So many tasks annotate; as the files are cut by Spark if None.
    partitions: int | None = None
    #: Seconds an article may take.
    timeout: float = 120.0
    in_flight: int = 32
    overwrite: bool = False

    def wenmai(self, *arguments: str) -> list[str]:
        """The command with arguments."""
        return [*shlex.split(self.command), *arguments]


@dataclass(frozen=True)
class Table:
    """A table as `wenmai schema` describes it."""

    name: str
    description: dict[str, Any]

    @property
    def columns(self) -> list[dict[str, Any]]:
        return self.description["columns"]

    @property
    def is_of_corpus(self) -> bool:
        return self.description["isOfCorpus"]

    @property
    def type(self) -> StructType:
        return struct_of(self.columns)

    @property
    def entity_columns(self) -> list[dict[str, Any]]:
        return [column for column in self.columns if column["namesEntity"]]

    @property
    def staged(self) -> str:
        """The column of the annotated articles that holds the rows."""
        return f"rows_{self.name}"


def struct_of(columns: Sequence[dict[str, Any]]) -> StructType:
    """The type of a row with these columns."""
    return StructType([StructField(column["name"], type_of(column)) for column in columns])


def type_of(column: dict[str, Any]) -> DataType:
    """The type of a column; lists are arrays, and lists of objects arrays of structs."""
    items = column.get("items")
    if items is None:
        return SIMPLE[column["type"]]
    return ArrayType(SIMPLE[items] if isinstance(items, str) else struct_of(items))


class Schema:
    """The tables that are wanted, and those that the steps over the corpus speak of whether they are wanted or not."""

    def __init__(self, options: Options) -> None:
        self.described = describe(options, *options.choices)
        self.tables = [Table(table["name"], table) for table in self.described["tables"]]
        whole = {table["name"]: Table(table["name"], table) for table in describe(options, "--tables", "entities,claim_links")["tables"]}
        self.entities, self.links, self.errors = whole["entities"], whole["claim_links"], whole["errors"]

    def has(self, name: str) -> bool:
        return any(table.name == name for table in self.tables)

    @property
    def of_articles(self) -> list[Table]:
        return [table for table in self.tables if not table.is_of_corpus]


def describe(options: Options, *choices: str) -> dict[str, Any]:
    """What `wenmai schema` says. Raises RuntimeError with its words where it refuses."""
    done = subprocess.run(options.wenmai("schema", *choices), capture_output=True, encoding="utf-8")
    if done.returncode != 0:
        raise RuntimeError(done.stderr.strip())
    return json.loads(done.stdout)


# Reading: every format becomes lines of JSON with their place. The order of places is the order of reading.


def read_lines(spark: SparkSession, options: Options) -> DataFrame:
    """`path`, `block` and `at`, which order the articles, and `line`, the bytes of one article as JSON."""
    reader, paths = spark.read, list(options.inputs)
    if options.format == "jsonl":
        articles, line = reader.text(paths, lineSep="\n"), F.col("value").cast("binary")
    elif options.format == "text":
        articles = reader.text(paths, wholetext=True)
        name = F.regexp_extract("_metadata.file_name", r"^(.*?)(\.[^.]*)?$", 1)
        line = F.to_json(F.struct(name.alias("id"), F.col("value").alias("text"))).cast("binary")
    else:
        articles = reader.parquet(*paths) if options.format == "parquet" else read_csv(spark, paths)
        known = [F.col(f"`{name}`") for name in FIELDS if name in articles.columns]
        line = F.to_json(F.struct(*known)).cast("binary")
    place = [F.col("_metadata.file_path").alias("path"), F.col("_metadata.file_block_start").alias("block")]
    lines = articles.select(*place, F.monotonically_increasing_id().alias("at"), line.alias("line"))
    return lines if options.partitions is None else lines.repartition(options.partitions)


def read_csv(spark: SparkSession, paths: list[str]) -> DataFrame:
    """CSV as the command reads it: a header, quotes doubled, line feeds within quotes."""
    return spark.read.csv(paths, header=True, multiLine=True, quote='"', escape='"')


# Annotating: a task keeps one process, and what it answers becomes Arrow at once.

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


def annotate(options: Options, schema: Schema) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """What a task does with its articles."""
    command = options.wenmai("stream", *with_tables(options.choices))
    arrow = to_arrow_schema(annotated_type(schema))
    tables = [table.name for table in schema.of_articles]
    timeout, in_flight = options.timeout, options.in_flight

    def run(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        annotator = Annotator(command, timeout, in_flight)
        try:
            yield from batched(results(annotator, batches), lambda found: to_batch(found, tables, arrow))
        finally:
            annotator.end()

    return run


def with_tables(choices: Sequence[str]) -> list[str]:
    """The choices, with all tables where none are named: an answer of rows is always wanted."""
    named = any(choice.split("=")[0] == "--tables" for choice in choices)
    return [*choices] if named else [*choices, "--tables"]


def batched(items: Iterator[Any], make: Callable[[list[Any]], pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Makes a batch of every few items."""
    pending: list[Any] = []
    for item in items:
        pending.append(item)
        if len(pending) == BATCH:
            yield make(pending)
            pending = []
    if pending:
        yield make(pending)


Place = tuple[str, int, int]
Result = tuple[Place, dict[str, Any] | None]


def results(annotator: Annotator, batches: Iterator[pa.RecordBatch]) -> Iterator[Result]:
    """The places of all lines, in order, with what was answered; None for a blank line, which the process passes over."""
    sent: deque[tuple[Place, bytes]] = deque()
    blanks: deque[Place] = deque()

    def lines() -> Iterator[bytes]:
        for batch in batches:
            columns = [batch.column(i).to_pylist() for i in range(4)]
            for path, block, at, line in zip(*columns, strict=True):
                line = line.replace(b"\n", b" ") if line else b""
                if is_blank(line):
                    blanks.append((path, block, at))
                else:
                    sent.append(((path, block, at), line))
                    yield line

    for answer in annotator.answers(lines()):
        place, line = sent.popleft()
        yield place, failed(line, answer) if isinstance(answer, Failure) else json.loads(answer)
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
    return {"id": None if found is None else str(found), "error": {"code": failure.code, "message": failure.message}}


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
    return text_of(answer.get("id")) if is_article else None


def problems_of(answer: dict[str, Any]) -> list[list[Any]]:
    """The problems of an answer as rows of `PROBLEM`."""
    error = answer.get("error")
    if error is None:
        return [
            [False, text_of(answer["id"]), *(problem[name] for name in ("code", "severity", "message", "start", "end"))]
            for problem in answer.get("problems", [])
        ]
    is_read = not error["code"].startswith("pipeline/")
    return [[is_read, text_of(answer.get("id")), error["code"], "error", error["message"], None, None]]


def text_of(value: str | None) -> str | None:
    """A string that UTF-8 can carry: an id that was refused may hold anything."""
    return None if value is None else value.encode("utf-8", "replace").decode("utf-8")


def to_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def rows_array(lists: Sequence[Sequence[Sequence[Any]]], type_: pa.ListType) -> pa.Array:
    """Lists of rows, each row its values in the order of the columns, as an array of lists of structs."""
    offsets = pa.array(accumulate((len(rows) for rows in lists), initial=0), pa.int32())
    struct = type_.value_type
    columns = list(zip(*chain.from_iterable(lists), strict=True)) or [()] * struct.num_fields
    arrays = [column_array(values, struct.field(i).type) for i, values in enumerate(columns)]
    fields = [struct.field(i) for i in range(struct.num_fields)]
    return pa.ListArray.from_arrays(offsets, pa.StructArray.from_arrays(arrays, fields=fields), type=type_)


def column_array(values: Sequence[Any], type_: pa.DataType) -> pa.Array:
    """Values as an array; a number that JSON writes without a point is a number all the same."""
    if pa.types.is_floating(type_):
        values = [None if value is None else float(value) for value in values]
    return pa.array(values, type_)


# The corpus: what `annotate` does in the order of ids, done by sorting and joining.


class Corpus:
    """The annotated articles on disk, and what is made of them together. Each stage is written once and read from there."""

    def __init__(self, spark: SparkSession, options: Options, schema: Schema) -> None:
        self.spark, self.options, self.schema = spark, options, schema
        self.staging = f"{options.output}/_staging"
        lines = read_lines(spark, options)
        annotated = lines.mapInArrow(annotate(options, schema), annotated_type(schema))
        self.annotated = self.stage("annotated", annotated)
        self.duplicates = self._find_duplicates().cache()
        losers = F.broadcast(self.duplicates.select("at"))
        articles = self.annotated.where(F.col("id").isNotNull())
        self.articles = articles if self.duplicates.isEmpty() else articles.join(losers, "at", "left_anti")

    def stage(self, name: str, frame: DataFrame) -> DataFrame:
        """Writes a stage and gives it back from disk: what follows may read it more than once."""
        path = f"{self.staging}/{name}"
        frame.write.mode("overwrite").parquet(path)
        return self.spark.read.parquet(path)

    def _find_duplicates(self) -> DataFrame:
        """Articles with an id that one before them has, each with the place of the first."""
        place = F.struct("path", "block", "at")
        articles = self.annotated.where(F.col("id").isNotNull()).select("id", place.alias("place"))
        first = articles.groupBy("id").agg(F.min("place").alias("first"), F.count("*").alias("count"))
        later = articles.join(first.where("count > 1").drop("count"), "id").where("place != first")
        return later.select("id", "first", "place.*")

    def link_entities(self) -> None:
        """Links the entities of the corpus: `ids` gives the ids of an article's entities, `entity_rows` the table."""
        named = self.articles.select("id", F.posexplode("entities").alias("position", "entity"))
        named = named.select(F.col("id").alias("document"), "position", "entity.*")
        kinds = named.groupBy("key").agg(
            F.sum("mentions").alias("mentions"),
            F.count("*").alias("occurrences"),
            F.min(F.struct("document", "position")).alias("first"),
        )
        in_order = kinds.repartition(1).sortWithinPartitions("first")
        type_ = StructType(
            [
                StructField("key", StringType()),
                StructField("corpus_id", StringType()),
                StructField("entity", self.schema.entities.type),
            ]
        )
        kinds_of = in_order.select("key", F.col("first.document").alias("document"), "mentions", "occurrences")
        linked = self.stage("linked", kinds_of.mapInArrow(link_kinds(self.options, type_), type_))
        ids = named.join(linked.where("key IS NOT NULL").select("key", "corpus_id"), "key", "left")
        ids = ids.withColumn("final", F.coalesce("corpus_id", "apart.id"))
        self.ids_by_entity = self.stage("ids", ids.select("document", "local", "final", "corpus_id", "apart"))
        self.ids = self.ids_by_entity.groupBy("document").agg(
            F.map_from_entries(F.collect_list(F.struct("local", "final"))).alias("ids")
        )
        self.entity_rows = self._entity_rows(linked)

    def _entity_rows(self, linked: DataFrame) -> DataFrame:
        counts = self.ids_by_entity.where("corpus_id IS NOT NULL").groupBy(F.col("corpus_id").alias("id"))
        counts = counts.agg(F.countDistinct("document").alias("count"))
        joined = linked.where("entity IS NOT NULL").select("entity.*").join(counts, "id", "left")
        together = joined.withColumn("documents", F.coalesce("count", F.lit(0).cast("long"))).drop("count")
        apart = self.ids_by_entity.where("corpus_id IS NULL").select("apart.*")
        names = self.schema.entities.type.names
        return together.select(*names).unionByName(apart.select(*names))

    def link_claims(self) -> DataFrame:
        """The table of links between claims."""
        claims = self.articles.where("claims IS NOT NULL").select(F.col("id").alias("document"), "claims")
        known = claims.join(self.ids, "document", "left")
        type_ = bucketed_type(self.schema)
        lines = known.select("document", "claims", F.to_json("ids").alias("ids"))
        bucketed = self.stage("claims", lines.mapInArrow(put_in_buckets(self.options, type_), type_))
        members = bucketed.select("document", "place", "claim", F.posexplode("buckets").alias("order", "bucket"))
        in_order = members.repartition("bucket").sortWithinPartitions("bucket", "document", "place", "order")
        link = link_type(self.schema)
        compared = in_order.select("bucket", "document", "place", "order", "claim").mapInArrow(
            compare_claims(self.options, link), link
        )
        within = bucketed.select(F.explode("links").alias("link")).select("link.*")
        pair = ["document", "place", "to_document", "to_place"]
        once = compared.groupBy(*pair).agg(F.min("order").alias("order"), F.first("row").alias("row"))
        links = within.select(*link.names).unionByName(once.select(*link.names))
        order = ["document", "place", "order", "to_document", "to_place"]
        numbered = self.number("links", links, order, "l")
        return numbered.select("number", "row.*").drop("id").withColumnRenamed("number", "id")

    def problems(self) -> DataFrame:
        """The table of errors: what was met while reading, by place, then what articles brought, by id."""
        columns = ["group", *(field.name for field in PLACE), "document_id", "position", "code", "severity", "message"]
        columns += ["start", "end", "line"]
        places = self._places()
        told = self.annotated.where(F.size("problems") > 0).select(
            *(field.name for field in PLACE), "id", F.posexplode("problems").alias("position", "problem")
        )
        told = told.select(*(field.name for field in PLACE), "id", "position", "problem.*")
        if not self.duplicates.isEmpty():
            losers = F.broadcast(self.duplicates.select("at", F.lit(True).alias("is_later")))
            told = told.join(losers, "at", "left").where("is_read OR is_later IS NULL")
        told = told.withColumn("group", F.when(F.col("is_read"), 0).otherwise(1))
        read = with_line(told.where("is_read"), places)
        brought = told.where("NOT is_read").withColumn("line", F.lit(None).cast("long"))
        again = self._duplicate_problems(places)
        problems = reduce(DataFrame.unionByName, [frame.select(*columns) for frame in (read, brought, again)])
        is_brought = F.col("group") == 1
        order = [
            F.col("group"),
            *(F.when(~is_brought, F.col(field.name)) for field in PLACE),
            F.when(is_brought, F.col("document_id")),
            F.col("position"),
        ]
        return self.number("problems", problems, order, "x").withColumnRenamed("number", "id")

    def _places(self) -> DataFrame:
        """For each block of a file the first place in it, and how many lines of the file come before."""
        blocks = self.annotated.groupBy("path", "block").agg(F.min("at").alias("from"), F.count("*").alias("lines"))
        before = Window.partitionBy("path").orderBy("block").rowsBetween(Window.unboundedPreceding, -1)
        return F.broadcast(blocks.withColumn("before", F.coalesce(F.sum("lines").over(before), F.lit(0))).drop("lines"))

    def _duplicate_problems(self, places: DataFrame) -> DataFrame:
        first = self.duplicates.select("at", F.col("id").alias("document_id"), "first.path", "first.block", F.col("first.at").alias("first"))
        first = with_line(first.withColumnRenamed("at", "own").withColumnRenamed("first", "at"), places)
        where = F.concat(F.lit('"'), "path", F.lit('"'), F.coalesce(F.concat(F.lit(", line "), "line"), F.lit("")))
        message = F.concat(
            F.lit('The id "'),
            "document_id",
            F.lit('" is already that of the article in '),
            where,
            F.lit("; give each article an id of its own."),
        )
        told = first.select(F.col("own").alias("at"), "document_id", message.alias("message"))
        found = with_line(self.duplicates.select("path", "block", "at").join(told, "at"), places)
        nothing = F.lit(None).cast("long")
        return found.select(
            *(field.name for field in PLACE),
            *("document_id", "message", "line"),
            F.lit(0).alias("group"),
            F.lit(0).alias("position"),
            F.lit("input/duplicate-id").alias("code"),
            F.lit("error").alias("severity"),
            nothing.alias("start"),
            nothing.alias("end"),
        )

    def number(self, name: str, frame: DataFrame, order: Sequence[str | Column], prefix: str) -> DataFrame:
        """Numbers rows in an order over all partitions, without bringing them together: `number` is the prefix and 1, 2, …"""
        in_order = frame.orderBy(*order).withColumn("row_at", F.monotonically_increasing_id())
        staged = self.stage(name, in_order)
        part = F.shiftright("row_at", 33).alias("part")
        counts = staged.groupBy(part).count()
        before = Window.orderBy("part").rowsBetween(Window.unboundedPreceding, -1)
        offsets = counts.select("part", F.coalesce(F.sum("count").over(before), F.lit(0)).alias("offset"))
        numbered = staged.withColumn("part", part).join(F.broadcast(offsets), "part")
        within = F.col("row_at").bitwiseAND((1 << 33) - 1)
        number = F.concat(F.lit(prefix), (F.col("offset") + within + 1).cast("string"))
        return numbered.withColumn("number", number).drop("part", "offset", "row_at")

    def rows(self, table: Table) -> DataFrame:
        """The rows of a table that articles have, entities named by their ids in the corpus."""
        own = self.articles.select("id", "path", F.explode(table.staged).alias("row"))
        if table.entity_columns:
            own = self.articles.select("id", "path", table.staged).join(
                self.ids.withColumnRenamed("document", "id"), "id", "left"
            )
            own = own.select("path", "ids", F.explode(table.staged).alias("row"))
        return own.select(*(cell(column) for column in table.columns))


def cell(column: dict[str, Any]) -> Column:
    """A column of a row: the file that was read, an entity of the corpus, or what the article says."""
    name = column["name"]
    value = F.col(f"row.`{name}`")
    if name == "source_path":
        value = F.col("path")
    elif column["namesEntity"] and column["type"] == "array":
        value = F.transform(value, lambda own: F.element_at(F.col("ids"), own))
    elif column["namesEntity"]:
        value = F.element_at(F.col("ids"), value)
    return value.alias(name)


def with_line(frame: DataFrame, places: DataFrame) -> DataFrame:
    """The rows with `line`, the number of their line in the file, from 1."""
    joined = frame.join(places, ["path", "block"])
    return joined.withColumn("line", F.col("before") + F.col("at") - F.col("from") + 1).drop("before", "from")


def link_kinds(options: Options, type_: StructType) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """Sends kinds of entities through the filter that links them: rows of key and id, then rows of entities."""
    command, arrow = options.wenmai("corpus-step", "entities"), to_arrow_schema(type_)

    def run(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        kinds = chain.from_iterable(batch.to_pylist() for batch in batches)
        rows = ((answer.get("key"), answer.get("id"), answer.get("entity")) for answer in filter_lines(command, kinds))
        yield from batched(rows, lambda found: struct_batch(found, arrow))

    return run


def bucketed_type(schema: Schema) -> StructType:
    """The type of a claim with the names of its buckets, in the order of the claim, and its links within the article."""
    return StructType(
        [
            StructField("document", StringType()),
            StructField("place", IntegerType()),
            StructField("claim", StringType()),
            StructField("buckets", ArrayType(StringType())),
            StructField("links", ArrayType(link_type(schema))),
        ]
    )


def link_type(schema: Schema) -> StructType:
    """The type of a link: what it is ordered by, and its row."""
    return StructType(
        [
            StructField("document", StringType()),
            StructField("place", IntegerType()),
            StructField("order", IntegerType()),
            StructField("to_document", StringType()),
            StructField("to_place", IntegerType()),
            StructField("row", schema.links.type),
        ]
    )


def put_in_buckets(options: Options, type_: StructType) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """Sends the claims of articles through the filter that names their buckets."""
    command, arrow = options.wenmai("corpus-step", "buckets"), to_arrow_schema(type_)

    def run(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        sent: deque[str] = deque()

        def lines() -> Iterator[dict[str, Any]]:
            for article in chain.from_iterable(batch.to_pylist() for batch in batches):
                sent.append(article["document"])
                ids = json.loads(article["ids"] or "{}")
                yield {"document": article["document"], "claims": json.loads(article["claims"]), "ids": ids}

        def rows() -> Iterator[tuple[Any, ...]]:
            for answer in filter_lines(command, lines()):
                document = sent.popleft()
                for place, claim in enumerate(answer["claims"]):
                    links = [
                        dict(document=document, place=place, order=0, to_document=document, to_place=link["to"], row=link["row"])
                        for link in answer["links"]
                        if link["from"] == place
                    ]
                    yield document, place, claim["claim"], claim["buckets"], links

        yield from batched(rows(), lambda found: struct_batch(found, arrow))

    return run


def compare_claims(options: Options, type_: StructType) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """Sends sorted members of buckets through the filter that compares each with those before it."""
    command, arrow = options.wenmai("corpus-step", "links"), to_arrow_schema(type_)

    def run(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        sent: deque[tuple[str, int, int]] = deque()
        before: deque[tuple[str, int]] = deque(maxlen=WINDOW)

        def lines() -> Iterator[dict[str, Any]]:
            for member in chain.from_iterable(batch.to_pylist() for batch in batches):
                sent.append((member["document"], member["place"], member["order"] + 1))
                yield {"bucket": member["bucket"], "claim": json.loads(member["claim"])}

        def rows() -> Iterator[tuple[Any, ...]]:
            for answer in filter_lines(command, lines()):
                document, place, order = sent.popleft()
                for link in answer["links"]:
                    yield document, place, order, *before[-link["back"]], link["row"]
                before.append((document, place))

        yield from batched(rows(), lambda found: struct_batch(found, arrow))

    return run


def struct_batch(rows: Sequence[tuple[Any, ...]], schema: pa.Schema) -> pa.RecordBatch:
    """Rows as Arrow."""
    columns = zip(*rows, strict=True)
    return pa.RecordBatch.from_arrays(
        [pa.array(values, field.type) for values, field in zip(columns, schema, strict=True)], schema=schema
    )


# Writing.


def run(spark: SparkSession, options: Options) -> dict[str, int]:
    """Annotates the inputs and writes every table that is wanted with a datapackage.json; the number of rows of each table.

    Raises RuntimeError where `wenmai` cannot be started or refuses its options, FileExistsError if the output is there.
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
    for name in ("wenmai_process.py", "wenmai_spark.py"):
        file = Path(__file__).resolve().with_name(name)
        if file.exists():
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
        "wenmai": {key: described[key] for key in ("versions", "options", "settings", "lexicons", "dictionaries")},
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
    """Runs the job and prints the number of rows of each table."""
    options = parse(sys.argv[1:])
    spark = SparkSession.builder.appName("wenmai").getOrCreate()
    try:
        print(json.dumps(run(spark, options)))
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
