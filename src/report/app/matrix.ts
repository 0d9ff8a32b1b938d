import { max } from 'd3-array';
import { scaleBand, scaleSqrt } from 'd3-scale';
import { create } from 'd3-selection';
import { articleAddress, type Context, type Picture } from './types.js';

const [cell, left, top] = [22, 190, 150];

/** Mentions per article: names down, articles across, darker for more. */
export function drawMatrix({ report, say }: Context): Picture | null {
  const { names, articles, counts } = report.index.pictures.matrix;
  if (names.length === 0) return null;
  const [width, height] = [left + articles.length * cell + 40, top + names.length * cell + 8];
  const x = scaleBand(articles.map(String), [left, left + articles.length * cell]).padding(0.06);
  const y = scaleBand(names, [top, top + names.length * cell]).padding(0.06);
  const shade = scaleSqrt([0, max(counts.flat()) ?? 1], [0.08, 1]);
  const titleOf = (article: number) => report.index.articles[article]?.title ?? '';
  const svg = create('svg')
    .attr('viewBox', `0 0 ${width} ${height}`)
    .attr('width', width)
    .attr('class', 'matrix')
    .attr('role', 'group')
    .attr('aria-label', say('matrix'));
  svg
    .selectAll('text.row')
    .data(names)
    .join('text')
    .attr('class', 'row')
    .attr('x', left - 8)
    .attr('y', (name) => (y(name) ?? 0) + cell / 2)
    .attr('dy', '0.3em')
    .text((name) => short(name, 22));
  svg
    .selectAll('text.column')
    .data(articles)
    .join('text')
    .attr('class', 'column')
    .attr('transform', (article) => `translate(${(x(String(article)) ?? 0) + cell / 2},${top - 8}) rotate(-50)`)
    .text((article) => short(titleOf(article), 16));
  const cells = names.flatMap((name, row) =>
    articles.map((article, column) => ({ name, article, count: counts[row]?.[column] ?? 0 })),
  );
  const links = svg
    .selectAll('a')
    .data(cells.filter(({ count }) => count > 0))
    .join('a')
    .attr('href', ({ article }) => articleAddress(article))
    .attr('aria-label', ({ name, article, count }) => `${name} · ${titleOf(article)} · ${count}`);
  links.append('title').text(({ name, article, count }) => `${name}\n${titleOf(article)}\n${count}`);
  links
    .append('rect')
    .attr('class', 'cell')
    .attr('x', ({ article }) => x(String(article)) ?? 0)
    .attr('y', ({ name }) => y(name) ?? 0)
    .attr('width', x.bandwidth())
    .attr('height', y.bandwidth())
    .attr('rx', 2)
    .attr('fill-opacity', ({ count }) => shade(count));
  const rows = cells
    .filter(({ count }) => count > 0)
    .map(({ name, article, count }) => [name, titleOf(article), count]);
  return { drawing: svg.node() as SVGSVGElement, table: [[say('name'), say('article'), say('mentions')], ...rows] };
}

function short(text: string, length: number): string {
  const characters = Array.from(text);
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : text;
}
