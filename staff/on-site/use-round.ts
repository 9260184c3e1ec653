/** Runs a round while the page is shown, and keeps it up to date while there is a network. */
import { MINUTE, SECOND } from '@yugong/domain/time';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { openVault } from '../src/offline/vault';
import { onSiteApi } from './api';
import { OnSiteRound, type RoundState } from './round';

const VAULT = 'yugong-on-site';
const emptyState: RoundState = { list: null, checked: new Set(), unsentCount: 0, refused: [], error: null };
const subscribeToNothing = (): (() => void) => () => undefined;

export interface OpenRound {
  round: OnSiteRound | null;
  state: RoundState;
  /** True where the phone's storage can't be used, such as in a private window. */
  storageFailed: boolean;
}

/** @param token of the link, as it stands behind the address */
export function useRound(token: string): OpenRound {
  const [round, setRound] = useState<OnSiteRound | null>(null);
  const [storageFailed, setStorageFailed] = useState(false);
  useEffect(() => {
    let unmounted = false;
    let stop = (): void => undefined;
    const start = async (): Promise<void> => {
      const vault = await openVault(VAULT);
      const [listId = ''] = token.split('.');
      const opened = new OnSiteRound(listId, vault, onSiteApi(token));
      await opened.open();
      if (unmounted) return vault.close();
      setRound(opened);
      const refresh = (): void => void opened.refresh();
      const timers = [
        setInterval(refresh, MINUTE),
        // On a weak signal answers are lost: what is unsent is sent again soon.
        setInterval(() => void opened.push(), 10 * SECOND),
      ];
      window.addEventListener('online', refresh);
      refresh();
      stop = () => {
        for (const timer of timers) clearInterval(timer);
        window.removeEventListener('online', refresh);
        vault.close();
      };
    };
    start().catch(() => setStorageFailed(true));
    return () => {
      unmounted = true;
      setRound(null);
      stop();
    };
  }, [token]);
  const state = useSyncExternalStore(round?.subscribe ?? subscribeToNothing, round?.state ?? (() => emptyState));
  return { round, state, storageFailed };
}
