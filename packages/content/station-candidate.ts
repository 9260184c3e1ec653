/** What accepting a candidate makes of a station's record. */
import type { Day } from '@yugong/domain/calendar';
import type { CandidateOrigin, CandidateProposal } from '@yugong/domain/station-candidate';
import { geocoderLabels } from '@yugong/domain/station-candidate/words';
import type { RecordOf } from './schema';
import { readTypedHours } from '@yugong/domain/opening-hours/typed';

type StationRecord = RecordOf<'stations'>;
type RecordSource = StationRecord['source'];

export interface AcceptedCandidate {
  record: StationRecord;
  /** Why it can't be accepted as it is; null where it can. */
  fault: string | null;
}

/** How the source of a position names itself, so that a later one takes the earlier one's place. */
const POSITION_TITLES = /坐标$/;

/** The source that the record gets: the phone shows it with the day. */
function sourceOf(
  origin: CandidateOrigin,
  what: string,
  { publisher, isMoved }: { publisher: string; isMoved: boolean },
  today: Day,
): RecordSource {
  if (isMoved) return { title: `工会对照地图确认的${what}`, publisher, published: today, kind: 'official' };
  if (origin.by === 'visit')
    return { title: `到现场核对的${what}`, publisher, published: origin.seenAt.slice(0, 10), kind: 'official' };
  const provider = geocoderLabels[origin.provider];
  return {
    title: `${provider}按地址查到的${what}`,
    publisher: provider,
    published: origin.askedAt.slice(0, 10),
    kind: 'secondary',
  };
}

/**
 * The record with an accepted candidate in it. What a volunteer saw open counts as a check of the station on that day; what
 * was seen closed changes nothing, as the hours may still hold.
 *
 * @param of `publisher`: the union that accepts it; `isMoved`: somebody corrected the value first
 */
export function acceptCandidate(
  before: StationRecord,
  { proposal, origin }: { proposal: CandidateProposal; origin: CandidateOrigin },
  of: { publisher: string; isMoved: boolean; today: Day },
): AcceptedCandidate {
  const sourced = (record: StationRecord, what: string, isOlder: (one: RecordSource) => boolean): StationRecord => {
    const source = sourceOf(origin, what, of, of.today);
    const others = (record.moreSources ?? []).filter((one) => !isOlder(one) && one.title !== source.title);
    return { ...record, moreSources: [...others, source] };
  };
  const keep = (record: StationRecord): AcceptedCandidate => ({ record, fault: null });
  const none = (): boolean => false;
  switch (proposal.field) {
    case 'position':
      return keep(
        sourced({ ...before, location: proposal.value, precision: 'place' }, '坐标', ({ title }) =>
          POSITION_TITLES.test(title),
        ),
      );
    case 'hours': {
      const hours = readTypedHours(proposal.value.text);
      if (hours.fault) return { record: before, fault: `${hours.fault.message}。${hours.fault.expected}` };
      const hoursNote = [before.hoursNote, ...hours.comments].filter(Boolean).join('；') || null;
      const day = origin.by === 'visit' ? origin.seenAt.slice(0, 10) : of.today;
      return keep(sourced({ ...before, openingHours: hours.written, hoursNote, asOf: day }, '开放时间', none));
    }
    case 'facilities': {
      const { present, absent } = proposal.value;
      const facilities = [...new Set([...before.facilities, ...present])].filter((one) => !absent.includes(one));
      return keep(sourced({ ...before, facilities }, '设施', none));
    }
    case 'anyoneMayEnter':
      return keep(sourced({ ...before, anyoneMayEnter: proposal.value }, '进门条件', none));
    case 'openNow': {
      if (!proposal.value.isOpen || origin.by !== 'visit') return keep(before);
      const day = origin.seenAt.slice(0, 10);
      if (before.verifiedAt !== undefined && before.verifiedAt >= day) return keep(before);
      return keep({ ...before, verifiedAt: day, verifiedBy: of.publisher });
    }
  }
}
