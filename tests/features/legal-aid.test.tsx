/** Legal aid: the questions, what follows from them, the clock and the amounts. */
import { act, fireEvent, render, renderHook, screen } from '@testing-library/react';
import { rightsClock, troubles } from '@yugong/domain/labour-law';
import { computeAmount, kindsFor, mostMonths } from '@/features/legal-aid/amounts/compute';
import { chosenAmounts } from '@/features/legal-aid/amounts/chosen';
import { clockFactsOf, interruptionsOf, suspensionsOf } from '@/features/legal-aid/draft/facts';
import { useDraft } from '@/features/legal-aid/draft/store';
import { averageMonths } from '@/features/legal-aid/draft/wages';
import { restDaysNow } from '@/features/legal-aid/model';
import AmountsPage from '@/features/legal-aid/pages/amounts';
import ClockPage from '@/features/legal-aid/pages/clock';
import InterviewPage from '@/features/legal-aid/pages/interview';
import RoutePage from '@/features/legal-aid/pages/route';
import { questionsFor } from '@/features/legal-aid/questions/questions';
import { useInterview } from '@/features/legal-aid/questions/use-interview';
import { routeFor } from '@/features/legal-aid/routes/routes';
import { useMyDates } from '@/platform/my-dates';
import type { LegalDraft } from '@/platform/storage';
import { atNoon, give, press, TODAY, told } from '../fixtures/legal-aid';
import { phone } from '../setup/taro';

atNoon();

describe('the questions', () => {
  it('ask only what makes sense for the answers', () => {
    const ids = (part: Partial<LegalDraft>) => questionsFor(told(part)).map(({ id }) => id);
    expect(ids({})).toEqual(['troubles', 'relation', 'still', 'started', 'events']);
    expect(ids({ troubles: ['dismissed'], fields: { still: 'no' } })).toEqual(
      expect.arrayContaining(['ended', 'ending', 'knew']),
    );
    expect(ids({ troubles: ['injury'] })).toEqual(expect.arrayContaining(['injuredOn', 'injuryReported']));
    expect(ids({ events: [{ kind: 'asked', on: '', proven: false }] })).toContain('event-asked');
    // What the contract was answers for the trouble it brings.
    expect(ids({ troubles: ['wages'], fields: { relation: 'platform' } })).toContain('managed');
  });

  it('don’t ask whoever was dismissed whether they still work there, but whether the last day has come', () => {
    const still = (troubles: LegalDraft['troubles']) =>
      questionsFor(told({ troubles })).find(({ id }) => id === 'still')?.title;
    expect(still(['wages'])).toBe('现在还在那里上班吗');
    expect(still(['wages', 'dismissed'])).toBe('最后一天上班过了吗');
  });

  it('go on by themselves after one of a few, and put what they are about into the application', () => {
    render(<InterviewPage />);
    fireEvent.click(screen.getByRole('checkbox', { name: /拖着工资不发/ }));
    press('下一个');
    fireEvent.click(screen.getByRole('radio', { name: /没签，但听它安排/ }));
    fireEvent.click(screen.getByRole('radio', { name: '还在上班' }));
    expect(screen.getByLabelText(/第一天上班是哪天/)).toBeInTheDocument();
    press('不知道，跳过');
    press('看该怎么做');
    expect(useDraft.getState().draft.claims).toEqual(['wages', 'double-wage']);
  });

  it('take every time that something was done, and whether a procedure is over', () => {
    give({ troubles: ['dismissed'], events: [{ kind: 'filed', on: '2026-02-02', proven: true }] });
    const { result } = renderHook(() => useInterview());
    const at = questionsFor(useDraft.getState().draft).findIndex(({ id }) => id === 'event-filed');
    for (let step = 0; step < at; step += 1) act(() => result.current.next());
    act(() => void result.current.addEvent());
    act(() => void result.current.changeEvent(1, { on: '2026-05-04', over: 'no' }));
    expect(useDraft.getState().draft.events).toEqual([
      { kind: 'filed', on: '2026-02-02', proven: true },
      { kind: 'filed', on: '2026-05-04', proven: false, over: 'no' },
    ]);
    // The claim that is being decided was told here, and isn't asked for again.
    expect(clockFactsOf(useDraft.getState().draft, TODAY).filed).toBe('2026-05-04');
  });

  it('want the first answer, and let the others be skipped to the end', () => {
    render(<InterviewPage />);
    press('下一个');
    expect(screen.getByText(/选一件最接近的/)).toBeInTheDocument();
    fireEvent.click(screen.getByRole('checkbox', { name: /拖着工资不发/ }));
    press('下一个');
    expect(screen.getByRole('radiogroup', { name: /签了什么/ })).toBeInTheDocument();
    press('不知道，跳过');
    press('不知道，跳过');
    press('不知道，跳过');
    press('看该怎么做');
    expect(phone.visited).toEqual(['/features/legal-aid/pages/route/index']);
    expect(useDraft.getState().draft.troubles).toEqual(['wages']);
  });

  it('go back, and find the answer there', () => {
    render(<InterviewPage />);
    fireEvent.click(screen.getByRole('checkbox', { name: /加班没给钱/ }));
    press('下一个');
    press('上一个');
    expect(screen.getByRole('checkbox', { name: /加班没给钱/ })).toBeChecked();
  });
});

