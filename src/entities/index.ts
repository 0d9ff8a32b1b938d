import { firstEndingAfter } from '../document/span.js';
import type { Document, Entity } from '../document/types.js';
import type { Annotator } from '../pipeline/stage.js';
import { byCodePoint } from '../text/code-points.js';
import { type LinkedGroup, linkMentions } from './link.js';
import { type Form, formOf, fullForm, nameForms, userForms } from './names.js';
import { isOrdinaryAt } from './namesakes.js';

/** What the mentions of one article refer to, in the order of their first mention. */
export const entities: Annotator<'sentences' | 'tokens' | 'mentions', 'entities'> = {
  name: 'entities',
  requires: ['sentences', 'tokens', 'mentions'],
  provides: ['entities'],
  annotate: (document) => {
    const { text, folded, mentions } = document;
    const languageAt = languagesOf(document);
    const groups = linkMentions({ text, folded, languageAt }, mentions, document.userNames);
    return { layers: { entities: groups.map((group) => toEntity(document, group)) }, diagnostics: [] };
  },
};

/** The language of the sentence that an offset stands in. */
function languagesOf({ sentences }: Document<'sentences'>): (offset: number) => 'zh' | 'en' | undefined {
  return (offset) => sentences[firstEndingAfter(sentences, offset)]?.language;
}

function toEntity({ script, folded }: Document, { members, links }: LinkedGroup): Entity {
  const forms = new Map<string, Form>();
  for (const { text, form } of members) if (!forms.has(text)) forms.set(text, { text, folded: form });
  const user = members.find((named) => named.user !== null)?.user ?? null;
  const type = user?.type ?? members[0]?.mention.type ?? 'ORG';
  const isOrdinary = type === 'PERSON' && members.some(({ mention }) => isOrdinaryAt(folded, mention.start));
  const found = nameForms([...forms.values()], type, script, isOrdinary);
  const full = fullForm([...forms.values()])?.text ?? '';
  const names = user === null ? found : userForms(user, found);
  const name = user === null ? full : (names[formOf(full, script)] ?? user.name);
  return {
    type,
    name,
    names,
    aliases: [...forms.keys()].filter((form) => form !== name).sort(byCodePoint),
    mentions: members.map(({ index }) => index),
    ...(user === null ? {} : { user: { key: user.key, wikidata: user.wikidata, ticker: user.ticker } }),
    why: links,
  };
}
