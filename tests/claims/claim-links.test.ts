import { describe, expect, test } from '@jest/globals';
import { type ComparableClaim, type Figure, linkClaims } from '../../src/claims/claim-links.js';

const figure = (low: number, high = low, unit = 'PERCENT'): Figure => ({ unit, low, high, isTelling: true });

const claim = (claimId: string, folded: string, fields: Partial<ComparableClaim> = {}): ComparableClaim => ({
  documentId: 'a',
  claimId,
  folded,
  entities: ['org-1'],
  source: null,
  isCarried: false,
  polarity: 'positive',
  figures: [],
  times: [],
  ...fields,
});

const shown = (...claims: ComparableClaim[]) =>
  linkClaims(claims).map(({ kind, from, to }) => `${from.claimId} ${kind} ${to.claimId}`);

describe('how claims stand to each other', () => {
  test('the same words restate', () => {
    expect(shown(claim('1', '渡轮公司今年增开三条航线'), claim('2', '渡轮公司今年增开三条航线'))).toEqual([
      '2 restates 1',
    ]);
    expect(linkClaims([claim('1', '渡轮公司今年,增开三条航线'), claim('2', '渡轮公司今年增开三条航线')])).toMatchObject(
      [{ similarity: 1 }],
    );
    expect(shown(claim('1', '渡轮公司今年增开三条航线'), claim('2', '火车票下月起涨价'))).toEqual([]);
  });

  test('the same figure of the same thing restates, in other words', () => {
    const first = claim('1', '渡轮公司去年载客量增长18.6%', { figures: [figure(18.6)] });
    const second = claim('2', '渡轮公司去年的载客量比前年多18.6%', { documentId: 'b', figures: [figure(18.6)] });
    expect(shown(first, second)).toEqual(['2 restates 1']);
    expect(shown(first, { ...second, entities: ['org-2'] })).toEqual([]);
  });

  test('another figure of the same thing and time may contradict', () => {
    const first = claim('1', '渡轮公司去年载客量增长18.6%', { figures: [figure(18.6)], times: ['2023'] });
    const second = claim('2', '渡轮公司去年载客量增长9%', { documentId: 'b', figures: [figure(9)], times: ['2023'] });
    expect(shown(first, second)).toEqual(['2 contradicts 1']);
    expect(shown(first, { ...second, times: ['2022'] })).toEqual([]);
    expect(shown(first, { ...second, figures: [figure(9, 9, 'MONEY')] })).toEqual([]);
    expect(shown(first, { ...second, figures: [figure(18, 19)] })).toEqual([]);
  });

  test('a denial of the same may contradict', () => {
    const second = claim('2', '渡轮公司没有拖欠工资', { polarity: 'negative' });
    expect(shown(claim('1', '渡轮公司拖欠工资'), second)).toEqual(['2 contradicts 1']);
  });

  test('a speaker who is taken over goes on', () => {
    const second = claim('2', '票价不变', { source: '林又晴', isCarried: true });
    expect(shown(claim('1', '船会准时', { source: '林又晴' }), second)).toEqual(['2 continues 1']);
    expect(shown(claim('1', '船会准时', { source: '港务局' }), second)).toEqual([]);
  });

  test('time grows with the corpus alone', () => {
    const many = Array.from({ length: 5000 }, (_, i) =>
      claim(`${i}`, `渡轮公司今年增开${i}条航线`, { figures: [figure(i, i, 'CARDINAL')] }),
    );
    expect(linkClaims(many).length).toBeLessThanOrEqual(5000 * 120);
  });
});
