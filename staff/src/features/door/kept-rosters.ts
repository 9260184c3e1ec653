/** Which rosters are on this phone; those that have run out are destroyed on the way. */
import * as v from 'valibot';
import { DoorWire } from '@yugong/domain/check-in/wire';
import { vaultName } from '.';
import { openVault } from './vault';

export interface KeptRoster {
  sessionId: string;
  title: string;
  startsAt: string;
  endsAt: string;
}

export async function keptRosters(staffId: string, now = Date.now()): Promise<KeptRoster[]> {
  const vault = await openVault(vaultName(staffId));
  const kept: KeptRoster[] = [];
  for (const sessionId of await vault.rosters()) {
    const read = v.safeParse(DoorWire, (await vault.roster(sessionId))?.value);
    if (!read.success || Date.parse(read.output.expiresAt) <= now) await vault.forget(sessionId);
    else {
      const { title, startsAt, endsAt } = read.output.session;
      kept.push({ sessionId, title, startsAt, endsAt });
    }
  }
  vault.close();
  return kept;
}
