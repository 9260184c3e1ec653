/** The page of a sign-up: the form, then what was handed in, then what was there before. */
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { currentConsent } from '@yugong/domain/consent';
import { defined } from '@yugong/domain/narrow';
import type { ProgrammeWire } from '@yugong/domain/programme/wire';
import type { SessionWire } from '@yugong/domain/session/wire';
import { instantOf, isoOf } from '@yugong/domain/time';
import SignUpPage from '@/features/registration/pages/sign-up';
import { useSignUpDraft } from '@/features/registration/form/draft';
import { sessionOf } from '@/features/registration/outbox-kinds';
import { clearFromOutbox, dismissFromOutbox } from '@/platform/outbox';
import { load, save, stored, type OutboxItem } from '@/platform/storage';
import {
  askedOf,
  logIn,
  phoneService,
  pressButton,
  ServiceRefusal,
  settle,
  withPhoneService,
} from '../fixtures/phone-service';
import { ticketOf, ticketSessionOf } from '../fixtures/tickets';
import { phone } from '../setup/taro';

const TODAY = '2026-06-01';
const session = (part: Partial<SessionWire> = {}): SessionWire =>
  ticketSessionOf({
    id: 's',
    kind: 'event',
    title: '羽毛球体验',
    place: '文化宫',
    demo: false,
    opensAt: isoOf('2026-05-01'),
    closesAt: isoOf('2026-06-02'),
    cancelUntil: isoOf('2026-06-02'),
    startsAt: isoOf('2026-06-03', '09:00'),
    endsAt: isoOf('2026-06-03', '11:00'),
    ...part,
  });
const consent = { ...currentConsent('registration'), hash: 'x' };
const programme: ProgrammeWire = {
  id: 'p',
  kind: 'event',
  title: '羽毛球体验',
  summary: '',
  organiser: '演示工会',
  demo: false,
  fields: ['name', 'phone'],
  limitPerPerson: null,
  offerMinutes: null,
  sex: null,
  age: null,
  team: null,
  family: null,
  consents: [consent],
  rules: null,
};
const registration = {
  ...ticketOf({ id: '01JD7Q9Z3K4M5N6P7Q8R9S0T1V', session: session() }).registration,
  session: session(),
  person: { name: '演示一', phone: '138****0000', residentId: null },
  consents: [],
};
const agreed = `${consent.purpose}@${consent.version}`;
const body = {
  person: { name: '演示一', phone: '19900000001' },
  consents: [{ purpose: consent.purpose, version: consent.version }],
};
const waiting = { state: 'waiting', until: instantOf('2027-01-01') } as const;
const refused = (code: string): OutboxItem['progress'] => ({ state: 'refused', code, title: '不能报名', errors: [] });

/** Something handed in for the session before the page was opened. */
function handIn(progress: OutboxItem['progress'], attempts = 0): void {
  const path = '/api/v1/sessions/s/registrations';
  const item = { key: 'k', kind: 'sign-up', title: '报名：羽毛球体验', method: 'POST', path, createdAt: 0 } as const;
  save(stored.outbox, [{ ...item, body, attempts, progress }]);
  // The outbox looks into the storage whenever something happens to it.
  act(() => dismissFromOutbox('another'));
}

async function open() {
  const drawn = render(<SignUpPage />);
  await settle();
  return drawn.container;
}

withPhoneService();
beforeEach(() => {
  jest.useFakeTimers({ now: instantOf(TODAY, '12:00'), doNotFake: ['setTimeout', 'queueMicrotask'] });
  phone.params = { session: 's' };
  phoneService.answers = {
    'GET /api/v1/sessions/s': session(),
    'GET /api/v1/programmes': { programmes: [programme] },
    'GET /api/v1/me/registrations': { registrations: [], held: [] },
  };
});
afterEach(() => {
  act(() => {
    useSignUpDraft.getState().clear();
    clearFromOutbox(['sign-up']);
  });
  jest.restoreAllMocks();
  jest.useRealTimers();
});

