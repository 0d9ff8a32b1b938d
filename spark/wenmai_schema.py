"""What a run is told, and the tables as the command describes them."""

from __future__ import annotations

import json
import shlex
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pyspark.sql.types import (
    ArrayType,
    BooleanType,
    DataType,
    DoubleType,
    LongType,
    StringType,
    StructField,
    StructType,
)

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
        whole = {
            table["name"]: Table(table["name"], table)
            for table in describe(options, "--tables", "entities,claim_links")["tables"]
        }
        self.entities, self.links, self.errors = whole["entities"], whole["claim_links"], whole["errors"]

    def has(self, name: str) -> bool:
        return any(table.name == name for table in self.tables)

    @property
    def of_articles(self) -> list[Table]:
        return [table for table in self.tables if not table.is_of_corpus]


def describe(options: Options, *choices: str) -> dict[str, Any]:
    """What `wenmai schema` says. Raises RuntimeError with its words where it refuses."""
    command = options.wenmai("schema", *choices)
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8")
    except OSError as error:
        raise RuntimeError(
            f"{command[0]} cannot be started ({error.strerror}); the driver needs Node and the package too, named with --wenmai"
        ) from error
    if done.returncode != 0:
        raise RuntimeError(done.stderr.strip())
    return json.loads(done.stdout)
