/** Between the wire and what is typed: nothing is lost on the way, and half-typed values don't pass. */
import type { StaffProgrammeWire } from '@yugong/domain/programme/staff-wire';
import type { ScreeningRules } from '@yugong/domain/screening/rules';
import { toAccountForm, toAccountRequest } from '../../../staff/src/features/accounts/account-form';
import { programmeFormFaults, ruleFieldLabel } from '../../../staff/src/features/sessions/programme-faults';
import { toProgrammeForm, toProgrammeInput } from '../../../staff/src/features/sessions/programme-form-values';
import { toRulesForm, toScreeningRules } from '../../../staff/src/features/sessions/rules/form-values';
import { toSessionEdit, toSessionInput } from '../../../staff/src/features/sessions/session-form-values';

const rules: ScreeningRules = {
  employment: ['new-form'],
  household: 'city',
  districts: 'any',
  intervals: [{ of: '宫颈癌筛查', months: 36 }],
  conditions: [{ id: 'condition-1', question: '现在怀孕了吗？', hint: null, wanted: 'no', because: '生完再来。' }],
  items: ['乳腺彩超'],
  cost: '免费',
  bring: [],
  preparation: [{ id: 'step-1', text: '不同房', why: null, from: { hours: 24 }, until: { days: 1 } }],
  cycle: null,
  windows: [{ from: '2026-11-01', to: '2026-11-30' }],
  quotas: [{ adcode: '500103', places: 200 }],
  results: { withinDays: 30, how: null },
};

const session = {
  programmeId: 'p1',
  title: '演示筛查',
  place: '演示医院一楼',
  adcode: '500103',
  note: '  ',
  capacity: 30,
  waitlistSize: 0,
  opensAt: '2026-11-20T09:00',
  closesAt: '2026-11-24T18:00',
  cancelUntil: '2026-11-24T18:00',
  startsAt: '2026-11-25T09:30',
  endsAt: '2026-11-25T11:30',
};

describe('a session', () => {
  it('gets its times in Chongqing and no note where only blanks are typed', () => {
    expect(toSessionInput(session)).toMatchObject({
      note: null,
      waitlistSize: 0,
      startsAt: '2026-11-25T09:30:00+08:00',
    });
  });

  it.each(['programmeId', 'title', 'place', 'adcode', 'opensAt', 'endsAt'] as const)('is none without %s', (name) => {
    expect(toSessionInput({ ...session, [name]: '' })).toBeNull();
  });

  it('is edited without its size and its programme', () => {
    const input = toSessionInput(session);
    expect(Object.keys(input ? toSessionEdit(input) : {}).sort()).toEqual(
      ['adcode', 'cancelUntil', 'closesAt', 'endsAt', 'note', 'opensAt', 'place', 'startsAt', 'title'].sort(),
    );
  });
});

describe("a screening's rules", () => {
  it('come back from the form as they were', () => {
    expect(toScreeningRules(toRulesForm(rules), rules)).toEqual(rules);
  });

  it('are unknown where nothing is typed', () => {
    expect(toScreeningRules(toRulesForm(null), null)).toMatchObject({
      employment: null,
      household: null,
      districts: null,
      intervals: null,
      preparation: null,
      cycle: null,
      windows: null,
      quotas: null,
      results: null,
      bring: null,
    });
  });

  it('give a new condition the first id that is free', () => {
    const form = toRulesForm(rules);
    const added = toScreeningRules({ ...form, conditions: [...form.conditions, { question: '做过手术吗？' }] }, rules);
    expect(added.conditions.map(({ id }) => id)).toEqual(['condition-1', 'condition-2']);
  });
});

describe('a programme', () => {
  const input = (typed: object) => toProgrammeInput({ ...toProgrammeForm(null), ...typed }, null);

  it('needs the consents that its fields and its kind call for', () => {
    expect(input({ kind: 'event' }).consents).toEqual(['registration']);
    expect(input({ kind: 'event', fields: ['name', 'phone', 'residentId'] }).consents).toContain('health');
    expect(input({ kind: 'screening' }).consents).toContain('health');
    expect(input({ kind: 'event', teamMin: 3 }).consents).toContain('team');
  });

  it('takes a single number as both limits of a team, and has no team as a screening', () => {
    expect(input({ kind: 'event', teamMin: 3 }).team).toEqual({ min: 3, max: 3 });
    expect(input({ kind: 'screening', teamMin: 3 }).team).toBeNull();
  });

  it('opens one age limit where the other is empty', () => {
    expect(input({ ageMin: 35 }).age).toEqual({ min: 35, max: 120 });
    expect(input({}).age).toBeNull();
  });

  it('comes back from the form as it was', () => {
    const before: StaffProgrammeWire = {
      id: 'p1',
      kind: 'event',
      title: '演示活动',
      summary: '给测试用的。',
      organiser: '演示工会',
      organisation: 'demo',
      adcode: null,
      demo: true,
      fields: ['name'],
      limitPerPerson: null,
      offerMinutes: 30,
      sex: null,
      age: { min: 18, max: 60 },
      consents: [],
      team: { min: 2, max: 5 },
      rules: null,
      editable: true,
    };
    expect(toProgrammeInput(toProgrammeForm(before), before)).toEqual({
      kind: 'event',
      title: '演示活动',
      summary: '给测试用的。',
      organiser: '演示工会',
      organisation: 'demo',
      adcode: null,
      fields: ['name'],
      limitPerPerson: null,
      offerMinutes: 30,
      sex: null,
      age: { min: 18, max: 60 },
      consents: ['registration', 'team'],
      team: { min: 2, max: 5 },
      rules: null,
    });
  });

  it('shows faults with the field in words, but none for what is still missing', () => {
    const faults = programmeFormFaults(input({ sex: 'female' }));
    expect(faults).toContainEqual(expect.objectContaining({ code: 'needs-id' }));
    expect(faults.filter(({ code }) => code === 'required')).toEqual([]);
    expect(ruleFieldLabel('/rules/preparation/1/until')).toBe('检查前准备第 2 项');
    expect(ruleFieldLabel('/somewhere')).toBe('这个项目');
  });
});

describe('an account', () => {
  it('has every organisation and district where none is chosen', () => {
    const form = toAccountForm('new');
    expect(toAccountRequest({ ...form, username: 'nurse', name: '演示护士', roles: ['check-in'] }, true)).toEqual({
      username: 'nurse',
      name: '演示护士',
      roles: ['check-in'],
      organisation: null,
      districts: null,
    });
  });

  it('is edited without its username', () => {
    const request = toAccountRequest(
      { name: '演示护士', roles: [], organisation: 'demo', districts: ['500103'] },
      false,
    );
    expect(request).toEqual({
      name: '演示护士',
      roles: [],
      organisation: 'demo',
      districts: ['500103'],
      disabled: false,
    });
  });
});
