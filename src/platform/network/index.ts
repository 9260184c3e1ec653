/** Is there a network? One watch for the whole app, started by the first who asks. */
import { useEffect } from 'react';
import { create } from 'zustand';
import { watchNetwork } from './watch';

interface Network {
  /** False only where the phone is sure that there is none. */
  online: boolean;
}

const store = create<Network>(() => ({ online: true }));
let watching = false;

function watch(): void {
  if (watching) return;
  watching = true;
  // For as long as the app lives.
  watchNetwork((online) => {
    if (store.getState().online !== online) store.setState({ online });
  });
}

/** False while the phone has no network; the component is drawn again when that changes. */
export function useOnline(): boolean {
  useEffect(watch, []);
  return store((state) => state.online);
}

/** The same outside of components. */
export function isOnline(): boolean {
  watch();
  return store.getState().online;
}

/** Calls back each time the network returns. @returns stops it */
export function onReconnect(callback: () => void): () => void {
  watch();
  // Told of changes only.
  return store.subscribe(({ online }) => {
    if (online) callback();
  });
}
