import type { z } from 'zod';
import { shapeOf } from '../text/shape.js';

/** A configuration that cannot be used: the message says where in it and what to do, in one line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Checks `value` by `schema`.
 *
 * @throws ConfigError that names the place in `where` and what is wrong with the first thing that is.
 */
export function check<S extends z.ZodType>(schema: S, value: unknown, where: string): z.output<S> {
  const shaped = shapeOf(schema, value);
  if (shaped.fault === undefined) return shaped.value;
  const { place, what } = shaped.fault;
  throw new ConfigError(`${[where, place].filter((part) => part !== '').join(': ')}: ${what}.`);
}
