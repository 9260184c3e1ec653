/** Teams on the service: one place each, sealed with their captain, on both engines. */
import { accountById } from '../../../server/src/services/accounts';
import { readPerson } from '../../../server/src/services/registrations';
import { postgresEngine } from '../support/stores';
import { eventBody, startService, teamBody, type TestService } from '../support/service';
import { member } from '../staff/support';

const postgres = postgresEngine();
beforeAll(() => postgres.start(), 30_000);
afterAll(() => postgres.stop(), 30_000);

const SESSION = 'demo-team-basketball';
const LINE = `POST /api/v1/sessions/${SESSION}/registrations`;

describe.each(['sqlite', 'postgres'])('on %s', (engine) => {
  let test: TestService;
  let token: string;
  const log: string[] = [];
  beforeAll(async () => {
    const config = engine === 'postgres' ? { databaseUrl: (await postgres.place()).at } : {};
    test = await startService({ config, app: { log: { stream: { write: (line: string) => void log.push(line) } } } });
  });
  beforeEach(async () => {
    await test.reset();
    token = await test.login();
  });
  afterAll(() => test.close());

  const signUp = (body: unknown, as = token) => test.ask(LINE, { token: as, body });
  const row = async () =>
    test.service.store.read.selectFrom('registrations').selectAll().where('session_id', '=', SESSION).execute();
  const session = async () =>
    (await test.ask('GET /api/v1/sessions')).json().sessions.find(({ id }: { id: string }) => id === SESSION);

  it('says how many a team has', async () => {
    const { programmes } = (await test.ask('GET /api/v1/programmes')).json();
    expect(programmes.map(({ id, team }: { id: string; team: unknown }) => [id, team])).toEqual([
      ['demo-event', null],
      ['demo-screening', null],
      ['demo-team', { min: 3, max: 5 }],
    ]);
  });

  it('takes one place a team, however many they are, and tells the captain who is in it', async () => {
    const { id } = (await signUp(teamBody(1, 4))).json<{ id: string }>();
    expect(await session()).toMatchObject({ capacity: 8, seatsLeft: 7 });
    const detail = (await test.ask(`GET /api/v1/me/registrations/${id}`, { token })).json();
    expect([detail.person.name, detail.team]).toEqual(['演示队长', teamBody(1, 4).team]);
    const pass = (await test.ask(`GET /api/v1/me/registrations/${id}/pass`, { token })).json();
    expect(pass.initials).toBe('演＊＊');
  });

  it.each([
    ['too few', teamBody(1, 1).team, [{ pointer: '/team/members', code: 'too-few' }]],
    ['too many', teamBody(1, 5).team, [{ pointer: '/team/members', code: 'too-many' }]],
    ['nobody but the captain', { members: [] }, [{ pointer: '/team/members', code: 'too-few' }]],
    ['no team', undefined, [{ pointer: '/team', code: 'required' }]],
    ['a name that is none', { members: ['演示甲', '演示2'] }, [{ pointer: '/team/members/1', code: 'name' }]],
    ['more than names', { members: ['演示甲', '演示乙'], phones: [] }, [{ pointer: '/team', code: 'unknown' }]],
  ])('refuses %s and says where, never what', async (_, team, errors) => {
    const answer = await signUp({ ...teamBody(), team });
    expect([answer.statusCode, answer.json().errors]).toEqual([422, errors]);
    expect(answer.body).not.toContain('演示');
  });

  it('asks no team where people come alone', async () => {
    const answer = await test.ask('POST /api/v1/sessions/demo-event-badminton/registrations', {
      token,
      body: { ...eventBody(), team: teamBody().team },
    });
    expect([answer.statusCode, answer.json().errors]).toEqual([422, [{ pointer: '/team', code: 'unknown' }]]);
  });

  it('asks whether the others know', async () => {
    const { consents, ...rest } = teamBody();
    const answer = await signUp({ ...rest, consents: consents.slice(0, 1) });
    expect([answer.statusCode, answer.json().errors]).toEqual([403, [{ pointer: '/consents', code: 'team' }]]);
  });

  it('knows a captain again, whatever team they bring and from whichever phone', async () => {
    const first = (await signUp(teamBody(1, 2))).json<{ id: string }>();
    const again = await signUp(teamBody(1, 4));
    expect([again.statusCode, again.json().id]).toEqual([200, first.id]);
    const stranger = await signUp(teamBody(1, 3), await test.login());
    expect([stranger.statusCode, stranger.json()]).toMatchObject([202, { status: 'held', mine: false }]);
    expect(await row()).toHaveLength(1);
  });

  it('keeps one place of 32 phones that sign the same captain up at once', async () => {
    const tokens = await Promise.all(Array.from({ length: 32 }, () => test.login()));
    const answers = await Promise.all(tokens.map((one, at) => signUp(teamBody(1, 2 + (at % 3)), one)));
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1);
    expect(await session()).toMatchObject({ seatsLeft: 7 });
  });

  it('fills by teams, then lines them up', async () => {
    const answers = [];
    for (let n = 1; n <= 13; n += 1) answers.push((await signUp(teamBody(n), await test.login())).statusCode);
    expect(answers).toEqual([...Array(8).fill(201), ...Array(4).fill(202), 409]);
  });

  it('seals the names with the captain, exports them, and destroys them with the consent and the account', async () => {
    const names = JSON.stringify(teamBody().team.members).slice(1, -1);
    const { id } = (await signUp(teamBody())).json<{ id: string }>();
    const [kept] = await row();
    expect(Buffer.from(kept?.sealed ?? '', 'base64url').toString()).not.toContain('演示');
    expect(JSON.stringify(kept)).not.toContain('演示');
    expect((await test.ask('GET /api/v1/me/export', { token })).body).toContain(names);
    const answer = await test.ask('POST /api/v1/me/consents/team/withdraw', { token });
    expect(answer.json()).toMatchObject({ purpose: 'team', affected: 1 });
    const detail = (await test.ask(`GET /api/v1/me/registrations/${id}`, { token })).json();
    expect(detail).toMatchObject({ status: 'cancelled', person: null, team: null });
    await signUp(teamBody(2));
    expect((await test.ask('DELETE /api/v1/me', { token })).statusCode).toBe(204);
    expect((await row()).map(({ sealed }) => sealed)).toEqual([null, null]);
    expect(log.join('')).not.toContain('演示');
  });

  describe('signed up at the counter', () => {
    const addByHand = async (team: unknown, session = SESSION, person: object = teamBody().person) => {
      const { token: clerk } = await member(test, ['clerk'], { organisation: 'main', districts: null });
      const body = { person, ...(team === undefined ? {} : { team }), agreed: true };
      return test.ask(`POST /api/v1/staff/sessions/${session}/registrations`, { token: clerk, body });
    };

    it('takes one place, seals the names with the captain, and notes both consents and who did it', async () => {
      // Nobody at the counter needs a telephone.
      const answer = await addByHand(teamBody(1, 3).team, SESSION, { name: '演示队长' });
      expect([answer.statusCode, answer.json()]).toMatchObject([201, { result: 'booked' }]);
      expect(await session()).toMatchObject({ seatsLeft: 7 });
      const [kept] = await row();
      expect(JSON.stringify(kept)).not.toContain('演示');
      expect(JSON.parse(kept?.consents ?? '[]').map(({ purpose }: { purpose: string }) => purpose)).toEqual([
        'registration',
        'team',
      ]);
      const account = await accountById(test.service, kept?.account_id ?? '');
      const names = kept && account ? readPerson(account, kept, { error: () => undefined }) : null;
      expect([names?.person?.name, names?.team]).toEqual(['演示队长', teamBody(1, 3).team]);
      const noted = await test.service.store.read
        .selectFrom('audit')
        .select('actor')
        .where('subject', '=', kept?.id ?? '')
        .execute();
      expect(noted.map(({ actor }) => actor.split(':')[0])).toEqual(['staff']);
    });

    it.each([
      ['too few', teamBody(1, 1).team, [{ pointer: '/team/members', code: 'too-few' }]],
      ['too many', teamBody(1, 5).team, [{ pointer: '/team/members', code: 'too-many' }]],
      ['no team', undefined, [{ pointer: '/team', code: 'required' }]],
      ['a name that is none', { members: ['演示甲', '演示2'] }, [{ pointer: '/team/members/1', code: 'name' }]],
    ])('refuses %s as in the app', async (_, team, errors) => {
      const answer = await addByHand(team);
      expect([answer.statusCode, answer.json().errors]).toEqual([422, errors]);
      expect(await row()).toEqual([]);
    });

    it('knows a captain again, and takes no team where people come alone', async () => {
      await signUp(teamBody());
      const again = await addByHand(teamBody(1, 4).team);
      expect([again.statusCode, again.json()]).toEqual([200, { registrationId: null, result: 'exists' }]);
      const alone = await addByHand(teamBody().team, 'demo-event-badminton');
      expect([alone.statusCode, alone.json().errors]).toEqual([422, [{ pointer: '/team', code: 'unknown' }]]);
    });
  });

  it('has an example in the description that works as it stands', async () => {
    const { paths } = (await test.ask('GET /api/v1/openapi.json')).json();
    const { schema } = paths['/api/v1/sessions/{id}/registrations'].post.requestBody.content['application/json'];
    expect((await signUp(schema.examples[0])).statusCode).toBe(201);
  });
});
