/** The form of a record: every field of its schema in Chinese, dates as people type them, and back to a record that passes. */
import * as v from 'valibot';
import cases from '@yugong/content/collections/cases.json';
import events from '@yugong/content/collections/events.json';
import hotlines from '@yugong/content/collections/hotlines.json';
import news from '@yugong/content/collections/news.json';
import clinics from '@yugong/content/collections/clinics.json';
import lawFacts from '@yugong/content/collections/law-facts.json';
import legalPlaces from '@yugong/content/collections/legal-places.json';
import localWages from '@yugong/content/collections/local-wages.json';
import rightsGuides from '@yugong/content/collections/rights-guides.json';
import screeningGuides from '@yugong/content/collections/screening-guides.json';
import screeningProgrammes from '@yugong/content/collections/screening-programmes.json';
import { collections } from '@yugong/content/schema';
import { editedCollections } from '@yugong/domain/publication/staff-wire';
import { fieldLabel, formatRecordValue } from '../../../staff/src/features/content/labels';
import {
  fieldsOf,
  formCollections,
  type FormCollection,
  type RecordField,
} from '../../../staff/src/features/content/record-fields';
import { formValues, recordFrom, type Fields } from '../../../staff/src/features/content/record-values';
import { readTypedDate, readTypedMoment, readTypedTime } from '../../../staff/src/features/content/typed-date';

const TODAY = '2026-11-30';

const allFields = (fields: readonly RecordField[]): RecordField[] =>
  fields.flatMap((field) => [field, ...('fields' in field ? allFields(field.fields) : [])]);

it('has a form for every collection that staff correct; days off have a page of their own', () => {
  expect([...formCollections, 'holidays'].sort()).toEqual([...editedCollections].sort());
});

it.each(formCollections)('labels every field and every choice of %s in Chinese', (collection) => {
  const fields = allFields(fieldsOf(collection));
  expect(fields.length).toBeGreaterThan(8);
  const labels = fields.flatMap((field) => [
    field.label,
    ...('choices' in field ? field.choices.map(({ label }) => label) : []),
  ]);
  expect(labels.filter((label) => !/[\u4e00-\u9fff]/.test(label) || /[A-Za-z]/.test(label))).toEqual([]);
});

it('shows no code: dates in words, districts in one field, and neither an id nor a rule', () => {
  const [one] = news;
  const values = formValues(fieldsOf('news'), { ...one, adcode: '500103', happenedOn: '2026-03-05' });
  expect(values).toMatchObject({ happenedOn: '2026年3月5日', adcodes: ['500103'] });
  expect(Object.keys(values)).not.toEqual(expect.arrayContaining(['id']));
  expect(fieldsOf('events').map(({ name }) => name)).not.toEqual(expect.arrayContaining(['rrule']));
});

const shipped: [FormCollection, ({ id: string } & Fields)[]][] = [
  ['cases', cases],
  ['news', news],
  ['events', events],
  ['hotlines', hotlines],
  ['legal-places', legalPlaces],
  ['law-facts', lawFacts],
  ['local-wages', localWages],
  ['rights-guides', rightsGuides],
  ['screening-programmes', screeningProgrammes],
  ['screening-guides', screeningGuides],
  ['clinics', clinics],
];
it.each(shipped)('gives back every shipped record of %s as it was', (collection, records) => {
  const fields = fieldsOf(collection);
  const changed = records.filter((record) => {
    const read = recordFrom(fields, formValues(fields, record), { record, today: TODAY });
    return read.faults.length > 0 || JSON.stringify(read.record) !== JSON.stringify(record);
  });
  expect(changed.map(({ id }) => id)).toEqual([]);
});

it('makes a record that passes its schema of what was typed', () => {
  const typed = {
    title: '办了一期消防课',
    publishedAt: '今天',
    happenedOn: '11月28号',
    paragraphs: '第一段。\n\n 第二段。',
    figures: [{ label: '参加', value: '１,２00', unit: '人', asOf: '2026年11月' }],
    adcodes: ['500103', '500106'],
    confidence: 'high',
    source: { title: '消防课', publisher: '渝中区总工会', published: '昨天', kind: 'official' },
  };
  const { record, faults } = recordFrom(fieldsOf('news'), typed, { record: { id: '' }, today: TODAY });
  expect(faults).toEqual([]);
  expect(record).toMatchObject({
    publishedAt: TODAY,
    happenedOn: '2026-11-28',
    paragraphs: ['第一段。', '第二段。'],
    figures: [{ value: 1200, asOf: '2026-11' }],
    adcodes: ['500103', '500106'],
    source: { published: '2026-11-29' },
  });
  expect(v.safeParse(collections.news, { ...record, id: 'news-a' }).success).toBe(true);
});

