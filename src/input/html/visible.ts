import { htmlTags } from '../../lexicons/html-tags.js';
import { type Element, isElement } from './tree.js';

/** What surrounds an article, is there to be clicked, or repeats in another form what stands beside it. */
const surroundings = new Set(
  'aside button datalist footer input map menu nav noscript object option progress rp rt rtc select svg textarea title'.split(
    ' ',
  ),
);
const roles = new Set(
  'alert alertdialog banner button complementary contentinfo dialog menu menubar navigation search toolbar'.split(' '),
);

/** Whether an element is shown and can be part of an article, by itself: its ancestors are not asked. */
export function isReadable({ name, attributes }: Element): boolean {
  if (surroundings.has(name) || htmlTags().get(name) === 'content' || name === 'head') return false;
  if (attributes.size === 0) return name !== 'dialog';
  if (attributes.has('hidden') || attributes.get('aria-hidden') === 'true') return false;
  if (name === 'dialog' && !attributes.has('open')) return false;
  if (roles.has(attributes.get('role')?.trim().toLowerCase() ?? '')) return false;
  return !/(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i.test(attributes.get('style') ?? '');
}

/** Every element below `root` in the order of the source. */
export function elementsOf(root: Element): Element[] {
  const elements: Element[] = [];
  const collect = (parent: Element) => {
    for (const child of parent.children) {
      if (!isElement(child)) continue;
      elements.push(child);
      collect(child);
    }
  };
  collect(root);
  return elements;
}
