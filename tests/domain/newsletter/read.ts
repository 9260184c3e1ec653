/** Reads one of the invented newsletters, or a text, with the names that the dataset would give. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseNewsletter, type KnownDistrict, type Newsletter } from '@yugong/domain/newsletter';

const district = (adcode: string, title: string, mergedInto: string | null = null): KnownDistrict => ({
  title,
  adcode,
  status: mergedInto === null ? 'current' : 'abolished',
  formerNames: [],
  mergedInto,
});

export const districts: KnownDistrict[] = [
  district('500103', '渝中区'),
  district('500108', '南岸区'),
  district('500111', '大足区'),
  { ...district('500110', '綦江区'), formerNames: ['万盛经开区'] },
  district('500120', '璧山区'),
  district('500154', '开州区'),
  district('500233', '忠县'),
  district('500240', '石柱土家族自治县'),
  district('500157', '两江新区'),
  district('500105', '江北区', '500157'),
];

export const categories = {
  1: '思想政治引领',
  2: '宣传传播',
  13: '劳动法律监督“一函两书”',
  15: '女职工工作',
  16: '其他工作',
};

export const fixture = (name: string): string =>
  readFileSync(path.join(__dirname, '../../fixtures/newsletters', name), 'utf8');

export const read = (text: string, issueDate: string | null = '2030-03-20'): Newsletter =>
  parseNewsletter(text, { issueDate, categories, districts });

/** The lines of the faults, with their fields. */
export const faultsOf = ({ flags }: Newsletter): string[] =>
  flags.filter(({ severity }) => severity === 'fault').map(({ line, field }) => `${line} ${field}`);

/** The drafts without their lines, to compare the same text in two layouts. */
export const substance = ({ cases, news, events }: Newsletter): unknown =>
  JSON.parse(
    JSON.stringify({ cases, news, events }, (key, value: unknown) =>
      ['line', 'listLine', 'newsLine'].includes(key) ? undefined : value,
    ),
  );
