import type { Edit } from '../../document/alignment.js';
import { tell } from '../../script/detect.js';
import { lazy } from '../../text/lazy.js';
import { isAboutMisreading } from './about-misreading.js';
import { type Certainty, certaintyOf } from './certainty.js';
import { utf8 } from './codecs.js';
import { type Inferred, inferCharacter, oneOf, sure } from './inference.js';
import { hanIn, isLikelier } from './likelihood.js';
import { lineBefore } from './lines.js';
import { edit } from './misreadings.js';
import { type Piece, type Sequence, sequencesOf } from './sequences.js';
import { type SingleByteCodec, singleByteCodecs } from './single-byte.js';
import { isTrail, lengthOf } from './utf8-bytes.js';

/** UTF-8 that an article shows through one encoding of single bytes. */
export interface Reading {
  readonly codec: SingleByteCodec;
  readonly sequences: readonly Judged[];
}

/** A sequence, and how sure it is that it is one. */
export interface Judged extends Sequence {
  readonly certainty: Certainty;
}

const unknown = '\ufffd';
/** The bit of a plain space behind what Windows-1252, which comes first, reads as a letter. */
const spaced = 0x80;
/** The bit of Ã behind a small letter, which is what is left of í and a soft hyphen. */
const bare = 0x40;
const leastHan = 2;
/** Where so many sequences are sure, doubtful ones are the like. */
const enough = 2;
/** So many letters of one script side by side are no accident. */
const fewestAlike = 3;
const rank: Readonly<Record<Certainty, number>> = { strong: 3, weak: 2, doubtful: 1, unlikely: 0 };

/** By UTF-16 unit the encodings, a bit each, in which it is a first byte of UTF-8, and one that goes on. */
const roles = lazy(() => {
  const [leads, trails] = [new Uint8Array(0x10000), new Uint8Array(0x10000)];
  singleByteCodecs.forEach(({ unitsOf }, i) => {
    for (let byte = 0x80; byte < 0x100; byte++)
      for (const unit of unitsOf(byte)) {
        if (lengthOf(byte) > 0) leads[unit] = (leads[unit] ?? 0) | (1 << i);
        if (isTrail(byte)) trails[unit] = (trails[unit] ?? 0) | (1 << i);
      }
  });
  // Â or à with the non-breaking space made a plain one.
  for (const unit of [0xc2, 0xc3]) leads[unit] = (leads[unit] ?? 0) | spaced;
  trails[0x20] = spaced;
  for (let unit = 0x61; unit <= 0x7a; unit++) leads[unit] = bare;
  trails[0xc3] = (trails[0xc3] ?? 0) | bare;
  return { leads, trails };
});

/** The encodings, a bit each, that a first byte of the text and the one behind it speak for. */
function encodingsIn(text: string): number {
  const { leads, trails } = roles();
  let found = 0;
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    found |= before & (trails[unit] ?? 0);
    before = leads[unit] ?? 0;
  }
  return (found & (spaced | bare)) === 0 ? found : found | 1;
}

/** The reading of a text by the encoding for which most speaks; null where nothing does. */
export function readSingleBytes(text: string): Reading | null {
  const found = encodingsIn(text);
  let best: { reading: Reading; weight: number } | null = null;
  for (const [i, codec] of singleByteCodecs.entries()) {
    if ((found & (1 << i)) === 0) continue;
    const sequences = sequencesOf(text, codec).map((sequence) => judge(text, sequence, codec));
    const weight = sequences.reduce((sum, one) => sum + weightOf(one), 0);
    if (sequences.length > 0 && (best === null || weight > best.weight))
      best = { reading: { codec, sequences }, weight };
  }
  return best?.reading ?? null;
}

function judge(text: string, sequence: Sequence, codec: SingleByteCodec): Judged {
  const certainties = sequence.pieces.map((piece) => certaintyOf(text, piece, codec));
  const best = certainties.reduce((one, other) => (rank[other] > rank[one] ? other : one));
  return { ...sequence, certainty: best !== 'strong' && isWordOfBytes(text, sequence, codec) ? 'strong' : best };
}

/** Whether characters side by side make a word or a clause, as they do not by accident. */
function isWordOfBytes(text: string, { start, end, pieces }: Sequence, codec: SingleByteCodec): boolean {
  const whole = pieces.flatMap(({ character }) => character ?? []);
  const letters = whole.filter((character) => /^[\u0100-\u06ff]$/.test(character)).length;
  if (letters >= fewestAlike && letters * 2 > pieces.length) return true;
  const known = whole.join('');
  if (hanIn(known) < leastHan || whole.length * 2 < pieces.length) return false;
  return codec === singleByteCodecs[0] || isLikelier(known, text.slice(start, end));
}

function weightOf({ certainty, pieces }: Judged): number {
  return rank[certainty] < rank.weak
    ? 0
    : rank[certainty] * pieces.filter(({ character }) => character !== null).length;
}

/** The edits of sequences that are sure enough, and of doubtful ones beside them; `isOther` says that most of the text was misread in another way. None where the text writes about them. */
export function editsOfReading(text: string, { codec, sequences }: Reading, isOther: boolean): Edit[] {
  const atLeast = (least: Certainty): Judged[] => sequences.filter(({ certainty }) => rank[certainty] >= rank[least]);
  const sureOnes = atLeast(isOther ? 'strong' : 'weak');
  const chosen = sureOnes.length >= enough && !isOther ? atLeast('doubtful') : sureOnes;
  const edits: Edit[] = [];
  for (const sequence of chosen) edits.push(editOf(text, sequence, codec, edits));
  return isAboutMisreading(text, edits) ? [] : edits;
}

function editOf(text: string, { start, end, pieces }: Judged, codec: SingleByteCodec, edits: readonly Edit[]): Edit {
  const before = lineBefore(text, start, edits);
  const { script } = tell(before + pieces.map(({ character }) => character ?? '').join(''));
  let replacement = '';
  const notes: string[] = [];
  pieces.forEach((piece, i) => {
    if (piece.character !== null) {
      // A plain space stays one.
      replacement += piece.character === '\u00a0' && text.charAt(piece.end - 1) === ' ' ? ' ' : piece.character;
      return;
    }
    const next = pieces[i + 1]?.character?.charAt(0) ?? text.charAt(piece.end);
    const inferred =
      piece.lead === 0xc3
        ? latinLetter(text, piece)
        : inferCharacter(piece.candidates, before + replacement, next, script);
    replacement += inferred?.character ?? unknown;
    if (inferred !== null) notes.push(inferred.note);
  });
  const confidence = replacement.includes(unknown) ? 0.4 : notes.length > 0 ? 0.9 : 0.97;
  const { note, ...rest } = edit(
    start,
    text.slice(start, end),
    replacement,
    { written: utf8, read: codec },
    confidence,
  );
  return { ...rest, note: [note, ...notes].join(', ') };
}

/** The letter of which the second byte is lost: a small one behind a small one, à where the word ends. */
function latinLetter(text: string, { start, end, candidates }: Piece): Inferred {
  const [before, behind] = [text.charAt(start - 1), text.charAt(end)];
  if (candidates.includes('à')) {
    if (/^[a-z]$/.test(before)) return sure(/^[a-z]$/.test(behind) ? 'í' : 'à');
    if (behind === ' ') return sure('à');
  }
  return oneOf(candidates);
}
