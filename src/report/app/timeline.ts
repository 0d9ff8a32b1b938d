import { ascending, quantileSorted } from 'd3-array';
import { axisBottom, axisLeft } from 'd3-axis';
import { scaleLinear, scaleUtc } from 'd3-scale';
import { create } from 'd3-selection';
import { articleAddress, type Context, type Picture } from './types.js';

const [width, height, margin] = [960, 320, { top: 16, right: 24, bottom: 32, left: 44 }];

/** Dated claims: a dot each, at its day, the higher the more it is worth checking. */
export function drawTimeline({ report, say }: Context): Picture | null {
  const points = report.index.pictures.timeline.flatMap((point) => {
    const day = new Date(`${point.date}T00:00:00Z`);
    return Number.isNaN(day.getTime()) ? [] : [{ ...point, day }];
  });
  const [first, last] = rangeOf(points.map(({ day }) => day).sort(ascending));
  if (first === undefined || last === undefined) return null;
  const x = scaleUtc([first, last], [margin.left, width - margin.right])
    .nice()
    .clamp(true);
  const y = scaleLinear([0, 1], [height - margin.bottom, margin.top]);
  const svg = create('svg')
    .attr('viewBox', `0 0 ${width} ${height}`)
    .attr('role', 'group')
    .attr('aria-label', say('timeline'));
  svg
    .append('g')
    .attr('class', 'axis')
    .attr('transform', `translate(0,${height - margin.bottom})`)
    .call(axisBottom(x).ticks(8));
  svg.append('g').attr('class', 'axis').attr('transform', `translate(${margin.left},0)`).call(axisLeft(y).ticks(4));
  const dots = svg
    .selectAll('a')
    .data(points)
    .join('a')
    .attr('href', ({ article, claim }) => articleAddress(article, claim))
    .attr('aria-label', ({ date, source, text }) => [date, source ?? say('author'), text].join(' · '));
  dots.append('title').text(({ date, source, text }) => [date, source ?? say('author'), text].join('\n'));
  dots
    .append('circle')
    .attr('cx', ({ day }) => x(day))
    .attr('cy', ({ checkWorthy }) => y(checkWorthy))
    .attr('r', 5)
    .attr('class', ({ source }) => (source === null ? 'dot author' : 'dot'));
  const rows = points.map(({ date, source, text, checkWorthy }) => [date, source ?? say('author'), text, checkWorthy]);
  return {
    drawing: svg.node() as SVGSVGElement,
    table: [[say('date'), say('source'), say('text'), say('checkWorthy')], ...rows],
  };
}

/** All days; or, where a few lie very far off, the range of nearly all: the few stand at its ends. */
function rangeOf(days: Date[]): [Date | undefined, Date | undefined] {
  const [first, last] = [days[0], days.at(-1)];
  const [low, high] = [quantileSorted(days, 0.05, Number), quantileSorted(days, 0.98, Number)];
  if (first === undefined || last === undefined || low === undefined || high === undefined) return [first, last];
  const isSpread = Number(last) - Number(first) > 4 * (high - low);
  return isSpread && high > low ? [new Date(low), new Date(high)] : [first, last];
}
