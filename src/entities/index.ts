import type { Document, Entity } from '../document/types.js';
import type { Annotator } from '../pipeline/stage.js';
import { linkMentions, type Named } from './link.js';
import { type Form, formOf, fullForm, nameForms, userForms } from './names.js';

/** What the mentions of one article refer to, in the order of their first mention. */
export const entities: Annotator<'sentences' | 'tokens' | 'mentions', 'entities'> = {
  name: 'entities',
  requires: ['sentences', 'tokens', 'mentions'],
  provides: ['entities'],
  annotate: (document) => ({
    layers: {
      entities: linkMentions(document.folded, document.mentions, document.userNames).map((group) =>
        toEntity(document, group),
      ),
    },
    diagnostics: [],
  }),
};

function toEntity({ text, script }: Document<'mentions'>, group: readonly Named[]): Entity {
  const forms = new Map<string, Form>();
  for (const { mention, form } of group) {
    const own = text.slice(mention.start, mention.end);
    if (!forms.has(own)) forms.set(own, { text: own, folded: form });
  }
  const user = group.find((named) => named.user !== null)?.user ?? null;
  const type = user?.type ?? group[0]?.mention.type ?? 'ORG';
  const found = nameForms([...forms.values()], type, script);
  const full = fullForm([...forms.values()])?.text ?? '';
  const names = user === null ? found : userForms(user, found);
  const name = user === null ? full : (names[formOf(full, script)] ?? user.name);
  return {
    type,
    name,
    names,
    aliases: [...forms.keys()].filter((form) => form !== name).sort(),
    mentions: group.map(({ index }) => index),
    ...(user === null ? {} : { user: { key: user.key, wikidata: user.wikidata, ticker: user.ticker } }),
  };
}
