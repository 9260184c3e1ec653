/** On-site checks: the signed link, what it opens and takes, and what a clerk makes of what was found. */
import { createHmac } from 'node:crypto';
import sharp from 'sharp';
import { addDays, dayAt } from '@yugong/domain/calendar';
import { defined } from '@yugong/domain/narrow';
import type { StaffStationWire } from '@yugong/domain/station/staff-wire';
import type { OnSiteCheck, OnSiteChecksWire, OnSiteListWire } from '@yugong/domain/on-site/wire';
import type { OnSiteDecision, StaffOnSiteListWire } from '@yugong/domain/on-site/staff-wire';
import { DAY, HOUR, instantOf, isoAt, MINUTE } from '@yugong/domain/time';
import { sweepPictures } from '../../../server/src/content';
import { statement } from '../../../server/src/kernel/store';
import { sweepData } from '../../../server/src/maintenance';
import { jpeg, openCheck } from '../support/on-site';
import { startService, type TestService } from '../support/service';
import { member, type TestMember } from './support';

let test: TestService;
let clerk: TestMember;
beforeAll(async () => {
  test = await startService();
});
afterAll(() => test.close());
beforeEach(async () => {
  await test.reset();
  clerk = await member(test, ['clerk']);
});

const LISTS = '/api/v1/staff/on-site-lists';
const today = (): string => dayAt(test.clock.now);
const stations = () => test.service.content.dataset().stations;
const station = (id: string) => defined(stations().find((one) => one.id === id));

async function makeList({
  day = today(),
  ids = stations()
    .slice(0, 3)
    .map(({ id }) => id),
  who = clerk,
} = {}) {
  const body = { title: '示例核对', day, stations: ids };
  const { id } = (await test.ask(`POST ${LISTS}`, { token: who.token, body })).json<{ id: string }>();
  const { path } = (await test.ask(`GET ${LISTS}/${id}/link`, { token: who.token })).json<{ path: string }>();
  return { id, ids, path, link: defined(path.split('#')[1]) };
}

let serial = 0;
const check = (stationId: string, more: Partial<OnSiteCheck> = {}): OnSiteCheck =>
  openCheck(`check-${(serial += 1)}-of-test`, stationId, test.clock.now, more);
const send = (link: string, checks: OnSiteCheck[], sentAt = isoAt(test.clock.now)) =>
  test.ask('POST /api/v1/on-site/checks', { token: link, body: { sentAt, checks } });
const open = (link: string) => test.ask('GET /api/v1/on-site/list', { token: link });
const resultsOf = (answer: { json<T>(): T }) =>
  answer.json<OnSiteChecksWire>().results.map(({ outcome, refusal }) => refusal ?? outcome);
const inspect = async (id: string) =>
  (await test.ask(`GET ${LISTS}/${id}`, { token: clerk.token })).json<StaffOnSiteListWire>();
const decide = (id: string, decisions: OnSiteDecision[], who = clerk) =>
  test.ask(`POST ${LISTS}/${id}/decisions`, { token: who.token, body: { decisions } });
const candidates = () => test.service.store.read.selectFrom('station_candidates').selectAll().execute();
/** Entries of the audit about a station or a list. Nothing empties it, and every test begins in the same morning. */
const auditOf = async (action: string, subject: string) =>
  (
    await test.service.store.read
      .selectFrom('audit')
      .selectAll()
      .where('action', '=', action)
      .where('subject', '=', subject)
      .execute()
  ).length;

const exif = [0xff, 0xe1, 0x00, 0x08, 0x45, 0x78, 0x69, 0x66, 0x00, 0x00];

