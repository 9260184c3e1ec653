/** All journeys. A new `*.journey.ts` joins here. */
import events from './events.journey';
import feedback from './feedback.journey';
import finding from './finding.journey';
import type { Journey } from './language';
import legalAid from './legal-aid.journey';
import phoneProof from './phone-proof.journey';
import published from './published.journey';
import reading from './reading.journey';
import registration from './registration.journey';
import screening from './screening.journey';
import stations from './stations.journey';
import waitingList from './waiting-list.journey';

export const journeys: readonly Journey[] = [
  ...reading,
  ...finding,
  ...stations,
  ...events,
  ...registration,
  ...phoneProof,
  ...waitingList,
  ...legalAid,
  ...feedback,
  ...screening,
  ...published,
];
