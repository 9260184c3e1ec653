import { compileHours } from '@yugong/domain/opening-hours/compile';

describe('compiling hours', () => {
  it.each([
    ['24/7', [{ d: 127, t: [0, 1440] }]],
    ['Mo-Fr 09:00-12:00,14:00-18:00; PH off', [{ d: 31, t: [540, 720, 840, 1080] }, { d: 128, m: 'off' }]], // prettier-ignore
    ['Fr-Mo 22:00-02:00', [{ d: 0b1110001, t: [1320, 1560] }]],
    ['Jun 28-Sep 15: 10:00-21:00', [{ r: [[628, 915]], t: [600, 1260] }]],
    ['2025 Dec 20-Jan 05 Sa 10:00-12:00', [{ r: [[1220, 105, 2025, 2026]], d: 32, t: [600, 720] }]],
    ['Mo-Fr 09:00-18:00, Fr 20:00-22:00 || unknown', [{ d: 31, t: [540, 1080] }, { d: 16, t: [1200, 1320], j: ',' }, { m: 'unknown', j: '||' }]], // prettier-ignore
  ])('%s', (written, hours) => {
    expect(compileHours(written)).toEqual({ ok: true, hours });
  });

  it.each([
    ['', /没有写时间/],
    ['周一至周五', /看不懂/],
    ['Mo-Fr', /没有写几点/],
    ['Mo-Fr 09:00', /一头/],
    ['Mo-Fr 09:00+', /没有写到几点/],
    ['Mo-Fr 25:00-26:00', /不是时刻/],
    ['Mo-Fr 09:60-10:00', /不是时刻/],
    ['09:00-09:00', /同一时刻/],
    ['Feb 30 10:00-12:00', /2 月没有 30 号/],
    ['Mo[1] 10:00-12:00', /第几个/],
    ['PH -1 day 10:00-12:00', /前后一天/],
    ['SH 10:00-12:00', /寒暑假/],
    ['week 10 Mo 10:00-12:00', /第几周/],
    ['sunrise-sunset', /日出日落/],
    ['Mo-Fr 09:00-18:00 "先打电话"', /说明/],
    ['Mo-Fr PH 09:00-18:00', /少了逗号/],
    ['Mo-Fr 09:00-18:00;; Sa off', /看不懂/],
  ])('refuses %s, and says what was expected', (written, message) => {
    const result = compileHours(written);
    expect(result).toMatchObject({ ok: false, message: expect.stringMatching(message) as unknown });
    expect((result as { expected: string }).expected).not.toBe('');
  });
});
