"""Processes of `wenmai` as a task of Spark runs them: one that annotates and is supervised, and filters.

No Spark in here: the same works in any Python program.
"""

from __future__ import annotations

import json
import os
import selectors
import signal
import socket
import subprocess
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

#: Seconds in which a process has to be ready: loading the dictionaries is no part of the time of an article.
START_LIMIT = 120.0
#: So many times in a row a process may fail to get ready before the task gives up: no article is to blame.
MOST_STARTS = 3
#: An article may take the time limit once more for each further so many UTF-16 units, as in `wenmai annotate`.
TIMED_LENGTH = 1 << 16
PIECE = 1 << 16


@dataclass(frozen=True)
class Failure:
    """Why an article has no answer: `code` and `message` as `wenmai annotate` would report it."""

    code: str
    message: str


class ProcessFailed(Exception):
    """The process ended, or took too long."""

    def __init__(self, is_late: bool) -> None:
        super().__init__("late" if is_late else "broken")
        self.is_late = is_late


def start(command: Sequence[str], **options: Any) -> subprocess.Popen[bytes]:
    """Starts a command with pipes. Raises RuntimeError in words where there is no such command on this machine."""
    try:
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, **options)
    except OSError as error:
        raise RuntimeError(
            f"{command[0]} cannot be started on {socket.gethostname()} in {os.getcwd()} ({error.strerror}); "
            "ship Node and the package with --archives and name them with --wenmai"
        ) from error


