import { type Replacement, rewrite, toText } from '../document/alignment.js';
import type { Span } from '../document/span.js';
import type {
  Claim,
  Document,
  Entity,
  Fact,
  LayerName,
  Mention,
  Quantity,
  Script,
  Sentence,
  Token,
} from '../document/types.js';
import { directQuotes } from '../script/directed-quotes.js';
import { fold } from '../script/fold.js';
import { type TargetScript, toScript } from '../script/targets.js';
import { byCodePoint } from '../text/code-points.js';

/** Moves a span of the text to where it stands in the converted text, with all else that the item has. */
type Move = <T extends Span>(item: T) => T;

/** How far behind a quantity that which is counted is looked for, in UTF-16 units. */
const reach = 200;

const exported: Readonly<Record<TargetScript, Script>> = { hant: 'Hant', tw: 'Hant', hk: 'Hant', hans: 'Hans' };

/**
 * The document in another script: its text converted, every span of every layer moved along, its names cut out of the
 * converted text. Raw offsets stay what they were; what is Latin or Japanese stays as it is. A span that cuts a word
 * which was replaced by one of another length takes in the whole of it.
 */
export function inScript(document: Document<LayerName>, target: TargetScript): Document<LayerName> {
  const edits = toScript(document, target);
  const { text, alignment: conversion } = rewrite<Replacement>(document.text, [], edits);
  const move: Move = (item) => ({ ...item, ...toText(conversion, { start: item.start, end: item.end }) });
  const script = (own: Script): Script => (own === 'Latn' || own === 'Jpan' ? own : exported[target]);
  const mentions = document.mentions.map((mention): Mention => {
    const { role } = mention;
    return role === undefined ? move(mention) : { ...move(mention), role: move(role) };
  });
  return {
    ...document,
    text,
    folded: directQuotes(fold(text)),
    alignment: rewrite(document.text, document.alignment, edits).alignment,
    script: script(document.script),
    repairs: document.repairs.map(move).map((repair) => ({ ...repair, after: text.slice(repair.start, repair.end) })),
    diagnostics: document.diagnostics.map((one) => (one.span === null ? one : { ...one, span: move(one.span) })),
    sentences: document.sentences.map(move).map((one): Sentence => ({ ...one, script: script(one.script) })),
    tokens: withoutOverlap(document.tokens.map(move)),
    userNames: document.userNames.map(move),
    userWords: document.userWords.map(move),
    times: document.times.map(move),
    quantities: document.quantities.map((quantity) => movedQuantity(quantity, document.text, text, move)),
    mentions,
    entities: document.entities.map((entity) => renamed(entity, document, text, mentions, target)),
    claims: document.claims.map((claim) => movedClaim(claim, move)),
    quotations: document.quotations.map(move),
    facts: document.facts.map((fact) => movedFact(fact, move)),
  };
}

/** Tokens that share a word which was replaced whole become one. */
function withoutOverlap(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (const token of tokens) if (token.start >= (kept.at(-1)?.end ?? 0)) kept.push(token);
  return kept;
}

function movedClaim(claim: Claim, move: Move): Claim {
  const { source, cue, hedges } = claim;
  return { ...move(claim), source: source && move(source), cue: cue && move(cue), hedges: hedges.map(move) };
}

function movedFact(fact: Fact, move: Move): Fact {
  const { subject, predicate, object } = fact;
  return { ...move(fact), subject: move(subject), predicate: move(predicate), object: object && move(object) };
}

/** The quantity with its unit, and what is counted, as the converted text writes them. */
function movedQuantity(quantity: Quantity, text: string, converted: string, move: Move): Quantity {
  const { start, end, unit, of } = quantity;
  const reworded = (words: string, at: number) => {
    if (at < 0) return words;
    const moved = move({ start: at, end: at + words.length });
    return converted.slice(moved.start, moved.end);
  };
  const within = unit === null ? -1 : text.slice(start, end).lastIndexOf(unit);
  return {
    ...move(quantity),
    unit: unit && reworded(unit, within < 0 ? -1 : start + within),
    of: of && reworded(of, nearest(text, of, quantity)),
  };
}

/** Where `words` stand behind a span, or else before it; -1 where they do not. */
function nearest(text: string, words: string, { start, end }: Span): number {
  const behind = text.slice(end, end + reach).indexOf(words);
  return behind < 0 ? text.slice(0, start).lastIndexOf(words) : end + behind;
}

/** The entity under the names that its mentions have in the converted text. */
function renamed(
  entity: Entity,
  { text, mentions }: Document<'mentions'>,
  converted: string,
  moved: readonly Mention[],
  target: TargetScript,
): Entity {
  const forms = new Map<string, string>();
  for (const index of entity.mentions) {
    const [before, after] = [mentions[index], moved[index]];
    if (before === undefined || after === undefined) continue;
    const form = text.slice(before.start, before.end);
    if (!forms.has(form)) forms.set(form, converted.slice(after.start, after.end));
  }
  const { user, names } = entity;
  const given =
    user === undefined || entity.name === names.en ? null : names[target === 'hans' ? 'zh-Hans' : 'zh-Hant'];
  const name = given ?? forms.get(entity.name) ?? entity.name;
  const aliases = new Set(entity.aliases.map((alias) => forms.get(alias) ?? alias));
  aliases.delete(name);
  const why = entity.why.map(({ rule, forms: [a, b] }) => ({
    ...{ rule, forms: [forms.get(a) ?? a, forms.get(b) ?? b] as const },
  }));
  return { ...entity, name, aliases: [...aliases].sort(byCodePoint), why };
}
