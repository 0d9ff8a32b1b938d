"""Reads JSON lines {text, reference} and answers each with what JioNLP finds, with the CPU seconds that each took.

Run by bench:times in an environment of its own, where jionlp is installed.
"""
import json
import sys
import time

import jionlp


def moment(written):
    return time.mktime(time.strptime(written[:19] if "T" in written else written + "T00:00:00", "%Y-%m-%dT%H:%M:%S"))


def end_of(written):
    """An inclusive last second as the exclusive end that the cases name."""
    stamp = time.strptime(written, "%Y-%m-%d %H:%M:%S")
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.localtime(time.mktime(stamp) + 1))


def length_of(delta):
    letters = {"year": "Y", "month": "M", "week": "W", "day": "D", "hour": "H", "minute": "M", "second": "S"}
    days = "".join(f"{delta[k]:g}{letters[k]}" for k in ("year", "month", "week", "day") if k in delta)
    clock = "".join(f"{delta[k]:g}{letters[k]}" for k in ("hour", "minute", "second") if k in delta)
    return "P" + days + ("T" + clock if clock else "")


def answer(item):
    start, end = item["offset"]
    detail = item["detail"]
    found = {"start": start, "end": end, "begin": None, "until": None, "value": None}
    if detail["type"] in ("time_point", "time_span"):
        begin, until = detail["time"]
        found["begin"] = None if begin in (None, "inf", "-inf") else begin.replace(" ", "T")
        found["until"] = None if until in (None, "inf", "-inf") else end_of(until)
    elif detail["type"] == "time_delta" and isinstance(detail["time"], dict):
        found["value"] = length_of(detail["time"])
    elif detail["type"] == "time_period":
        found["value"] = length_of(detail["time"]["delta"])
    return found


def read(text, reference):
    try:
        return [answer(item) for item in jionlp.ner.extract_time(text, time_base=moment(reference), with_parsing=True)]
    except Exception:  # what it throws on counts as nothing found
        return []


cases = [json.loads(line) for line in sys.stdin]
answers = []
spent = []
for case in cases:
    from_cpu = time.process_time()
    answers.append(read(case["text"], case["reference"]))
    spent.append(time.process_time() - from_cpu)
json.dump({"answers": answers, "seconds": spent}, sys.stdout)
