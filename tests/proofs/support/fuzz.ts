/**
 * Asks the whole API, as its own description tells it, things it allows and things it forbids, many at a time.
 * Whatever comes: no 5xx, an answer that the description names, and no word of what was sent in a refusal.
 */
import fc from 'fast-check';
import { defined } from '@yugong/domain/narrow';
import { problems } from '@yugong/domain/problem';
import { statement } from '../../../server/src/kernel/store';
import { eventBody, screeningBody, startService, type TestService } from '../../service/support/service';
import { member } from '../../service/staff/support';
import type { Config } from '../../../server/src/config';

const AT_ONCE = 16;
/** Another seed asks other requests: a long run in parts (`FUZZ_REQUESTS`) gives each part its own. */
const SEED = Number(process.env.FUZZ_SEED) || 20261123;
const MARKER = 'zzEchoMarkerzz';

interface Schema {
  enum?: unknown[];
}

interface Described {
  parameters: { name: string; in: 'path' | 'query' | 'header'; schema: Schema; example?: string }[];
  requestBody?: { content: Record<string, { example: Record<string, unknown> }> };
  responses: Record<string, unknown>;
}

interface Operation {
  line: string;
  one: Described;
}

interface Asked {
  operation: Operation;
  /** Which part of the example is replaced, and by what; null sends it as it stands. */
  damage: { path: number[]; value: unknown } | null;
  pathValue: string | null;
  query: [number, string] | null;
  person: number;
  token: 'mine' | 'none' | 'false';
  key: 'fresh' | 'again' | 'none' | 'bad';
  type: string;
  raw: string | null;
}

/** Values that have broken services before. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }).map((text) => MARKER + text),
  fc.constantFrom(
    '',
    '\u0000',
    "' or 1=1--",
    '${7*7}',
    '../../etc/passwd',
    '\ud800',
    '\u202e',
    '1e999',
    'null',
    '🙂'.repeat(40),
  ),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string(), { maxLength: 3 }),
  fc.dictionary(fc.string({ maxLength: 8 }), fc.string(), { maxKeys: 3 }),
);

const often = <T>(usual: T, ...seldom: T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, { weight: 2, arbitrary: fc.constantFrom(...seldom) });

const asking = (operations: Operation[]): fc.Arbitrary<Asked> =>
  fc.record({
    operation: fc.constantFrom(...operations),
    damage: fc.option(fc.record({ path: fc.array(fc.nat(9), { minLength: 1, maxLength: 3 }), value: nasty })),
    pathValue: fc.option(fc.constantFrom('demo-event-lecture', MARKER, '%ff', '%00', 'a'.repeat(300), '..%2f..'), {
      freq: 3,
    }),
    query: fc.option(
      fc.tuple(
        fc.nat(9),
        fc.oneof(
          nasty.map((one) => JSON.stringify(one)),
          fc.constantFrom('screening', '500103', '2026-11-01'),
        ),
      ),
    ),
    person: fc.nat(400),
    token: often<Asked['token']>('mine', 'none', 'false'),
    key: often<Asked['key']>('fresh', 'again', 'none', 'bad'),
    type: often('application/json', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', MARKER),
    raw: fc.option(fc.constantFrom('{', '[]', '"', '{"__proto__":{}}', `{"${MARKER}":1}`, '\u0000'), { freq: 12 }),
  });

/** An example with one thing in it replaced or added. */
function damaged(example: unknown, [first, ...rest]: number[], value: unknown): unknown {
  if (typeof example !== 'object' || example === null || first === undefined) return value;
  const keys = [...Object.keys(example), MARKER];
  const key = defined(keys[first % keys.length]);
  const copy: Record<string, unknown> = { ...(example as Record<string, unknown>) };
  copy[key] = damaged(copy[key], rest, value);
  return Array.isArray(example) ? Object.values(copy) : copy;
}

class Fuzzer {
  private token = '';
  private renewal = '';
  private staff = '';
  /** Ids that the API gave, so that what is about an existing thing is asked as well. */
  private readonly ids: string[] = [];
  private serial = 0;

  constructor(private readonly test: TestService) {}

