"""Rows that come as JSON, as batches of Arrow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, chain
from typing import Any

import pyarrow as pa

#: Articles that become one batch of Arrow.
BATCH = 256


#: What a task does with its rows, as `mapInArrow` takes it.
Task = Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]


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


def struct_batch(rows: Sequence[tuple[Any, ...]], schema: pa.Schema) -> pa.RecordBatch:
    """Rows as Arrow."""
    columns = zip(*rows, strict=True)
    return pa.RecordBatch.from_arrays(
        [pa.array(values, field.type) for values, field in zip(columns, schema, strict=True)], schema=schema
    )