class LineProcess:
    """A process that answers each line with one line. Never blocks for longer than it is told."""

    def __init__(self, command: Sequence[str]) -> None:
        self._process = start(command, bufsize=0, start_new_session=True)
        assert self._process.stdin is not None and self._process.stdout is not None
        self._input, self._output = self._process.stdin.fileno(), self._process.stdout.fileno()
        self._unsent = bytearray()
        self._received = bytearray()
        self._answers: deque[bytes] = deque()
        self._selector = selectors.DefaultSelector()
        for file in (self._input, self._output):
            os.set_blocking(file, False)
        self._selector.register(self._output, selectors.EVENT_READ)

    def send(self, line: bytes) -> None:
        """Hands over a line without its line feed; it is written while answers are waited for."""
        if not self._unsent:
            self._selector.register(self._input, selectors.EVENT_WRITE)
        self._unsent += line + b"\n"

    def answer(self, limit: float) -> bytes:
        """The next answer. Raises `ProcessFailed` where none comes within `limit` seconds, or none will."""
        deadline = time.monotonic() + limit
        while not self._answers:
            rest = deadline - time.monotonic()
            events = self._selector.select(rest) if rest > 0 else []
            if not events:
                raise ProcessFailed(is_late=True)
            for key, _ in events:
                if key.fd == self._output:
                    self._read()
                else:
                    self._write()
        return self._answers.popleft()

    def end(self) -> None:
        """Ends the process and all that it started."""
        try:
            os.killpg(self._process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self._process.wait()
        self._selector.close()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def _read(self) -> None:
        piece = os.read(self._output, PIECE)
        if not piece:
            raise ProcessFailed(is_late=False)
        self._received += piece
        if b"\n" not in piece:
            return
        *lines, rest = self._received.split(b"\n")
        self._answers.extend(bytes(line) for line in lines)
        self._received = rest

    def _write(self) -> None:
        try:
            written = os.write(self._input, memoryview(self._unsent)[:PIECE])
        except BrokenPipeError:
            self._selector.unregister(self._input)
            return  # The end of its output says the same, behind the answers that are still to be read.
        del self._unsent[:written]
        if not self._unsent:
            self._selector.unregister(self._input)


class Annotator:
    """One long-lived `wenmai stream`, started again where it breaks or an article takes more than `limit` seconds.

    The article it was at is tried once more, alone; if that fails too, its answer is a `Failure`, and the rest goes on.
    Raises RuntimeError where the process does not get ready within `start_limit` seconds, three times in a row.
    """

    def __init__(self, command: Sequence[str], limit: float, in_flight: int, start_limit: float = START_LIMIT) -> None:
        self._command, self._limit, self._in_flight = list(command), limit, in_flight
        self._start_limit = start_limit
        self._process: LineProcess | None = None
        self._sent = 0

    def answers(self, lines: Iterable[bytes]) -> Iterator[bytes | Failure]:
        """Answers each line, in order; up to `in_flight` of them are on the way at once."""
        waiting: deque[bytes] = deque()
        for line in lines:
            waiting.append(line)
            if len(waiting) >= self._in_flight:
                yield self._next(waiting)
        while waiting:
            yield self._next(waiting)

    def end(self) -> None:
        """Ends the process, if there is one."""
        if self._process is not None:
            self._process.end()
        self._process, self._sent = None, 0

    def _next(self, waiting: deque[bytes]) -> bytes | Failure:
        try:
            answer: bytes | Failure = self._ask(waiting, len(waiting))
        except ProcessFailed:
            self.end()
            try:
                answer = self._ask(waiting, 1)
            except ProcessFailed as failed:
                self.end()
                answer = failure(failed, self._limit * parts_of(waiting[0]))
        waiting.popleft()
        self._sent = max(0, self._sent - 1)
        return answer

    def _ask(self, waiting: deque[bytes], count: int) -> bytes:
        process = self._started()
        for at in range(self._sent, count):
            process.send(waiting[at])
        self._sent = max(self._sent, count)
        return process.answer(self._limit * parts_of(waiting[0]))

    def _started(self) -> LineProcess:
        for _ in range(MOST_STARTS):
            if self._process is not None:
                return self._process
            self._process = LineProcess(self._command)
            try:
                self._process.send('{"id":"ready","text":"船"}'.encode())
                self._process.answer(self._start_limit)
            except ProcessFailed:
                self.end()
        if self._process is None:
            raise RuntimeError(f"{' '.join(self._command)} does not start; its errors are in the log of the task")
        return self._process


def parts_of(line: bytes) -> int:
    """How many times the time limit an article may take."""
    if len(line) <= TIMED_LENGTH:
        return 1
    try:
        text = json.loads(line)["text"]
        return max(1, -(-len(text.encode("utf-16-le", "surrogatepass")) // 2 // TIMED_LENGTH))
    except (ValueError, TypeError, KeyError, AttributeError):
        return 1  # It is no article, and refused at once.


def failure(failed: ProcessFailed, limit: float) -> Failure:
    """What `wenmai annotate` says of an article that took longer than `limit` seconds, or with which the process died."""
    if failed.is_late:
        seconds = int(limit) if limit == int(limit) else limit
        return Failure(
            "pipeline/timeout",
            f"The article took more than {seconds} seconds and was left out; --timeout allows more.",
        )
    return Failure(
        "pipeline/crashed",
        "The process that annotated the article broke down, twice; the article was left out.",
    )


def parsed(answer: bytes) -> Any:
    """An answer, with U+FFFD for each half of a character, which neither UTF-8 nor Arrow can carry."""
    value = json.loads(answer)
    return well_formed(value) if rb"\ud" in answer.lower() else value


def well_formed(value: Any) -> Any:
    """The value with U+FFFD in place of halves of characters in all its strings, as `annotate` writes them."""
    if isinstance(value, str):
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(value, list):
        return [well_formed(one) for one in value]
    if isinstance(value, dict):
        return {well_formed(key): well_formed(one) for key, one in value.items()}
    return value


def filter_lines(command: Sequence[str], lines: Iterable[object]) -> Iterator[dict]:
    """Sends objects through a command as JSON Lines and gives what it answers. Raises RuntimeError where it fails."""
    process = start(command)
    broken: list[BaseException] = []
    writer = threading.Thread(target=_write_lines, args=(process, lines, broken), daemon=True)
    writer.start()
    try:
        assert process.stdout is not None
        for line in process.stdout:
            yield parsed(line)
        writer.join()
        if broken:
            raise broken[0]
        if process.wait() != 0:
            raise RuntimeError(f"{' '.join(command)} ended with status {process.returncode}")
    finally:
        process.kill()
        process.wait()


def _write_lines(process: subprocess.Popen, lines: Iterable[object], broken: list[BaseException]) -> None:
    try:
        assert process.stdin is not None
        with process.stdin as pipe:
            for line in lines:
                pipe.write(
                    json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"
                )
    except BrokenPipeError:
        pass  # The status of the process says why.
    except BaseException as error:  # Handed over to the reader, who raises it.
        broken.append(error)