  async operations(): Promise<Operation[]> {
    const { paths } = (await this.test.ask('GET /api/v1/openapi.json')).json<{
      paths: Record<string, Record<string, Described>>;
    }>();
    return Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item)
        .map(([method, one]) => ({ line: `${method.toUpperCase()} ${path}`, one }))
        // Every try of it is a quarter of a second of scrypt, as it should be; its body is checked like any other.
        .filter(({ line }) => line !== 'POST /api/v1/staff/login'),
    );
  }

  /** An administrator, so that nothing is refused before it is looked at. */
  async staffLogin(): Promise<void> {
    this.staff = (await member(this.test, ['administrator'])).token;
  }

  async login(): Promise<void> {
    ({ token: this.token, renewal: this.renewal } = (await this.test.ask('POST /api/v1/login/device')).json());
  }

  private lineOf({ operation: { line, one }, pathValue, query, person }: Asked): string {
    const given = (name: string): string =>
      pathValue ??
      (person % 3 === 0 ? this.ids[person % (this.ids.length || 1)] : undefined) ??
      one.parameters.find((p) => p.name === name)?.example ??
      `demo-${['screening-1', 'screening-2', 'event-badminton', 'event-lecture'][person % 4]}`;
    const filled = line.replace(/\{(\w+)\}/g, (_, name: string) => given(name));
    if (!query) return filled;
    const known = one.parameters.filter((p) => p.in === 'query');
    const { name, schema } = known[query[0] % (known.length + 1)] ?? { name: MARKER, schema: {} };
    const value = (schema.enum?.[query[0]] as string | undefined) ?? query[1];
    return `${filled}?${new URLSearchParams({ [name]: value })}`;
  }

  private bodyOf({ operation: { line, one }, damage, person, raw }: Asked): unknown {
    const example = one.requestBody?.content['application/json']?.example;
    if (!example) return damage && person % 4 === 0 ? damage.value : undefined;
    if (raw !== null) return raw;
    // Different people, so that there are places and lines to fight for.
    const body =
      'person' in example
        ? line.includes('sessions') && person % 2
          ? eventBody(person)
          : screeningBody(person)
        : example;
    return damage ? damaged(body, damage.path, damage.value) : body;
  }

  async ask(asked: Asked): Promise<void> {
    const line = this.lineOf(asked);
    const { operation, token, key, type } = asked;
    const body = this.bodyOf(asked);
    const isStaff = line.includes('/api/v1/staff/');
    const good = isStaff ? this.staff : line.includes('/login/renew') ? this.renewal : this.token;
    const keys = { fresh: `f${(this.serial += 1)}`, again: `f${this.serial - 3}`, none: null, bad: 'a b' };
    const answer = await this.test.ask(line, {
      ...(token === 'none' ? {} : { token: token === 'mine' ? good : MARKER }),
      key: keys[key],
      ...(body === undefined ? {} : { body, headers: { 'content-type': type } }),
    });
    this.judge(answer.statusCode, answer.body, operation, line, body);
    if (answer.statusCode === 201 || answer.statusCode === 202) {
      const { id } = answer.json<{ id?: string }>();
      if (id && this.ids.length < 500) this.ids.push(id);
    }
    // Signed itself out.
    if (isStaff && answer.statusCode === 204 && operation.line.includes('DELETE')) await this.staffLogin();
    // Its account was deleted or logged out: on with a new one.
    if (answer.statusCode < 300 && /^DELETE \/api\/v1\/(me|login)$/.test(operation.line)) await this.login();
  }

  private judge(status: number, text: string, { one, line: template }: Operation, line: string, body: unknown): void {
    const about = `${status} ${template} as ${line.slice(0, 200)} ${JSON.stringify(body)?.slice(0, 300)}\n${text.slice(0, 300)}`;
    if (status >= 500) throw new Error(`failed: ${about}`);
    if (!(status in one.responses)) throw new Error(`not in the description: ${about}`);
    if (status < 400) return;
    if (text.includes(MARKER)) throw new Error(`echo: ${about}`);
    if (!((JSON.parse(text) as { code: string }).code in problems)) throw new Error(`not a known problem: ${about}`);
  }
}

/** @throws with the request that was answered wrongly, made as small as it gets */
export async function fuzz(config: Partial<Config>, requests: number): Promise<void> {
  // Counting requests is tried elsewhere; here there are many.
  const test = await startService({ config, limits: { writes: 1e9, logins: 1e9 } });
  try {
    await test.reset();
    // One login asks for many people here, so that there are places and lines to fight for.
    const { store } = test.service;
    await store.write([statement(store.read.updateTable('programmes').set({ people_limit: null }))]);
    const fuzzer = new Fuzzer(test);
    await fuzzer.login();
    await fuzzer.staffLogin();
    const some = fc.array(asking(await fuzzer.operations()), { minLength: AT_ONCE, maxLength: AT_ONCE });
    await fc.assert(
      fc.asyncProperty(some, async (all) => void (await Promise.all(all.map((one) => fuzzer.ask(one))))),
      { numRuns: Math.ceil(requests / AT_ONCE), seed: SEED },
    );
  } finally {
    await test.close();
  }
}
