import type { Span } from '../document/span.js';
import type { FeatureWriter } from './feature-writer.js';
import { hashOf, mix } from './hash.js';
import { chosenOf, hintsOf, type Scene } from './scene.js';
import { Scratch } from './scratch.js';
import { formOf, noEnding, type WordForm } from './word-forms-en.js';
import { wordsOf } from './words-en.js';

/** The templates of what the network sees. */
export const inputTemplates = {
  word: 120,
  shape: 121,
  brief: 122,
  tag: 123,
  classes: 124,
  chosen: 125,
  hint: 126,
  head: 130,
  tail: 135,
} as const;

/**
 * Writes the features of every word of an English sentence, and gives the words. `inputs` gets what the network of names sees of
 * each.
 */
export function writeEnglish(scene: Scene, out: FeatureWriter, inputs: FeatureWriter): Span[] {
  const { folded } = scene;
  scratch.clear();
  const units = wordsOf(folded, scene);
  const forms = units.map(({ start, end }) => formOf(folded.slice(start, end)));
  const tags = tagsOf(scene, units);
  const hints = hintsOf(units, scene.hints);
  const chosen = chosenOf(units, scene.chosen, scratch);
  const shouting = isShouting(forms) ? 1 : 0;
  out.clear();
  inputs.clear();
  const words = padded(forms, ({ word }) => word);
  const briefs = padded(forms, ({ brief }) => brief);
  const classes = padded(forms, (form) => form.classes);
  const tagged = padded(forms, (_, i) => tags[i] as number);
  const choices = padded(forms, (_, i) => chosen[i] as number);
  let at = 0;
  // Of the word `d` words further on.
  const w = (d: number): number => words[at + d] as number;
  const s = (d: number): number => briefs[at + d] as number;
  const t = (d: number): number => tagged[at + d] as number;
  const k = (d: number): number => classes[at + d] as number;
  const c = (d: number): number => choices[at + d] as number;
  forms.forEach((form, i) => {
    at = i + furthest;
    const first = startsPart(forms, i) ? 1 : 0;
    const { shape, heads, tails } = form;
    out.add(0, 0);
    for (let d = -2; d <= 2; d++) out.add(10 + d, w(d));
    out.add(20, w(-1), w(0));
    out.add(21, w(0), w(1));
    out.add(22, w(-2), w(-1), s(0));
    out.add(23, s(0), w(1), w(2));
    out.add(24, w(-1), s(0));
    out.add(25, s(0), w(1));
    out.add(30, shape, first, shouting);
    for (let d = -2; d <= 2; d++) out.add(40 + d, s(d));
    out.add(45, s(-1), s(0));
    out.add(46, s(0), s(1));
    out.add(47, s(-1), s(0), s(1));
    out.add(48, mix(s(-2), s(-1)), s(0), first);
    out.add(49, mix(s(0), s(1)), s(2), first);
    for (let size = 1; size <= heads.length; size++) {
      out.add(50 + size, heads[size - 1] ?? 0, s(0));
      out.add(55 + size, tails[size - 1] ?? 0, s(0));
    }
    out.add(60, forms[i - 1]?.ending ?? noEnding, s(0));
    out.add(61, forms[i + 1]?.ending ?? noEnding, s(0));
    for (let d = -2; d <= 2; d++) out.add(70 + d, t(d));
    out.add(75, t(-1), t(0));
    out.add(76, t(0), t(1));
    out.add(77, t(-1), t(0), t(1));
    out.add(78, t(0), s(0), first);
    for (let d = -2; d <= 2; d++) out.add(80 + d, k(d), s(0));
    out.add(85, k(-1), k(0));
    out.add(86, k(0), k(1));
    out.add(90, c(0), s(0));
    out.add(91, c(-1), c(0));
    out.add(92, c(0), c(1));
    out.add(93, c(0), t(0), first);
    for (const hint of hints[i] ?? []) out.add(94, hint);
    out.next();
    inputs.add(inputTemplates.word, w(0));
    inputs.add(inputTemplates.shape, shape, first, shouting);
    inputs.add(inputTemplates.brief, s(0), first);
    inputs.add(inputTemplates.tag, t(0), first);
    for (let size = 2; size <= heads.length; size++) {
      inputs.add(inputTemplates.head + size, heads[size - 1] ?? 0, s(0));
      inputs.add(inputTemplates.tail + size, tails[size - 1] ?? 0, s(0));
    }
    if (k(0) !== 0) inputs.add(inputTemplates.classes, k(0));
    if (c(0) !== 0) inputs.add(inputTemplates.chosen, c(0));
    for (const hint of hints[i] ?? []) inputs.add(inputTemplates.hint, hint);
    inputs.next();
  });
  return units;
}

const scratch = new Scratch();
/** How many words before and behind a word its features see. */
const furthest = 2;

/** Values of the words, with zeros before and behind them. */
function padded(forms: readonly WordForm[], read: (form: WordForm, i: number) => number): Int32Array {
  const row = scratch.take(forms.length + 2 * furthest);
  for (let i = 0; i < forms.length; i++) row[furthest + i] = read(forms[i] as WordForm, i);
  return row;
}

/** compromise's tag of the token that each word begins in. */
function tagsOf({ tokens }: Scene, units: readonly Span[]): Int32Array {
  const tags = scratch.take(units.length);
  let at = 0;
  units.forEach((unit, i) => {
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= unit.start) at++;
    const token = tokens[at];
    if (token !== undefined && token.start <= unit.start) tags[i] = hashOf(token.pos);
  });
  return tags;
}

/** Whether the word opens the sentence or a quotation in it: its capital tells nothing. */
function startsPart(forms: readonly WordForm[], i: number): boolean {
  const before = forms[i - 1];
  return before === undefined || (i < 3 && !forms.slice(0, i).some(({ isWord }) => isWord)) || before.opensPart;
}

function isShouting(forms: readonly WordForm[]): boolean {
  const long = forms.filter(({ isLong }) => isLong);
  const capital = long.filter(({ isCapital }) => isCapital).length;
  return long.length >= 3 && capital > long.length * 0.7;
}
