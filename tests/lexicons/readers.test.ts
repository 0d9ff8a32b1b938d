import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import ts from 'typescript';

const source = new URL('../../src/', import.meta.url);
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') && !path.startsWith('tools'),
);

/** What a reader makes of a row, whatever it calls the row: `kind` of (row) => row.kind and of ({ kind }) => kind. */
function madeBy(reader: ts.Expression): string {
  if (!ts.isArrowFunction(reader)) return reader.getText();
  const [row] = reader.parameters;
  const name = row !== undefined && ts.isIdentifier(row.name) ? row.name.text : 'row';
  const body = ts.isAsExpression(reader.body) ? reader.body.expression : reader.body;
  return body
    .getText()
    .replace(new RegExp(`\\b${name}\\b\\.?`, 'g'), '')
    .replace(/\s+/g, ' ');
}

/** The readers with which each lexicon is opened. */
function readersOf(): Map<string, Set<string>> {
  const readers = new Map<string, Set<string>>();
  for (const file of files) {
    const visit = (node: ts.Node): void => {
      const [name, , reader] = ts.isCallExpression(node) ? node.arguments : [];
      if (
        ts.isCallExpression(node) &&
        node.expression.getText() === 'openLexicon' &&
        name !== undefined &&
        ts.isStringLiteral(name) &&
        reader !== undefined
      )
        readers.set(name.text, (readers.get(name.text) ?? new Set()).add(madeBy(reader)));
      ts.forEachChild(node, visit);
    };
    const text = readFileSync(new URL(file, source), 'utf8');
    visit(ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true));
  }
  return readers;
}

test('a lexicon is read in one way wherever it is opened: the first reader wins, so another would depend on what was annotated before', () => {
  const several = [...readersOf()].filter(([, readers]) => readers.size > 1);
  expect(several.map(([name, readers]) => [name, ...readers])).toEqual([]);
});
