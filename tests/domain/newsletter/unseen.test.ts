/**
 * Newsletters in layouts that the reader had not seen, each written with what a careful person would take of it before the
 * reader was run on it.
 *
 * Where a person could answer in two ways, `titles`, `days` and `districts` have both; `also` are figures that may be
 * taken or left.
 */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { DistrictRecord } from '@yugong/domain/district/record';
import { parseNewsletter, type Newsletter } from '@yugong/domain/newsletter';
import { readJson } from '@yugong/domain/narrow/json';

const Unseen = v.strictObject({
  issueDate: v.string(),
  publisher: v.optional(v.string()),
  lines: v.array(v.string()),
  items: v.array(
    v.strictObject({
      starts: v.string(),
      ends: v.string(),
      titles: v.optional(v.array(v.string())),
      days: v.array(v.nullable(v.string())),
      districts: v.array(v.array(v.string())),
      figures: v.array(v.number()),
      also: v.array(v.number()),
    }),
  ),
});

const folder = path.join(__dirname, '../../fixtures/newsletters/unseen');
const dataset = path.join(__dirname, '../../../packages/content/collections/districts.json');
const districts = readJson(v.array(DistrictRecord), readFileSync(dataset, 'utf8'));
const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));

const unseen = (name: string): v.InferOutput<typeof Unseen> =>
  readJson(Unseen, readFileSync(path.join(folder, `${name}.json`), 'utf8'));

const read = ({ lines, issueDate, publisher = '重庆市总工会' }: v.InferOutput<typeof Unseen>): Newsletter =>
  parseNewsletter(lines.join('\n'), { issueDate, publisher, districts });

const even = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
/** 【渝中】 and 渝中区： in front of a text may stay. */
const withoutLabel = (text: string): string => text.replace(/^(?:【[^】]*】|[^,，。\d]{2,12}[:|])/, '');

describe('a newsletter in a layout of its own', () => {
  it.each(names)('such as %s gives each item with its title, day, districts and figures, and no other', (name) => {
    const expected = unseen(name);
    const { news } = read(expected);
    expect(news).toHaveLength(expected.items.length);
    for (const [at, item] of expected.items.entries()) {
      const { title = '', happenedOn = null, districts: found = [], figures = [], paragraphs = [] } = news[at] ?? {};
      const text = even(paragraphs.join(''));
      const starts = [text, withoutLabel(text)].some((one) => one.startsWith(even(item.starts)));
      expect([item.starts, starts, text.endsWith(even(item.ends))]).toEqual([item.starts, true, true]);
      const isTitled = item.titles?.some((one) => even(title).startsWith(even(one))) ?? title.length >= 6;
      expect([title, isTitled]).toEqual([title, true]);
      expect(item.days).toContain(happenedOn);
      const codes = found.map(({ adcode }) => adcode).sort();
      expect(item.districts.map((one) => [...one].sort())).toContainEqual(codes);
      const values = figures.map(({ value }) => value);
      expect(values).toEqual(expect.arrayContaining(item.figures));
      expect([...item.figures, ...item.also]).toEqual(expect.arrayContaining(values));
    }
  });

  it.each(names)('such as %s has every line accounted for', (name) => {
    const expected = unseen(name);
    const { lines, flags } = read(expected);
    expect(flags.filter(({ severity }) => severity === 'fault')).toEqual([]);
    const written = expected.lines.flatMap((line, at) => (line.trim() === '' ? [] : [at + 1]));
    expect(lines.map(({ line }) => line)).toEqual(written);
  });
});
