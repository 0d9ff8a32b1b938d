"""The corpus: what `wenmai annotate` does in the order of ids, done by sorting and joining."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from itertools import accumulate
from typing import Any

from pyspark.sql import Column, DataFrame, SparkSession, Window
from pyspark.sql import functions as F
from pyspark.sql.types import (
    StringType,
    StructField,
    StructType,
)

from wenmai_annotate import PLACE, annotate, annotated_type, read_lines
from wenmai_filters import bucketed_type, compare_claims, link_kinds, link_type, put_in_buckets
from wenmai_schema import Options, Schema, Table


#: Buckets that every task may be told of: so many hashes take some 100 MB.
MOST_SHARED = 1 << 21


class Corpus:
    """The annotated articles on disk, and what is made of them together. Each stage is written once, then read."""

    def __init__(self, spark: SparkSession, options: Options, schema: Schema) -> None:
        self.spark, self.options, self.schema = spark, options, schema
        self.shown = shown_from(spark, options.output)
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
        order = Window.partitionBy("key").orderBy("document", "position")
        place = F.struct("document", "position")
        ranked = named.withColumn("rank", F.row_number().over(order))
        kinds = ranked.groupBy("key").agg(
            F.sum("mentions").alias("mentions"),
            F.count("*").alias("occurrences"),
            F.min(place).alias("first"),
            F.sort_array(F.collect_list(F.when(F.col("rank") <= self.schema.described["limits"]["documents"], place))).alias("places"),
        )
        in_order = kinds.repartition(1).sortWithinPartitions("first")
        type_ = StructType(
            [
                StructField("key", StringType()),
                StructField("corpus_id", StringType()),
                StructField("entity", self.schema.entities.type),
            ]
        )
        kinds_of = in_order.select("key", F.col("places.document").alias("documents"), "mentions", "occurrences")
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
        shared = self._shared_buckets(bucketed)
        if shared is not None:
            members = members.withColumn("hash", F.xxhash64("bucket")).join(F.broadcast(shared), "hash", "left_semi")
        in_order = members.repartition("bucket").sortWithinPartitions("bucket", "document", "place", "order")
        link = link_type(self.schema)
        compared = in_order.select("bucket", "document", "place", "order", "claim").mapInArrow(
            compare_claims(self.options, link, self.schema.described["limits"]["compared"]), link
        )
        within = bucketed.select(F.explode("links").alias("link")).select("link.*")
        pair = ["document", "place", "to_document", "to_place"]
        once = compared.groupBy(*pair).agg(F.min("order").alias("order"), F.first("row").alias("row"))
        links = within.select(*link.names).unionByName(once.select(*link.names))
        order = ["document", "place", "order", "to_document", "to_place"]
        numbered = self.number("links", links, order, "l")
        return numbered.select("number", "row.*").drop("id").withColumnRenamed("number", "id")

    def _shared_buckets(self, bucketed: DataFrame) -> DataFrame | None:
        """Hashes of the buckets that have more than one claim; None where there are too many to tell every task.

        A claim that is alone in its bucket is compared with nothing there, and need not be sent.
        """
        buckets = bucketed.select(F.explode("buckets").alias("bucket"))
        counts = buckets.groupBy(F.xxhash64("bucket").alias("hash")).count()
        shared = self.stage("shared", counts.where("count > 1").select("hash"))
        return shared if shared.count() <= MOST_SHARED else None

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
        numbered = self.number("problems", problems, order, "x").withColumnRenamed("number", "id")
        return numbered.withColumn("path", self.shown(F.col("path")))

    def _places(self) -> DataFrame:
        """For each block of a file the first place in it, and how many lines of the file come before."""
        blocks = self.annotated.groupBy("path", "block").agg(F.min("at").alias("from"), F.count("*").alias("lines"))
        before = Window.partitionBy("path").orderBy("block").rowsBetween(Window.unboundedPreceding, -1)
        return F.broadcast(blocks.withColumn("before", F.coalesce(F.sum("lines").over(before), F.lit(0))).drop("lines"))

    def _duplicate_problems(self, places: DataFrame) -> DataFrame:
        first = self.duplicates.select(
            "at", F.col("id").alias("document_id"), "first.path", "first.block", F.col("first.at").alias("first")
        )
        first = with_line(first.withColumnRenamed("at", "own").withColumnRenamed("first", "at"), places)
        where = F.concat(
            F.lit('"'), self.shown(F.col("path")), F.lit('"'), F.coalesce(F.concat(F.lit(", line "), "line"), F.lit(""))
        )
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
        """Numbers rows in order, without bringing them together: `number` is the prefix and 1, 2, …"""
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
        return own.select(*(self._cell(column) for column in table.columns))

    def _cell(self, column: dict[str, Any]) -> Column:
        """A column of a row: the file that was read, an entity of the corpus, or what the article says."""
        name = column["name"]
        return (self.shown(F.col("path")) if name == "source_path" else cell(column)).alias(name)


def cell(column: dict[str, Any]) -> Column:
    """A column of a row: an entity of the corpus, or what the article says."""
    value = F.col(f"row.`{column['name']}`")
    if not column["namesEntity"]:
        return value
    if column["type"] == "array":
        return F.transform(value, lambda own: F.element_at(F.col("ids"), own))
    return F.element_at(F.col("ids"), value)


def shown_from(spark: SparkSession, output: str) -> Callable[[Column], Column]:
    """Gives addresses as `annotate` shows them, relative to the output; those of another file system stay as they are."""
    path = spark.sparkContext._jvm.org.apache.hadoop.fs.Path(output)
    address = path.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration()).makeQualified(path).toUri()
    authority = address.getAuthority()
    root = f"{address.getScheme()}:" + ("" if authority is None else f"//{authority}")
    above = ["", *accumulate(f"/{name}" for name in address.getPath().strip("/").split("/"))]

    def shown(path: Column) -> Column:
        value = path
        for depth, directory in enumerate(above):
            inside = f"{root}{directory}/"
            short = F.concat(F.lit("../" * (len(above) - 1 - depth)), F.substring(path, len(inside) + 1, 1 << 30))
            value = F.when(path.startswith(inside), short).otherwise(value)
        return value

    return shown


def with_line(frame: DataFrame, places: DataFrame) -> DataFrame:
    """The rows with `line`, the number of their line in the file, from 1."""
    joined = frame.join(places, ["path", "block"])
    return joined.withColumn("line", F.col("before") + F.col("at") - F.col("from") + 1).drop("before", "from")
