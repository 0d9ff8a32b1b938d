import { entityTypes } from '../document/types.js';
import type { ExportFormat } from './format.js';
import { toGold } from './gold-article.js';
import {
  allMarkLabels,
  type Mark,
  type MarkAttribute,
  type MarkedArticle,
  markAttributes,
  markLinks,
  toMarks,
} from './marks.js';

/*
 * Label Studio counts code points: its browser side turns what it selects into them (charsToCodePoints in the
 * selection tools of release 1.23), as its Python side does anyhow.
 */

/** Names in the labelling configuration: of the text, and of the control that labels spans. */
export const labelStudioNames = { text: 'text', labels: 'label' } as const;

/** One result of an annotation or a prediction, as Label Studio writes it. */
export interface LabelStudioResult {
  readonly id?: string;
  readonly from_name?: string;
  readonly to_name?: string;
  readonly type: string;
  readonly value?: Readonly<Record<string, unknown>>;
  readonly from_id?: string;
  readonly to_id?: string;
  readonly direction?: string;
  readonly labels?: readonly string[];
}

/** Tasks with predictions, and the labelling configuration that shows them. */
export const labelStudio: ExportFormat = {
  name: 'label-studio',
  description: 'Label Studio: tasks with predictions, and the labelling configuration',
  open(create) {
    const config = create('label-studio/config.xml');
    config.write(labellingConfig());
    const tasks = create('label-studio/tasks.json');
    let rows = 0;
    return {
      add({ article }) {
        tasks.write(`${rows === 0 ? '[\n' : ',\n'}${JSON.stringify(toTask(toMarks(toGold(article)), 'predictions'))}`);
        rows++;
      },
      close() {
        tasks.write(rows === 0 ? '[]\n' : '\n]\n');
        return [
          {
            name: 'label-studio-tasks',
            description: 'A list of Label Studio tasks, one an article, with its annotations as a prediction.',
            ...{ format: 'json', mediatype: 'application/json', rows, file: tasks.close() },
          },
          {
            name: 'label-studio-config',
            description: 'The labelling configuration of the Label Studio project that takes the tasks.',
            ...{ format: 'xml', mediatype: 'application/xml', rows: 1, file: config.close() },
          },
        ];
      },
    };
  },
};

/** An article as a task: its marks as what the pipeline predicts, or as what a person annotated. */
export function toTask({ marks, links, ...data }: MarkedArticle, as: 'predictions' | 'annotations'): object {
  return {
    data,
    [as]: [
      {
        ...(as === 'predictions' ? { model_version: 'wenmai' } : {}),
        result: [
          ...marks.flatMap(toResults),
          ...links.map(
            ({ type, from, to }): LabelStudioResult => ({
              ...{ from_id: from, to_id: to, type: 'relation', direction: 'right', labels: [type] },
            }),
          ),
        ],
      },
    ],
  };
}

/** The region of a mark, then one result with the same id for each attribute. */
function toResults({ id, label, attributes, ...span }: Mark): LabelStudioResult[] {
  const { start, end } = span;
  const to_name = labelStudioNames.text;
  return [
    { id, from_name: labelStudioNames.labels, to_name, type: 'labels', value: { ...span, labels: [label] } },
    ...markAttributes.flatMap(({ name, values }): LabelStudioResult[] => {
      const chosen = attributes[name];
      if (chosen === undefined) return [];
      const [type, key] = values === null ? (['textarea', 'text'] as const) : (['choices', 'choices'] as const);
      return [{ id, from_name: name, to_name, type, value: { start, end, [key]: chosen } }];
    }),
  ];
}

function labellingConfig(): string {
  const { text, labels } = labelStudioNames;
  return [
    '<View>',
    `  <Labels name="${labels}" toName="${text}">`,
    ...allMarkLabels.map((label, i) => `    <Label value="${label}" background="${colour(i)}"/>`),
    '  </Labels>',
    '  <Relations>',
    ...markLinks.map(({ type }) => `    <Relation value="${type}"/>`),
    '  </Relations>',
    `  <Text name="${text}" value="$text" granularity="symbol"/>`,
    ...markAttributes.flatMap(controlOf),
    '</View>',
    '',
  ].join('\n');
}

function controlOf({ name, labels, values, several }: MarkAttribute): string[] {
  const { text, labels: tag } = labelStudioNames;
  const when = `perRegion="true" whenTagName="${tag}" whenLabelValue="${labels.join(',')}"`;
  const head = `name="${name}" toName="${text}" ${when}`;
  const title = `  <Header value="${name}" size="6" ${when.replace('perRegion="true" ', 'visibleWhen="region-selected" ')}/>`;
  if (values === null) return [title, `  <TextArea ${head} editable="true" maxSubmissions="1"/>`];
  return [
    title,
    `  <Choices ${head} choice="${several ? 'multiple' : 'single'}" showInline="true">`,
    ...values.map((value) => `    <Choice value="${value}"/>`),
    '  </Choices>',
  ];
}

/** A colour of its own for each label; the first, names, are the strongest. */
function colour(index: number): string {
  const hue = Math.round((index * 360) / allMarkLabels.length);
  const [saturation, lightness] = index < entityTypes.length ? [70, 55] : [45, 70];
  return hexOf(hue, saturation / 100, lightness / 100);
}

function hexOf(hue: number, saturation: number, lightness: number): string {
  const a = saturation * Math.min(lightness, 1 - lightness);
  const channel = (n: number) => {
    const k = (n + hue / 30) % 12;
    const share = lightness - a * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(share * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}
