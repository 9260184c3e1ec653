/** Runs check-in for a session while its page is shown, and keeps it up to date while there is a network. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { MINUTE } from '@yugong/domain/time';
import { useMe } from '../../api/me';
import { vaultName } from '.';
import { checkInApi } from './api';
import { useDeviceName } from './device-name';
import { CheckInEngine, type CheckInState } from './engine';
import { openVault } from '../../offline/vault';

const EVERY_MS = MINUTE;
const emptyState: CheckInState = {
  rosterIndex: null,
  keptAt: null,
  arrived: 0,
  expected: 0,
  unsentCount: 0,
  recent: [],
  differences: [],
  undecided: [],
  syncError: null,
};
const subscribeToNothing = (): (() => void) => () => undefined;

export interface OpenCheckIn {
  engine: CheckInEngine | null;
  state: CheckInState;
  /** True where the phone's storage can't be used, such as in a private window. */
  storageFailed: boolean;
  /** True while the roster is read from the phone. */
  opening: boolean;
}

export function useCheckIn(sessionId: string): OpenCheckIn {
  const me = useMe();
  const { device } = useDeviceName();
  const [engine, setDoor] = useState<CheckInEngine | null>(null);
  const [storageFailed, setBroken] = useState(false);
  useEffect(() => {
    let unmounted = false;
    let stop = (): void => undefined;
    const start = async (): Promise<void> => {
      const vault = await openVault(vaultName(me.id));
      const opened = new CheckInEngine(sessionId, vault, checkInApi(device));
      await opened.open();
      if (unmounted) return vault.close();
      setDoor(opened);
      const refresh = (): void => void opened.refresh();
      const timer = setInterval(refresh, EVERY_MS);
      window.addEventListener('online', refresh);
      refresh();
      stop = () => {
        clearInterval(timer);
        window.removeEventListener('online', refresh);
        vault.close();
      };
    };
    start().catch(() => setBroken(true));
    return () => {
      unmounted = true;
      setDoor(null);
      stop();
    };
  }, [sessionId, me.id, device]);
  const state = useSyncExternalStore(engine?.subscribe ?? subscribeToNothing, engine?.state ?? (() => emptyState));
  return { engine: engine, state, storageFailed: storageFailed, opening: engine === null && !storageFailed };
}
