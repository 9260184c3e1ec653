/** A phone that takes the content feed from a real service, over a line on which answers can be changed. */
import { phone } from '../../setup/taro';
import { taroRequest } from '../../ui/outbox/service';
import { startService, type TestService } from './service';
import { portOf } from '../../../scripts/lib/port';

declare global {
  var SERVICE_ORIGIN: string;
}

const browser = { navigator: { onLine: true }, window: new EventTarget(), document: new EventTarget() };
for (const [name, value] of Object.entries(browser)) Object.defineProperty(globalThis, name, { value });

/** The service, and the line to it. */
export const world = {
  api: null as unknown as TestService,
  /** What the phone has asked for. */
  asked: [] as string[],
  /** What becomes of an answer on its way. */
  onTheWay: (body: Record<string, unknown>): unknown => body,
  /** Where the service is, and where it isn't. */
  reach: (there: boolean): void => {
    const port = portOf(world.api.app.server);
    globalThis.SERVICE_ORIGIN = `http://127.0.0.1:${there ? port : 9}`;
  },
};

/** Before and after each test: a service and an empty phone. */
export function withFeedPhone(): void {
  beforeEach(async () => {
    world.api = await startService();
    await world.api.app.listen({ port: 0, host: '127.0.0.1' });
    world.reach(true);
    phone.reset();
    world.asked = [];
    world.onTheWay = (body) => body;
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  });
  afterEach(() => world.api.close());
}

/** Starts the app's modules anew on the same phone. @returns that start's own stand-in for the phone */
export async function restart(): Promise<typeof phone> {
  jest.resetModules();
  const taro = (await import('@tarojs/taro')).default;
  const { phone: fresh } = await import('../../setup/taro');
  fresh.storage = phone.storage;
  fresh.storageFull = phone.storageFull;
  Object.assign(taro, {
    request: (options: Parameters<typeof taroRequest>[0]) => {
      world.asked.push(new URL(options.url).pathname + new URL(options.url).search);
      const changed = taroRequest(options).then((given) => {
        const answer = given as { data: string };
        const told = world.onTheWay(JSON.parse(answer.data) as Record<string, unknown>);
        return { ...answer, data: typeof told === 'string' ? told : JSON.stringify(told) };
      });
      return Object.assign(changed, { abort: () => undefined });
    },
    onNetworkStatusChange: () => undefined,
  });
  return fresh;
}

/** What a phone keeps of a collection. */
export const kept = (collection: string) => phone.storage.get(`content-${collection}`);
