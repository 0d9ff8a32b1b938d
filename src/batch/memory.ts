import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** So much garbage is let lie, in bytes. */
const patience = 24 << 20;

/**
 * Gives a function to be called between articles, which sees to it that garbage is collected before much of it has gathered.
 * Left alone the engine waits until the heap has doubled, and longer on a busy machine: a run would take twice the memory, and
 * more the longer it takes.
 */
export function keepHeapSmall(): () => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let limit = 0;
  return () => {
    if (getHeapStatistics().used_heap_size < limit) return;
    collect();
    limit = getHeapStatistics().used_heap_size + patience;
  };
}
