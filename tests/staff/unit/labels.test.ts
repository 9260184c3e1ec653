/** The console's own words: figures, content, seats, the day. */
import { describeRecordFault, fieldLabel, formatRecordValue } from '../../../staff/src/features/content/labels';
import { editableTexts, mergeTexts } from '../../../staff/src/features/content/editable-texts';
import {
  cellLabel,
  durationLabel,
  monthTitle,
  percentLabel,
  totalLabel,
} from '../../../staff/src/features/figures/labels';
import { seatsLabel, takenLabel } from '../../../staff/src/features/sessions/labels';
import { readStationImport, sheetPosition } from '../../../staff/src/features/stations/import-report';
import { todayLead } from '../../../staff/src/features/today/today-lead';
import { formatTimeRange, timeAgo } from '../../../staff/src/parts/time';
import { toInstant, toLocal } from '../../../staff/src/parts/local-time';
import { describeNoticeChange } from '../../../staff/src/features/call-list/words';

describe('figures', () => {
  it('never show a suppressed group as a number', () => {
    // A larger group is hidden too where a small one could be worked out from it: it isn't under five.
    const cell = { key: 'a', label: '渝中区', count: null };
    expect(cellLabel({ ...cell, hidden: 'few' })).toBe('少于 5');
    expect(cellLabel({ ...cell, hidden: 'cover' })).toBe('不显示，避免推算');
    expect(cellLabel({ ...cell, hidden: 'group' })).toBe('人数太少，不显示');
    expect(totalLabel(null)).toBe('不显示，避免推算');
    expect([totalLabel(1234), cellLabel({ ...cell, count: 1234 })]).toEqual(['1,234', '1,234']);
    expect(percentLabel(null)).toBe('—');
    expect(percentLabel(0.834)).toBe('83%');
  });

  it('give durations in hours, and in days from two days on', () => {
    expect([null, 0.5, 1, 8, 47, 48].map(durationLabel)).toEqual([
      '—',
      '不到 1 小时',
      '1 小时',
      '8 小时',
      '47 小时',
      '2 天',
    ]);
    expect(monthTitle('2026-03')).toBe('2026年3月');
  });
});

describe('content', () => {
  it('names a path by its fields, counting from one', () => {
    expect(fieldLabel('points.0.body')).toBe('做法 1，正文');
    expect(fieldLabel('unknownField')).toBe('unknownField');
    expect(fieldLabel('points.10.body')).toBe('做法 11，正文');
  });

  it('says what to do about a missing relation and about a date', () => {
    expect(describeRecordFault('related.0', '不在可选的范围内')).toBe('它关联的内容还没有发布');
    expect(describeRecordFault('start', '不在可选的范围内')).toBe('开始：日期请写成 2026-12-12');
    expect(describeRecordFault('title', '太长了')).toBe('标题：太长了');
    expect(describeRecordFault('', '太长了')).toBe('太长了');
    expect(describeRecordFault('events.2.start', '不在可选的范围内')).toMatch(/日期请写成 2026-12-12$/);
    expect(describeRecordFault('points.12', '太长了')).toBe('做法 13：太长了');
  });

  it('formats lists of texts a line each, and nothing as nothing', () => {
    expect(formatRecordValue(['一', '二'])).toBe('一\n二');
    expect([null, undefined].map((value) => formatRecordValue(value))).toEqual(['（没有）', '（没有）']);
    expect(formatRecordValue('正文')).toBe('正文');
  });

  it('formats parts of a record in words, never as they are stored', () => {
    expect(formatRecordValue(['一', 2])).toBe('一\n2');
    expect(formatRecordValue([{ label: '参加', value: 2_680_000, unit: '元' }])).toBe(
      '名称 参加；数值 2,680,000；单位 元',
    );
    expect(formatRecordValue({ body: '一', heading: null })).toBe('正文 一');
    expect(formatRecordValue([])).toBe('（没有）');
    const words = (path: string, value: string | number) => `${path}=${value}`;
    expect(formatRecordValue({ kind: 'official' }, words, 'source')).toBe('类型 source.kind=official');
  });

  it('keeps a number that was typed as none, and a text that stands where nothing was known, as texts', () => {
    const record = { year: 2026, until: null };
    expect(mergeTexts(record, { year: '  ', until: ' 2027 ' })).toEqual({ year: '', until: '2027' });
    expect(mergeTexts(record, { year: '明年', until: ' ' })).toEqual({ year: '明年', until: null });
  });

  it('leaves a list with an unknown entry as it is', () => {
    const record = { points: [{ body: '一' }, null] };
    expect(editableTexts(record)).toEqual({});
    expect(mergeTexts(record, { 'points.0.body': '二' })).toEqual(record);
  });

  it('edits what stands within a field, and leaves out only what is named', () => {
    const record = {
      id: 'a',
      related: ['b'],
      source: { title: '旧文件', url: 'https://a.example' },
      ageRange: { min: 35 },
    };
    const texts = editableTexts(record, { fixed: new Set(['id', 'related']) });
    expect(texts).toEqual({ 'source.title': '旧文件', 'source.url': 'https://a.example', 'ageRange.min': '35' });
    expect(mergeTexts(record, { 'source.title': '新文件', 'ageRange.min': '30' })).toEqual({
      ...record,
      source: { title: '新文件', url: 'https://a.example' },
      ageRange: { min: 30 },
    });
  });

  it('merges edited texts back as the types that stood there', () => {
    const record = { id: 'a', title: '开班', year: 2026, tags: ['x'], until: null, points: [{ body: '一' }] };
    expect(editableTexts(record)).toEqual({ title: '开班', year: '2026', tags: 'x', until: '', 'points.0.body': '一' });
    expect(
      mergeTexts(record, { title: ' 改正 ', year: '2027', tags: 'x\n\ny', until: '', 'points.0.body': '二' }),
    ).toEqual({
      id: 'a',
      title: '改正',
      year: 2027,
      tags: ['x', 'y'],
      until: null,
      points: [{ body: '二' }],
    });
  });
});

