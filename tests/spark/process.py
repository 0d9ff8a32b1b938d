"""What the supervised process and the filters do where commands misbehave; prints it as JSON.

process.py CODE NODE
"""

import json
import sys
from collections.abc import Callable

code, node = sys.argv[1:]
sys.path.insert(0, code)

from wenmai_process import Annotator, filter_lines, parsed, parts_of

#: Answers each line with itself, but for what the article says.
ANSWERING = """
const lines = require('node:readline').createInterface(process.stdin);
lines.on('line', (line) => {
  const { id } = JSON.parse(line);
  if (id === 'die') process.exit(3);
  if (id === 'hang') while (true);
  console.log(id === 'ready' ? '{}' : id === 'half' ? '{"a":"\\\\ud83dx","b":["\\\\\\\\ud83d"]}' : line);
});
"""
HANGING = "setInterval(() => undefined, 1000);"


def answers(program: str, ids: list[str], in_flight: int = 4, start_limit: float = 30) -> list:
    annotator = Annotator([node, "-e", program], 3, in_flight, start_limit)
    try:
        lines = [json.dumps({"id": id}).encode() for id in ids]
        found = annotator.answers(lines)
        return [parsed(one) if isinstance(one, bytes) else [one.code, one.message] for one in found]
    finally:
        annotator.end()


def told(action: Callable[[], object]) -> str:
    try:
        return f"nothing: {action()}"
    except RuntimeError as error:
        return str(error)


def article(text: str) -> bytes:
    return json.dumps({"id": "a", "text": text}, ensure_ascii=False).encode()


print(
    json.dumps(
        {
            "no articles": answers("process.exit(1)", []),
            "in order": [row["id"] for row in answers(ANSWERING, list("abcdefg"))],
            "one by one": [row["id"] for row in answers(ANSWERING, list("abc"), in_flight=1)],
            "dies": answers(ANSWERING, ["a", "die", "b"]),
            "hangs": answers(ANSWERING, ["hang", "b"]),
            "halves": answers(ANSWERING, ["half"]),
            "never ready": told(lambda: answers(HANGING, ["a"], start_limit=0.5)),
            "ends at once": told(lambda: answers("process.exit(1)", ["a"])),
            "no such command": told(lambda: list(Annotator(["nowhere/node"], 1, 1).answers([b"{}"]))),
            "filter": list(filter_lines([node, "-e", ANSWERING], [{"id": "a"}, {"id": "half"}])),
            "filter of nothing": list(filter_lines([node, "-e", ANSWERING], [])),
            "filter fails": told(lambda: list(filter_lines([node, "-e", ANSWERING], [{"id": "die"}, {"id": "b"}]))),
            "parts": [
                parts_of(article("a")),
                parts_of(article("船" * 65536)),
                parts_of(article("船" * 65537)),
                parts_of(article("𠮷" * 65536)),
                parts_of(b"{" + b"x" * 70_000),
            ],
        }
    )
)
