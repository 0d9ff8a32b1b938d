import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { brat } from '../../src/export/brat.js';
import { conllu } from '../../src/export/conllu.js';
import { labelStudio } from '../../src/export/label-studio.js';
import { spacy } from '../../src/export/spacy.js';
import { annotated, astralTexts, exported } from '../support/exported.js';
import { pythonOnDemand, pythonWith, testWith } from '../support/python.js';
import { makeWorkplace, type Workplace } from '../support/run.js';

/*
 * What the programs that these formats are for make of them. The small ones are installed by the tests themselves;
 * spaCy and Label Studio's SDK by `npm run test:readers`, and where that has been run once they are tested ever after.
 */
const small = pythonWith('conllu==6.0.0', 'bratly==0.1.4', 'bratly-io-fs==0.1.4', 'udapi==0.5.2');
const spacyPython = pythonOnDemand('spacy==3.8.18');
const labelStudioPython = pythonOnDemand('label-studio-sdk==2.1.2');

const articles = annotated(astralTexts);
let place: Workplace;
beforeAll(async () => {
  place = makeWorkplace();
  for (const format of [brat, conllu, labelStudio, spacy])
    place.write(Object.fromEntries(await exported(format, articles)));
  expect(existsSync(`${place.path}/brat/annotation.conf`)).toBe(true);
});
afterAll(() => place.remove());

const file = (name: string) => `${place.path}/${name}`;
const plain = (text: string) => text.replaceAll('\r', ' ');
const names = articles.flatMap(({ mentions }) => mentions.map(({ type, text }) => [type, text]));
/** Names, times and quantities in the order of the text. */
const flat = articles.flatMap(({ mentions, times, quantities }) =>
  [...mentions, ...times, ...quantities].sort((a, b) => a.start - b.start).map(({ type, text }) => [type, plain(text)]),
);

describe('brat, by bratly', () => {
  testWith(small, 'spans cut out of the text what they say, with their relations and attributes', () => {
    const read = small.run(bratScript, file('brat')) as {
      name: string;
      spans: [string, string, string][];
      rest: Record<string, number>;
    }[];
    expect(read.map(({ name }) => name)).toEqual(['a_1', 'a_1-2', 'b']);
    const spans = read.flatMap((document) => document.spans);
    for (const [, words, cut] of spans) expect(cut).toBe(words);
    expect(
      spans.filter(([type]) => names.some(([known]) => known === type)).map(([type, words]) => [type, words]),
    ).toEqual(names);
    const sum = (kind: string) => read.map(({ rest }) => rest[kind] ?? 0).reduce((a, b) => a + b);
    const claims = articles.flatMap((article) => article.claims);
    expect(sum('relations')).toBe(claims.flatMap(({ source, cue }) => [source, cue]).filter(Boolean).length);
    expect(sum('notes')).toBeGreaterThan(0);
    expect(sum('attributes')).toBeGreaterThan(claims.length * 4);
  });
});

const bratScript = `
import json, sys, os
from bratly.io.file_read_src import read_and_load_ann_file
from bratly import EntityAnnotation, RelationAnnotation, AttributeAnnotation, NoteAnnotation
folder, found = sys.argv[1], []
for name in sorted(n[:-4] for n in os.listdir(folder) if n.endswith('.ann')):
    text = open(os.path.join(folder, name + '.txt'), encoding='utf-8', newline='').read()
    anns = read_and_load_ann_file(os.path.join(folder, name + '.ann'), no_duplicates=False, sorting=False, renumerotize=False).annotations
    spans = [[a.label, a.content, ' '.join(text[f.start:f.end] for f in a.fragments)] for a in anns if isinstance(a, EntityAnnotation)]
    count = lambda kind: sum(isinstance(a, kind) for a in anns)
    found.append({'name': name, 'spans': spans, 'rest': {'relations': count(RelationAnnotation), 'attributes': count(AttributeAnnotation), 'notes': count(NoteAnnotation)}})
print(json.dumps(found))
`;

describe('CoNLL-U, by conllu', () => {
  testWith(small, 'sentences, tokens and names', () => {
    const read = small.run(conlluScript, file('annotations.conllu')) as {
      text: string;
      joined: string;
      entities: number;
    }[];
    expect(read.length).toBe(articles.flatMap(({ sentences }) => sentences).length);
    for (const { text, joined } of read) expect(joined).toBe(text);
    expect(read.map(({ entities }) => entities).reduce((a, b) => a + b)).toBe(names.length);
  });
});

