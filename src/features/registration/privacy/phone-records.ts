/** What this phone keeps of its reader, without any account: to be cleared where others use the phone too. */
import { forgetDocuments } from '@/platform/document';
import { forgetNotices } from '@/platform/notices';
import { cancelInOutbox, dismissFromOutbox, type OutboxItem } from '@/platform/outbox';
import { forgetServed } from '@/platform/service';
import { forget, stored } from '@/platform/storage';
import { useSeen } from '../../shared/legal-aid-news';
import { useSignUpDraft } from '../form/draft';
import { useTickets } from '../ticket/tickets';

/** What was written, chosen or looked for here, by its key. */
const RECORDS = [
  stored.favourites,
  stored.recentSearches,
  stored.caseFilter,
  stored.myDates,
  stored.legalDraft,
  stored.complaintDraft,
  stored.cycleDates,
  stored.district,
  stored.stationFinder,
  stored.nearStation,
] as const;

/** Gives up what waits to go out: it would make an account anew, or act for the one that was left. */
export function clearOutbox(outbox: readonly OutboxItem[]): void {
  for (const { key } of outbox) {
    cancelInOutbox(key);
    dismissFromOutbox(key);
  }
}

/** Takes what belongs to an account off the phone. The service keeps what it has. */
export function forgetAccountRecords(): void {
  forgetServed();
  forgetNotices();
  useSeen.getState().forget();
  useTickets.getState().clear();
  useSignUpDraft.getState().clear();
}

/** Takes everything off the phone that says anything of its reader, save the login and how the app looks and reads aloud. */
export function clearPhoneRecords(outbox: readonly OutboxItem[]): void {
  clearOutbox(outbox);
  forgetAccountRecords();
  for (const key of RECORDS) forget(key);
  forgetDocuments();
}
