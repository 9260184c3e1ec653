/** The empty list that clerks fill in, as Excel and as CSV. Both ship in `docs/` and are made here. */
import { writeFileSync } from 'node:fs';
import { stringify } from './csv';
import { facilityLabels } from '../../../src/domain/station/labels';
import { headings } from './headings';

/** Invented, and says so; whoever forgets to delete it is told by the import. */
export const EXAMPLE: Partial<Record<(typeof headings)[number]['field'], string>> = {
  name: '（示例，填之前删掉这一行）',
  kind: '工会驿站',
  district: '渝中区',
  street: '大阳沟街道',
  address: '某某路 1 号',
  hours: '周一至周五 9:00-12:00,14:00-18:00；周六 10:00-16:00；节假日休息',
  entry: '扫码',
  facilities: '饮水、热水、微波炉、充电、空调、厕所',
  datum: 'GCJ02',
};

const title = (one: (typeof headings)[number]): string => one.heading;

/** Writes a template by the name's ending. The CSV begins with a BOM, or Excel would not read it as UTF-8. */
export async function writeTemplate(file: string): Promise<void> {
  const example = headings.map(({ field }) => EXAMPLE[field] ?? '');
  if (/\.csv$/i.test(file)) {
    writeFileSync(file, `\ufeff${stringify([headings.map(title), example])}`);
    return;
  }
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const bold = { fontWeight: 'bold' as const, backgroundColor: '#f3ece2', wrap: true };
  const sheet = [headings.map((one) => ({ value: title(one), type: String, ...bold })), example.map((value) => ({ value, type: String, wrap: true }))]; // prettier-ignore
  const help = [
    ['列', '要不要填', '怎么填'].map((value) => ({ value, type: String, ...bold })),
    ...headings.map((one) => [one.heading, one.isRequired ? '必填' : '可以空着', one.help].map((value) => ({ value, type: String, wrap: true }))), // prettier-ignore
    [{ value: '设施的写法', type: String }, null, { value: Object.values(facilityLabels).join('、'), type: String, wrap: true }], // prettier-ignore
  ];
  await writeExcelFile([
    { data: sheet, sheet: '驿站名单', columns: headings.map(() => ({ width: 16 })), stickyRowsCount: 1 },
    { data: help, sheet: '怎么填', columns: [{ width: 12 }, { width: 10 }, { width: 80 }] },
  ]).toFile(file);
}
