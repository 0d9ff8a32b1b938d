import { layers } from '../evaluate/layers.js';

/** A figure that must not be lower. */
export interface Floor {
  readonly layer: string;
  readonly figure: 'precision' | 'recall' | 'f1';
  readonly value: number;
}

/**
 * The floor that `mentions=0.9`, `times.value=0.8` or `mentions.PERSON.recall=0.7` asks for; without a figure it is F1.
 *
 * @throws RangeError if it is none.
 */
export function toFloor(text: string): Floor {
  const match = /^([A-Za-z_.]+?)(?:\.(precision|recall|f1))?=(0|1|[01]?\.\d+)$/.exec(text);
  const [layer = '', figure = 'f1', value] = match?.slice(1) ?? [];
  const known = layers.some(
    ({ name, types }) => layer === name || (types !== undefined && layer.startsWith(`${name}.`)),
  );
  if (!known || !isFigure(figure)) throw new RangeError(`"${text}" is no layer and a figure between 0 and 1`);
  return { layer, figure, value: Number(value) };
}

function isFigure(name: string): name is Floor['figure'] {
  return name === 'precision' || name === 'recall' || name === 'f1';
}
