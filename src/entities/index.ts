import type { Document, Entity } from '../document/types.js';
import type { Annotator } from '../pipeline/stage.js';
import { type LinkedGroup, linkMentions } from './link.js';
import { type Form, fullForm, nameForms } from './names.js';

/** What the mentions of one article refer to, in the order of their first mention. */
export const entities: Annotator<'sentences' | 'tokens' | 'mentions', 'entities'> = {
  name: 'entities',
  requires: ['sentences', 'tokens', 'mentions'],
  provides: ['entities'],
  annotate: (document) => {
    const { text, folded, mentions } = document;
    const languageAt = languagesOf(document);
    const groups = linkMentions({ text, folded, languageAt }, mentions);
    return { layers: { entities: groups.map((group) => toEntity(document, group)) }, diagnostics: [] };
  },
};

/** The language of the sentence that an offset stands in. */
function languagesOf({ sentences }: Document<'sentences'>): (offset: number) => 'zh' | 'en' | undefined {
  return (offset) => {
    let [low, high] = [0, sentences.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sentences[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return sentences[low]?.language;
  };
}

function toEntity({ script }: Document, { members, links }: LinkedGroup): Entity {
  const forms = new Map<string, Form>();
  for (const { text, form } of members) if (!forms.has(text)) forms.set(text, { text, folded: form });
  const name = fullForm([...forms.values()])?.text ?? '';
  const type = members[0]?.mention.type ?? 'ORG';
  return {
    type,
    name,
    names: nameForms([...forms.values()], type, script),
    aliases: [...forms.keys()].filter((form) => form !== name).sort(),
    mentions: members.map(({ index }) => index),
    why: links,
  };
}
