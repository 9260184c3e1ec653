/** Texts as Word documents, in the one thread that makes them. */
import type { FastifyReply } from 'fastify';
import * as v from 'valibot';
import type { Account } from '../kernel/account';
import { WorkerPool } from '../kernel/worker-pool';

/** The longest text takes a few seconds, and a few hundred megabytes while it is packed. */
const documents = new WorkerPool<string, string>({
  thread: { folder: __dirname, name: 'document-worker' },
  threads: 1,
  limits: { maxOldGenerationSizeMb: 384 },
  perPerson: 2,
  queue: 40,
  timeout: 20_000,
});

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** WeChat writes a file from Base64, and its gateway carries text more surely than bytes. */
export const asBase64 = v.strictObject({ as: v.optional(v.picklist(['base64'], 'value')) });

/**
 * Answers with a text as a document; its first line is the title.
 *
 * @param name of the file, without its ending
 */
export async function makeDocument(
  text: string,
  { account, reply, as, name }: { account: Account; reply: FastifyReply; as: 'base64' | undefined; name: string },
) {
  const base64 = await documents.run(account.id, text);
  if (as) return { base64 };
  const file = Buffer.from(base64, 'base64');
  return reply.type(DOCX).header('content-disposition', `attachment; filename="${name}.docx"`).send(file);
}
