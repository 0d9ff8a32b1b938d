import { describe, expect, test } from '@jest/globals';
import { linkAcross } from '../../src/entities/across.js';

describe('linkAcross', () => {
  const together = () => false;

  test('joins each name to its one counterpart of the same kind', () => {
    const links = linkAcross(
      [
        { kind: 'ORG', forms: ['纸鹤基金会'] },
        { kind: 'ORG', forms: ['Paper Crane Foundation'] },
        { kind: 'PLACE', forms: ['Paper Crane Foundation'] },
      ],
      together,
    );
    expect(links).toEqual([{ han: 0, latin: 1, rule: 'translation', forms: ['纸鹤基金会', 'Paper Crane Foundation'] }]);
  });

  test('leaves apart what has two counterparts', () => {
    const forms = [['贝尔'], ['Bell'], ['Bel']];
    expect(
      linkAcross(
        forms.map((one) => ({ kind: 'PERSON', forms: one })),
        () => true,
      ),
    ).toEqual([]);
  });
});