it('says what is missing and what it can’t read, each at its field', () => {
  const typed = {
    title: ' ',
    happenedOn: '二月三十日',
    figures: [{ label: '参加', value: '很多', unit: '人', asOf: '2026' }],
  };
  const { faults } = recordFrom(fieldsOf('news'), typed, { record: { id: '' }, today: TODAY });
  expect(faults.map(({ path }) => path.join('.'))).toEqual(
    expect.arrayContaining(['title', 'happenedOn', 'figures.0.value', 'paragraphs', 'confidence']),
  );
  expect(faults.map(({ path }) => path.join('.'))).not.toContain('adcodes');
});

it('keeps what the form doesn’t show, and drops what was emptied', () => {
  const record = { id: 'event-a', title: '一', rrule: 'FREQ=YEARLY', caveat: '以通知为准', adcode: '500103' };
  const fields = fieldsOf('events').filter(({ name }) => ['title', 'caveat', 'adcodes'].includes(name));
  const values = { ...formValues(fields, record), caveat: '', adcodes: [] };
  expect(recordFrom(fields, values, { record, today: TODAY }).record).toEqual({
    id: 'event-a',
    title: '一',
    rrule: 'FREQ=YEARLY',
  });
});

it.each([
  ['2026年3月5日', '2026-03-05'],
  ['2026-3-5', '2026-03-05'],
  ['2026/03/05', '2026-03-05'],
  ['2026.3.5', '2026-03-05'],
  ['20260305', '2026-03-05'],
  ['２０２６年３月５日', '2026-03-05'],
  ['二〇二六年三月五日', '2026-03-05'],
  ['十一月二十九日', '2026-11-29'],
  ['11月29号', '2026-11-29'],
  ['11.29', '2026-11-29'],
  ['1月5日', '2027-01-05'],
  ['9月1日（周二）', '2026-09-01'],
  ['29日', '2026-11-29'],
  ['今天', '2026-11-30'],
  ['昨天', '2026-11-29'],
  ['上周五', '2026-11-27'],
  ['下周日', '2026-12-13'],
  ['周三', '2026-12-02'],
  ['2026年2月30日', null],
  ['13月1日', null],
  ['近日', null],
  ['2026年3月', null],
])('reads the date %s as %s', (typed, date) => {
  expect(readTypedDate(typed, TODAY)).toBe(date);
});

it('reads a month or a year alone where that is exact enough', () => {
  expect(['2026年3月', '2026.3', '2026年', '2026'].map((text) => readTypedDate(text, TODAY, { exact: false }))).toEqual(
    ['2026-03', '2026-03', '2026', '2026'],
  );
  expect(readTypedDate('2026年13月', TODAY, { exact: false })).toBeNull();
});

it.each([
  ['9:00', '09:00'],
  ['15：30', '15:30'],
  ['下午3点半', '15:30'],
  ['上午九点', '09:00'],
  ['晚上8点15分', '20:15'],
  ['中午12点', '12:00'],
  ['中午1点', '13:00'],
  ['24:00', '24:00'],
  ['25:00', null],
  ['九时许', null],
])('reads the time %s as %s', (typed, time) => {
  expect(readTypedTime(typed)).toBe(time);
});

it.each([
  ['12月5日 9:00', '2026-12-05T09:00:00+08:00'],
  ['明天上午9点', '2026-12-01T09:00:00+08:00'],
  ['2026-12-05 18:30', '2026-12-05T18:30:00+08:00'],
  ['下周一下午两点', '2026-12-07T14:00:00+08:00'],
  ['明天', null],
])('reads the moment %s as %s', (typed, moment) => {
  expect(readTypedMoment(typed, TODAY)).toBe(moment);
});

it('keeps uploaded pictures with what is typed of them, and asks for words and rights of each', () => {
  const picture = { id: 'a'.repeat(64), width: 1600, height: 1200 };
  const [one] = news;
  const read = (pictures: object[]) =>
    recordFrom(
      fieldsOf('news'),
      { ...formValues(fieldsOf('news'), { ...one }), pictures },
      { record: { id: 'news-a', ...one }, today: TODAY },
    );
  const whole = { ...picture, alt: ' 书架\n前 ', rights: '某某摄' };
  expect(read([whole])).toMatchObject({
    record: { pictures: [{ ...picture, alt: '书架前', rights: '某某摄' }] },
    faults: [],
  });
  expect(v.safeParse(collections.news, read([whole]).record).success).toBe(true);
  expect(read([whole, { ...picture, alt: '' }]).faults).toEqual([
    { path: ['pictures', 1, 'alt'], message: '请填写图片说明' },
    { path: ['pictures', 1, 'rights'], message: '请填写来源和授权' },
  ]);
  expect(read([]).record).not.toHaveProperty('pictures');
  expect(fieldLabel('pictures.0.rights')).toBe('图片 1，来源和授权');
  expect(formatRecordValue([whole], undefined, 'pictures')).toBe('图片说明  书架\n前 ；来源和授权 某某摄');
});
