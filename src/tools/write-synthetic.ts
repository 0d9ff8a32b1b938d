/** `npx tsx src/tools/write-synthetic.ts PATH COUNT [SENTENCES]`: writes the synthetic corpus of the benchmarks as JSON Lines. */
import { writeSyntheticCorpus } from './synthetic-corpus.js';

const [path = 'articles.jsonl', count = '20000', sentences = '1'] = process.argv.slice(2);
writeSyntheticCorpus(path, Number(count), Number(sentences));
