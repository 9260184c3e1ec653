/** What the categories of cases are called. */
import type * as v from 'valibot';
import type { CaseRecord } from './record';

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
