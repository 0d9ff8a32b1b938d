/**
 * The first index from `low` on for which `isBefore` is false, found by bisection; `high` where it is true for all. It is asked
 * for indexes below `high` only, and must be true up to some index and false from there on.
 */
export function bisect(low: number, high: number, isBefore: (index: number) => boolean): number {
  let [first, end] = [low, high];
  while (first < end) {
    const middle = (first + end) >> 1;
    if (isBefore(middle)) first = middle + 1;
    else end = middle;
  }
  return first;
}
