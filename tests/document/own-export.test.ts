import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dataPackageFile, ownDescription } from '../../src/document/own-export.js';
import { makeWorkplace, type Workplace } from '../support/run.js';

let place: Workplace;
beforeAll(() => {
  place = makeWorkplace();
});
afterAll(() => place.remove());

test.each([
  ['of wenmai', '{"wenmai":{"options":{}},"resources":[]}', { wenmai: { options: {} }, resources: [] }],
  ['of an engine', '{"wenmai":{"engine":"spark"}}', { wenmai: { engine: 'spark' } }],
  ['of another program', '{"resources":[]}', null],
  ['with a word of its own', '{"wenmai":"a ferry"}', null],
  ['that is an article', '[{"id":"a","text":"船來。"}]', null],
  ['that is broken off', '{"wenmai":{', null],
])('a description %s', (_name, content, expected) => {
  place.write({ [dataPackageFile]: content });
  expect(ownDescription(place.path)).toEqual(expected);
});

test('no description', () => expect(ownDescription('nowhere')).toBeNull());