describe('the route', () => {
  it.each(troubles)('is never a dead end: %s', (trouble) => {
    const steps = routeFor(told({ troubles: [trouble] }));
    expect(steps.length).toBeGreaterThan(2);
    expect(steps.some(({ call }) => call !== undefined)).toBe(true);
    expect(new Set(steps.map(({ title }) => title)).size).toBe(steps.length);
    for (const { text, cost } of steps) expect(text.length * cost.length).toBeGreaterThan(0);
  });

  it('shows a platform worker occupational injury, mediation and the test of a labour relation', () => {
    const text = routeFor(told({ troubles: ['platform'] }))
      .map((step) => step.title + step.text)
      .join();
    for (const word of ['职业伤害', '调解', '是不是受它管']) expect(text).toContain(word);
  });

  it.each([
    ['an injury', { troubles: ['injury'] }, '不予受理、不予认定'],
    ['unpaid wages', { troubles: ['wages'] }, '仲裁委不予受理'],
    ['an unclear relation', { troubles: ['wages'], fields: { relation: 'unsure' } }, '先弄清楚'],
    ['part-time work', { troubles: ['wages'], fields: { relation: 'part-time' } }, '规定不一样'],
    ['work past retirement', { troubles: ['injury'], fields: { relation: 'retired' } }, '先看算不算劳动关系'],
    ['wages of a building site', { troubles: ['wages'] }, '总包单位'],
    ['a cooperation agreement', { troubles: ['wages'], fields: { relation: 'platform' } }, '先要认定劳动关系'],
  ])('has the step for %s', (_what, part, title) =>
    expect(
      routeFor(told(part))
        .map((step) => step.title)
        .join(),
    ).toContain(title),
  );

  it('has the screenshots first where an account can be closed', () => {
    expect(routeFor(told({ troubles: ['platform'] }))[0]?.title).toBe('截图要在账号停用之前');
    expect(routeFor(told({ troubles: ['injury', 'platform'] }))[0]?.title).toBe('截图要在账号停用之前');
    expect(routeFor(told({ troubles: ['injury'] }))[1]?.title).toContain('账号停用');
  });

  it('sends whoever lacks social insurance to ask for it, and nobody else', () => {
    const titles = (trouble: 'insurance' | 'wages') =>
      routeFor(told({ troubles: [trouble] })).map(({ title }) => title);
    expect(titles('insurance')).toContain('查自己的社保，要求补交');
    expect(titles('wages')).not.toContain('查自己的社保，要求补交');
    // Whatever money is asked for, evidence and the deadline come before it.
    const [evidence, clock] = titles('wages');
    expect(titles('insurance').slice(0, 2)).toEqual([evidence, clock]);
    expect(routeFor(told({ troubles: ['injury'] })).map(({ title }) => title)).not.toContain(evidence);
  });

  it('puts safety first where somebody is harassed', () => {
    expect(routeFor(told({ troubles: ['wages', 'harassment'] }))[0]?.call).toBe('110');
  });

  it('is there for one who answered nothing', () => {
    render(<RoutePage />);
    expect(screen.getByText('请工会出面')).toBeInTheDocument();
  });
});

