/** What follows from the answers: the requests and facts of the application, the steps of the way, the days in between. */
import { fireEvent, render, screen, within } from '@testing-library/react';
import type { OutboxItem } from '@/platform/storage';
import { payableMonths } from '@/features/legal-aid/amounts/fields';
import { computeAmount } from '@/features/legal-aid/amounts/compute';
import { applicationInput, draftedFacts } from '@/features/legal-aid/claim/input';
import { hasLeft, interruptionsOf, troublesOf } from '@/features/legal-aid/draft/facts';
import { useDraft } from '@/features/legal-aid/draft/store';
import { restDaysNow } from '@/features/legal-aid/model';
import AmountsPage from '@/features/legal-aid/pages/amounts';
import ClaimPage from '@/features/legal-aid/pages/claim';
import ClockPage from '@/features/legal-aid/pages/clock';
import RoutePage from '@/features/legal-aid/pages/route';
import { questionsFor } from '@/features/legal-aid/questions/questions';
import { routeFor } from '@/features/legal-aid/routes/routes';
import { isDeleted, isLeaving, sendDeletion, waitingAbout, waitingRequests } from '@/features/legal-aid/union/kinds';
import { clearFromOutbox } from '@/platform/outbox';
import { load, stored, type LegalDraft } from '@/platform/storage';
import { atNoon, give, press, TODAY, told } from '../fixtures/legal-aid';

atNoon();

const input = (part: Partial<LegalDraft>) => applicationInput(told(part), TODAY, restDaysNow());
const factsOf = (part: Partial<LegalDraft>) => draftedFacts(told(part), TODAY, restDaysNow());
const work = { started: '2024-05-06', relation: 'none', monthly: '5200' };

describe('the application', () => {
  it('has each request of one’s own on a line of its own, without the blanks around it', () => {
    const { requests } = input({ fields: { otherClaims: '  退还押金500元 \n\n 补发高温津贴', claimRelation: 'no' } });
    expect(requests).toEqual([
      { text: '退还押金500元', basis: [] },
      { text: '补发高温津贴', basis: [] },
    ]);
  });

  it.each([
    [{ still: 'yes' }, '自2024-05-06起至今存在'],
    [{ still: 'no', ended: '2026-05-15' }, '自2024-05-06起至2026-05-15存在'],
    [{ still: 'no' }, '自2024-05-06起存在'],
  ])('asks for the labour relation of the time that was told: %j', (fields, words) => {
    const [request] = input({ fields: { ...work, ...fields, claimRelation: 'yes' } }).requests;
    expect(request?.text).toContain(words.replace(/(\d{4})-(\d{2})-(\d{2})/g, '$1-$2-$3'));
  });

  it('takes whose the parties are from their fields, without the blanks around them', () => {
    const fields = { occupation: ' 保洁 ', home: '演示路1号', employer: '演示物业', position: '经理' };
    expect(input({ fields })).toMatchObject({
      worker: { occupation: '保洁', home: '演示路1号', name: '' },
      employer: { name: '演示物业', position: '经理', address: '' },
    });
  });

  it('tells how the work ended only where it has', () => {
    const ended = { ...work, still: 'no', ended: '2026-05-15', ending: 'dismissed' };
    const left = factsOf({ troubles: ['dismissed'], fields: ended });
    expect(left).toContain('2026年5月15日');
    expect(factsOf({ troubles: ['dismissed'], fields: { ...ended, ending: 'resigned' } })).not.toBe(left);
    expect(factsOf({ troubles: ['dismissed'], fields: { ...ended, still: 'yes' } })).not.toContain('2026年5月15日');
  });

  it('says of a platform that it directs the work only where that was said', () => {
    const of = (managed: string) =>
      factsOf({ troubles: ['platform'], fields: { ...work, relation: 'platform', still: 'yes', managed } });
    expect(of('yes')).not.toBe(of('some'));
    expect(of('unknown')).toBe(of('some'));
  });

  it('drafts nothing where nothing was told', () => {
    expect(factsOf({})).toBe('');
    expect(factsOf({ fields: { started: '2024-05-06' } })).not.toBe('');
  });

  it('has no total where no money is asked for, and one where it is', () => {
    give({ troubles: ['wages'], fields: { ...work, still: 'yes' } });
    const { unmount } = render(<ClaimPage />);
    expect(screen.queryByText('写进申请书的合计')).toBeNull();
    unmount();
    give({ claims: ['wages'], months: [{ month: '2026-05', due: '5200', paid: '200' }] });
    render(<ClaimPage />);
    expect(screen.getByText('写进申请书的合计').parentElement).toHaveTextContent('5,000 元');
  });

  it('chooses the amounts, the labour relation and the rest on its first page', () => {
    give({ troubles: ['wages'], fields: { ...work, still: 'yes' } });
    render(<ClaimPage />);
    fireEvent.click(screen.getByRole('checkbox', { name: '欠的工资' }));
    expect(useDraft.getState().draft.claims).toEqual(['wages']);
    const relation = screen.getByRole('radiogroup', { name: /要不要请求确认有劳动关系/ });
    fireEvent.click(within(relation).getByRole('radio', { name: '不用' }));
    expect(useDraft.getState().draft.fields.claimRelation).toBe('no');
    expect(within(relation).getByRole('radio', { name: '不用' })).toBeChecked();
    fireEvent.click(screen.getByRole('checkbox', { name: /开离职证明/ }));
    expect(useDraft.getState().draft.fields.extraRequests).toBe('certificate');
  });
});

