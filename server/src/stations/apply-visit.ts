/** What a station's record is once a clerk has accepted what somebody found there. */
import type { RecordOf } from '@yugong/content/schema';
import { readTypedHours } from '@yugong/domain/opening-hours/typed';
import { facilities as allFacilities } from '@yugong/domain/station/vocabulary';
import type { CandidateProposal } from '@yugong/domain/station-candidate';

export type StationRecord = RecordOf<'stations'>;

type Applied = { ok: true; record: StationRecord } | { ok: false; message: string };

/**
 * Puts accepted proposals into a record. Whoever found it open, or read its hours off the door, has verified it on that day:
 * only then may the finder say 「开放中」 of it. That it was closed, or not found, verifies nothing.
 *
 * @param of `day`: when somebody stood there; `by`: the union for which
 * @returns the hours' fault where they can't be read
 * @example applyVisit(station, [{ field: 'openNow', value: { isOpen: true, remark: null } }], { day: '2026-11-30', by: '渝中区总工会' })
 */
export function applyVisit(
  station: StationRecord,
  proposals: readonly CandidateProposal[],
  { day, by }: { day: string; by: string },
): Applied {
  let record = station;
  for (const proposal of proposals) {
    const applied = applyOne(record, proposal, day);
    if (!applied.ok) return applied;
    record = applied.record;
  }
  const isVerified = proposals.some((one) => one.field === 'hours' || (one.field === 'openNow' && one.value.isOpen));
  const isNewer = day >= (record.verifiedAt ?? '');
  return { ok: true, record: isVerified && isNewer ? { ...record, verifiedAt: day, verifiedBy: by } : record };
}

function applyOne(record: StationRecord, proposal: CandidateProposal, day: string): Applied {
  switch (proposal.field) {
    case 'openNow':
      return { ok: true, record };
    case 'position':
      return { ok: true, record: { ...record, location: proposal.value, precision: 'place' } };
    case 'anyoneMayEnter':
      return { ok: true, record: { ...record, anyoneMayEnter: proposal.value } };
    case 'facilities': {
      const { present, absent } = proposal.value;
      const there = new Set([...record.facilities, ...present].filter((one) => !absent.includes(one)));
      return { ok: true, record: { ...record, facilities: allFacilities.filter((one) => there.has(one)) } };
    }
    case 'hours': {
      const { written, comments, fault } = readTypedHours(proposal.value.text);
      if (written === null) return { ok: false, message: `${fault?.message ?? ''}。${fault?.expected ?? ''}` };
      const hoursNote = comments.length > 0 ? comments.join('；') : record.hoursNote;
      return { ok: true, record: { ...record, openingHours: written, hoursNote, asOf: day } };
    }
  }
}
