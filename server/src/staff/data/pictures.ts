/** Pictures that a union uploaded: its own to show in its records, within a quota. */
import { PICTURE_QUOTA_BYTES } from '@yugong/domain/picture';
import { pictureIdsOf } from '@yugong/domain/picture/record';
import type { PictureStoredWire } from '@yugong/domain/picture/staff-wire';
import type { PublishedWire } from '@yugong/domain/publication/wire';
import type { Put } from '../../content';
import { FIRST_ORGANISATION } from '../../kernel/organisation';
import { ApiProblem } from '../../kernel/problem';
import { statement, type Statement } from '../../kernel/store';
import type { SizedPicture } from '../content/pictures';
import type { ScopedContext } from '../context';
import { staffIdempotentWrite, type StaffRequest } from './idempotent-write';
import { storeOf } from './scoped';

type Known = { id: string } & Record<string, unknown>;

/** Whoever works for all unions uploads for the first. */
const ownerOf = ({ scoped }: ScopedContext): string => scoped.scope.organisation ?? FIRST_ORGANISATION;

/** Pictures of one's own union; whoever works for all sees those of all. */
function pictures({ scoped }: ScopedContext) {
  const all = storeOf(scoped).read.selectFrom('pictures');
  const { organisation } = scoped.scope;
  return organisation === null ? all : all.where('organisation', '=', organisation);
}

async function bytesUsed(context: ScopedContext): Promise<number> {
  const row = await storeOf(context.scoped)
    .read.selectFrom('pictures')
    .select(({ fn }) => fn.sum<number | string | null>('size').as('used'))
    .where('organisation', '=', ownerOf(context))
    .executeTakeFirst();
  return Number(row?.used ?? 0);
}

/**
 * Stores a picture for one's union. One that it has already is stored once.
 *
 * @throws ApiProblem `picture-quota` where the union's pictures would take more than they may
 */
export async function storePicture(
  context: StaffRequest,
  { base64, ...picture }: SizedPicture,
): Promise<PictureStoredWire> {
  const { scoped, tools } = context;
  const { read } = storeOf(scoped);
  const organisation = ownerOf(context);
  const isKnown = await read
    .selectFrom('pictures')
    .select('id')
    .where('organisation', '=', organisation)
    .where('id', '=', picture.id)
    .executeTakeFirst();
  const used = (await bytesUsed(context)) + (isKnown ? 0 : picture.size);
  if (used > PICTURE_QUOTA_BYTES) throw new ApiProblem('picture-quota');
  const at = tools.now();
  const row = { ...picture, organisation, bytes: base64, created_at: at, used_at: at };
  const { id, width, height } = picture;
  const stored = { id, width, height, used, quota: PICTURE_QUOTA_BYTES };
  // What was sent is told by what was made of it: hashing megabytes takes the serving thread too long.
  await staffIdempotentWrite(context, { id }, () => ({
    statements: [
      statement(
        read
          .insertInto('pictures')
          .values(row)
          .onConflict((on) => on.columns(['organisation', 'id']).doUpdateSet({ used_at: at })),
        1,
      ),
    ],
    audit: [scoped.entry('content.picture', id, { bytes: picture.size })],
    answer: { status: 201, body: stored },
  }));
  return stored;
}

/** The file of a picture of one's own union, published or not. @throws ApiProblem `not-found` */
export async function ownPicture(context: ScopedContext, id: string): Promise<Buffer> {
  const row = await pictures(context).select('bytes').where('id', '=', id).executeTakeFirst();
  if (!row) throw new ApiProblem('not-found');
  return Buffer.from(row.bytes, 'base64');
}

/** Those of the ids that are stored for one's union. */
async function storedAmong(context: ScopedContext, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await pictures(context)
    .select('id')
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Set(rows.map(({ id }) => id));
}

const shownNow = ({ tools }: ScopedContext, { collection }: Pick<Put, 'collection'>, id: string): readonly string[] => {
  const served: readonly { id: string }[] = tools.content.dataset()[collection];
  const record = served.find((one) => one.id === id);
  return record ? pictureIdsOf(record) : [];
};

/**
 * What of the records shows a picture that the union hasn't stored. One that is published in the same record already may
 * stay, whoever uploaded it.
 */
export async function pictureFaults(context: ScopedContext, puts: readonly Put[]): Promise<PublishedWire['faults']> {
  const stored = await storedAmong(
    context,
    puts.flatMap(({ records }) => records.flatMap(pictureIdsOf)),
  );
  return puts.flatMap((put) =>
    put.records.flatMap((record) => {
      const shown = shownNow(context, put, record.id);
      return pictureIdsOf(record).flatMap((id, at) =>
        stored.has(id) || shown.includes(id)
          ? []
          : [{ record: record.id, field: `pictures.${at}`, message: '这张图片已经删除，请重新上传' }],
      );
    }),
  );
}

/** In a publication's own transaction: its new pictures are still there, and count as used from now on. */
export function pictureStatements(context: ScopedContext, puts: readonly Put[]): Statement[] {
  const { read } = storeOf(context.scoped);
  const added = puts.flatMap((put) =>
    put.records.flatMap((record) => {
      const shown = shownNow(context, put, record.id);
      return pictureIdsOf(record).filter((id) => !shown.includes(id));
    }),
  );
  return [...new Set(added)].map((id) =>
    statement(
      read
        .updateTable('pictures')
        .set({ used_at: context.tools.now() })
        .where('id', '=', id)
        .where('organisation', '=', (eb) =>
          eb
            .selectFrom('pictures as one')
            .select(({ fn }) => fn.min('one.organisation').as('first'))
            .where('one.id', '=', id),
        ),
      1,
    ),
  );
}

/** A record of an earlier version without pictures that were deleted since. */
export async function withStoredPictures(
  context: ScopedContext,
  collection: Put['collection'],
  record: Known,
): Promise<Known> {
  const { pictures: shown, ...rest } = record;
  if (!Array.isArray(shown)) return record;
  const stored = await storedAmong(context, pictureIdsOf(record));
  const now = shownNow(context, { collection }, record.id);
  const left = shown.filter((one: unknown) => {
    const [id = ''] = pictureIdsOf({ pictures: [one] });
    return stored.has(id) || now.includes(id);
  });
  if (left.length === shown.length) return record;
  return left.length > 0 ? { ...record, pictures: left } : { ...rest, id: record.id };
}
