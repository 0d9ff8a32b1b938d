import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
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
    if (oldBytes() < limit) return;
    collect();
    limit = oldBytes() + patience;
  };
}

/** Bytes of what has outlived its youth: the young is collected often enough as it is. */
function oldBytes(): number {
  return getHeapSpaceStatistics()
    .filter(({ space_name }) => space_name === 'old_space' || space_name === 'large_object_space')
    .reduce((sum, { space_used_size }) => sum + space_used_size, 0);
}
