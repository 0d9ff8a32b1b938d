import type { Span } from '../document/span.js';
import type { CueMatch } from './cues.js';
import { describeSource } from './nouns.js';
import type { Scene } from './scene.js';

/** NASA expects to spend …: what somebody expects of himself. */
export function planBehind({ reading }: Scene, cue: CueMatch): number | null {
  return /^expects?$/.test(cue.word) && /^\sto\s[a-z]/.test(reading.lower.slice(cue.end, cue.end + 5))
    ? cue.end + 1
    : null;
}

/** The firm announced the opening of a plant; the recorder shows a speed of 38 mph: a noun phrase as what is announced or shown. */
export function nounBehind({ reading }: Scene, cue: CueMatch, subject: Span, end: number): number | null {
  const rest = reading.folded.slice(cue.end, end);
  if (/^announce[ds]?$/.test(cue.word))
    return /^\s(?:the|a|an)\s(?:[\w'’-]+\s){1,4}?of\s/.test(rest) ? cue.end + 1 : null;
  if (cue.type !== 'data' && !/^(?:says?|said|put|puts|lists?|listed)$/.test(cue.word)) return null;
  const isPaper = describeSource(reading, subject).kind === 'publication';
  return isPaper && /^\s(?!that\b|to\b|it\b|in\b|by\b|at\b|on\b)[^.;:“”"]{0,60}?\d/.test(rest) ? cue.end + 1 : null;
}

/** The bank forecasts growth of 2.4 percent: a figure without a clause. */
export function figureBehind({ reading }: Scene, cue: CueMatch, end: number): number | null {
  // The bureau forecast heavy rain: these two take a noun alone.
  const takesNoun = /^(?:forecasts?|predict(?:s|ed))$/.test(cue.word);
  if (
    takesNoun &&
    /^\s(?!to\b|by\b|in\b|on\b|for\b|at\b|from\b|of\b|with\b|and\b|is\b|was\b)[a-z-]{3,}\s[a-z]/.test(
      reading.lower.slice(cue.end, end),
    )
  )
    return cue.end + 1;
  if (
    (cue.type !== 'predict' && !/^impl(?:y|ies|ied)$/.test(cue.word)) ||
    !/^\s(?!to\b|by\b|in\b|that\b)[\p{L}\d$£€][^.;]*\d/u.test(reading.folded.slice(cue.end, end))
  )
    return null;
  return cue.end + 1;
}
