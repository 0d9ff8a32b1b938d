import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { gzipSync, strToU8 } from 'fflate';

const assets = new URL('../../dist/report/', import.meta.url);

/** The script and the style of the page, as the build left them. */
export interface Assets {
  readonly script: string;
  readonly style: string;
}

/** Reads the built page; the same in the sources and in the package, where `dist` lies two levels above this file. */
export function readAssets(): Assets {
  return {
    script: readFileSync(new URL('app.js', assets), 'utf8').replaceAll('</script', '<\\/script'),
    style: readFileSync(new URL('app.css', assets), 'utf8').replaceAll('</style', '<\\/style'),
  };
}

const title = '<title>Wenmai</title>';

/** Whether `path` is a file that begins as a page of ours. @throws Error of the file system. */
export function isPage(path: string): boolean {
  if (!statSync(path).isFile()) return false;
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(1024);
    const start = bytes.toString('latin1', 0, readSync(file, bytes));
    return start.startsWith('<!doctype html>') && start.includes(title);
  } finally {
    closeSync(file);
  }
}

/** What stands before the blocks. The page may run its own script and use its own style, and nothing else: no network. */
export function pageStart({ script, style }: Assets): string {
  const policy = [
    "default-src 'none'",
    `script-src '${integrity(script)}'`,
    `style-src '${integrity(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
${title}
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<div id="app"><noscript>This page needs JavaScript; it asks for nothing from the network.</noscript></div>
`;
}

/** A value as a block of the page: JSON, compressed, in base64, so that no text in it is ever markup. */
export function pageBlock(id: string, value: unknown): string {
  const compressed = gzipSync(strToU8(JSON.stringify(value)), { level: 6, mtime: 0 });
  return `<script type="application/gzip" id="${id}">${Buffer.from(compressed).toString('base64')}</script>\n`;
}

/** What stands behind the blocks. */
export function pageEnd({ script }: Assets): string {
  return `<script>${script}</script>\n</body>\n</html>\n`;
}

function integrity(content: string): string {
  return `sha256-${createHash('sha256').update(content, 'utf8').digest('base64')}`;
}
