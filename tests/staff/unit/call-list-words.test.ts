import { confirmationCounts, describeSmsUsage, sayNextCall } from '../../../staff/src/features/call-list/words';

describe('who knows of a change', () => {
  const wordsOf = (confirmations: Parameters<typeof confirmationCounts>[0]) =>
    confirmationCounts(confirmations).map(({ words }) => words);

  it('is counted by channel, and channels that reached nobody are left out', () => {
    const confirmations = { people: 23, read: 0, wechat: 15, sms: 4, called: 2, unconfirmed: 2 };
    expect(wordsOf(confirmations)).toEqual(['微信 15', '短信 4', '电话 2', '还没联系上 2']);
    const nobody = { people: 3, read: 0, wechat: 0, sms: 0, called: 0, unconfirmed: 3 };
    expect(wordsOf(nobody)).toEqual(['还没联系上 3']);
    const everybody = { people: 17, read: 15, wechat: 0, sms: 0, called: 2, unconfirmed: 0 };
    expect(wordsOf(everybody)).toEqual(['手机上已读 15', '电话 2', '还没联系上 0']);
  });
});

describe('the next call', () => {
  const now = Date.parse('2026-12-01T10:00:00+08:00');

  it('has a time, is due after it, and needs a right number first', () => {
    expect(sayNextCall('2026-12-01T12:00:00+08:00', now)).toMatch(/12:00 后再打$/);
    expect(sayNextCall('2026-12-01T10:00:00+08:00', now)).toBe('现在可以再打');
    expect(sayNextCall(null, now)).toBe('请先在名单里更正号码');
  });
});

describe('what SMS cost', () => {
  const usage = {
    hour: { sent: 2, ceiling: 100 },
    day: { sent: 13, ceiling: 500 },
    month: { sent: 120, segments: 121 },
  };

  it('is told with the ceilings and what the carrier bills', () => {
    expect(describeSmsUsage(usage)).toBe(
      '短信：这一小时 2 条（上限 100），今天 13 条（上限 500），本月 120 条，计费 121 条',
    );
  });

  it('says to call where a ceiling is reached', () => {
    const full = { ...usage, day: { sent: 500, ceiling: 500 } };
    expect(describeSmsUsage(full)).toMatch(/已到上限，暂不发短信，请打电话$/);
  });
});
