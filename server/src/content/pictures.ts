/** Which pictures the published records show: phones get those and no others, and the others are deleted in time. */
import type { Dataset } from '@yugong/content/schema';
import { PICTURE_UNUSED_DAYS, pictureIdsOf } from '@yugong/domain/picture';
import { DAY } from '@yugong/domain/time';
import type { Service } from '../kernel/context';
import { statement, type Store } from '../kernel/store';

const known = new WeakMap<Dataset, ReadonlySet<string>>();

/** The ids of the pictures that a dataset's records show; found once for each dataset. */
function picturesShown(dataset: Dataset): ReadonlySet<string> {
  const found = known.get(dataset);
  if (found) return found;
  const { news, cases, events, stations } = dataset;
  const shown = new Set([...news, ...cases, ...events, ...stations].flatMap(pictureIdsOf));
  known.set(dataset, shown);
  return shown;
}

/** The file of a picture that is published now, a JPEG; null for any other, a draft's among them. */
export async function publishedPicture(
  { content, store }: Pick<Service, 'content' | 'store'>,
  id: string,
): Promise<Buffer | null> {
  if (!picturesShown(content.dataset()).has(id)) return null;
  const row = await store.read.selectFrom('pictures').select('bytes').where('id', '=', id).executeTakeFirst();
  return row ? Buffer.from(row.bytes, 'base64') : null;
}

async function picturesPlanned({ read }: Store): Promise<string[]> {
  const rows = await read
    .selectFrom('record_plans')
    .select('record')
    .where('record', 'like', '%"pictures":%')
    .execute();
  return rows.flatMap(({ record }) => {
    const planned: object = JSON.parse(record ?? '{}');
    return pictureIdsOf(planned);
  });
}

/** Ids of one statement. */
const IDS = 1_000;

/**
 * Deletes pictures that no published record and no draft has shown for a week: an upload that nobody saved, or what was
 * taken down. Until then a record that was taken down by mistake comes back whole.
 */
export async function sweepPictures({ store, content, now }: Service): Promise<void> {
  await content.refresh({ now: true });
  const used = [...new Set([...picturesShown(content.dataset()), ...(await picturesPlanned(store))])];
  const { read } = store;
  const at = now();
  const chunks = Array.from({ length: Math.ceil(used.length / IDS) }, (_, part) =>
    used.slice(part * IDS, (part + 1) * IDS),
  );
  await store.write([
    ...chunks.map((ids) => statement(read.updateTable('pictures').set({ used_at: at }).where('id', 'in', ids))),
    statement(read.deleteFrom('pictures').where('used_at', '<', at - PICTURE_UNUSED_DAYS * DAY)),
  ]);
}