describe('the form', () => {
  it('is for one session: when, where, what; without an account nothing of anybody is asked for', async () => {
    const page = await open();
    expect(page).toHaveTextContent('本周三 09:00—11:00');
    expect(page).toHaveTextContent('文化宫');
    expect(screen.queryByText('演示')).toBeNull();
    expect(screen.getByRole('button', { name: '下一步' })).toBeInTheDocument();
    expect(askedOf('/me/')).toEqual([]);
  });

  it('says that a session is only for show', async () => {
    phoneService.answers['GET /api/v1/sessions/s'] = session({ demo: true });
    await open();
    expect(screen.getByText('演示')).toBeInTheDocument();
  });

  it('stays with what was typed when the network goes, and says that the session may have changed', async () => {
    act(() => useSignUpDraft.getState().change({ session: session(), programme: programme }, {}, { name: '演示一' }));
    phoneService.away = true;
    const page = await open();
    expect(page).toHaveTextContent('网络连接失败，场次信息可能已变化');
    expect(screen.getByLabelText('你的姓名')).toHaveValue('演示一');
  });

  it('of one session leaves what was typed for another', () => {
    const seen = (id: string) => ({
      session: session({ id }),
      programme: programme,
    });
    const { change, drop } = useSignUpDraft.getState();
    act(() => change(seen('a'), { agreed: [agreed] }, { name: '演示一' }));
    act(() => change(seen('b'), { step: 'phone' }));
    act(() => drop('a'));
    expect(load(stored.signUpDraft)).toMatchObject({ values: { name: '演示一' }, sessions: { b: { step: 'phone' } } });
    expect(Object.keys(load(stored.signUpDraft).sessions)).toEqual(['b']);
    act(() => drop('b'));
    expect(load(stored.signUpDraft)).toEqual(stored.signUpDraft.initial);
  });
});

describe('a session that can’t be signed up for', () => {
  it.each([
    [new ServiceRefusal(404, 'not-found'), '没有找到'],
    [new ServiceRefusal(503, 'busy'), '填写的内容已保存。'],
  ])('says why: %#', async (answer, words) => {
    phoneService.answers['GET /api/v1/sessions/s'] = answer;
    const page = await open();
    expect(page).toHaveTextContent(words);
    expect(screen.queryByRole('button', { name: '下一步' })).toBeNull();
  });

  it('is none at all without an id', async () => {
    phone.params = {};
    expect(await open()).toHaveTextContent('没有找到');
  });

  it('is over, and leads to others of its programme', async () => {
    phoneService.answers['GET /api/v1/sessions/s'] = session({ state: 'closed' });
    await open();
    expect(screen.queryByRole('button', { name: '下一步' })).toBeNull();
  });
});

describe('a place that one has already', () => {
  const another = '为其他人报名';
  beforeEach(() => {
    logIn();
    phoneService.answers['GET /api/v1/me/registrations'] = { registrations: [registration], held: [] };
  });

  it('goes before the form', async () => {
    const page = await open();
    expect(page).toHaveTextContent('你已报名这个场次。');
    expect(screen.getByRole('link', { name: /查看我的报名/ })).toHaveAttribute(
      'href',
      `/features/registration/pages/ticket/index?id=${registration.id}`,
    );
    expect(screen.queryByRole('button', { name: another })).toBeNull();
  });

  it('that is a family member’s is said to be hers', async () => {
    phoneService.answers['GET /api/v1/me/registrations'] = {
      registrations: [{ ...registration, family: { relation: 'daughter', phone: '199****0001' } }],
      held: [],
    };
    expect(await open()).toHaveTextContent('你已为家人报名这个场次。');
  });

  const family = { consents: [{ ...currentConsent('family'), hash: 'x' }] };

  it('leaves room for somebody of the family, where the programme takes them', async () => {
    phoneService.answers['GET /api/v1/programmes'] = { programmes: [{ ...programme, family }] };
    await open();
    await pressButton(another);
    expect(screen.getByRole('button', { name: '下一步' })).toBeInTheDocument();
  });

  it('leaves no room in a session that takes no sign-ups', async () => {
    phoneService.answers['GET /api/v1/programmes'] = { programmes: [{ ...programme, family }] };
    phoneService.answers['GET /api/v1/sessions/s'] = session({ state: 'closed' });
    const page = await open();
    expect(page).toHaveTextContent('你已报名这个场次。');
    expect(screen.queryByRole('button', { name: another })).toBeNull();
  });

  it('doesn’t count once it was given back', async () => {
    phoneService.answers['GET /api/v1/me/registrations'] = {
      registrations: [{ ...registration, status: 'cancelled' }],
      held: [],
    };
    expect(await open()).not.toHaveTextContent('你已报名这个场次。');
  });
});

