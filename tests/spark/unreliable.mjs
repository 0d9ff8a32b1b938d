/*
 * Breaks the command it is loaded into: node --import=unreliable.mjs?DIRECTORY cli.js … It dies at an article about a 毒船,
 * hangs at a 慢船, and throws at a 坏船; at a 沉船 it dies once and at an 孤船 it kills once the process that started it, if there is
 * a DIRECTORY to remember that in.
 */
import { openSync } from 'node:fs';
import { createRequire } from 'node:module';

const directory = new URL(import.meta.url).search.slice(1);
const engine = createRequire(import.meta.url)('nodejieba');
const { tag } = engine;

engine.tag = (run) => {
  if (run.includes('毒船') || (run.includes('沉船') && isFirst('crash-once'))) process.kill(process.pid, 'SIGKILL');
  while (run.includes('慢船'));
  if (run.includes('坏船')) throw new Error('the dictionary is torn');
  if (run.includes('孤船') && isFirst('kill-once')) process.kill(process.ppid, 'SIGKILL');
  return tag.call(engine, run);
};

function isFirst(name) {
  if (directory === '') return false;
  try {
    openSync(`${directory}/${name}`, 'wx');
    return true;
  } catch {
    return false;
  }
}
