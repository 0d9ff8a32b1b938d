import { encodingByLabel } from '../decode.js';

/** Browsers look no further; some pages put it later all the same. */
const prescanned = 4096;

/** The encoding that a page declares in its bytes, or null: `<meta charset>`, `<meta http-equiv>`, an XML declaration. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, prescanned))
    .toString('latin1')
    .replace(/<!--[\s\S]*?-->/g, '');
  const xml = /^\s*<\?xml[^>]{0,200}\sencoding\s*=\s*["']?([\w:.-]{1,40})/i.exec(head);
  const meta = /<meta[^>]{1,200}?\bcharset\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(head);
  const label = meta?.[1] ?? xml?.[1];
  const encoding = label === undefined ? null : encodingByLabel(label);
  // A declaration that can be read byte by byte is not in UTF-16, whatever it says.
  return encoding?.startsWith('UTF-16') ? 'UTF-8' : encoding;
}
