import { describe, expect, test } from '@jest/globals';
import { ArticleError, checkText, toArticle } from '../../src/input/article.js';

function codeOf(action: () => unknown): string | null {
  try {
    action();
    return null;
  } catch (error) {
    return error instanceof ArticleError ? error.code : String(error);
  }
}

describe('toArticle', () => {
  test('keeps the fields it knows; empty ones become null', () => {
    const { article } = toArticle({ id: 'a', text: ' x ', title: ' 渡輪 ', author: '', publisher: null, color: 'red' });
    expect(article).toEqual({
      ...{ id: 'a', text: ' x ', title: '渡輪', author: null, publisher: null, published: null, lang: null },
    });
  });

  test('a number as id is its digits', () => expect(toArticle({ id: 7, text: 'x' }).article.id).toBe('7'));

  test.each(['2024/3/5', '2024.03.05', '2024年3月5日', '5 March 2024', '20240305'])('%s is a day', (published) => {
    expect(toArticle({ id: 'a', text: 'x', published }).article.published).toBe('2024-03-05');
  });

  test('the given date is only for articles without one', () => {
    const defaults = { published: '2024-02-20' };
    expect(toArticle({ id: 'a', text: 'x' }, defaults).article.published).toBe('2024-02-20');
    expect(toArticle({ id: 'a', text: 'x', published: '2020-01-01' }, defaults).article.published).toBe('2020-01-01');
  });

  test.each([
    [null, 'input/not-an-article'],
    [[], 'input/not-an-article'],
    [{ id: 'a' }, 'input/not-an-article'],
    [{ text: 'x' }, 'input/not-an-article'],
    [{ id: '', text: 'x' }, 'input/not-an-article'],
    [{ id: 'a', text: 3 }, 'input/not-an-article'],
    [{ id: 'a', text: 'x', title: ['y'] }, 'input/not-an-article'],
    [{ id: 'a', text: 'x', published: '2024-02-31' }, 'input/date'],
    [{ id: 'a', text: 'x', published: 'soon' }, 'input/date'],
    [{ id: 'a', text: 'x', published: '06/03/2024' }, 'input/date'],
  ])('%j is refused with %s', (value, code) => expect(codeOf(() => toArticle(value))).toBe(code));

  test('the error names the id that could be read', () => {
    let named: string | null = null;
    try {
      toArticle({ id: 'a7', text: 3 });
    } catch (error) {
      named = error instanceof ArticleError ? error.id : null;
    }
    expect(named).toBe('a7');
  });

  test('lone surrogates become U+FFFD in their place, with a warning; pairs stay', () => {
    const { article, diagnostics } = toArticle({ id: 'a\udc00', text: '船\ud83d到🚢\udea2' });
    expect(article.text).toBe('船\ufffd到🚢\ufffd');
    expect(article.id).toBe('a\ufffd');
    expect(diagnostics).toEqual([expect.objectContaining({ code: 'input/surrogate', severity: 'warning' })]);
    expect(toArticle({ id: 'a', text: '🚢' }).diagnostics).toEqual([]);
  });
});

describe('checkText', () => {
  test.each([
    ['', 'input/empty'],
    [' \n\u3000', 'input/empty'],
    ['\0'.repeat(50), 'input/binary'],
    [`${'a'.repeat(40)}\0`, 'input/binary'],
    [`${'a'.repeat(60)}\0`, null],
    ['船', null],
  ])('%j gives %s', (text, code) => expect(codeOf(() => checkText({ id: 'a', text }))).toBe(code));
});
