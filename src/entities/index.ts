import type { Document, Entity } from '../document/types.js';
import type { Annotator } from '../pipeline/stage.js';
import { linkMentions, type Named } from './link.js';
import { type Form, fullForm, nameForms } from './names.js';

/** What the mentions of one article refer to, in the order of their first mention. */
export const entities: Annotator<'sentences' | 'tokens' | 'mentions', 'entities'> = {
  name: 'entities',
  requires: ['sentences', 'tokens', 'mentions'],
  provides: ['entities'],
  annotate: (document) => ({
    layers: { entities: linkMentions(document.folded, document.mentions).map((group) => toEntity(document, group)) },
    diagnostics: [],
  }),
};

function toEntity({ text, script }: Document<'mentions'>, group: readonly Named[]): Entity {
  const forms = new Map<string, Form>();
  for (const { mention, form } of group) {
    const own = text.slice(mention.start, mention.end);
    if (!forms.has(own)) forms.set(own, { text: own, folded: form });
  }
  const name = fullForm([...forms.values()])?.text ?? '';
  const type = group[0]?.mention.type ?? 'ORG';
  return {
    type,
    name,
    names: nameForms([...forms.values()], type, script),
    aliases: [...forms.keys()].filter((form) => form !== name).sort(),
    mentions: group.map(({ index }) => index),
  };
}
