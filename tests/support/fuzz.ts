/** Whether the tests run in their long form: `npm run fuzz`. */
export const isFuzz = process.env.WENMAI_FUZZ === '1';

/** How many cases a property is tried on: `usual`, or ten thousand in the long form. */
export function runs(usual = 200): number {
  return isFuzz ? Math.max(usual, 10_000) : usual;
}
