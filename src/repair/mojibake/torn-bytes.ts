import { gbk } from './codecs.js';
import { characterOf, isTrail, lengthOf } from './utf8-bytes.js';

/** A byte, a gap that the decoder left, with the character that stands for it, or a character that has no bytes in GBK. */
type Unit = number | { readonly stands: string } | string;

/** A character that lost bytes: its three ones, null for the lost, if it is one alone; else null. */
export interface Lost {
  readonly bytes: readonly (number | null)[] | null;
}

/** `€` is the byte 0x80 alone, and a pair in tables that have it there. */
const euro = '€';
const euroUnit: Unit = { stands: euro };
const euroPair = [0xa2, 0xe3] as const;
/** What decoders leave where bytes are no pair, or one for private use. */
const gap = /[?\ufffd\u0080-\u009f\ue000-\uf8ff]/;

/** The characters, one a piece, that a run of GBK characters is in UTF-8, and those that are lost in part. */
export function piecesOf(run: string): readonly (string | Lost)[] {
  return new Reader(unitsOf(run)).read();
}

function unitsOf(run: string): Unit[] {
  const units: Unit[] = [];
  for (const character of run.split('')) {
    const code = gbk.codeOf(character.charCodeAt(0));
    if (character === euro) units.push(euroUnit);
    else if (code === 0) units.push(gap.test(character) ? { stands: character } : character);
    else units.push(code >> 8, code & 0xff);
  }
  return units;
}

class Reader {
  readonly #pieces: (string | Lost)[] = [];
  /** The bytes of the character that is being read, and how many it has. */
  #have: number[] = [];
  #wanted = 0;
  #at = 0;

  constructor(readonly units: readonly Unit[]) {}

  read(): readonly (string | Lost)[] {
    for (let unit = this.units[0]; unit !== undefined; unit = this.units[this.#at]) {
      if (typeof unit === 'string') this.takeForeign(unit);
      else if (unit === euroUnit && this.#wanted > 0) this.takeEuro();
      else if (typeof unit !== 'number') this.takeGap();
      else if (isTrail(unit)) this.takeTrail(unit);
      else this.takeLead(unit);
    }
    this.breakOff();
    return this.#pieces;
  }

  takeEuro(): void {
    const isPair = this.#have.length === this.#wanted - 1 && isTrailUnit(this.units[this.#at + 1]);
    this.#at++;
    this.take(isPair ? euroPair[0] : 0x80);
    if (isPair) this.begin(euroPair[1]);
  }

  /** A gap within a character, or with the end of one behind it; else what stands for it belongs to the text. */
  takeGap(): void {
    const gaps: string[] = [];
    for (let unit = this.units[this.#at]; typeof unit === 'object'; unit = this.units[++this.#at])
      gaps.push(unit.stands);
    const tail = this.tail();
    if (this.#wanted === 0 && tail.length === 0) this.#pieces.push(...gaps);
    else if (this.#wanted > 0 && this.#have.length + 1 + tail.length === this.#wanted) this.lose(1, tail);
    else {
      this.breakOff();
      if (tail.length > 0) this.lose(3 - tail.length, tail);
    }
  }

  /** A character that was not read by GBK. */
  takeForeign(character: string): void {
    this.breakOff();
    this.#at++;
    this.#pieces.push(character);
  }

  takeTrail(byte: number): void {
    if (this.#wanted === 0) this.lose(2, this.tail());
    else {
      this.#at++;
      this.take(byte);
    }
  }

  takeLead(byte: number): void {
    this.breakOff();
    this.#at++;
    // An ASCII character that the decoder took for the second byte of a pair.
    if (byte < 0x80) this.#pieces.push(String.fromCharCode(byte));
    else if (lengthOf(byte) === 0) this.#pieces.push({ bytes: null });
    else this.begin(byte);
  }

  begin(byte: number): void {
    this.#have = [byte];
    this.#wanted = lengthOf(byte);
  }

  take(byte: number): void {
    this.#have.push(byte);
    if (this.#have.length < this.#wanted) return;
    this.#pieces.push(characterOf(this.#have) ?? { bytes: null });
    this.#wanted = 0;
  }

  /** The bytes from here on that only go on with a character. */
  tail(): number[] {
    const tail: number[] = [];
    for (let unit = this.units[this.#at]; isTrailUnit(unit); unit = this.units[++this.#at]) tail.push(unit);
    return tail;
  }

  /** The character that is being read has lost its end. */
  breakOff(): void {
    if (this.#wanted > 0) this.lose(this.#wanted - this.#have.length, []);
  }

  lose(missing: number, tail: readonly number[]): void {
    const head = this.#wanted > 0 ? this.#have : [];
    const bytes = [...head, null, ...tail];
    this.#pieces.push({ bytes: missing === 1 && bytes.length === 3 ? bytes : null });
    this.#wanted = 0;
  }
}

function isTrailUnit(unit: Unit | undefined): unit is number {
  return typeof unit === 'number' && isTrail(unit);
}
