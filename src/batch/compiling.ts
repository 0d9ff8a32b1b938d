import { setFlagsFromString } from 'node:v8';

/** From this engine on (Node 22), functions that are called often are compiled by a quicker compiler first. */
const withQuickCompiler = 12;

/**
 * Has this process wait twice as long before it compiles a function anew for speed. The pipeline is many functions of which each
 * does a little: compiling them is a third of what the first thousand articles take.
 */
export function compileLater(): void {
  if (Number.parseInt(process.versions.v8, 10) < withQuickCompiler) setFlagsFromString('--interrupt-budget=135168');
}
