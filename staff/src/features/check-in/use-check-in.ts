/** Opens a door while its page is shown, and keeps it up to date while there is a network. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useMe } from '../../api/me';
import { vaultName } from '.';
import { checkInApi } from './api';
import { useDeviceName } from './device-name';
import { CheckInEngine, type CheckInState } from './engine';
import { openVault } from './vault';

const EVERY_MS = 60_000;
const closed: CheckInState = {
  rosterIndex: null,
  keptAt: null,
  came: 0,
  expected: 0,
  waiting: 0,
  recent: [],
  differences: [],
  trouble: null,
};
const never = (): (() => void) => () => undefined;

export interface OpenCheckIn {
  engine: CheckInEngine | null;
  state: CheckInState;
  /** The phone's storage can't be used, such as in a private window. */
  storageFailed: boolean;
  /** Being read from the phone. */
  opening: boolean;
}

export function useCheckIn(sessionId: string): OpenCheckIn {
  const me = useMe();
  const { device } = useDeviceName();
  const [door, setDoor] = useState<CheckInEngine | null>(null);
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    let gone = false;
    let stop = (): void => undefined;
    const start = async (): Promise<void> => {
      const vault = await openVault(vaultName(me.id));
      const one = new CheckInEngine(sessionId, vault, checkInApi(device));
      await one.open();
      if (gone) return vault.close();
      setDoor(one);
      const again = (): void => void one.refresh();
      const timer = setInterval(again, EVERY_MS);
      window.addEventListener('online', again);
      again();
      stop = () => {
        clearInterval(timer);
        window.removeEventListener('online', again);
        vault.close();
      };
    };
    start().catch(() => setBroken(true));
    return () => {
      gone = true;
      setDoor(null);
      stop();
    };
  }, [sessionId, me.id, device]);
  const state = useSyncExternalStore(door?.subscribe ?? never, door?.state ?? (() => closed));
  return { engine: door, state, storageFailed: broken, opening: door === null && !broken };
}
