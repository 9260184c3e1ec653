/** Is the service a demo, whose places and people are invented? It says so with each answer. */
import { useEffect } from 'react';
import { create } from 'zustand';
import { load, save, stored } from '../storage';

/** Null before anybody said so. */
const store = create<{ demo: boolean | null }>(() => ({ demo: null }));

/**
 * Learns it from an answer, and keeps it for pages that ask the service nothing.
 *
 * @param header the answer's `X-Yugong-Demo`, which only a demo sends
 * @example hearDemo('1')
 */
export function hearDemo(header: string | undefined): void {
  const demo = header === '1';
  const known = recall();
  if (known === demo) return;
  store.setState({ demo });
  save(stored.demo, demo);
}

/** What was heard before, read from the storage once a start. */
function recall(): boolean {
  const { demo } = store.getState();
  if (demo !== null) return demo;
  const kept = load(stored.demo);
  store.setState({ demo: kept });
  return kept;
}

/** True once a demo has answered; the component is drawn again when that changes. Nothing waits for it to be drawn. */
export function useDemo(): boolean {
  useEffect(() => void recall(), []);
  return store((state) => state.demo === true);
}
