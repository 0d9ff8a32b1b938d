/**
 * Makes one stop of the tab key out of all elements that `selector` finds in `container`; the arrow keys, Home and End lead
 * from one to the other. (WAI-ARIA, roving tabindex)
 */
export function rove(container: Element, selector: string): void {
  const all = () => Array.from(container.querySelectorAll<HTMLElement | SVGElement>(selector));
  const choose = (next: HTMLElement | SVGElement | undefined) => {
    if (next === undefined) return;
    for (const element of container.querySelectorAll('[tabindex="0"]')) element.setAttribute('tabindex', '-1');
    next.setAttribute('tabindex', '0');
  };
  for (const element of all()) element.setAttribute('tabindex', '-1');
  choose(all()[0]);
  container.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element && target.matches(selector)) choose(target as HTMLElement);
  });
  container.addEventListener('keydown', (event) => {
    const { key, target } = event as KeyboardEvent;
    if (!(target instanceof Element) || !target.matches(selector)) return;
    const elements = all();
    const at = elements.indexOf(target as HTMLElement);
    const next = nextOf(key, at, elements.length);
    if (next === null) return;
    event.preventDefault();
    elements[next]?.focus();
  });
}

function nextOf(key: string, at: number, count: number): number | null {
  if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(at + 1, count - 1);
  if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(at - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