describe('the clock', () => {
  const dismissed = { troubles: ['dismissed'], fields: { still: 'no', ended: '2025-06-05', knew: '2025-06-05' } };

  it('doubles the wage of who works without a contract, and has its nearer deadline', () => {
    const draft = told({
      troubles: ['dismissed'],
      fields: { relation: 'none', still: 'no', started: '2025-05-10', ended: '2026-03-31', knew: '2026-03-31' },
    });
    const deadlines = rightsClock(clockFactsOf(draft, TODAY), restDaysNow());
    expect(deadlines.map(({ id, due }) => [id, due]).slice(0, 2)).toEqual([
      ['no-contract', '2026-06-10'],
      ['dismissed', '2027-03-31'],
    ]);
  });

  it('doubles nothing for part-time work, whose contract needs no paper (劳动合同法 69)', () => {
    give({
      troubles: ['no-contract'],
      fields: { relation: 'part-time', still: 'no', started: '2024-06-01', ended: '2025-06-01' },
    });
    render(<ClockPage />);
    expect(screen.queryByText(/双倍工资/)).not.toBeInTheDocument();
  });

  it('does not take a skipped last day for work that goes on', () => {
    give({ troubles: ['wages'], fields: { still: 'no' } });
    render(<ClockPage />);
    expect(screen.getByText(/从离职那天起一年内要提/)).toBeInTheDocument();
    expect(computeAmount('double-wage', told({ fields: { still: 'no' } }), TODAY, restDaysNow())).toMatchObject({
      faults: expect.arrayContaining([expect.objectContaining({ field: 'ended' })]),
    });
  });

  it('sends one without dates to the questions', () => {
    render(<ClockPage />);
    expect(screen.getByRole('link', { name: '回答几个问题' })).toBeInTheDocument();
  });

  it('says the days, under a week with what that allows, and shows how it was reckoned', () => {
    give(dismissed);
    render(<ClockPage />);
    expect(screen.getByText('4')).toBeInTheDocument();
    expect(screen.getByText(/法律援助法第四十四条/)).toBeInTheDocument();
    expect(screen.queryByText(/从第二天起算一年/)).toBeNull();
    press('怎么算的');
    expect(screen.getByText(/从第二天起算一年，到 2026-06-05/)).toBeInTheDocument();
    expect(screen.getByText('劳动争议调解仲裁法第二十七条第一款')).toBeInTheDocument();
  });

  it('keeps a day in the app’s calendar, and clearing takes it away', () => {
    give(dismissed);
    render(<ClockPage />);
    press('记在日历页');
    expect(useMyDates.getState().items).toMatchObject([{ id: 'legal-aid:dismissed', day: '2026-06-05' }]);
    act(() => useDraft.getState().clear());
    expect(useMyDates.getState().items).toEqual([]);
  });
});

