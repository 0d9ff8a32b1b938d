import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

/** Profiles `work` and writes what the sampler saw to `file`, which speedscope and the DevTools show as a flame graph. */
export async function profiled(file: string, work: () => void): Promise<void> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  writeFileSync(file, JSON.stringify(profile));
}
