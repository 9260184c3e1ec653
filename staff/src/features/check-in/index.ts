/** The door's own door to the rest of the console. */
import { openVault } from './vault';

/** The vault of one member of staff on this device. */
export const vaultName = (staffId: string): string => `door-${staffId}`;

/** Check-ins on this device that the service doesn't know yet. */
export async function countUnsentCheckIns(staffId: string): Promise<number> {
  const vault = await openVault(vaultName(staffId));
  const count = await vault.count();
  vault.close();
  return count;
}

/** Makes everything the door kept on this device unreadable and removes it. */
export async function destroyCheckInData(staffId: string): Promise<void> {
  const vault = await openVault(vaultName(staffId));
  await vault.destroy();
  vault.close();
}