describe('the amounts', () => {
  const work = {
    troubles: ['dismissed'],
    fields: {
      ending: 'told-to-go',
      still: 'no',
      started: '2021-03-01',
      ended: '2023-08-15',
      earnings: '60,000',
      earningsMonths: '12',
    },
  };

  it('show the amount first, then every line, the articles and what would change it', () => {
    give(work);
    render(<AmountsPage />);
    expect(screen.getAllByText('25,000 元').length).toBeGreaterThan(0);
    expect(screen.getByText('5,000 元 × 2.5 × 2')).toBeInTheDocument();
    expect(screen.getByText('劳动合同法第四十八条、第八十七条')).toBeInTheDocument();
    expect(screen.getByText(/没填当地最低工资/)).toBeInTheDocument();
  });

  it('say what is missing, and what is wrong at its field', () => {
    give({ ...work, fields: { ...work.fields, earnings: '六万', earningsMonths: '' } });
    render(<AmountsPage />);
    expect(screen.getByText(/^请先填写：/)).toHaveTextContent('请填写这是几个月的');
    expect(screen.getByLabelText(/一共应得多少/)).toBeInvalid();
  });

  it('never say the law gives nothing without saying why', () => {
    give({ ...work, fields: { ...work.fields, ending: 'resigned' } });
    render(<AmountsPage />);
    expect(screen.getByText(/自己辞职没有经济补偿/)).toBeInTheDocument();
  });

  it('take a local figure only with its year, and ask to confirm it', () => {
    const compute = (fields: Record<string, string>) =>
      computeAmount('ending', told({ ...work, fields: { ...work.fields, ...fields } }), TODAY, restDaysNow());
    expect(compute({ minimum: '6000' })).toMatchObject({ state: 'missing', faults: [{ field: 'minimumAsOf' }] });
    const ready = compute({ minimum: '6000', minimumAsOf: '2025' });
    expect(JSON.stringify(ready)).toContain('请核实');
  });

  it.each([
    ['the end before the start', { ended: '2020-01-01' }, 'ended'],
    ['no months', { earningsMonths: '0' }, 'earningsMonths'],
    ['thirteen months', { earningsMonths: '13' }, 'earningsMonths'],
    ['more months than were worked', { started: '2023-06-01', earningsMonths: '4' }, 'earningsMonths'],
  ])('refuse %s', (_what, fields, field) => {
    const computed = computeAmount(
      'ending',
      told({ ...work, fields: { ...work.fields, ...fields } }),
      TODAY,
      restDaysNow(),
    );
    expect(computed).toMatchObject({ state: 'missing', faults: [{ field, typed: true }] });
  });

  it('of a short time are averaged over its months', () => {
    expect(mostMonths('2023-06-01', '2023-08-15')).toBe(3);
    expect(mostMonths('2020-06-01', '2023-08-15')).toBe(12);
    expect(mostMonths('2023-08-15', '2023-08-15')).toBe(1);
  });

  it('come in the order of the troubles, and are all there', () => {
    expect(kindsFor(['overtime'])[0]).toBe('overtime');
    expect(kindsFor([])).toHaveLength(5);
  });

  describe('of two readings', () => {
    const noContract = {
      troubles: ['no-contract'],
      claims: ['double-wage'],
      fields: { relation: 'none', still: 'yes', started: '2024-06-01', monthly: '6500' },
    };

    it('are both shown with what they risk, and none goes in before it is chosen', () => {
      give(noContract);
      render(<AmountsPage />);
      expect(screen.getByText(/或 71,500 元/)).toBeInTheDocument();
      expect(screen.getByText(/没有请求的部分，仲裁委不会主动裁给你/)).toBeInTheDocument();
      const chosen = () => chosenAmounts(useDraft.getState().draft, TODAY, restDaysNow());
      expect([chosen().amounts.length, chosen().undecided.length]).toEqual([0, 1]);
      fireEvent.click(screen.getByRole('radio', { name: /较高/ }));
      expect(chosen().amounts.map(({ fen }) => fen)).toEqual([7_150_000]);
    });

    it('each say whether an award of it is final, by twelve months of the minimum wage (仲裁法 47)', () => {
      give({ ...noContract, fields: { ...noContract.fields, minimum: '2330', minimumAsOf: '2025-01' } });
      render(<AmountsPage />);
      expect(screen.getByText(/超过 27,960 元.*裁决不是终局的/)).toBeInTheDocument();
      expect(screen.getByText('劳动争议调解仲裁法第四十七条')).toBeInTheDocument();
    });

    it('count what was told: a proven demand keeps what would have lapsed', () => {
      const event = { kind: 'asked', on: '2025-06-20', proven: true };
      const computed = computeAmount('double-wage', told({ ...noContract, events: [event] }), TODAY, restDaysNow());
      expect(computed).toMatchObject({ amount: { fen: 7_150_000, other: null } });
    });
  });

  it('say whether the award is final, by the published minimum wages of both tiers where the district isn’t known', () => {
    give(work);
    render(<AmountsPage />);
    expect(screen.getByText('裁决是不是终局')).toBeInTheDocument();
    expect(screen.getByText(/25,000 元：不超过 .*27,960 元或 26,400 元/)).toBeInTheDocument();
  });

  it('ask whether the work goes on before it is taken to', () => {
    const { started, earnings, earningsMonths } = work.fields;
    for (const kind of ['double-wage', 'leave'] as const)
      expect(
        computeAmount(
          kind,
          told({ ...work, fields: { started, earnings, earningsMonths, leaveYear: '2022', careerYears: '3' } }),
          TODAY,
          restDaysNow(),
        ),
      ).toMatchObject({ state: 'missing', faults: [{ field: 'still', typed: false }] });
  });

  it('want the last month by itself where only a total was told (实施条例 20)', () => {
    const notice = (fields: Record<string, string>) =>
      computeAmount(
        'ending',
        told({ ...work, fields: { ...work.fields, ending: 'notice', ...fields } }),
        TODAY,
        restDaysNow(),
      );
    expect(notice({})).toMatchObject({ state: 'missing', faults: [{ field: 'previousMonth' }] });
    expect(notice({ previousMonth: '6000' })).toMatchObject({ amount: { fen: 1_850_000 } });
  });

  it('offer each month of the second wage to be changed, of who still works there too', () => {
    give({
      troubles: ['no-contract'],
      fields: { relation: 'none', still: 'yes', started: '2025-01-01', monthly: '6500' },
    });
    render(<AmountsPage />);
    fireEvent.click(screen.getByText('有的月份不一样'));
    fireEvent.change(screen.getByLabelText(/2025年3月应得/), { target: { value: '7000' } });
    expect(useDraft.getState().draft.fields['wage-2025-03']).toBe('7000');
  });

  it('of work on a platform are those if a labour relation is confirmed', () => {
    give({ ...work, fields: { ...work.fields, relation: 'platform' } });
    render(<AmountsPage />);
    expect(screen.getByText(/先要认定劳动关系/)).toBeInTheDocument();
    expect(screen.getByText(/如果认定了劳动关系：/)).toBeInTheDocument();
  });

  it.each(['ending', 'double-wage', 'overtime', 'leave'] as const)(
    'of part-time work have their own rule: %s',
    (kind) =>
      expect(computeAmount(kind, told({ fields: { relation: 'part-time' } }), TODAY, restDaysNow()).state).toBe(
        'nothing',
      ),
  );

  it('ask back a total that looks like a month, and a month that looks like a total', () => {
    const faults = (fields: Record<string, string>) =>
      computeAmount('ending', told({ ...work, fields: { ...work.fields, ...fields } }), TODAY, restDaysNow());
    expect(faults({ earnings: '6500' })).toMatchObject({
      state: 'missing',
      faults: [{ field: 'earnings', typed: true }],
    });
    expect(faults({ earnings: '6500', wageConfirmed: '6500' }).state).toBe('ready');
    const total = { earnings: '', earningsMonths: '', monthly: '78000' };
    expect(faults(total)).toMatchObject({ state: 'missing', faults: [{ field: 'monthly' }] });
    expect(faults({ ...total, wageConfirmed: '78000' }).state).toBe('ready');
  });

  it('take the wage that was told once, and the months that were different', () => {
    const fields = { ...work.fields, earnings: '', earningsMonths: '', monthly: '5000' };
    const fen = (more: Record<string, string>) => {
      const computed = computeAmount('ending', told({ ...work, fields: { ...fields, ...more } }), TODAY, restDaysNow());
      return computed.state === 'ready' ? computed.amount.fen : computed;
    };
    expect(fen({})).toBe(2_500_000);
    // 1,200 yuan more in one of twelve months: 100 a month.
    expect(fen({ 'wage-2023-07': '6200' })).toBe(2_550_000);
    // The month of the end isn't a whole one.
    expect(fen({ 'wage-2023-08': '1000' })).toBe(2_500_000);
    expect(averageMonths('2021-03-01', '2023-08-31')[0]).toBe('2023-08');
    expect(averageMonths('2023-08-02', '2023-08-15')).toEqual(['2023-08']);
  });

  it('of several leave years are a request each, and of the running year none yet', () => {
    const fields = { still: 'yes', started: '2022-03-01', monthly: '4350', careerYears: '6' };
    const leave = (leaveYear: string, more: Record<string, string> = {}) =>
      computeAmount('leave', told({ fields: { ...fields, leaveYear, ...more } }), TODAY, restDaysNow());
    // 200 yuan a day, twice; of 2024 the year for claiming is over by the strict reading.
    expect(leave('2024 2025', { 'leaveTaken-2025': '2.5' })).toMatchObject({
      parts: [
        { key: 'leave-2024', amount: { fen: 0, other: { fen: 200_000 } } },
        { key: 'leave-2025', amount: { fen: 100_000, other: null } },
      ],
    });
    expect(leave('2026')).toMatchObject({ state: 'nothing' });
    expect(leave('2025', { careerYears: '2' })).toMatchObject({ faults: [{ field: 'careerYears', typed: true }] });
  });

  it('sort overtime by its day, to the quarter of an hour, and never under the minimum wage', () => {
    const fields = { monthly: '5220', 'overtime-2024-05-02': '2', 'overtime-2025-05-02': '1.25' };
    const fen = (more: Record<string, string>) => {
      const computed = computeAmount('overtime', told({ fields: { ...fields, ...more } }), TODAY, restDaysNow());
      return computed.state === 'ready' ? computed.amount.fen : computed;
    };
    // 30 yuan an hour: two at 200 %, one and a quarter at 300 %.
    expect(fen({})).toBe(12_000 + 11_250);
    expect(fen({ minimum: '10440', minimumAsOf: '2025' })).toBe(24_000 + 22_500);
  });

  it('adds month by month what was kept back', () => {
    give({ troubles: ['wages'] });
    render(<AmountsPage />);
    fireEvent.click(screen.getByRole('checkbox', { name: '2026年5月' }));
    fireEvent.change(screen.getByLabelText(/2026年5月该发多少/), { target: { value: '5200' } });
    fireEvent.change(screen.getByLabelText(/2026年5月发了多少/), { target: { value: '1200.5' } });
    expect(screen.getAllByText('3,999.50 元').length).toBeGreaterThan(0);
    press('把这一项写进申请书');
    expect(useDraft.getState().draft.claims).toEqual(['wages']);
  });
});