describe('what follows from the answers', () => {
  it('is that work without a paper is a trouble of its own, but part-time work may be agreed by word of mouth', () => {
    const of = (relation: string, some: LegalDraft['troubles'] = []) =>
      troublesOf(told({ troubles: some, fields: { relation } }));
    expect(of('none')).toEqual(['no-contract']);
    expect(of('platform')).toEqual(['platform']);
    expect(of('part-time', ['no-contract', 'wages'])).toEqual(['wages']);
    expect(of('written', ['no-contract'])).toEqual(['no-contract']);
  });

  it('is whether the work has ended, or that nobody knows', () => {
    const of = (fields: LegalDraft['fields']) => hasLeft(told({ fields }));
    expect([of({ still: 'yes', ended: '2026-05-01' }), of({ still: 'no' })]).toEqual([false, true]);
    expect([of({ ended: '2026-05-01' }), of({})]).toEqual([true, null]);
  });

  it('are the days on which something was done, in their order', () => {
    const events = ['2026-03-01', '2026-01-01', '2026-02-01'].map((on) => ({ kind: 'asked', on, proven: true }));
    expect(interruptionsOf(told({ events })).map(({ on }) => on)).toEqual(['2026-01-01', '2026-02-01', '2026-03-01']);
  });

  it('asks when a contract was signed afterwards only where there is one', () => {
    const ids = (relation: string) =>
      questionsFor(told({ troubles: ['no-contract'], fields: { relation } })).map(({ id }) => id);
    expect(ids('written')).toContain('signed');
    expect(ids('none')).not.toContain('signed');
  });

  it('is a way that begins with what can be lost: evidence and days where money is owed, the doctor where somebody is hurt', () => {
    const titles = (part: Partial<LegalDraft>) => routeFor(told(part)).map(({ title }) => title);
    expect(titles({ troubles: ['wages'] }).slice(0, 4)).toEqual([
      '今天就把证据存好',
      '看清楚还剩几天',
      '算一算能要多少',
      '用文字找单位要一次',
    ]);
    expect(titles({})).toContain('今天就把证据存好');
    expect(titles({ troubles: ['harassment'] })).not.toContain('今天就把证据存好');
    expect(titles({ troubles: ['insurance'] })).toContain('今天就把证据存好');
    expect(titles({ troubles: ['wages'] })).toContain('单位写了欠条的，还有快路');
    expect(titles({ troubles: ['dismissed'] })).not.toContain('单位写了欠条的，还有快路');
  });

  it('says of a platform that directs everything that this was said', () => {
    const text = (managed: string) =>
      JSON.stringify(routeFor(told({ troubles: ['platform'], fields: { relation: 'platform', managed } })));
    expect(text('yes')).toContain('你说它管得很细');
    expect(text('some')).not.toContain('你说它管得很细');
    for (const managed of ['yes', 'some'])
      expect(routeFor(told({ fields: { relation: 'platform', managed } })).map(({ call }) => call)).toContain('12348');
  });

  it('offers to ring up only where a step has a number', () => {
    give({ troubles: ['wages'], fields: { relation: 'written', still: 'yes' } });
    render(<RoutePage />);
    const calls = routeFor(useDraft.getState().draft).filter(({ call }) => call !== undefined).length;
    const steps = screen.getAllByText(/^今天就把证据存好$|^申请法律援助$/).map((title) => title.parentElement);
    expect(steps[0]).not.toHaveTextContent('打 1');
    expect(steps[1]).toHaveTextContent('打 12348');
    expect(screen.getAllByRole('button', { name: /^打 1\d+$/ }).length).toBeGreaterThanOrEqual(calls);
    press('改我的回答');
  });
});

