import type { Link } from '../document/types.js';

/** A link as it is printed: `pinyin: 李彦宏 = Li Yanhong`. */
export function reasonOf({ rule, forms }: Link): string {
  return `${rule}: ${forms[0]} = ${forms[1]}`;
}
