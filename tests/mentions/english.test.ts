import { describe, expect, test } from '@jest/globals';
import { namesIn, unmark } from '../support/marked.js';

const cases: Readonly<Record<string, readonly string[]>> = {
  people: [
    'By [Hannah Okafor|PERSON] in [London|GPE]',
    '[Will Marsh|PERSON], the chairman, said it was late. [Marsh|PERSON] left early.',
    'Mr. [Gelsinger|PERSON] spoke with [Zhao Linfeng|PERSON], an analyst.',
    'He may go in May, but will he?',
    '[Hannah Okafor|PERSON] KC told the court so; [Will Marsh|PERSON], PhD, agreed with [Alan Moss|PERSON] OBE FRS.',
    'The cellist [Yo-Yo Ma|PERSON] played for [John Hale III|PERSON].',
  ],
  organizations: [
    '[Copper Ridge Analytics|ORG] sued a rival; [Copper Ridge|ORG] won.',
    'The [Organisation for Economic Co-operation and Development|ORG] ([OECD|ORG]) met.',
    "[Alibaba|ORG]'s shares fell, and the [Bank of Japan|ORG] waited.",
    'They ate an apple and saw a target.',
    '[Roc Bay Power|ORG] 🔋 said on Monday that it would pay.',
  ],
  'peoples and places': [
    'The [Chinese|NORP] market and [South Korean|NORP] firms grew.',
    'The [Wuxi|GPE]-based firm makes lenses in [Germany|GPE].',
    'A [Tasmanian|NORP] court heard [Māori|NORP] and [Inuit|NORP] hunters; [New Yorkers|NORP] wrote too.',
    'A [Portuguese|NORP] minister met [Vietnamese|NORP] officials, a [Filipino|NORP] crew and [Persian|NORP] traders.',
    'He speaks [Portuguese|LANGUAGE] and [Vietnamese|LANGUAGE], and sang in [Persian|LANGUAGE] at home. The [Persian|NORP] crowd left.',
    'Among [Southeast Asian|NORP] lenders few fell; the [English|NORP] lost, though his [English|LANGUAGE] was good.',
  ],
  'money is no name': ['The lender raised USD 300 million, Rs 500 crore and AED 40 million; PHP 8,000 was paid.'],
  products: ['[Merlin-7B|PRODUCT] beat [Llama 3.1 405B|PRODUCT] on May 20.'],
  works: ['She wrote the novel "[A Long Way Down|WORK_OF_ART]" here.'],
  'people behind what they are addressed by': [
    "Mrs. [Mandaki|PERSON]'s oil is superb, and Dr. [Chen|PERSON]’s report is late.",
    'Coun [Neville Ashdown|PERSON] and Cllr [May Hart|PERSON] resigned.',
    'By [Rachel Toh|PERSON], Tech Correspondent',
  ],
  'money and kinds of place name nothing': [
    'The subsidy rose by HK$31 million to US$148 million and NT$9 billion.',
    'County Commissioner [Ray Delacroix|PERSON] said no.',
  ],
  'storms, houses and datelines': [
    '[Storm Hugo|EVENT] tore off the roof; [Hurricane Ida|EVENT] and [Typhoon Doksuri|EVENT] killed dozens.',
    'The [House of Delegates|ORG] passed it.',
    'MAHIA, New Zealand, Dec 9 — The countdown was halted.'
      .replace('MAHIA', '[MAHIA|GPE]')
      .replace('New Zealand', '[New Zealand|GPE]'),
  ],
  'short names of companies': [
    '[Brennwatt Energy|ORG] lost money. [Brennwatt|ORG], 55% held by the city, denied it.',
    'The fund was run by [Walton Capital Partners|ORG]. [Walton|PERSON] said he would resign.',
    '[Thiel Capital|ORG] was founded by [Peter Thiel|PERSON]. [Thiel|PERSON] denied it.',
    '[Larkin Boyce Corp.|ORG] said sales fell. [Larkin Boyce|ORG] shares dropped.',
  ],
  'bodies that hold a list of what they are for': [
    'The [Western Australia Department of Primary Industries and Regional Development|ORG] warned growers.',
    'The [Sport, Media and Culture Committee|ORG] met.',
    'The [Education and Training Inspectorate|ORG] published it.',
    'The [Marine Resources and Fisheries Authority of Kenya|ORG] said so.',
    'They wrote to [HM Revenue and Customs|ORG].',
    'The [Department of Justice|ORG], [Microsoft|ORG] and [Google|ORG] settled.',
  ],
  'homes, told by the age before them': [
    '[Tamsin Roe|PERSON], 34, of [Mill View|GPE], [Lostwithiel|GPE], sued the firm.',
    'Those in [Newfoundland and Labrador|GPE] and [Sault Ste. Marie|GPE] came by bus.',
  ],
  'nicknames and letters': ['[Raymond "Buck" Tolliver|PERSON] scored twice.', 'She was appointed OBE and got a CBE.'],
  'tribes of the Maori': ['He praised [Ngāi Tūwhare|NORP] and [Ngāti Porou|NORP].'],
  'surnames before a given name of two syllables': [
    '[Patrick Lam Chi-ho|PERSON], 50, was jailed. The judge told [Lam|PERSON] that he lied.',
  ],
  'scores of games are no versions': ['Fans of [Arsenal|ORG] cheered when it beat Chelsea 3-2 on Sunday.'],
};

describe.each(Object.entries(cases))('%s', (_, marked) => {
  test.each([...marked])('%s', (row) => {
    const { text, names } = unmark(row);
    expect(namesIn(text)).toEqual(names);
  });
});
