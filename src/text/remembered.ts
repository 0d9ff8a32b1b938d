/** A longer string may be a view of its article, which would be kept with it. */
const longestKept = 12;

/**
 * A pure function of strings that remembers what it gave for the last short ones, at most `most` of them: the words and names of a text
 * are mostly such as stood before.
 */
export function remembered<V>(make: (text: string) => V, most: number): (text: string) => V {
  const known = new Map<string, { readonly value: V }>();
  return (text) => {
    if (text.length > longestKept) return make(text);
    const found = known.get(text);
    if (found !== undefined) return found.value;
    if (known.size >= most) known.clear();
    const value = make(text);
    known.set(text, { value });
    return value;
  };
}
