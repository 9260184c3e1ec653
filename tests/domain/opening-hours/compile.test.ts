import { compileHours, readRules } from '@yugong/domain/opening-hours/compile';
import { writeHours } from '@yugong/domain/opening-hours/write';
import { textMatching } from '../../support/matchers';

describe('compiling hours', () => {
  it.each([
    ['24/7', [{ d: 127, t: [0, 1440] }]],
    [
      'Mo-Fr 09:00-12:00,14:00-18:00; PH off',
      [
        { d: 31, t: [540, 720, 840, 1080] },
        { d: 128, m: 'off' },
      ],
    ],
    ['Fr-Mo 22:00-02:00', [{ d: 0b1110001, t: [1320, 1560] }]],
    ['Jun 28-Sep 15: 10:00-21:00', [{ r: [[628, 915]], t: [600, 1260] }]],
    ['2025 Dec 20-Jan 05 Sa 10:00-12:00', [{ r: [[1220, 105, 2025, 2026]], d: 32, t: [600, 720] }]],
    [
      'Mo-Fr 09:00-18:00, Fr 20:00-22:00 || unknown',
      [
        { d: 31, t: [540, 1080] },
        { d: 16, t: [1200, 1320], j: ',' },
        { m: 'unknown', j: '||' },
      ],
    ],
    ['Mo-Su 00:00-23:59', [{ d: 127, t: [0, 1440] }]],
    [
      'Sa[1,3] 09:00-12:00',
      [
        {
          n: [
            [5, 1],
            [5, 3],
          ],
          t: [540, 720],
        },
      ],
    ],
    ['We,Sa[-1] 09:00-12:00', [{ d: 4, n: [[5, -1]], t: [540, 720] }]],
    [
      'Mo[1-2] +2 days off',
      [
        {
          n: [
            [0, 1, 2],
            [0, 2, 2],
          ],
          m: 'off',
        },
      ],
    ],
    [
      'week 10-20/2,30 Mo 10:00-12:00',
      [
        {
          w: [
            [10, 20, 2],
            [30, 30],
          ],
          d: 1,
          t: [600, 720],
        },
      ],
    ],
    ['18:00+', [{ t: [1080, 1680], m: 'unknown' }]],
    [
      'Mo 10:00-14:00+',
      [
        { d: 1, t: [840, 1440], m: 'unknown' },
        { d: 1, t: [600, 840], j: ',' },
      ],
    ],
    [
      'Mo-Fr 09:00-18:00; PH Mo-Fr 10:00-16:00',
      [
        { d: 31, t: [540, 1080] },
        { h: 1, d: 31, t: [600, 960] },
      ],
    ],
    ['2026+ 10:00-12:00', [{ r: [[101, 1231, 2026, 9999]], t: [600, 720] }]],
    ['Mo-Fr: 09:00-18:00', [{ d: 31, t: [540, 1080] }]],
  ])('%s', (written, hours) => {
    expect(compileHours(written)).toEqual({ ok: true, hours, comments: [] });
  });

  it.each([
    ['Mo-Fr 09:00-18:00 open "先打电话"', [{ d: 31, t: [540, 1080] }], ['先打电话']],
    ['Mo-Fr 09:00-18:00 "按预约"', [{ d: 31, t: [540, 1080], m: 'unknown' }], ['按预约']],
    ['Mo-Fr "按预约"', [{ d: 31, m: 'unknown' }], ['按预约']],
    ['"按预约"', [{ m: 'unknown' }], ['按预约']],
    [
      'Mo off "盘点"; Tu-Su 09:00-18:00',
      [
        { d: 1, m: 'off' },
        { d: 126, t: [540, 1080] },
      ],
      ['盘点'],
    ],
    [
      'Mo-Fr 09:00-18:00 || "打电话问"',
      [
        { d: 31, t: [540, 1080] },
        { m: 'unknown', j: '||' },
      ],
      ['打电话问'],
    ],
  ])('keeps the comments of %s apart from what the phone evaluates', (written, hours, comments) => {
    expect(compileHours(written)).toEqual({ ok: true, hours, comments });
  });

  it.each([
    'Mo-Fr 09:00-12:00,14:00-18:00; Sa[1] 10:00-12:00; PH off',
    'Jun 28-Sep 15 Mo-Su 10:00-21:00; Oct off; 2026 Dec 20-2027 Jan 05 unknown',
    'week 1-53/2 Tu 22:00-06:00, We 10:00-12:00 || Mo[-1] -2 days 09:00-10:00',
    'PH Mo-Fr 10:00-16:00 open "bell"; 2026+ Tu off',
  ])('is undone by writing: %s', (written) => {
    const read = readRules(written);
    expect(read.ok && writeHours(read.rules)).toBe(written);
  });

  it.each([
    ['', /没有写时间/],
    ['周一至周五', /看不懂/],
    ['Mo-Fr', /没有写几点/],
    ['Mo-Fr 09:00', /一头/],
    ['Mo-Fr 25:00-26:00', /不是时刻/],
    ['Mo-Fr 09:60-10:00', /不是时刻/],
    ['09:00-09:00', /同一时刻/],
    ['Feb 30 10:00-12:00', /2 月没有 30 号/],
    ['PH -1 day 10:00-12:00', /前后一天/],
    ['SH 10:00-12:00', /寒暑假/],
    ['Mo[6] 10:00-12:00', /看不懂「6」/],
    ['week 60 10:00-12:00', /看不懂「60」/],
    ['week 50-2 10:00-12:00', /看不懂「2」/],
    ['easter off', /复活节/],
    ['Mo 18:00+ off', /没有写到几点/],
    ['sunrise-sunset', /日出日落/],
    ['Mo-Fr PH 09:00-18:00', /少了逗号/],
    ['Mo-Fr 09:00-18:00;; Sa off', /看不懂/],
  ])('refuses %s, and says what was expected', (written, message) => {
    const result = compileHours(written);
    expect(result).toMatchObject({ ok: false, message: textMatching(message), expected: textMatching(/./) });
  });
});
