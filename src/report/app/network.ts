import { max } from 'd3-array';
import { forceCenter, forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import { scaleSqrt } from 'd3-scale';
import { create } from 'd3-selection';
import type { Context, Picture } from './types.js';

const [width, height, steps] = [960, 560, 300];

interface Node {
  readonly name: string;
  readonly claims: number;
  x?: number;
  y?: number;
}

/** Who speaks about whom: names joined by claims, laid out by d3-force, the same for the same report. */
export function drawNetwork({ report, say }: Context): Picture | null {
  const { names, links } = report.index.pictures.network;
  if (links.length === 0) return null;
  const nodes = names.map((name, i): Node => {
    const own = links.filter(({ from, to }) => from === i || to === i);
    return { name, claims: own.reduce((all, { claims }) => all + claims, 0) };
  });
  const edges = links.map(({ from, to, claims }) => ({ source: from, target: to, claims }));
  const radius = scaleSqrt([0, max(nodes, ({ claims }) => claims) ?? 1], [4, 18]);
  forceSimulation(nodes)
    .force(
      'link',
      forceLink(edges.map((edge) => ({ ...edge })))
        .distance(90)
        .strength(0.4),
    )
    .force('charge', forceManyBody().strength(-260))
    .force(
      'collide',
      forceCollide<Node>(({ name, claims }) => Math.max(radius(claims) + 24, labelWidth(name) / 2 + 4)),
    )
    .force('center', forceCenter(width / 2, height / 2))
    .force('x', forceX(width / 2).strength(0.06))
    .force('y', forceY(height / 2).strength(0.12))
    .stop()
    .tick(steps);
  const at = (i: number) => ({
    x: clamp(nodes[i]?.x ?? 0, 60, width - 120),
    y: clamp(nodes[i]?.y ?? 0, 24, height - 24),
  });
  const svg = create('svg')
    .attr('viewBox', `0 0 ${width} ${height}`)
    .attr('role', 'group')
    .attr('aria-label', say('network'));
  svg
    .append('defs')
    .append('marker')
    .attr('id', 'arrow')
    .attr('viewBox', '0 0 8 8')
    .attr('refX', 8)
    .attr('refY', 4)
    .attr('markerUnits', 'userSpaceOnUse')
    .attr('markerWidth', 9)
    .attr('markerHeight', 9)
    .attr('orient', 'auto')
    .append('path')
    .attr('d', 'M0,0 L8,4 L0,8 z');
  const thickest = max(edges, ({ claims }) => claims) ?? 1;
  svg
    .selectAll('path.link')
    .data(edges)
    .join('path')
    .attr('class', 'link')
    .attr('marker-end', 'url(#arrow)')
    .attr('stroke-width', ({ claims }) => 1 + (3 * claims) / thickest)
    .attr('d', ({ source, target }) => bow(at(source), at(target), radius(nodes[target]?.claims ?? 0)));
  const groups = svg
    .selectAll('a')
    .data(nodes)
    .join('a')
    .attr('href', ({ name }) => `#/claims?${encodeURIComponent(name)}`)
    .attr('aria-label', ({ name, claims }) => `${name} ${claims}`)
    .attr('transform', (_, i) => `translate(${at(i).x.toFixed(1)},${at(i).y.toFixed(1)})`);
  groups
    .append('circle')
    .attr('class', 'node')
    .attr('r', ({ claims }) => radius(claims));
  groups
    .append('text')
    .attr('text-anchor', 'middle')
    .attr('y', ({ claims }) => radius(claims) + 14)
    .text(({ name }) => short(name));
  const rows = links.map(({ from, to, claims }) => [names[from] ?? '', names[to] ?? '', claims]);
  return { drawing: svg.node() as SVGSVGElement, table: [[say('from'), say('to'), say('claims')], ...rows] };
}

function short(name: string): string {
  const characters = Array.from(name);
  return characters.length > 18 ? `${characters.slice(0, 17).join('')}…` : name;
}

/** About as wide as the label is, in units of the drawing: a Chinese character is as wide as it is high. */
function labelWidth(name: string): number {
  return Array.from(short(name)).reduce((width, character) => width + (character > '\u2e80' ? 12 : 6.5), 0);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

type Point = { readonly x: number; readonly y: number };

/** A bowed line that ends at the edge of the circle of radius `gap` around its target. */
function bow(from: Point, to: Point, gap: number): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const end = { x: to.x - (dx / length) * (gap + 2), y: to.y - (dy / length) * (gap + 2) };
  const middle = { x: (from.x + end.x) / 2 - dy * 0.12, y: (from.y + end.y) / 2 + dx * 0.12 };
  const point = ({ x, y }: Point) => `${x.toFixed(1)},${y.toFixed(1)}`;
  return `M${point(from)} Q${point(middle)} ${point(end)}`;
}
