/** 一函两书: which letter has to be answered until when, counted by hand on the published calendar of 2026. */
import { letterDue, letterKinds } from '@yugong/domain/legal-aid';
import { sayLetter } from '@yugong/domain/legal-aid/words';
import { rest } from '../labour-law/rest';

describe('an 意见书', () => {
  it.each([
    ['2026-01-05', '2026-01-26'],
    ['2026-11-20', '2026-12-11'],
    // The Spring Festival is left out; its worked Saturdays, 14 and 28 February, count.
    ['2026-02-10', '2026-03-09'],
    // Sent on a Sunday, it runs from Monday on.
    ['2026-11-22', '2026-12-11'],
  ])('sent on %s is answered until %s, fifteen working days later', (sentOn, due) =>
    expect(letterDue('opinion', sentOn, rest)).toBe(due),
  );

  it('is said with that day, to the employer', () => {
    expect(sayLetter({ kind: 'opinion', sentOn: '2026-11-20', answerBy: '2026-12-11' })).toBe(
      '工会已于2026年11月20日向单位发出《工会劳动法律监督意见书》，单位应在2026年12月11日前书面答复（15 个工作日）。',
    );
  });
});

it('no other letter has a day, and a 建议书 goes to the authority', () => {
  for (const kind of letterKinds.filter((one) => one !== 'opinion'))
    expect(letterDue(kind, '2026-11-20', rest)).toBeNull();
  expect(sayLetter({ kind: 'proposal', sentOn: '2026-11-20', answerBy: null })).toMatch(/向劳动监察等部门发出/);
});
