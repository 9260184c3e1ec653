/** Which of Chongqing's published wages can be meant on a day, out of the dataset's own records. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { averageWageSuggestions, minimumWageSuggestions } from '@yugong/domain/labour-law';
import { LocalWageRecord } from '@yugong/domain/legal-aid/record';
import { readJson } from '@yugong/domain/narrow/json';

const file = path.join(__dirname, '../../../packages/content/collections/local-wages.json');
const wages = readJson(v.array(LocalWageRecord), readFileSync(file, 'utf8'));

const monthly = (day: string, adcode: string | null) =>
  minimumWageSuggestions(wages, { per: 'monthly', day, adcode }).map(({ fen }) => fen);

describe('the minimum wage', () => {
  it('is of the district’s tier, and of both tiers where the district isn’t known', () => {
    expect(monthly('2026-11-01', '500103')).toEqual([233_000]);
    expect(monthly('2026-11-01', '500229')).toEqual([220_000]);
    expect(monthly('2026-11-01', null)).toEqual([233_000, 220_000]);
  });

  it('is the one in force on the day, whatever order the records have', () => {
    expect(monthly('2025-01-01', null)).toEqual([233_000, 220_000]);
    expect(monthly('2024-12-31', null)).toEqual([210_000, 200_000]);
    expect(monthly('2022-03-31', null)).toEqual([]);
    const [newest] = minimumWageSuggestions([...wages].reverse(), { per: 'monthly', day: '2026-11-01', adcode: null });
    expect(newest).toMatchObject({ fen: 233_000, asOf: '2025-01', source: expect.stringContaining('转述') });
  });

  it('of an hour is apart from that of a month', () => {
    const [hour] = minimumWageSuggestions(wages, { per: 'hourly', day: '2025-01-01', adcode: '500103' });
    expect(hour?.fen).toBe(2300);
  });

  it('is whole fen where yuan have decimals', () => {
    const [wage] = wages;
    const decimal =
      wages.length > 0 && wage ? [{ ...wage, figures: [{ scope: '全市', adcodes: null, yuan: 20.1 }] }] : [];
    expect(minimumWageSuggestions(decimal, { per: 'monthly', day: '2026-11-01', adcode: null })[0]?.fen).toBe(2010);
  });
});

describe('the average wage', () => {
  it('is a twelfth of the year before, of each kind of workers that was published', () => {
    expect(averageWageSuggestions(wages, '2025-06-30').map(({ fen, asOf }) => [fen, asOf])).toEqual([
      [979_550, '2024'],
    ]);
    expect(averageWageSuggestions(wages, '2024-06-30').map(({ fen }) => fen)).toEqual([947_108, 978_717]);
  });

  it('is none where none was published', () => expect(averageWageSuggestions(wages, '2026-06-30')).toEqual([]));
});
