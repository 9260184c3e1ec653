/** What a clerk ticks of a check, and the words of what was found. */
import { gcj02, metresBetween } from '@yugong/domain/geo';
import type { OnSiteDecision, StaffOnSiteCheck } from '@yugong/domain/on-site/staff-wire';
import { findingLabels } from '@yugong/domain/on-site/words';
import type { CandidateField, CandidateProposal } from '@yugong/domain/station-candidate';
import { anyoneLabels, facilityLabels } from '@yugong/domain/station/vocabulary';

/** What is ticked; nothing is, where a clerk has to look first. */
export interface Ticks {
  fields: readonly CandidateField[];
  /** The hours as the clerk mended them; null where they stay as they were written. */
  hours: string | null;
  photo: 'accept' | 'refuse' | null;
}

export const openFields = ({ candidates }: StaffOnSiteCheck): CandidateField[] =>
  candidates.filter(({ state }) => state === 'open').map(({ proposal }) => proposal.field);

/** Is there anything left to decide? */
export const isUndecided = (check: StaffOnSiteCheck): boolean => check.photo === 'open' || openFields(check).length > 0;

/**
 * What is ticked at first: all that is open. A picture is neither: whether there is a face or a plate on it has to be seen.
 */
export const firstTicks = (check: StaffOnSiteCheck): Ticks => ({ fields: openFields(check), hours: null, photo: null });

/** Can it be decided as it is ticked? A picture wants a decision of its own. */
export const isReady = (check: StaffOnSiteCheck, { photo }: Ticks): boolean => check.photo !== 'open' || photo !== null;

export const toDecision = (check: StaffOnSiteCheck, { fields, hours, photo }: Ticks): OnSiteDecision => ({
  check: check.id,
  accept: openFields(check).filter((field) => fields.includes(field)),
  hours: hours?.trim() || null,
  photo: check.photo === 'open' ? photo : null,
});

const sayFacilities = (list: readonly (keyof typeof facilityLabels)[]): string =>
  list.map((one) => facilityLabels[one]).join('、');

/** What was found, beside what is published. @example sayProposal({ field: 'anyoneMayEnter', value: 'yes' }, null) // '谁都能进' */
export function sayProposal(proposal: CandidateProposal, station: StaffOnSiteCheck['station']): string {
  switch (proposal.field) {
    case 'openNow':
      return proposal.value.remark ?? (proposal.value.isOpen ? findingLabels.open : findingLabels.closed);
    case 'hours':
      return `${proposal.value.text}（现在是 ${station?.hours ?? '没有'}）`;
    case 'anyoneMayEnter':
      return anyoneLabels[proposal.value];
    case 'facilities': {
      const { present, absent } = proposal.value;
      const parts = [
        ...(present.length > 0 ? [`有 ${sayFacilities(present)}`] : []),
        ...(absent.length > 0 ? [`没有 ${sayFacilities(absent)}`] : []),
      ];
      return parts.join('；');
    }
    case 'position': {
      const { lng, lat } = proposal.value;
      const before = station?.position;
      if (!before) return `${lng}, ${lat}（原来没有位置）`;
      const metres = metresBetween(gcj02(lng, lat), gcj02(before.lng, before.lat));
      return `${lng}, ${lat}（离原来的位置 ${Math.round(metres)} 米）`;
    }
  }
}
