const svg = 'http://www.w3.org/2000/svg';

/** Draws a line from the source of each claim to where the claim begins, over the text. */
export function connect(text: HTMLElement, claims: readonly number[]): void {
  text.querySelector('svg.connector')?.remove();
  const frame = text.getBoundingClientRect();
  const paths = claims.flatMap((claim) => {
    const [source, content] = [firstOf(text, `source-${claim}`), firstOf(text, `claim-${claim}`)];
    if (source === null || content === null || source === content) return [];
    const [from, to] = [source.getClientRects()[0], content.getClientRects()[0]];
    return from === undefined || to === undefined ? [] : [pathBetween(from, to, frame)];
  });
  if (paths.length === 0) return;
  const element = document.createElementNS(svg, 'svg');
  element.setAttribute('class', 'connector');
  element.setAttribute('aria-hidden', 'true');
  element.setAttribute('width', String(frame.width));
  element.setAttribute('height', String(frame.height));
  for (const path of paths) {
    const line = document.createElementNS(svg, 'path');
    line.setAttribute('d', path);
    element.append(line);
  }
  text.append(element);
}

function firstOf(text: HTMLElement, mark: string): Element | null {
  return text.querySelector(`[data-marks~="${mark}"]`);
}

/** A bow from the middle of one box to the left edge of the other, above the lines. */
function pathBetween(from: DOMRect, to: DOMRect, frame: DOMRect): string {
  const [x1, y1] = [from.left + from.width / 2 - frame.left, from.top - frame.top];
  const [x2, y2] = [to.left - frame.left + 4, to.top - frame.top];
  const height = Math.min(y1, y2) - 10;
  return `M${x1.toFixed(1)},${y1.toFixed(1)} C${x1.toFixed(1)},${height.toFixed(1)} ${x2.toFixed(1)},${height.toFixed(1)} ${x2.toFixed(1)},${y2.toFixed(1)}`;
}
