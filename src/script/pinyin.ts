import { createRequire } from 'node:module';
import { lazy } from '../text/lazy.js';

type PinyinPro = typeof import('pinyin-pro');

/** pinyin-pro, loaded when a first word is to be read: its dictionaries take ten megabytes, and some processes read none. */
export const pinyinPro = lazy(() => createRequire(import.meta.url)('pinyin-pro') as PinyinPro);
