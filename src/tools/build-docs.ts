import { writeFileSync } from 'node:fs';
import { configSchemaText } from '../config/schema.js';
import { describeTables } from '../export/table-docs.js';

/** Writes what is generated from the schemas and kept in the tree: `npm run docs:build`. */
const root = new URL('../../', import.meta.url);
writeFileSync(new URL('src/config/config.schema.json', root), configSchemaText());
writeFileSync(new URL('docs/tables.md', root), describeTables());
