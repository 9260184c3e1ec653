/** Public API of the check-in feature. */
import { openVault } from '../../offline/vault';

/** The name of a staff member's vault on this device. */
export const vaultName = (staffId: string): string => `door-${staffId}`;

/** Counts the check-ins on this device that the service doesn't know yet. */
export async function countUnsentCheckIns(staffId: string): Promise<number> {
  const vault = await openVault(vaultName(staffId));
  const count = await vault.count();
  vault.close();
  return count;
}

/** Makes everything that check-in stored on this device unreadable and removes it. */
export async function destroyCheckInData(staffId: string): Promise<void> {
  const vault = await openVault(vaultName(staffId));
  await vault.destroy();
  vault.close();
}
