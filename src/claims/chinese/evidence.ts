import type { CueMatch } from '../cues.js';
import { type describeSource, isSomebody, nounBefore } from '../nouns.js';
import type { Scene } from '../scene.js';

/** 顯示 and its like report only what a document, a figure or an institution shows. */
export function isEvidence(scene: Scene, source: ReturnType<typeof describeSource>, cue: CueMatch): boolean {
  const { lower, folded } = scene.reading;
  if (/[,:]/.test(folded[cue.end] ?? '') && cue.word === '显示') return true;
  if (/[,:]/.test(folded[cue.end] ?? '') && (finding.test(cue.word) || cue.type === 'say' || folded[cue.end] === ':'))
    return source.kind === 'publication' || isSomebody(scene.reading, source);
  const role = nounBefore(lower, source.start, source.end)?.role;
  // 公司指每次充電需時: 指 with a clause at once, as in Hong Kong.
  if (cue.word === '指' && source.kind !== 'publication' && isSomebody(scene.reading, source)) return true;
  // 協會在意見書裡寫明, 業主在通知書上註明: somebody writes.
  if (/^[写注列载标]/.test(cue.word) && isSomebody(scene.reading, source)) return true;
  const before = folded.slice(source.end, cue.start);
  return (
    role === 'report' ||
    source.kind === 'publication' ||
    /(?:数据|统计|资料|报告|信息|结果|调查|研究|公告|官网)/.test(before) ||
    holdsPaper(lower, source.end, cue.start)
  );
}

const finding = /(?:发现|查明|[出到明])$/;

/** 某部發出的|通令: whether a document stands between its owner and the cue. */
function holdsPaper(lower: string, from: number, to: number): boolean {
  for (let end = from + 2; end <= to; end++) if (nounBefore(lower, from, end)?.role === 'report') return true;
  return false;
}
