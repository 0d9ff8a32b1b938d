/** What XML 1.0 has no place for: most control characters, halves of characters, two code points that are none. */
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Whatever may have to be replaced; most texts hold nothing of it. */
const suspicious = /[\u0000-\u001f"&<>\ud800-\udfff\ufffe\uffff]/;

/** Text as it stands in an element or an attribute of XML; what cannot stand there becomes U+FFFD. */
export function escapeXml(text: string): string {
  if (!suspicious.test(text)) return text;
  return text.replace(impossible, '\ufffd').replace(/[&<>"\t\n\r]/g, (character) => references[character] ?? '');
}
