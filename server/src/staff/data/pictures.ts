/** Pictures that a union uploaded: its own to show in its records, within a quota. */
import * as v from 'valibot';
import { MAX_CAPTION_LENGTH, MAX_PICTURES, PICTURE_QUOTA_BYTES, pictureIdsOf } from '@yugong/domain/picture';
import { RecordPicture } from '@yugong/domain/record';
import type { PictureStoredWire } from '@yugong/domain/picture/staff-wire';
import type { PublishedWire } from '@yugong/domain/publication/wire';
import type { Put } from '../../content';
import { FIRST_ORGANISATION } from '../../kernel/organisation';
import { ApiProblem } from '../../kernel/problem';
import { statement, type AuditEntry, type Statement } from '../../kernel/store';
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
 * What stores a picture for one's union, and the audit's entry of it. One that the union has already is stored once.
 *
 * @throws ApiProblem `picture-quota` where the union's pictures would take more than they may
 */
export async function pictureStored(
  context: ScopedContext,
  { base64, ...picture }: SizedPicture,
): Promise<[Statement[], AuditEntry[], { used: number }]> {
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
  const insert = read
    .insertInto('pictures')
    .values(row)
    .onConflict((on) => on.columns(['organisation', 'id']).doUpdateSet({ used_at: at }));
  return [[statement(insert, 1)], [scoped.entry('content.picture', picture.id, { bytes: picture.size })], { used }];
}

/** Stores a picture that was uploaded; see {@link pictureStored}. */
export async function storePicture(context: StaffRequest, picture: SizedPicture): Promise<PictureStoredWire> {
  const { id, width, height } = picture;
  const [statements, audit, { used }] = await pictureStored(context, picture);
  const stored = { id, width, height, used, quota: PICTURE_QUOTA_BYTES };
  // What was sent is told by what was made of it: hashing megabytes takes the serving thread too long.
  await staffIdempotentWrite(context, { id }, () => ({ statements, audit, answer: { status: 201, body: stored } }));
  return stored;
}

/** The file of a picture of one's own union, published or not. @throws ApiProblem `not-found` */
export async function ownPicture(context: ScopedContext, id: string): Promise<Buffer> {
  const row = await pictures(context).select('bytes').where('id', '=', id).executeTakeFirst();
  if (!row) throw new ApiProblem('not-found');
  return Buffer.from(row.bytes, 'base64');
}

type Size = Pick<SizedPicture, 'width' | 'height'>;

/** The pictures among the ids that are stored for one's union, with their sizes. */
async function storedAmong(context: ScopedContext, ids: readonly string[]): Promise<ReadonlyMap<string, Size>> {
  if (ids.length === 0) return new Map();
  const rows = await pictures(context)
    .select(['id', 'width', 'height'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, ...size }) => [id, size]));
}

const recordNow = ({ tools }: ScopedContext, { collection }: Pick<Put, 'collection'>, id: string): object => {
  const served: readonly { id: string }[] = tools.content.dataset()[collection];
  return served.find((one) => one.id === id) ?? {};
};

const shownNow = (context: ScopedContext, put: Pick<Put, 'collection'>, id: string): readonly string[] =>
  pictureIdsOf(recordNow(context, put, id));

const Shown = v.looseObject({ pictures: v.array(RecordPicture) });
const picturesIn = (record: object): RecordPicture[] => {
  const read = v.safeParse(Shown, record);
  return read.success ? read.output.pictures : [];
};

/** What is wrong with the pictures of one record, by field. What isn't shaped as pictures are is the schema's to refuse. */
function faultsOf(record: object, before: object, stored: ReadonlyMap<string, Size>): [string, string][] {
  const shown = picturesIn(record);
  // One that is published in the same record already may stay, whoever uploaded it.
  const known = new Map<string, Size>([...picturesIn(before).map((one) => [one.id, one] as const), ...stored]);
  const faults = shown.flatMap(({ id, width, height, alt, rights }, at): [string, string][] => {
    const size = known.get(id);
    const isWhole = size?.width === width && size.height === height;
    const isFirst = shown.findIndex((one) => one.id === id) === at;
    const long = Object.entries({ alt, rights }).filter(([, text]) => text.length > MAX_CAPTION_LENGTH);
    return [
      ...(isWhole ? [] : [[`pictures.${at}`, '这张图片已经删除，请重新上传'] satisfies [string, string]]),
      ...(isFirst ? [] : [[`pictures.${at}`, '这张图片前面已经有了'] satisfies [string, string]]),
      ...long.map(([name]): [string, string] => [`pictures.${at}.${name}`, `不能超过 ${MAX_CAPTION_LENGTH} 个字`]),
    ];
  });
  return shown.length > MAX_PICTURES ? [['pictures', `最多 ${MAX_PICTURES} 张`], ...faults] : faults;
}

/** What keeps records from being published that is about their pictures. */
export async function pictureFaults(context: ScopedContext, puts: readonly Put[]): Promise<PublishedWire['faults']> {
  const ids = puts.flatMap(({ records }) => records.flatMap(pictureIdsOf));
  const stored = await storedAmong(context, ids);
  return puts.flatMap((put) =>
    put.records.flatMap((record) =>
      faultsOf(record, recordNow(context, put, record.id), stored).map(([field, message]) => ({
        record: record.id,
        field,
        message,
      })),
    ),
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
