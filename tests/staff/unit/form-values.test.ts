/** Between the wire and what is typed: nothing is lost on the way, and half-typed values don't pass. */
import type { StaffProgrammeWire } from '@yugong/domain/programme/staff-wire';
import type { ScreeningRules } from '@yugong/domain/screening/rules';
import type { AccountWire } from '@yugong/domain/staff-account/wire';
import { EVERY_ORGANISATION, toAccountForm, toAccountRequest } from '../../../staff/src/features/accounts/account-form';
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
    expect(Object.keys(input ? toSessionEdit(input, 3) : {}).sort()).toEqual(
      [
        'address',
        'adcode',
        'cancelUntil',
        'closesAt',
        'endsAt',
        'floor',
        'note',
        'opensAt',
        'phone',
        'place',
        'seen',
        'startsAt',
        'title',
      ].sort(),
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

describe('half-typed rules', () => {
  const typed = (some: object) => toScreeningRules({ ...toRulesForm(null), ...some }, null);

  it('lose the blanks around what was typed, and empty lines', () => {
    const read = typed({
      items: ' 乳腺彩超 \n\n 宫颈检查',
      cost: ' 免费 ',
      conditions: [{ question: ' 现在怀孕了吗？ ', hint: ' ', because: ' 生完再来。 ', wanted: 'no' }],
      preparationSaid: 'some',
      preparation: [{ text: ' 不同房 ', why: ' 影响结果 ', fromCount: 3, fromUnit: 'days', untilUnit: '' }],
      intervals: [{ of: ' 宫颈癌筛查 ', months: 36 }],
    });
    expect(read).toMatchObject({
      items: ['乳腺彩超', '宫颈检查'],
      cost: '免费',
      conditions: [{ id: 'condition-1', question: '现在怀孕了吗？', hint: null, because: '生完再来。', wanted: 'no' }],
      preparation: [{ id: 'step-1', text: '不同房', why: '影响结果', from: { days: 3 }, until: null }],
      intervals: [{ of: '宫颈癌筛查', months: 36 }],
    });
  });

  it('become empty texts and zeros where a row was only added, which the schema refuses at their fields', () => {
    expect(
      typed({
        conditions: [{}],
        preparationSaid: 'some',
        preparation: [{}],
        intervals: [{}],
        windows: [{}],
        quotas: [{}],
      }),
    ).toMatchObject({
      conditions: [{ question: '', hint: null, wanted: '', because: '' }],
      preparation: [{ text: '', why: null, from: { hours: 0 }, until: null }],
      intervals: [{ of: '', months: null }],
      windows: [{ from: '', to: '' }],
      quotas: [{ adcode: '', places: 0 }],
    });
  });

  it('tell rules that the programme doesn’t care about from those it has a list for', () => {
    expect(typed({ employmentSaid: 'any', districtsSaid: 'some', districts: ['500103'] })).toMatchObject({
      employment: 'any',
      districts: ['500103'],
    });
    expect(toRulesForm({ ...rules, employment: 'any', districts: ['500103'] })).toMatchObject({
      employmentSaid: 'any',
      employment: [],
      districtsSaid: 'some',
      districts: ['500103'],
    });
  });

  it('know that nothing needs preparing, and when nobody said', () => {
    expect(typed({ preparationSaid: 'none' }).preparation).toEqual([]);
    expect(toRulesForm({ ...rules, preparation: [] }).preparationSaid).toBe('none');
    expect(toRulesForm(null).preparationSaid).toBe('');
  });

  it('keep “nothing to bring” while nothing is typed, and forget it for something to bring', () => {
    expect(toScreeningRules(toRulesForm(rules), rules).bring).toEqual([]);
    expect(toScreeningRules({ ...toRulesForm(rules), bring: '身份证' }, rules).bring).toEqual(['身份证']);
    expect(toScreeningRules(toRulesForm(rules), { ...rules, bring: null }).bring).toBeNull();
  });

  it('have a cycle with zeros where its days are empty, and results by either of their two parts', () => {
    expect(
      typed({ cycleSaid: 'some', cycle: { avoidDuring: true, text: ' 经期不查 ' }, results: { how: ' 短信 ' } }),
    ).toMatchObject({
      cycle: { avoidDuring: true, avoidBefore: 0, avoidAfter: 0, periodDays: 0, text: '经期不查' },
      results: { withinDays: null, how: '短信' },
    });
    expect(typed({ cycleSaid: 'some', cycle: { avoidDuring: false } }).cycle).toMatchObject({ text: '' });
    expect(typed({ results: { withinDays: 30 } }).results).toEqual({ withinDays: 30, how: null });
  });

  it('come back with their cycle, their windows and their quotas as they were', () => {
    const full: ScreeningRules = {
      ...rules,
      household: 'any',
      bring: ['身份证'],
      cycle: { avoidDuring: true, avoidBefore: 3, avoidAfter: 3, periodDays: 7, text: '避开经期' },
      results: { withinDays: null, how: '短信' },
      preparation: [{ id: 'step-1', text: '不上药', why: '影响结果', from: { days: 3 }, until: null }],
    };
    expect(toScreeningRules(toRulesForm(full), full)).toEqual(full);
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

  it('takes a team’s two numbers as they are, and asks nobody for teammates’ consent without them', () => {
    expect(input({ kind: 'event', teamMax: 4 }).team).toEqual({ min: 4, max: 4 });
    expect(input({ kind: 'event', teamMin: 2, teamMax: 4 }).team).toEqual({ min: 2, max: 4 });
    expect(input({ kind: 'event' })).toMatchObject({ team: null, consents: ['registration'] });
  });

  it('begins as a screening with the fields that everybody is asked for, once a person', () => {
    expect(toProgrammeForm(null)).toMatchObject({
      kind: 'screening',
      organisation: '',
      adcode: '',
      sex: '',
      fields: ['name', 'phone'],
      limitPerPerson: 1,
    });
  });

  it('has rules as a screening only', () => {
    expect(input({ kind: 'screening' }).rules).toMatchObject({ employment: null });
    expect(input({ kind: 'event' }).rules).toBeNull();
  });

  it('is for one sex where one is chosen, for every district where none is, and keeps its union', () => {
    expect(input({ sex: 'female', adcode: '500103', organisation: 'yuzhong' })).toMatchObject({
      sex: 'female',
      adcode: '500103',
      organisation: 'yuzhong',
    });
    expect(input({ sex: 'male' }).sex).toBe('male');
    expect(input({ sex: 'else' })).toMatchObject({ sex: null, adcode: null });
    expect(input({})).not.toHaveProperty('organisation');
  });

  it('opens one age limit where the other is empty', () => {
    expect(input({ ageMin: 35 }).age).toEqual({ min: 35, max: 120 });
    expect(input({ ageMax: 64 }).age).toEqual({ min: 0, max: 64 });
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
      family: null,
      rules: null,
      editable: true,
      version: 1,
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
      family: false,
      peopleLimit: null,
      proof: false,
      rules: null,
    });
  });

  it('shows faults with the field in words, but none for what is still missing', () => {
    const faults = programmeFormFaults(input({ sex: 'female' }));
    expect(faults).toContainEqual(expect.objectContaining({ code: 'needs-id' }));
    expect(faults.filter(({ code }) => code === 'required')).toEqual([]);
    expect(ruleFieldLabel('/rules/preparation/1/until')).toBe('检查前准备第 2 项');
    expect(ruleFieldLabel('/rules/preparation/11')).toBe('检查前准备第 12 项');
    expect(ruleFieldLabel('/rules/cost')).toBe('费用');
    expect(ruleFieldLabel('/somewhere')).toBe('这个项目');
  });

  it('has no faults where it is whole', () => {
    const whole = { kind: 'event', title: '演示活动', summary: '给测试用的。', organiser: '演示工会' };
    expect(programmeFormFaults(input(whole))).toEqual([]);
    expect(programmeFormFaults(input({ ...whole, title: '长'.repeat(200) }))).toEqual([
      { pointer: '/title', code: 'too-long' },
    ]);
  });
});

describe('an account', () => {
  it('has nothing before it is chosen, and every union and district where that is', () => {
    const form = toAccountForm('new');
    expect(form).toEqual({ username: '', name: '', roles: [], organisation: '', reach: '', districts: [] });
    const typed = { ...form, username: 'nurse', name: '演示护士' };
    expect(toAccountRequest(typed, null)).toMatchObject({ organisation: '', districts: [] });
    const chosen = { ...typed, organisation: EVERY_ORGANISATION, reach: 'every' as const };
    expect(toAccountRequest(chosen, null)).toMatchObject({ username: 'nurse', organisation: null, districts: null });
  });

  it('is opened with what it has', () => {
    const account: AccountWire = {
      id: 'u1',
      username: 'nurse',
      name: '演示护士',
      roles: ['check-in'],
      organisation: null,
      districts: null,
      state: 'disabled',
      lockedUntil: null,
      createdAt: '2026-11-20T09:00:00+08:00',
      lastSeenAt: null,
      version: 4,
    };
    const opened = { name: '演示护士', roles: ['check-in'], organisation: EVERY_ORGANISATION, reach: 'every' };
    expect(toAccountForm(account)).toEqual({ ...opened, districts: [], disabled: true });
    expect(toAccountForm({ ...account, state: 'active', districts: ['500103'], organisation: 'demo' })).toEqual({
      ...opened,
      organisation: 'demo',
      reach: 'some',
      districts: ['500103'],
      disabled: false,
    });
  });

  it('is edited without its username, in the place of what was read', () => {
    const request = toAccountRequest(
      { name: '演示护士', roles: [], organisation: 'demo', reach: 'some', districts: ['500103'] },
      4,
    );
    expect(request).toEqual({
      name: '演示护士',
      roles: [],
      organisation: 'demo',
      districts: ['500103'],
      disabled: false,
      seen: 4,
    });
  });
});
