import { expect, test } from '@jest/globals';
import { declaredEncoding } from '../../../src/input/html/charset.js';

test.each([
  ['<meta charset="utf-8">', 'UTF-8'],
  ['<META CHARSET=gb2312>', 'GB18030'],
  ['<meta http-equiv="Content-Type" content="text/html; charset=big5">', 'Big5'],
  ['<meta content=\'text/html;charset="GBK"\' http-equiv=Content-Type>', 'GB18030'],
  ['<?xml version="1.0" encoding="big5-hkscs"?><html>', 'Big5'],
  ['<html><head><title>x</title><meta charset="iso-8859-1">', 'windows-1252'],
  ['<meta charset="utf-16">', 'UTF-8'],
  ['<!-- <meta charset="big5"> --><meta charset="gbk">', 'GB18030'],
  ['<meta charset="klingon">', null],
  ['<meta name="charset" content="x">', null],
  ['<p>charset=big5</p>', null],
  [`<p>${'x'.repeat(5000)}</p><meta charset="big5">`, null],
  ['', null],
])('%s', (source, encoding) => expect(declaredEncoding(Buffer.from(source))).toBe(encoding));
