/**
 * All matches of a global expression, none of which is empty: as `matchAll`, which copies the expression for each text. Most
 * texts that are asked are short and have none.
 */
export function matchesOf(expression: RegExp, text: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) matches.push(match);
  return matches;
}
