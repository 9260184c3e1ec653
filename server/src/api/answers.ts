/** Sends answers: held against their schema, with a tag of what they say. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sha256 } from '../crypto/ids';
import { fitAnswer } from '../kernel/answer-schema';
import type { Operation } from '../kernel/operation';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Which operation of the API a route is. */
    operation?: Operation;
  }
  interface FastifyInstance {
    /** In tests an answer beyond its schema is an error; in the field it is trimmed and logged. */
    strictAnswers?: boolean;
  }
}

/** @throws in strict servers where the answer says anything that its schema doesn't */
export function fittedTo(operation: Operation, request: FastifyRequest, status: number, body: unknown): unknown {
  const { body: fitted, fault } = fitAnswer(operation.answers, status, body);
  if (fault === null) return fitted;
  if (request.server.strictAnswers) throw new Error(`${operation.id} answers ${status} beyond its schema at ${fault}`);
  request.log.error({ operation: operation.id, status, fault }, 'an answer was beyond its schema');
  return fitted;
}

/** Tags an answer with its version. @returns whether the client has that version already */
function tag(request: FastifyRequest, reply: FastifyReply, version: string): boolean {
  const etag = `W/"${version}"`;
  // What is somebody's own is for their phone alone to keep.
  const whose = request.routeOptions.config.operation?.auth === 'account' ? 'private, ' : '';
  void reply.header('etag', etag).header('cache-control', `${whose}no-cache`);
  const known = (request.headers['if-none-match'] ?? '').split(',').map((one) => one.trim());
  return known.includes(etag) || known.includes('*');
}

/** Sends JSON with an ETag of its content, or only says that it hasn't changed. */
export function sendTagged(
  request: FastifyRequest,
  reply: FastifyReply,
  body: unknown,
  version?: string,
): FastifyReply {
  const { operation } = request.routeOptions.config;
  const fitted = typeof body !== 'string' && operation ? fittedTo(operation, request, reply.statusCode, body) : body;
  const text = typeof fitted === 'string' ? fitted : JSON.stringify(fitted);
  if (tag(request, reply, version ?? sha256(text).slice(0, 22))) return reply.code(304).send();
  if (typeof body !== 'string') void reply.type('application/json; charset=utf-8');
  return reply.send(text);
}

/**
 * Sends a text whose version is known before it is made, so that saying that it hasn't changed costs nothing.
 *
 * @param mediaType of the text
 */
export async function sendVersion(
  request: FastifyRequest,
  reply: FastifyReply,
  { version, mediaType, make }: { version: string; mediaType: string; make: () => Promise<string> },
): Promise<FastifyReply> {
  return tag(request, reply, version) ? reply.code(304).send() : reply.type(mediaType).send(await make());
}
