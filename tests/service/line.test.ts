/** The journeys' own service, and the line that can be broken: what it loses is really lost, and nothing else. */
import type { ServiceHands } from '../journeys/language';
import { localService } from '../journeys/service/local';
import { sendTo } from './support/process';
import { eventBody } from './support/service';

const SESSION = 'demo-event-lecture';

let service: ServiceHands & { close: () => Promise<void> };
let token: string;
beforeEach(async () => {
  service = await localService({ startsAt: Date.now() });
  const login = await sendTo(service.line.origin, 'POST /api/v1/login/device');
  token = login?.body['token'] as string;
});
afterEach(() => service.close());

const signUp = (key: string) =>
  sendTo(service.line.origin, `POST /api/v1/sessions/${SESSION}/registrations`, { token, key, body: eventBody(1) });

it('loses a request before the service hears of it', async () => {
  service.line.loseNext('request');
  expect(await signUp('one')).toBeNull();
  expect(await service.registrations(SESSION)).toEqual([]);
  expect((await signUp('one'))?.status).toBe(201);
  expect(service.line.writes).toHaveLength(1);
});

it('loses an answer after the service has committed; the same key finds it again', async () => {
  service.line.loseNext('answer');
  expect(await signUp('two')).toBeNull();
  expect(await service.registrations(SESSION)).toEqual(['booked']);
  expect((await signUp('two'))?.status).toBe(201);
  expect(await service.registrations(SESSION)).toEqual(['booked']);
});

it('stops and starts on the same data, and other people take the seats', async () => {
  const [first] = await service.others(SESSION, 3);
  expect(await service.registrations(SESSION)).toEqual(['booked', 'booked', 'waitlist']);
  await service.stop();
  expect(await signUp('three')).toBeNull();
  await service.start();
  await first?.cancel();
  expect(await service.registrations(SESSION)).toEqual(['cancelled', 'booked', 'waitlist']);
});
