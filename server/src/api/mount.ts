/** Puts operations on a server: checks what comes in, finds out who asks, and only then does what is asked. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { faultsOf } from '@yugong/domain/problem';
import type { Service } from '../kernel/context';
import { accountByOpenid, accountByToken } from '../services/accounts';
import type { Account } from '../kernel/account';
import type { OperationContext, Operation } from '../kernel/operation';
import { ApiProblem } from '../kernel/problem';
import { DAY, HOUR, MINUTE } from '@yugong/domain/time';
import { keyed } from '../crypto/ids';
import { isLoopback, networkOf } from '../kernel/address';
import { oneAtATime } from '../kernel/turns';
import { fittedTo } from './answers';

const KEY = /^[\x21-\x7e]{1,200}$/;

const readInTurn = oneAtATime();

export interface Listener {
  /** Only WeChat's gateway reaches it, so its header is the login. */
  gateway: boolean;
}

export function mount(app: FastifyInstance, service: Service, operations: Operation[], listener: Listener): void {
  for (const one of operations) {
    const isStaff = one.auth === 'staff' || one.auth === 'staff-login';
    // The union's side is not reached through WeChat's gateway at all.
    if (isStaff && listener.gateway) continue;
    const write = one.method !== 'GET';
    app.route({
      method: one.method,
      url: one.path.replace(/\{(\w+)\}/g, ':$1'),
      ...(one.bodyLimit ? { bodyLimit: one.bodyLimit } : {}),
      config: { operation: one },
      preSerialization: fit,
      handler: async (request, reply) => {
        if (service.stopping) throw new ApiProblem('stopping');
        const idempotencyKey = write ? keyOf(request, one) : '';
        if ((one.auth === 'none' || one.auth === 'staff-login') && write)
          await limitAddress(service, request, one.auth);
        const account =
          one.auth === 'account' ? await authenticate(service, request, listener) : (undefined as unknown as Account);
        const admitted = await one.admit?.(service, request);
        if (account && write) await limitAccount(service, account.id);
        if (one.tag !== 'content') void reply.header('cache-control', 'no-store');
        if (showsContent.has(one.tag)) await refreshContent(service, request);
        const context: OperationContext<unknown, unknown, unknown> = {
          service,
          request,
          reply,
          account,
          admitted,
          idempotencyKey,
          params: parse(one.params, request.params, 'not-found'),
          query: parse(one.query ?? EmptyQuery, request.query, 'invalid'),
          body: one.body ? parse(one.body, request.body, 'invalid') : noBody(request),
        };
        const work = async (): Promise<unknown> => one.handle(context as never);
        // Ten connections of one account get no more of the serving thread than one.
        const answer = await (account && !write ? readInTurn(account.id, work) : work());
        return answer === undefined ? reply : answer;
      },
    });
  }
}

/** Sends what an answer's schema names, and nothing beyond it. */
function fit(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  done: (error: Error | null, payload?: unknown) => void,
): void {
  const { operation } = request.routeOptions.config;
  if (!operation) return done(null, payload);
  try {
    done(null, fittedTo(operation, request, reply.statusCode, payload));
  } catch (error) {
    done(error instanceof Error ? error : new Error('answer'));
  }
}

/** Where records of the content are told or named. */
const showsContent = new Set(['calendar', 'content', 'stations', 'me']);

/** Content is served without a database too, as it was last known. */
async function refreshContent({ content }: Service, request: FastifyRequest): Promise<void> {
  try {
    await content.refresh();
  } catch {
    request.log.warn('published content could not be looked up');
  }
}

const EmptyQuery = v.strictObject({});

function parse(schema: v.GenericSchema | undefined, value: unknown, code: 'invalid' | 'not-found'): unknown {
  if (!schema) return undefined;
  const result = v.safeParse(schema, value, { abortPipeEarly: true });
  if (result.success) return result.output;
  throw new ApiProblem(code, code === 'invalid' ? faultsOf(result.issues, schema) : []);
}

/** A write without a body may come with an empty one: some clients always send an object. */
function noBody({ body }: FastifyRequest): undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'object' && Object.keys(body).length === 0) return undefined;
  throw new ApiProblem('invalid', [{ pointer: '', code: 'unknown' }]);
}

function keyOf(request: FastifyRequest, one: Operation): string {
  const key = request.headers['idempotency-key'];
  // A login makes an account nobody has yet: sent twice, one of the two is simply never used.
  if (key === undefined && one.auth !== 'account' && one.auth !== 'staff') return '';
  if (typeof key !== 'string' || !KEY.test(key)) throw new ApiProblem('idempotency-key-missing');
  return key;
}

async function authenticate(service: Service, request: FastifyRequest, { gateway }: Listener): Promise<Account> {
  const openid = request.headers['x-wx-openid'];
  if (gateway && typeof openid === 'string' && openid !== '') return accountByOpenid(service, openid);
  const [, token] = /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? '') ?? [];
  const account = token ? await accountByToken(service, token) : null;
  if (!account) throw new ApiProblem('unauthorized');
  return account;
}

/** Takes the headers that only WeChat's gateway may set from every request that didn't come through it. */
export function dropGatewayHeaders(request: FastifyRequest, _reply: FastifyReply, done: () => void): void {
  for (const name of Object.keys(request.headers)) {
    if (name.startsWith('x-wx-')) request.headers[name] = undefined;
  }
  done();
}

async function limit({ store }: Service, bucket: string, most: number): Promise<void> {
  if ((await store.hit({ bucket, window: MINUTE })) > most) throw new ApiProblem('too-many-requests', [], 30);
}

export const limitAccount = (service: Service, accountId: string): Promise<void> =>
  limit(service, keyed(service.secrets.blind, 'writes', accountId), service.limits.writes);

/** Renewals of one login within a minute; a phone needs one in two hours. */
const RENEWALS = 20;

/** By the login and not by the network: whoever renews without end takes nothing from those who share it. */
export const limitRenewals = (service: Service, loginId: string): Promise<void> =>
  limit(service, keyed(service.secrets.blind, 'renewals', loginId), RENEWALS);

/**
 * A network ({@link networkOf}) is kept only as a keyed hash, for a minute.
 *
 * @param what is counted by itself: a flood of workers' logins from a shared network doesn't lock its staff out
 */
export function limitAddress(
  service: Service,
  request: FastifyRequest,
  what: 'none' | 'staff-login' | 'renewal',
): Promise<void> {
  if (isLoopback(request.ip)) return Promise.resolve();
  return limit(service, keyed(service.secrets.blind, 'logins', what, networkOf(request.ip)), service.limits.logins);
}

/** Reports and requests that a network's new accounts may send within an hour, all together. */
const FROM_NEWCOMERS = 40;

/**
 * Counts what anonymous accounts of less than a day send by their network as well: making accounts costs nothing, being
 * a day old does. Accounts of WeChat's, and those that have been here since yesterday, aren't counted.
 *
 * @throws `too-many-requests`
 */
export async function limitNewcomers(
  service: Service,
  request: FastifyRequest,
  { id }: Pick<Account, 'id'>,
): Promise<void> {
  if (isLoopback(request.ip)) return;
  const account = await service.store.read
    .selectFrom('accounts')
    .select(['kind', 'created_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (account?.kind !== 'device' || service.now() - Number(account.created_at) >= DAY) return;
  const bucket = keyed(service.secrets.blind, 'newcomers', networkOf(request.ip));
  if ((await service.store.hit({ bucket, window: HOUR })) > FROM_NEWCOMERS)
    throw new ApiProblem('too-many-requests', [], 600);
}
