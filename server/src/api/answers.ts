/** Shapes that several operations answer with. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sha256 } from '../crypto/ids';

/** Sends JSON with an ETag of its content, or only says that it hasn't changed. */
export function sendTagged(
  request: FastifyRequest,
  reply: FastifyReply,
  body: unknown,
  version?: string,
): FastifyReply {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const etag = `W/"${version ?? sha256(text).slice(0, 22)}"`;
  void reply.header('etag', etag).header('cache-control', 'no-cache');
  const known = (request.headers['if-none-match'] ?? '').split(',').map((one) => one.trim());
  if (known.includes(etag) || known.includes('*')) return reply.code(304).send();
  if (typeof body !== 'string') void reply.type('application/json; charset=utf-8');
  return reply.send(text);
}
