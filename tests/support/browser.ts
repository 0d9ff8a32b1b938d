import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { type BrowserContext, chromium } from 'playwright-core';

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = places.find((path) => path !== undefined && existsSync(path));

const flags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];

/** A test in a real browser; skipped where there is none. */
export const browserTest = executablePath === undefined ? test.skip : test;

/** For the title of a group of such tests: why they are skipped, or nothing. */
export const whySkipped = executablePath === undefined ? ' (skipped: no Chromium here; name it in CHROMIUM)' : '';

/** A headless browser with a profile that is thrown away; null where there is none. */
export interface Browser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** Starts it. */
export async function openBrowser(): Promise<Browser | null> {
  if (executablePath === undefined) return null;
  const profile = mkdtempSync(join(tmpdir(), 'wenmai-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    ...{ executablePath, headless: true, args: flags, acceptDownloads: true, locale: 'en-GB' },
    viewport: { width: 1280, height: 860 },
  });
  return {
    context,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