describe('what made the year begin anew', () => {
  const filed = { kind: 'filed', on: '2026-03-10', proven: true } as const;
  const read = (event: object) => interruptionsOf(told({ events: [{ ...filed, ...event }] }));

  it('has the end of a procedure where that is a day not before its begin', () => {
    expect(read({ over: 'yes', until: '2026-04-01' })).toEqual([{ ...filed, until: '2026-04-01' }]);
    expect(read({ over: 'yes', until: '2026-03-10' })).toEqual([{ ...filed, until: '2026-03-10' }]);
    expect(read({ over: 'yes', until: '2026-03-09' })).toEqual([filed]);
    expect(read({ over: 'yes', until: '2026-02-30' })).toEqual([filed]);
  });

  it('lasts while a procedure does, and has no end where nobody said', () => {
    expect(read({ over: 'no', until: '2026-04-01' })).toEqual([{ ...filed, until: null }]);
    expect(read({ until: '2026-04-01' })).toEqual([filed]);
  });

  it('is in the order of its days, without days that there are not', () => {
    const asked = { kind: 'asked', proven: false } as const;
    const events = [
      { ...asked, on: '2026-04-01' },
      { ...asked, on: '2026-02-30' },
      { ...asked, on: '2026-03-01' },
    ];
    expect(interruptionsOf(told({ events })).map(({ on }) => on)).toEqual(['2026-03-01', '2026-04-01']);
  });

  it('stood still between two days, or until now, and never backwards', () => {
    const stops = [
      { from: '2026-03-01', to: '2026-03-05' },
      { from: '2026-04-01', to: '' },
      { from: '2026-05-02', to: '2026-05-01' },
    ];
    expect(suspensionsOf(told({ stops }))).toEqual([
      { from: '2026-03-01', to: '2026-03-05' },
      { from: '2026-04-01', to: null },
    ]);
  });
});
