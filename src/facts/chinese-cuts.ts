import { nominalRoles } from './chinese-object-doubts.js';
import type { FoundFact } from './found.js';
import type { FactReading } from './reading.js';
import { hasRole } from './words.js';

/** Whether a row begins or ends within a phrase: what stands beside its parts belongs to them, or what stands in them does not. */
export function isCut(reading: FactReading, { subject, predicate, object }: FoundFact): boolean {
  const { folded } = reading;
  const between = folded.slice(subject.end, predicate.start);
  return (
    // 最|高涨了16%, 最后|面的车, 创校|51年来首次
    folded[predicate.start - 1] === '最' ||
    /^[前后上下里外左右对][面边头]/.test(folded.slice(subject.start - 1, subject.start + 1)) ||
    /^\d{1,3}年(?:以)?来/.test(between) ||
    // 清理|出一座作坊
    (object !== null && reading.tokensIn(object)[0]?.end === object.start + 1 && folded[object.start] === '出') ||
    opensWithTime(reading, subject) ||
    endsInVerb(reading, subject)
  );
}

/** 下午|手机关机了, 开春就砍掉…: when it was, taken for who or what. */
function opensWithTime({ folded, tokensIn }: FactReading, subject: FoundFact['subject']): boolean {
  const [first] = tokensIn(subject);
  if (first === undefined || first.start !== subject.start) return false;
  const word = folded.slice(first.start, first.end);
  return hasRole(word, 'daypart') && !folded.startsWith('的', first.end);
}

/** 部门|立案查处|涉水案件: what somebody does, taken for the end of who it is. */
function endsInVerb({ folded, tokensIn, mentionsIn }: FactReading, subject: FoundFact['subject']): boolean {
  const tokens = tokensIn(subject);
  const last = tokens.at(-1);
  if (last === undefined || tokens.length < 2 || last.end !== subject.end || !/^[vl]$/.test(last.pos)) return false;
  if (last.end - last.start < 2 || mentionsIn(subject).some(({ end }) => end === subject.end)) return false;
  return (
    (last.pos === 'l' || tokens.at(-2)?.pos === 'v') &&
    !nominalRoles.some((role) => hasRole(folded.slice(last.start, last.end), role))
  );
}