describe('the link', () => {
  it('opens the list that it was made for, with nothing but what is published of its stations', async () => {
    const { link, ids } = await makeList();
    const list = (await open(link)).json<OnSiteListWire>();
    expect(list).toMatchObject({ title: '示例核对', day: today(), checked: [] });
    expect(list.stations.map(({ id }) => id)).toEqual(ids);
    expect(Object.keys(defined(list.stations[0])).sort()).toEqual(
      ['address', 'anyoneMayEnter', 'facilities', 'floor', 'hours', 'id', 'position', 'title'].sort(),
    );
  });

  it('stands behind the fragment sign, so that no server is asked for it', async () => {
    expect((await makeList()).path).toMatch(/^\/on-site\/#[0-9A-Z]{26}\.\d{8}\.[0-9a-z]+\.[\w-]{22}$/);
  });

  it('is refused when its list, its day, its end or its proof was altered', async () => {
    const [one, other] = [await makeList(), await makeList()];
    const [id, day, until, proof] = one.link.split('.') as [string, string, string, string];
    const forged = createHmac('sha256', 'somebody else').update(id).digest('base64url').slice(0, 22);
    for (const link of [
      [other.id, day, until, proof],
      [id, addDays(today(), 1).replace(/-/g, ''), until, proof],
      [id, day, (parseInt(until, 36) + DAY).toString(36), proof],
      [id, day, until, forged],
      [id, day, until],
      ['not a link'],
    ]) {
      const answers = [await open(link.join('.')), await send(link.join('.'), [check(defined(one.ids[0]))])];
      expect([link, answers.map((answer) => [answer.statusCode, answer.json<{ code: string }>().code])]).toEqual([
        link,
        [
          [403, 'link-invalid'],
          [403, 'link-invalid'],
        ],
      ]);
    }
    expect(await candidates()).toEqual([]);
  });

  it('isn’t a login: neither a worker’s token opens a list, nor a link anything else', async () => {
    const { link, id } = await makeList();
    expect((await open(await test.login())).statusCode).toBe(403);
    expect((await test.ask('GET /api/v1/me/registrations', { token: link })).statusCode).toBe(401);
    expect((await test.ask(`GET ${LISTS}/${id}`, { token: link })).statusCode).toBe(401);
  });

  it('shows nothing after its day, takes what was recorded on the day for two more, and lapses then', async () => {
    const { link, ids } = await makeList();
    const recorded = check(defined(ids[0]));
    test.clock.now = instantOf(addDays(today(), 1), '09:00');
    expect((await open(link)).json()).toMatchObject({ status: 403, code: 'link-over' });
    expect(resultsOf(await send(link, [recorded, check(defined(ids[1]))]))).toEqual(['recorded', 'other-day']);
    test.clock.now += 2 * DAY;
    expect((await send(link, [check(defined(ids[0]))])).json()).toMatchObject({ code: 'link-invalid' });
  });

  it('is good for nothing once the clerk has revoked it', async () => {
    const { id, link, ids } = await makeList();
    await test.ask(`POST ${LISTS}/${id}/revocation`, { token: clerk.token });
    expect((await open(link)).json()).toMatchObject({ code: 'link-invalid' });
    expect((await send(link, [check(defined(ids[0]))])).json()).toMatchObject({ code: 'link-invalid' });
    expect((await test.ask(`GET ${LISTS}/${id}/link`, { token: clerk.token })).statusCode).toBe(403);
    expect([await auditOf('station.on-site-list-made', id), await auditOf('station.on-site-list-revoked', id)]).toEqual(
      [1, 1],
    );
  });

  it('is counted: who asks without end has to wait, and another list doesn’t', async () => {
    const [one, other] = [await makeList(), await makeList()];
    const codes = new Set<number>();
    for (let n = 0; n < 130; n += 1) codes.add((await open(one.link)).statusCode);
    expect([...codes]).toEqual([200, 429]);
    expect((await open(other.link)).statusCode).toBe(200);
  });
});

describe('what is sent', () => {
  it('becomes a candidate a field, with where it comes from and an entry in the audit, and changes no station', async () => {
    const { id, link, ids } = await makeList();
    const before = station(defined(ids[0]));
    const found = check(before.id, {
      position: { lng: 106.55, lat: 29.56, accuracy: 12 },
      hours: '每天 8:00-22:00',
      facilities: { present: ['microwave'], absent: [] },
      anyoneMayEnter: 'yes',
    });
    const audited = await auditOf('station.candidate-proposed', before.id);
    expect(resultsOf(await send(link, [found]))).toEqual(['recorded']);
    const rows = await candidates();
    expect(rows.map(({ field, state }) => [field, state]).sort()).toEqual(
      ['anyoneMayEnter', 'facilities', 'hours', 'openNow', 'position'].map((field) => [field, 'open']),
    );
    const position = defined(rows.find(({ field }) => field === 'position'));
    // GCJ-02, as records keep them, some 300 to 500 m from what the satellites say.
    expect(JSON.parse(position.value)).toEqual({ lng: 106.55372, lat: 29.557153 });
    expect(JSON.parse(position.origin)).toEqual({
      by: 'visit',
      link: id,
      seenAt: isoAt(test.clock.now),
      accuracy: 12,
    });
    expect((await auditOf('station.candidate-proposed', before.id)) - audited).toBe(5);
    expect(station(before.id)).toBe(before);
  });

  it('takes effect once, however often it arrives', async () => {
    const { link, ids } = await makeList();
    const sent = [check(defined(ids[0]), { photo: jpeg() }), check(defined(ids[1]))];
    for (let n = 0; n < 3; n += 1) expect(resultsOf(await send(link, sent))).toEqual(['recorded', 'recorded']);
    const { read } = test.service.store;
    expect((await candidates()).length).toBe(2);
    expect((await read.selectFrom('on_site_checks').selectAll().execute()).length).toBe(2);
    expect((await read.selectFrom('on_site_photos').selectAll().execute()).length).toBe(1);
    expect((await open(link)).json<OnSiteListWire>().checked.sort()).toEqual(ids.slice(0, 2).sort());
  });

  it('is dated by the service: a phone whose clock is a day slow loses nothing', async () => {
    const { id, link, ids } = await makeList();
    const slow = test.clock.now - DAY;
    const recorded = check(defined(ids[0]), { at: isoAt(slow - 5 * MINUTE) });
    expect(resultsOf(await send(link, [recorded], isoAt(slow)))).toEqual(['recorded']);
    expect((await inspect(id)).checks.map(({ at }) => at)).toEqual([isoAt(test.clock.now - 5 * MINUTE)]);
  });

  it('is refused one by one for stations of no list and for pictures that say more than they show', async () => {
    const { link, ids } = await makeList();
    const outside = defined(stations().find((one) => !ids.includes(one.id)));
    const sent = [check(outside.id), check(defined(ids[0])), check(defined(ids[1]), { photo: jpeg(exif) })];
    expect(resultsOf(await send(link, sent))).toEqual(['not-on-list', 'recorded', 'bad-photo']);
    const text = Buffer.from('<svg onload="alert(1)"/>').toString('base64');
    expect(resultsOf(await send(link, [check(defined(ids[2]), { photo: text })]))).toEqual(['bad-photo']);
    expect((await candidates()).map(({ station_id }) => station_id)).toEqual([ids[0]]);
  });

  it('has no position worse than 50 m, no picture above 300 KB and no second one', async () => {
    const { link, ids } = await makeList();
    const [first] = [defined(ids[0])];
    const vague = check(first, { position: { lng: 106.55, lat: 29.56, accuracy: 51 } });
    const large = check(first, { photo: 'A'.repeat(409_604) });
    for (const checks of [[vague], [large], [check(first, { photo: jpeg() }), check(first, { photo: jpeg() })]])
      expect((await send(link, checks)).statusCode).toBe(422);
  });
});

describe('the clerk', () => {
  it('makes lists of one’s own stations only, for today or later', async () => {
    const elsewhere = defined(stations().find(({ adcode }) => adcode !== '500103'));
    const own = defined(stations().find(({ adcode }) => adcode === '500103'));
    const who = await member(test, ['clerk'], { organisation: 'main', districts: ['500103'] });
    const make = async (body: object) =>
      (await test.ask(`POST ${LISTS}`, { token: who.token, body: { title: '示例', ...body } })).statusCode;
    expect([
      await make({ day: today(), stations: [own.id] }),
      await make({ day: today(), stations: [own.id, elsewhere.id] }),
      await make({ day: addDays(today(), -1), stations: [own.id] }),
      await make({ day: addDays(today(), 60), stations: [own.id] }),
    ]).toEqual([200, 422, 422, 422]);
    const { id } = await makeList();
    expect((await test.ask(`GET ${LISTS}/${id}`, { token: who.token })).statusCode).toBe(404);
  });

  it('publishes what is accepted and refuses the rest, and the station counts as verified on that day', async () => {
    const before = defined(stations().find((one) => one.facilities.length > 1));
    const { id, link } = await makeList({ ids: [before.id] });
    const present = before.facilities.includes('aed') ? ('sewing_kit' as const) : ('aed' as const);
    const found = check(before.id, {
      position: { lng: 106.55, lat: 29.56, accuracy: 12 },
      hours: '每天 8:00-22:00',
      facilities: { present: [present], absent: before.facilities.slice(0, 1) },
      anyoneMayEnter: 'no',
    });
    await send(link, [found]);
    const audited = await auditOf('station.on-site-decided', before.id);
    const [shown] = (await inspect(id)).checks;
    expect(shown).toMatchObject({ found: 'open', photo: null, station: { id: before.id } });
    const decision = { check: defined(shown).id, hours: null, photo: null };
    const answer = await decide(id, [{ ...decision, accept: ['openNow', 'hours', 'facilities', 'anyoneMayEnter'] }]);
    expect(answer.json()).toMatchObject({ done: true, faults: [] });
    expect(station(before.id)).toMatchObject({
      openingHours: 'Mo-Su 08:00-22:00',
      anyoneMayEnter: 'no',
      location: before.location,
      verifiedAt: today(),
      verifiedBy: '工会',
      asOf: today(),
    });
    const { facilities } = station(before.id);
    expect([facilities.includes(present), facilities.includes(defined(before.facilities[0]))]).toEqual([true, false]);
    const states = new Map((await candidates()).map(({ field, state, decided_by }) => [field, [state, decided_by]]));
    expect([states.get('hours'), states.get('position')]).toEqual([
      ['accepted', clerk.id],
      ['rejected', clerk.id],
    ]);
    expect((await auditOf('station.on-site-decided', before.id)) - audited).toBe(1);
    expect((await inspect(id)).openCount).toBe(0);
  });

  it('decides a whole list in one version', async () => {
    const { id, link, ids } = await makeList();
    await send(
      link,
      ids.map((one) => check(one)),
    );
    const { checks } = await inspect(id);
    const decisions = checks.map((one) => ({ check: one.id, accept: ['openNow' as const], hours: null, photo: null }));
    const { version } = (await decide(id, decisions)).json<{ version: number }>();
    expect(version).toEqual(expect.any(Number));
    expect(ids.map((one) => station(one).verifiedAt)).toEqual(ids.map(today));
    expect((await test.ask(`GET ${LISTS}`, { token: clerk.token })).json()).toMatchObject({
      lists: [{ id, stationCount: 3, checkedCount: 3, openCount: 0 }],
    });
  });

  it('verifies nothing that was closed or not to be found, whatever is accepted of it', async () => {
    const { id, link, ids } = await makeList();
    const [closed, missing] = [defined(ids[0]), defined(ids[1])];
    const before = [station(closed).verifiedAt, station(missing).verifiedAt];
    await send(link, [check(closed, { found: 'closed', anyoneMayEnter: 'yes' }), check(missing, { found: 'missing' })]);
    const { checks } = await inspect(id);
    expect(checks.map(({ found }) => found)).toEqual(['closed', 'missing']);
    const accept = ['openNow' as const, 'anyoneMayEnter' as const];
    await decide(
      id,
      checks.map((one) => ({ check: one.id, accept, hours: null, photo: null })),
    );
    expect([station(closed).verifiedAt, station(missing).verifiedAt]).toEqual(before);
    expect(station(closed).anyoneMayEnter).toBe('yes');
  });

  it('mends hours that nobody can read, and nothing is published before they can be', async () => {
    const { id, link, ids } = await makeList();
    const [first] = [defined(ids[0])];
    await send(link, [check(first, { hours: '看老板心情' })]);
    const { checks } = await inspect(id);
    const decision = { check: defined(checks[0]).id, accept: ['hours' as const], photo: null };
    const before = station(first);
    expect((await decide(id, [{ ...decision, hours: null }])).json()).toMatchObject({
      done: false,
      faults: [{ record: first, field: 'openingHours' }],
    });
    expect([station(first), (await inspect(id)).openCount]).toEqual([before, 1]);
    expect((await decide(id, [{ ...decision, hours: '每天 9:00-17:00' }])).json()).toMatchObject({ done: true });
    expect(station(first).openingHours).toBe('Mo-Su 09:00-17:00');
  });

  it('sees a picture, and one that is refused is deleted', async () => {
    const { id, link, ids } = await makeList();
    await send(link, [check(defined(ids[0]), { photo: jpeg() })]);
    await send(link, [check(defined(ids[1]), { photo: jpeg() })]);
    const [first, second] = (await inspect(id)).checks;
    const photo = (one: string, who = clerk) =>
      test.ask(`GET /api/v1/staff/on-site-checks/${one}/photo`, { token: who.token });
    const seen = await photo(defined(first).id);
    expect([seen.headers['content-type'], seen.rawPayload.toString('base64')]).toEqual(['image/jpeg', jpeg()]);
    const stranger = await member(test, ['clerk'], { organisation: 'main', districts: ['500103'] });
    expect((await photo(defined(first).id, stranger)).statusCode).toBe(404);
    await decide(id, [{ accept: ['openNow'], hours: null, check: defined(first).id, photo: 'refuse' }]);
    expect([(await photo(defined(first).id)).statusCode, (await photo(defined(second).id)).statusCode]).toEqual([
      404, 200,
    ]);
    expect((await inspect(id)).checks.map((one) => one.photo)).toEqual([null, 'open']);
    const left = await test.service.store.read.selectFrom('on_site_photos').select('check_id').execute();
    expect(left).toEqual([{ check_id: defined(second).id }]);
    expect(station(defined(ids[0]))).not.toHaveProperty('pictures');
  });

  /** A door as a volunteer's page draws it: pixels and nothing else. */
  const door = async (background: string): Promise<string> =>
    (
      await sharp({ create: { width: 640, height: 480, channels: 3, background } })
        .jpeg()
        .toBuffer()
    ).toString('base64');
  const filesOf = (stationId: string) => defined(station(stationId).pictures).map(({ id }) => id);
  const served = (picture: string) => test.ask(`GET /api/v1/pictures/${picture}`);
  const acceptPhoto = async (stationId: string, photo: string) => {
    const { id, link } = await makeList({ ids: [stationId] });
    await send(link, [check(stationId, { photo })]);
    const [shown] = (await inspect(id)).checks;
    const answer = await decide(id, [{ check: defined(shown).id, accept: [], hours: null, photo: 'accept' }]);
    return { id, check: defined(shown).id, answer };
  };

  it('shows an accepted picture on the station’s page, to everybody and for a year, with whose it is', async () => {
    const { id: stationId, title } = defined(stations()[0]);
    const { id, check: accepted, answer } = await acceptPhoto(stationId, await door('#a33'));
    expect(answer.json()).toMatchObject({ done: true, version: expect.any(Number) as number, faults: [] });
    const [picture] = defined(station(stationId).pictures);
    expect(picture).toMatchObject({
      width: 640,
      height: 480,
      alt: `${title}的门口`,
      rights: expect.stringMatching(/^工会，20\d\d年\d+月\d+日现场核对时拍摄$/) as string,
    });
    const file = await served(defined(picture).id);
    expect([file.statusCode, file.headers['content-type'], file.headers['cache-control']]).toEqual([
      200,
      'image/jpeg',
      'public, max-age=31536000, immutable',
    ]);
    expect((await sharp(file.rawPayload).metadata()).exif).toBeUndefined();
    expect((await inspect(id)).checks.map((one) => one.photo)).toEqual(['accepted']);
    // There is one file, and it is the station's.
    const [row] = await test.service.store.read.selectFrom('on_site_photos').selectAll().execute();
    expect(row).toMatchObject({ check_id: accepted, state: 'accepted', jpeg: '' });
  });

  it('shows the newer picture in the place of the older one of the same door', async () => {
    const stationId = defined(stations()[0]).id;
    await acceptPhoto(stationId, await door('#a33'));
    const [older] = filesOf(stationId);
    await acceptPhoto(stationId, await door('#3a3'));
    const [newer, ...others] = filesOf(stationId);
    expect(others).toEqual([]);
    expect([(await served(defined(older))).statusCode, (await served(defined(newer))).statusCode]).toEqual([404, 200]);
  });

  it('takes a picture down again in the station’s form: gone for phones at once, and its file after a week', async () => {
    const stationId = defined(stations()[0]).id;
    await acceptPhoto(stationId, await door('#33a'));
    const [picture] = filesOf(stationId);
    const path = '/api/v1/staff/stations';
    const { form, version } = (
      await test.ask(`GET ${path}/${stationId}`, { token: clerk.token })
    ).json<StaffStationWire>();
    expect(form.pictures).toEqual([picture]);
    const publish = (pictures: string[] | undefined) =>
      test.ask(`PUT ${path}`, {
        token: clerk.token,
        body: { id: stationId, form: { ...form, pictures, note: '示例' }, seen: version, preview: false },
      });
    // A console of before knows of no pictures, and takes none down.
    expect((await publish(undefined)).json()).toMatchObject({ done: true });
    expect(filesOf(stationId)).toEqual([picture]);
    const again = (await test.ask(`GET ${path}/${stationId}`, { token: clerk.token })).json<StaffStationWire>();
    await test.ask(`PUT ${path}`, {
      token: clerk.token,
      body: { id: stationId, form: { ...again.form, pictures: [] }, seen: again.version, preview: false },
    });
    expect(station(stationId)).not.toHaveProperty('pictures');
    expect((await served(defined(picture))).statusCode).toBe(404);
    test.clock.now += 8 * DAY;
    await sweepPictures(test.service);
    const files = await test.service.store.read
      .selectFrom('pictures')
      .select('id')
      .where('id', '=', defined(picture))
      .execute();
    expect(files).toEqual([]);
  });

  it('publishes nothing where a picture can’t be read, and says which', async () => {
    const { id: stationId } = defined(stations()[0]);
    const { id, answer } = await acceptPhoto(stationId, jpeg());
    expect(answer.json()).toMatchObject({ done: false, faults: [{ record: stationId, field: 'photo' }] });
    expect((await inspect(id)).checks.map((one) => one.photo)).toEqual(['open']);
  });

  it('loses undecided pictures after 30 days, and keeps those that were accepted', async () => {
    const { id, link, ids } = await makeList();
    await send(link, [check(defined(ids[0]), { photo: jpeg() })]);
    await send(link, [check(defined(ids[1]), { photo: jpeg() })]);
    const { checks } = await inspect(id);
    const [, second] = checks;
    const { read, write } = test.service.store;
    const accepted = read.updateTable('on_site_photos').set({ state: 'accepted', jpeg: '' });
    await write([statement(accepted.where('check_id', '=', defined(second).id), 1)]);
    test.clock.now += 30 * DAY + HOUR;
    await sweepData(test.service);
    const left = await test.service.store.read.selectFrom('on_site_photos').select('check_id').execute();
    expect(left).toEqual([{ check_id: defined(second).id }]);
  });
});