describe('CoNLL-U, by Udapi', () => {
  testWith(small, 'entities with their names, one id each', () => {
    const read = small.run(udapiScript, file('annotations.conllu')) as [string, string, number][];
    expect(new Set(read.map(([id]) => id)).size).toBe(read.length);
    expect(read.map(([, , mentions]) => mentions).reduce((a, b) => a + b)).toBe(names.length);
  });
});

const udapiScript = `
import json, sys, logging
from udapi.core.document import Document
warnings = []
logging.getLogger().addHandler(type('Told', (logging.Handler,), {'emit': lambda self, record: warnings.append(record.getMessage())})())
document = Document()
document.load_conllu(sys.argv[1])
# That there is no syntax is known.
warnings = [warning for warning in warnings if not warning.startswith('Empty parent')]
if warnings: sys.exit(warnings[0])
print(json.dumps([[e.eid, e.etype, len(e.mentions)] for e in document.coref_entities]))
`;

const conlluScript = `
import json, sys, conllu
found = []
for sentence in conllu.parse(open(sys.argv[1], encoding='utf-8', newline='').read()):
    joined = ''.join(t['form'] + ('' if (t['misc'] or {}).get('SpaceAfter') == 'No' else ' ') for t in sentence).rstrip()
    entities = sum('(' in (t['misc'] or {}).get('Entity', '') for t in sentence)
    found.append({'text': sentence.metadata['text'], 'joined': joined, 'entities': entities})
print(json.dumps(found))
`;

describe('spaCy', () => {
  testWith(spacyPython, 'Doc.from_json has every span, and DocBin keeps it', () => {
    const read = spacyPython.run(spacyScript, file('spacy.jsonl')) as {
      text: string;
      ents: [string, string][];
      claims: string[];
      names: [string, string][];
      sents: number;
    }[];
    expect(read.map(({ text }) => text)).toEqual(articles.map(({ text }) => text));
    expect(read.flatMap((doc) => doc.names)).toEqual(names);
    expect(read.flatMap(({ claims }) => claims)).toEqual(
      articles.flatMap(({ claims }) => claims.map(({ text }) => text)),
    );
    expect(read.flatMap(({ ents }) => ents.map(([type, text]) => [type, plain(text)]))).toEqual(flat);
    expect(read.map(({ sents }) => sents)).toEqual(articles.map(({ sentences }) => sentences.length));
  });

  testWith(spacyPython, 'its converter reads the names of CoNLL-U', () =>
    expect(spacyPython.run(converterScript, file('annotations.conllu'))).toEqual(flat),
  );
});

const spacyScript = `
import json, sys, spacy
from spacy.tokens import Doc, DocBin
nlp, found, bin = spacy.blank('xx'), [], DocBin(store_user_data=True)
for line in open(sys.argv[1], encoding='utf-8', newline='\\n'):
    bin.add(Doc(nlp.vocab).from_json(json.loads(line), validate=True))
for doc in DocBin().from_bytes(bin.to_bytes()).get_docs(nlp.vocab):
    span = lambda key: [[s.label_, s.text] for s in doc.spans[key]]
    found.append({'text': doc.text, 'ents': [[e.label_, e.text] for e in doc.ents], 'names': span('names'),
        'claims': [text for _, text in span('claims')], 'sents': len(list(doc.sents))})
print(json.dumps(found))
`;

const converterScript = `
import json, sys
from spacy.training.converters import conllu_to_docs
docs = conllu_to_docs(open(sys.argv[1], encoding='utf-8', newline='').read(), n_sents=1, no_print=True)
print(json.dumps([[e.label_, e.text] for doc in docs for e in doc.ents]))
`;

describe('Label Studio, by its SDK', () => {
  testWith(labelStudioPython, 'the configuration is valid, and every task and prediction fits it', () =>
    expect(
      labelStudioPython.run(labelStudioScript, file('label-studio/config.xml'), file('label-studio/tasks.json')),
    ).toEqual({
      errors: [],
      tasks: articles.length,
    }),
  );
});

const labelStudioScript = `
import json, sys
from label_studio_sdk.label_interface import LabelInterface
interface = LabelInterface(open(sys.argv[1], encoding='utf-8').read())
interface.validate()
tasks, errors = json.load(open(sys.argv[2], encoding='utf-8')), []
for task in tasks:
    for prediction in task['predictions']:
        errors += interface.validate_prediction(prediction, return_errors=True)
        for result in prediction['result']:
            if result['type'] == 'labels':
                value = result['value']
                if task['data']['text'][value['start']:value['end']] != value['text']: errors.append(str(value))
print(json.dumps({'errors': errors, 'tasks': len(tasks)}))
`;
