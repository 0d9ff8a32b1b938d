import { claims } from '../claims/index.js';
import { entities } from '../entities/index.js';
import { facts } from '../facts/index.js';
import { mentions } from '../mentions/index.js';
import { quantities } from '../quantities/index.js';
import { rewriters } from '../repair/index.js';
import { sentences } from '../segment/sentences.js';
import { tokens } from '../segment/tokens.js';
import { times } from '../times/index.js';
import { startPipeline } from './builder.js';

/** The one ordered list of stages. */
export const defaultPipeline = startPipeline(rewriters)
  .use(sentences)
  .use(tokens)
  .use(times)
  .use(mentions)
  .use(quantities)
  .use(entities)
  .use(claims)
  .use(facts);
