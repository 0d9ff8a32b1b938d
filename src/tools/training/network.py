"""Trains the network of names of one language; `npm run train` writes its data and calls it.

    network.py --data <folder> --dimensions <of a vector> --out <file> [--width 64] [--epochs 6]

The network sums a row for each input of a unit (the row of a character or word that has a vector is its vector, seen
through a matrix), and has hidden layers that see further and further to each side. It is trained with a linear-chain CRF on the
likelihood of all label sequences that the data allows, then made whole numbers. Seeded: same data, same bytes on one machine.
"""

import argparse
import os
import struct

import jax
import jax.numpy as jnp
import numpy as np

LABELS = 37
SCORES = 40
MAGIC = 0x324D4E57
NEVER = -1e4
#: Steps of an integer score that make one nat, as in fit.ts.
SCALE = 24
#: How far the hidden layers look to each side.
REACHES = (1, 2, 4)
LENGTHS = (16, 32, 48, 64, 96, 128, 192, 256, 512, 2048)


def read(folder, name, kind):
    return np.fromfile(os.path.join(folder, name), dtype=kind)


class Data:
    """Lessons with their inputs as indexes: a character, a word, and other rows."""

    def __init__(self, folder, dimensions, minimum):
        lengths, counts = read(folder, "lengths.bin", "<i4"), read(folder, "counts.bin", "<i4")
        ids, allowed = read(folder, "ids.bin", "<i4"), read(folder, "allowed.bin", "u1").reshape(-1, LABELS)
        words = read(folder, "words.bin", "<i4").reshape(-1, 3)
        vectors = read(folder, "vectors.bin", "<f4").reshape(-1, dimensions)
        self.vocabulary = [{}, {}]
        for index, kind, key in words:
            self.vocabulary[kind][int(key)] = int(index)
        keys, times = np.unique(ids, return_counts=True)
        known = [{}, {}]
        others = {}
        for key, count in zip(keys.tolist(), times.tolist()):
            for kind in (0, 1):
                if key in self.vocabulary[kind]:
                    known[kind][key] = 0
            if key not in self.vocabulary[0] and key not in self.vocabulary[1] and count >= minimum:
                others[key] = len(others) + 1
        used = sorted({self.vocabulary[kind][key] for kind in (0, 1) for key in known[kind]})
        place = {index: at for at, index in enumerate(used)}
        self.all_vectors, self.used = vectors, np.array(used)
        self.others = others
        self.lessons = []
        unit = at = 0
        for length in lengths.tolist():
            single = np.full((2, length), len(used), "i4")
            rest = []
            for t in range(length):
                row = []
                for key in ids[at : at + counts[unit + t]].tolist():
                    if key in known[0]:
                        single[0, t] = place[self.vocabulary[0][key]]
                    elif key in known[1]:
                        single[1, t] = place[self.vocabulary[1][key]]
                    elif key in others:
                        row.append(others[key])
                rest.append(row)
                at += counts[unit + t]
            self.lessons.append((single, rest, allowed[unit : unit + length]))
            unit += length

    def batches(self, order, size=1536):
        """Batches of lessons of like length, each as arrays of one shape for its length."""
        shelves = {}
        for index in order:
            length = len(self.lessons[index][1])
            shelves.setdefault(next(limit for limit in LENGTHS if length <= limit), []).append(index)
        for limit, indexes in sorted(shelves.items()):
            count = max(1, size // limit)
            for start in range(0, len(indexes), count):
                yield self.batch(indexes[start : start + count], count, limit)

    def batch(self, indexes, count, limit, most=32):
        single = np.full((2, count, limit), len(self.used), "i4")
        rest = np.zeros((count, limit, most), "i4")
        allowed = np.ones((count, limit, LABELS), "u1")
        lengths, real = np.ones(count, "i4"), np.zeros(count, "f4")
        for at, index in enumerate(indexes):
            one, rows, labels = self.lessons[index]
            length = len(rows)
            single[:, at, :length] = one
            for t, row in enumerate(rows):
                rest[at, t, : min(most, len(row))] = row[:most]
            allowed[at, :length] = labels
            lengths[at], real[at] = length, 1
        return dict(single=single, rest=rest, allowed=allowed, lengths=lengths, real=real)


def may_follow():
    part = lambda label: -1 if label == 0 else (label - 1) & 3
    kind = lambda label: -1 if label == 0 else (label - 1) >> 2
    table = np.zeros((LABELS, LABELS), bool)
    for left in range(LABELS):
        for right in range(LABELS):
            inner = part(right) in (1, 2)
            table[left, right] = inner and kind(left) == kind(right) if part(left) in (0, 1) else not inner
    return table


MOVES = may_follow()
BARRED = jnp.where(MOVES, 0, NEVER)
FIRST, LAST = jnp.where(MOVES[0], 0, NEVER), jnp.where(MOVES[:, 0], 0, NEVER)


def start(data, width, random):
    normal = lambda *shape: (random.standard_normal(shape) / np.sqrt(shape[0])).astype("f4")
    dimensions = data.all_vectors.shape[1]
    vectors = np.concatenate([data.all_vectors[data.used], np.zeros((1, dimensions), "f4")])
    rest = (random.standard_normal((len(data.others) + 1, width)) * 0.1).astype("f4")
    rest[0] = 0
    return dict(
        vectors=vectors,
        views=np.stack([normal(dimensions, width), normal(dimensions, width)]) * 0.5,
        rest=rest,
        base=np.zeros(width, "f4"),
        hidden=[normal(3 * width, width) for _ in REACHES],
        hidden_bias=[np.zeros(width, "f4") for _ in REACHES],
        last=normal(width, LABELS) * 0.3,
        last_bias=np.zeros(LABELS, "f4"),
        moves=np.zeros((LABELS, LABELS), "f4"),
    )


def drop(key, values, rate):
    return values if key is None else values * jax.random.bernoulli(key, 1 - rate, values.shape) / (1 - rate)


def beside(values, reach):
    edge = jnp.zeros_like(values[:, :reach])
    before = jnp.concatenate([edge, values[:, :-reach]], 1)
    after = jnp.concatenate([values[:, reach:], edge], 1)
    return jnp.concatenate([before, values, after], -1)


def scores_of(weights, batch, key, rates):
    keys = [None] * 8 if key is None else jax.random.split(key, 8)
    real = (jnp.arange(batch["rest"].shape[1])[None] < batch["lengths"][:, None])[..., None]
    total = weights["base"]
    for kind in (0, 1):
        total = total + drop(keys[kind], weights["vectors"][batch["single"][kind]], rates["vector"]) @ weights["views"][kind]
    rows = weights["rest"][batch["rest"]] * (batch["rest"] > 0)[..., None]
    if key is not None:
        kept = jax.random.bernoulli(keys[2], 1 - rates["row"], batch["rest"].shape) / (1 - rates["row"])
        rows = rows * kept[..., None]
    cells = jax.nn.relu(total + rows.sum(2)) * real
    cells = drop(keys[3], cells, rates["cell"])
    for at, reach in enumerate(REACHES):
        seen = beside(cells, reach) @ weights["hidden"][at] + weights["hidden_bias"][at]
        cells = drop(keys[4 + at], (cells + jax.nn.relu(seen)) * real, rates["cell"])
    return cells @ weights["last"] + weights["last_bias"]


def log_sum(scores, moves, lengths, allowed):
    scores = scores + jnp.where(allowed > 0, 0, NEVER)
    barred = moves + BARRED

    def step(ahead, now):
        score, t = now
        peak = ahead.max(1, keepdims=True)
        onward = peak + jnp.log(jnp.exp(ahead - peak) @ jnp.exp(barred) + 1e-30) + score
        return jnp.where((t < lengths)[:, None], onward, ahead), None

    steps = (scores[:, 1:].transpose(1, 0, 2), jnp.arange(1, scores.shape[1]))
    ahead, _ = jax.lax.scan(step, scores[:, 0] + FIRST, steps)
    return jax.scipy.special.logsumexp(ahead + LAST, axis=1)


def train(data, options, report):
    random = np.random.default_rng(options.seed)
    weights = jax.tree.map(jnp.asarray, start(data, options.width, random))
    rates = dict(vector=options.drop_vector, row=options.drop_row, cell=options.drop_cell)
    pace = {name: options.rate for name in weights} | dict(vectors=options.rate * 0.3)

    def loss(weights, batch, key):
        scores = scores_of(weights, batch, key, rates)
        free = log_sum(scores, weights["moves"], batch["lengths"], jnp.ones_like(batch["allowed"]))
        bound = log_sum(scores, weights["moves"], batch["lengths"], batch["allowed"])
        return ((free - bound) * batch["real"]).sum() / 20

    @jax.jit
    def step(weights, mean, square, count, batch, key, slow):
        value, slope = jax.value_and_grad(loss)(weights, batch, key)
        size = jnp.sqrt(sum((part**2).sum() for part in jax.tree.leaves(slope)))
        slope = jax.tree.map(lambda part: part * jnp.minimum(1, 5 / (size + 1e-9)), slope)
        mean = jax.tree.map(lambda a, b: 0.9 * a + 0.1 * b, mean, slope)
        square = jax.tree.map(lambda a, b: 0.99 * a + 0.01 * b * b, square, slope)
        move = lambda rate: lambda weight, first, second: (
            weight - slow * rate * (first / (1 - 0.9**count)) / (jnp.sqrt(second / (1 - 0.99**count)) + 1e-6)
        )
        moved = {name: jax.tree.map(move(pace[name]), weights[name], mean[name], square[name]) for name in weights}
        return moved, mean, square, value

    zero = lambda: jax.tree.map(jnp.zeros_like, weights)
    mean, square, count, key = zero(), zero(), 0, jax.random.PRNGKey(options.seed)
    total = options.epochs * len(list(data.batches(range(len(data.lessons)))))
    for epoch in range(options.epochs):
        batches = list(data.batches(random.permutation(len(data.lessons)).tolist()))
        sum_loss = 0.0
        for index in random.permutation(len(batches)).tolist():
            count += 1
            key, part = jax.random.split(key)
            slow = max(0.02, 1 - count / total)
            weights, mean, square, value = step(weights, mean, square, count, batches[index], part, slow)
            sum_loss += float(value) * 20
        report(f"network, epoch {epoch + 1}: loss {sum_loss:.1f}")
    return jax.tree.map(np.asarray, weights)


def whole(values, bits, limit):
    return np.clip(np.rint(values * 2.0**bits), -limit - 1, limit).astype("i8")


def pack(data, weights):
    """The network in whole numbers, as network.ts reads it."""
    rows = {key: weights["rest"][at] for key, at in data.others.items()}
    vectors = np.array(data.all_vectors)
    vectors[data.used] = weights["vectors"][:-1]
    for kind in (0, 1):
        seen = vectors @ weights["views"][kind]
        for key, index in data.vocabulary[kind].items():
            rows[key] = seen[index]
    keys = np.array(sorted(rows), "<i4")
    table = np.stack([rows[key] for key in keys.tolist()])
    row_bits, widen, narrow, last_bits = 5, 2, 10, 12
    act = row_bits + widen
    parts = []
    layers = [(matrix, bias, narrow, 1.0) for matrix, bias in zip(weights["hidden"], weights["hidden_bias"])]
    scale = SCALE / 2.0**act
    spare = SCORES - LABELS
    layers.append((np.pad(weights["last"], ((0, 0), (0, spare))), np.pad(weights["last_bias"], (0, spare)), last_bits, scale))
    for matrix, bias, shift, scale in layers:
        matrix = whole(matrix.T * scale, shift, 32767)
        if np.abs(matrix).sum(1).max() * 32767 >= 2**31:
            raise ValueError("a layer may overflow")
        bias = whole(bias * scale, shift + act, 2**31 - 1) + 2 ** (shift - 1)
        parts += [bias.astype("<i4"), matrix.astype("<i2")]
    head = struct.pack("<6i", MAGIC, LABELS, len(keys), table.shape[1], widen, len(REACHES))
    head += struct.pack(f"<{len(REACHES) * 2 + 2}i", *(part for reach in REACHES for part in (reach, narrow)), 0, last_bits)
    moves = np.rint(weights["moves"] * SCALE).astype("<i2")
    body = [keys, *parts, whole(weights["base"], row_bits, 32767).astype("<i2"), moves, whole(table, row_bits, 127).astype("i1")]
    return head + b"".join(part.tobytes() for part in body)


def main():
    parser = argparse.ArgumentParser()
    for name in ("data", "out"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--dimensions", type=int, required=True)
    for name, value in (("width", 64), ("epochs", 6), ("seed", 1), ("minimum", 2)):
        parser.add_argument(f"--{name}", type=int, default=value)
    for name, value in (("rate", 2e-3), ("drop-vector", 0.25), ("drop-row", 0.2), ("drop-cell", 0.25)):
        parser.add_argument(f"--{name}", type=float, default=value)
    options = parser.parse_args()
    data = Data(options.data, options.dimensions, options.minimum)
    say = lambda line: print(line, flush=True)
    say(f"network: {len(data.lessons)} lessons, {len(data.used)} vectors, {len(data.others)} other inputs")
    weights = train(data, options, say)
    content = pack(data, weights)
    with open(options.out, "wb") as file:
        file.write(content)
    say(f"network: {len(content)} bytes")


if __name__ == "__main__":
    main()