describe('sessions', () => {
  it('say the seats left while open, who is ahead on the waitlist, and nothing when full', () => {
    expect(seatsLabel({ state: 'open', seatsLeft: 12, waiting: 0 })).toBe('剩余 12 个名额');
    expect(seatsLabel({ state: 'waitlist', seatsLeft: 0, waiting: 3 })).toBe('前面 3 人');
    expect(seatsLabel({ state: 'full', seatsLeft: 0, waiting: 3 })).toBe('');
    expect(seatsLabel({ state: 'waitlist', seatsLeft: 0, waiting: 0 })).toBe('');
    expect(takenLabel({ held: 18, capacity: 30, waiting: 0 })).toBe('已报 18 人，共 30 个名额');
    expect(takenLabel({ held: 30, capacity: 30, waiting: 3 })).toBe('已报 30 人，共 30 个名额，候补 3 人');
  });
});

describe('today', () => {
  it('says that nothing is to do only when every section is loaded and empty', () => {
    expect(todayLead('王敏', [0, 0])).toBe('王敏，今天没有要办的事。');
    expect(todayLead('王敏', [0, undefined])).toBe('王敏，正在加载。');
    expect(todayLead('王敏', [undefined, 2])).toBe('王敏，今天要办的事如下。');
    expect(todayLead('王敏', [])).toBe('王敏，今天没有要办的事。');
  });
});

describe('times', () => {
  const now = Date.parse('2026-11-25T10:00:00+08:00');

  it('give a range on one day with one date', () => {
    expect(formatTimeRange('2026-11-25T09:00:00+08:00', '2026-11-25T11:30:00+08:00', now)).toBe('今天 9:00–11:30');
    expect(formatTimeRange('2026-11-25T22:00:00+08:00', '2026-11-26T01:00:00+08:00', now)).toMatch(/ 至 明天 1:00$/);
  });

  it('count minutes and hours within a day', () => {
    const ago = (minutes: number) => timeAgo(new Date(now - minutes * 60_000).toISOString(), now);
    expect([0, 1, 59, 60, 23 * 60].map(ago)).toEqual(['刚刚', '1 分钟前', '59 分钟前', '1 小时前', '23 小时前']);
  });

  it('go to the browser’s field and back without losing the zone', () => {
    expect(toLocal('2026-11-25T01:30:00Z')).toBe('2026-11-25T09:30');
    expect(toInstant('2026-11-25T09:30')).toBe('2026-11-25T09:30:00+08:00');
  });
});

describe('a spreadsheet', () => {
  it('names a place as Excel shows it', () => {
    expect(sheetPosition({ row: 3, column: '地址', letter: 'C' })).toBe('第 3 行「地址」（C3）');
    expect(sheetPosition({ row: 3, column: null, letter: null })).toBe('第 3 行');
    expect(sheetPosition({ row: 3, column: '地址', letter: null })).toBe('第 3 行「地址」');
  });

  it('is no report where a job’s result is something else', () => {
    expect(readStationImport({ told: 3 })).toBeNull();
  });
});

describe('a call', () => {
  it('says a changed time as people do, and a text as it is', () => {
    expect(describeNoticeChange({ field: 'place', from: '一楼', to: '三楼' })).toBe('地点：一楼 → 三楼');
    expect(describeNoticeChange({ field: 'note', from: null, to: '带身份证' })).toBe('提醒：无 → 带身份证');
    for (const [field, label] of [
      ['startsAt', '开始'],
      ['endsAt', '结束'],
    ] as const)
      expect(
        describeNoticeChange({ field, from: '2026-03-01T09:00:00+08:00', to: '2026-03-02T10:30:00+08:00' }),
      ).toMatch(new RegExp(`^${label}：.*3月1日.* 9:00 → .*3月2日.* 10:30$`));
  });
});
