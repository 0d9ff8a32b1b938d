/*
 * A `wenmai` that breaks: node unreliable.mjs DIRECTORY CLI ARGUMENT… runs the command, but `stream` dies at the article
 * "zz-crash", hangs at "zz-hang", dies once at "crash-once", and once at "kill-once" kills the process that started it.
 * That it happened once is a file in DIRECTORY.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { createInterface } from 'node:readline';

const [directory, cli, ...args] = process.argv.slice(2);
const isStream = args[0] === 'stream';
const child = spawn(process.execPath, [cli, ...args], { stdio: isStream ? ['pipe', 'pipe', 'inherit'] : 'inherit' });
child.once('close', (status) => process.exit(status ?? 1));
// Whoever asked may be gone.
process.stdout.on('error', () => process.exit(1));
if (isStream) await answerOneByOne();

async function answerOneByOne() {
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
  for await (const line of createInterface(process.stdin)) {
    const id = /"id":"([^"]*)"/.exec(line)?.[1];
    if (id === 'zz-hang') await new Promise((resolve) => setTimeout(resolve, 600_000));
    if (id === 'zz-crash' || (id === 'crash-once' && isFirst(id))) process.kill(process.pid, 'SIGKILL');
    if (id === 'kill-once' && isFirst(id)) {
      process.kill(process.ppid, 'SIGKILL');
      await once(process.stdin, 'end');
    }
    child.stdin.write(`${line}\n`);
    process.stdout.write(`${(await answers.next()).value}\n`);
  }
  child.stdin.end();
}

function isFirst(name) {
  try {
    openSync(`${directory}/${name}`, 'wx');
    return true;
  } catch {
    return false;
  }
}
