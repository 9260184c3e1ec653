/** What a volunteer's photo of a door becomes once a clerk accepted it: a picture of the station's record (ADR 36). */
import type { RecordOf } from '@yugong/content/schema';
import { sayDate } from '@yugong/domain/calendar';
import { MAX_CAPTION_LENGTH, MAX_PICTURES } from '@yugong/domain/picture';
import { ApiProblem } from '../../kernel/problem';
import type { OnSiteListRow } from '../../kernel/schema';
import { sizePicture, type SizedPicture } from '../content/pictures';
import type { ScopedContext } from '../context';
import { pictureStored } from './pictures';
import { storeOf } from './scoped';

type StationRecord = RecordOf<'stations'>;

/** What the clerk sees and accepts; its phone drew it, so that nothing but its pixels is taken on. */
const UNREADABLE: ReadonlySet<string> = new Set(['picture-type', 'picture-broken', 'picture-dimensions']);

/**
 * Stores the photos of checks among the union's pictures, one after the other.
 *
 * @param checks whose photos were accepted
 * @returns each check's picture; null where the file isn't one
 * @throws ApiProblem `picture-quota` where the union's pictures would take more than they may
 */
export async function storeDoorPictures(
  context: ScopedContext,
  checks: readonly string[],
): Promise<ReadonlyMap<string, SizedPicture | null>> {
  const stored = new Map<string, SizedPicture | null>();
  for (const check of checks) {
    const row = await storeOf(context.scoped)
      .read.selectFrom('on_site_photos')
      .select('jpeg')
      .where('check_id', '=', check)
      .where('state', '=', 'open')
      .executeTakeFirst();
    // Somebody else decided it meanwhile: the publication finds that out.
    if (!row) continue;
    const sized = await sizePicture(context.scoped.staffId, row.jpeg).catch((error: unknown) => {
      if (error instanceof ApiProblem && UNREADABLE.has(error.code)) return null;
      throw error;
    });
    stored.set(check, sized);
    if (sized) {
      const [statements, audit] = await pictureStored(context, sized);
      await context.scoped.write(statements, audit);
    }
  }
  return stored;
}

/**
 * The station with the picture of its door before its others, in the place of an older one of the door.
 *
 * @param of the list on which the volunteer stood there: its union and its day are the picture's rights
 */
export function withDoorPicture(
  station: StationRecord,
  { id, width, height }: SizedPicture,
  { publisher, day }: Pick<OnSiteListRow, 'publisher' | 'day'>,
): StationRecord {
  const alt = `${station.title}的门口`.slice(-MAX_CAPTION_LENGTH);
  const rights = `${publisher}，${sayDate(day, '')}现场核对时拍摄`;
  const others = (station.pictures ?? []).filter((one) => one.id !== id && one.alt !== alt);
  return { ...station, pictures: [{ id, width, height, alt, rights }, ...others].slice(0, MAX_PICTURES) };
}
