/** What the roster asks of the service. */
import { registrationStatuses } from '@yugong/domain/registration';
import type { RosterRequest } from '@yugong/domain/roster/wire';

const PAGE_SIZE = 100;

/**
 * The request for a page of the roster.
 *
 * @param status one of a registration's; any other value stands for all of them
 * @param page from 1
 */
export function toRosterRequest(chosen: { searchTerm: string; status: string; page: number }): RosterRequest {
  const status = registrationStatuses.find((one) => one === chosen.status);
  return {
    ...(chosen.searchTerm ? { q: chosen.searchTerm } : {}),
    ...(status ? { statuses: [status] } : {}),
    page: chosen.page,
    size: PAGE_SIZE,
  };
}