describe('what was handed in', () => {
  it('can be taken back before it has gone out, and is in the form again', async () => {
    handIn(waiting);
    expect(await open()).toHaveTextContent('等待提交');
    await pressButton('取消提交');
    expect(screen.getByRole('dialog')).toHaveTextContent('报名尚未发送。取消后，填写的内容会回到报名表。');
    fireEvent.click(screen.getAllByRole('button', { name: '取消提交' }).slice(-1)[0] ?? document.body);
    await waitFor(() => expect(screen.getByRole('button', { name: /下一步|提交报名/ })).toBeInTheDocument());
    expect(load(stored.outbox)).toEqual([]);
    expect(load(stored.signUpDraft)).toMatchObject({
      values: { name: '演示一' },
      sessions: { s: { agreed: [agreed] } },
    });
  });

  it('may have arrived once it has gone out: taking it back says so, and it stays as stopped', async () => {
    handIn(waiting, 2);
    expect(await open()).toHaveTextContent('正在确认报名结果');
    await pressButton('取消提交');
    expect(screen.getByRole('dialog')).toHaveTextContent('报名可能已送达，只是暂未收到确认。');
    fireEvent.click(screen.getAllByRole('button', { name: '取消提交' }).slice(-1)[0] ?? document.body);
    await waitFor(() => expect(screen.getByText('已取消提交')).toBeInTheDocument());
    await pressButton('重新报名');
    expect(load(stored.outbox)).toEqual([]);
    expect(screen.getByRole('button', { name: /下一步|提交报名/ })).toBeInTheDocument();
  });

  it.each([
    ['consent-missing', '查看说明', []],
    ['invalid', '返回修改', [agreed]],
    ['wechat-blocked', '重新报名', [agreed]],
  ])('that was refused as %s goes back into the form by 「%s」, with the consents %j', async (code, way, kept) => {
    handIn(refused(code), 1);
    const page = await open();
    expect(page).toHaveTextContent('报名未成功');
    expect(page).toHaveTextContent('填写的内容都在，不用重新填写。');
    await pressButton(way);
    expect(load(stored.signUpDraft).sessions['s']?.agreed).toEqual(kept);
    expect(load(stored.outbox)).toEqual([]);
  });

  it('for a session that is full leads to others', async () => {
    handIn(refused('session-full'), 1);
    await open();
    expect(screen.getByRole('link', { name: /看看其他场次/ })).toHaveAttribute(
      'href',
      expect.stringContaining('/features/events/'),
    );
  });

  it('is sent at once on a tap', async () => {
    handIn(waiting);
    await open();
    await pressButton('立即发送');
    const { progress } = defined(load(stored.outbox)[0]);
    expect(progress.state === 'waiting' && progress.until).toBeLessThan(waiting.until);
  });
});

it('knows a sign-up’s session by its path, and none of anything else', () => {
  const item = (kind: string, path: string): OutboxItem => ({
    key: 'k',
    kind,
    title: '',
    method: 'POST',
    path,
    body: null,
    createdAt: 0,
    attempts: 0,
    progress: waiting,
  });
  expect(sessionOf(item('sign-up', '/api/v1/sessions/a%2Fb/registrations'))).toBe('a/b');
  expect(sessionOf(item('sign-up', '/api/v1/sessions'))).toBeNull();
  expect(sessionOf(item('complaint', '/api/v1/sessions/a/registrations'))).toBeNull();
});