describe('the days in between', () => {
  it('in which one could not apply are told one by one', () => {
    give({ troubles: ['wages'], fields: { ...work, still: 'yes' } });
    render(<ClockPage />);
    press('添加一段无法申请的时间');
    press('添加一段无法申请的时间');
    fireEvent.change(screen.getAllByLabelText(/没法去申请，从哪天起/)[0] ?? document.body, {
      target: { value: '2026-01-05' },
    });
    expect(useDraft.getState().draft.stops).toEqual([
      { from: '2026-01-05', to: '' },
      { from: '', to: '' },
    ]);
    press('去掉最后一段');
    expect(useDraft.getState().draft.stops).toEqual([{ from: '2026-01-05', to: '' }]);
  });

  it('shows how a limit was reckoned on a tap, and hides it again', () => {
    give({ troubles: ['wages'], fields: { ...work, still: 'no', ended: '2026-05-15' } });
    render(<ClockPage />);
    expect(screen.queryByText('依据')).toBeNull();
    fireEvent.click(screen.getAllByRole('button', { name: '怎么算的' })[0] ?? document.body);
    expect(screen.getByText('依据')).toBeInTheDocument();
    press('收起');
    expect(screen.queryByText('依据')).toBeNull();
  });

  it('that wages can be missing for go back from the last whole month, or from the month of the end', () => {
    expect(payableMonths(TODAY, null, 3)).toEqual(['2026-05', '2026-04', '2026-03']);
    expect(payableMonths(TODAY, '2026-02-10', 2)).toEqual(['2026-02', '2026-01']);
    expect(payableMonths(TODAY, '2026-07-01', 1)).toEqual(['2026-05']);
  });
});

describe('amounts', () => {
  it('of work whose contract was signed afterwards want that day', () => {
    const of = (more: LegalDraft['fields']) =>
      computeAmount(
        'double-wage',
        told({ troubles: ['no-contract'], fields: { ...work, relation: 'written', still: 'yes', ...more } }),
        TODAY,
        restDaysNow(),
      );
    expect(of({})).toMatchObject({ state: 'missing', faults: [{ field: 'signed', typed: false }] });
    expect(of({ signed: '2024-12-01' }).state).not.toBe('missing');
    // A day that was typed before doesn't count where nothing was signed at all.
    const none = { ...work, still: 'yes', signed: '2024-07-01' };
    const unsigned = computeAmount(
      'double-wage',
      told({ troubles: ['no-contract'], fields: none }),
      TODAY,
      restDaysNow(),
    );
    expect(unsigned).not.toEqual(of({ signed: '2024-07-01' }));
  });

  it('say nothing of a final award while there is no amount', () => {
    give({
      troubles: ['dismissed'],
      fields: { still: 'no', ended: '2026-05-31', started: '2023-06-01', ending: 'resigned' },
    });
    render(<AmountsPage />);
    expect(screen.queryByText('裁决是不是终局')).toBeNull();
  });

  it('go into the application on a tap, and out of it on another', () => {
    give({
      troubles: ['wages'],
      fields: { ...work, still: 'yes' },
      months: [{ month: '2026-05', due: '5200', paid: '' }],
    });
    render(<AmountsPage />);
    press('把这一项写进申请书');
    expect(useDraft.getState().draft.claims).toEqual(['wages']);
    press('从申请书里拿掉这一项');
    expect(useDraft.getState().draft.claims).toEqual([]);
  });
});

describe('a request to the union that waits', () => {
  afterEach(() => clearFromOutbox(['legal-aid-delete']));
  const item = (part: Partial<OutboxItem>): OutboxItem => ({
    key: 'k',
    kind: 'legal-aid-delete',
    title: '删除求助',
    method: 'DELETE',
    path: '/api/v1/me/legal-aid/r1',
    body: null,
    createdAt: 0,
    attempts: 0,
    progress: { state: 'waiting', until: 0 },
    ...part,
  });
  const done = { state: 'done', at: 0, status: 204, answer: null } as const;
  const refused: OutboxItem['progress'] = { state: 'refused', code: 'x', title: '不行', errors: [] };

  it('is on its way out until it is answered, refused or done', () => {
    expect(sendDeletion('r1')).toBe(true);
    const [sent] = load(stored.outbox);
    const kind = sent?.kind ?? '';
    const of = (part: Partial<OutboxItem>) => [item({ kind, ...part })];
    expect(isLeaving(of({}), 'r1')).toBe(true);
    expect(isLeaving(of({ progress: { state: 'sending', stopping: false } }), 'r1')).toBe(true);
    expect(isLeaving(of({ progress: refused }), 'r1')).toBe(false);
    expect(isLeaving(of({}), 'r2')).toBe(false);
    expect(isDeleted(of({ progress: done }), 'r1')).toBe(true);
    expect(isDeleted(of({}), 'r1')).toBe(false);
    // A message that has arrived is no deletion.
    expect(isDeleted([item({ kind: 'another', progress: done })], 'r1')).toBe(false);
    expect(waitingAbout(of({}), 'r1')).toHaveLength(1);
    expect(waitingAbout(of({ progress: done }), 'r1')).toEqual([]);
    expect(waitingRequests(of({}))).toEqual([]);
  });
});
