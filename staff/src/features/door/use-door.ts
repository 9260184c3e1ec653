/** Opens a door while its page is shown, and keeps it up to date while there is a network. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { MINUTE } from '@yugong/domain/time';
import { useMe } from '../../api/me';
import { vaultName } from '.';
import { doorApi } from './api';
import { Door, type DoorState } from './engine';
import { useDevice } from './device';
import { openVault } from './vault';

const EVERY_MS = MINUTE;
const closed: DoorState = {
  desk: null,
  keptAt: null,
  came: 0,
  expected: 0,
  waiting: 0,
  recent: [],
  differences: [],
  trouble: null,
};
const never = (): (() => void) => () => undefined;

export interface OpenDoor {
  door: Door | null;
  state: DoorState;
  /** The phone's storage can't be used, such as in a private window. */
  broken: boolean;
  /** Being read from the phone. */
  opening: boolean;
}

export function useDoor(sessionId: string): OpenDoor {
  const me = useMe();
  const { device } = useDevice();
  const [door, setDoor] = useState<Door | null>(null);
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    let gone = false;
    let stop = (): void => undefined;
    const start = async (): Promise<void> => {
      const vault = await openVault(vaultName(me.id));
      const one = new Door(sessionId, vault, doorApi(device));
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
  return { door, state, broken, opening: door === null && !broken };
}
