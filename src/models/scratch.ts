/**
 * Rows of numbers for what is known of the units of a sentence, used again by the next one: a typed array of its own costs as much as
 * what is done with it.
 */
export class Scratch {
  readonly #rows: Int32Array[] = [];
  #taken = 0;

  /** Takes all rows back. */
  clear(): void {
    this.#taken = 0;
  }

  /** A row of `length` cells that are zero, and two more behind them. */
  take(length: number): Int32Array {
    const size = length + 2;
    let row = this.#rows[this.#taken];
    if (row === undefined || row.length < size) {
      row = new Int32Array(Math.max(64, size * 2));
      this.#rows[this.#taken] = row;
    } else row.fill(0, 0, size);
    this.#taken++;
    return row;
  }
}
