"""What tasks do over the corpus: they send sorted rows through the filters of `wenmai corpus-step`."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator
from itertools import chain
from typing import Any

import pyarrow as pa
from pyspark.sql.pandas.types import to_arrow_schema
from pyspark.sql.types import (
    ArrayType,
    IntegerType,
    StringType,
    StructField,
    StructType,
)

from wenmai_arrow import Task, batched, struct_batch
from wenmai_process import filter_lines
from wenmai_schema import Options, Schema



def link_kinds(options: Options, type_: StructType) -> Task:
    """Sends kinds of entities through the filter that links them: rows of key and id, then rows of entities."""
    command, arrow = options.wenmai("corpus-step", "entities"), to_arrow_schema(type_)

    def run(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        kinds = chain.from_iterable(batch.to_pylist() for batch in batches)
        rows = ((answer.get("key"), answer.get("id"), answer.get("entity")) for answer in filter_lines(command, kinds))
        yield from batched(rows, lambda found: struct_batch(found, arrow))

    return run


def bucketed_type(schema: Schema) -> StructType:
    """The type of a claim with its buckets, in the order of the claim, and its links within the article."""
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


def put_in_buckets(options: Options, type_: StructType) -> Task:
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
                        dict(
                            document=document,
                            place=place,
                            order=0,
                            to_document=document,
                            to_place=link["to"],
                            row=link["row"],
                        )
                        for link in answer["links"]
                        if link["from"] == place
                    ]
                    yield document, place, claim["claim"], claim["buckets"], links

        yield from batched(rows(), lambda found: struct_batch(found, arrow))

    return run


def compare_claims(options: Options, type_: StructType, most: int) -> Task:
    """Sends sorted members of buckets through the filter that compares each with the `most` before it."""
    command, arrow = options.wenmai("corpus-step", "links"), to_arrow_schema(type_)

    def run(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        sent: deque[tuple[str, int, int]] = deque()
        before: deque[tuple[str, int]] = deque(maxlen=most)

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
