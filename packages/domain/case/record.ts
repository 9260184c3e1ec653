/** Innovation cases. */
import * as v from 'valibot';
import { Figure, Prose, RecordPictures, ServiceId, Source, record } from '../record/index';

/** A statement beside a case whose own text is not public: its neighbourhood, never its content. */
const ContextFact = v.strictObject({ text: Prose, source: Source });

/** The national union's numbered categories, those that the two lists of 2024 use. */
export const caseCategories = {
  1: '思想政治引领',
  2: '宣传传播',
  4: '发挥劳模工匠作用',
  11: '构建和谐劳动关系',
  12: '参与劳动争议调解和职工法律援助',
  13: '劳动法律监督“一函两书”',
  15: '女职工工作',
  16: '其他工作',
} as const;

/** 其他工作: where a category that is none of the national union's is put on phones that don't know its name. */
export const OTHER_CATEGORY = 16;

/** An innovation case of the national union's lists, or a union's own. `points` is empty where no text is public. */
export const CaseRecord = record({
  /** The number of the national list (期); null for a case that a union published itself. */
  period: v.nullable(
    v.pipe(
      v.number(),
      v.check((period) => period > 0 && period % 1 === 0, '应为期数，例如 9'),
    ),
  ),
  category: v.picklist([1, 2, 4, 11, 12, 13, 15, 16]),
  /** A category that the national lists don't have, by its own name; `category` is {@link OTHER_CATEGORY} then. */
  categoryName: v.optional(Prose),
  /** The union that did it, as it was called then. */
  unit: Prose,
  /** One or two sentences; null where the case's text is not public. */
  lead: v.nullable(Prose),
  points: v.array(v.strictObject({ heading: Prose, body: Prose })),
  figures: v.array(Figure),
  context: v.array(ContextFact),
  service: v.optional(ServiceId),
  pictures: RecordPictures,
});

/**
 * What a case's category is called.
 *
 * @example categoryNameOf({ category: 16, categoryName: '数字工会建设' }) // '数字工会建设'
 */
export const categoryNameOf = ({
  category,
  categoryName,
}: Pick<v.InferOutput<typeof CaseRecord>, 'category' | 'categoryName'>): string =>
  categoryName ?? caseCategories[category];

/** The categories beside the national ones that cases are in. */
export const ownCategoriesOf = (cases: readonly { categoryName?: string | undefined }[]): string[] => [
  ...new Set(cases.flatMap(({ categoryName = [] }) => categoryName)),
];
