/**
 * Stations that a union published since the app was built, or that the demo shows: taken from the service, checked,
 * kept on the phone, and given up for the bundle as soon as anything is off.
 */
import * as v from 'valibot';
import { readEdition } from '@yugong/content/feed';
import editions from '@yugong/content/generated/editions.json';
import { FedStation } from '@yugong/content/station-feed';
import { readTolerantly } from '@yugong/domain/wire/tolerant';
import { MINUTE } from '@yugong/domain/time';
import { forget, load, save, storedStations } from '@/platform/storage';
import { bundledStations, showStations } from '../model';
import type { StartPoint } from '../start-point';
import { askStations } from './ask';
import { mergeOverlays, applyOverlay, type StationOverlay } from './overlay';

const ASK_EVERY_MS = 5 * MINUTE;
const ASK_AGAIN_MS = 30_000;
const nextAsk = new Map<string, number>();
let taken: StationOverlay | null = openKept();
let asking: Promise<void> = Promise.resolve();
if (taken) show(taken);

/** Around a point so far in each direction, some 15 km; rounded, so that a few steps don't ask anew. */
const REACH = 0.15;
const GRID = 0.1;

/** The area that a search looks at, as the service is asked for it; null for the whole city. */
export function areaOf({ adcode, from }: Pick<StartPoint, 'adcode' | 'from'>): string | null {
  if (!from) return adcode;
  const [lng, lat] = [Math.round(from.lng / GRID) * GRID, Math.round(from.lat / GRID) * GRID];
  return [lng - REACH, lat - REACH, lng + REACH, lat + REACH].map((degrees) => degrees.toFixed(2)).join(',');
}

/** What was kept from the last time, where it is still sound and newer than the bundle. */
function openKept(): StationOverlay | null {
  const kept = load(storedStations);
  if (kept === null) return null;
  const records = readTolerantly(v.array(FedStation), kept.records);
  const { version, edition } = readEdition(editions.stations);
  const isNewer = kept.version !== version && kept.edition >= edition;
  if (records.success && isNewer) return { ...kept, records: records.output };
  forget(storedStations);
  return null;
}

/**
 * Asks whether the service has anything else. Never throws; one question at a time.
 *
 * @param now whenever it was last asked: the network is back
 */
export function refreshStations(area: string | null, { now = false } = {}): Promise<void> {
  const key = area ?? '';
  if (!now && Date.now() < (nextAsk.get(key) ?? 0)) return asking;
  nextAsk.set(key, Date.now() + ASK_AGAIN_MS);
  return (asking = asking.then(() => refresh(area)));
}

async function refresh(area: string | null): Promise<void> {
  const asked = await askStations(area, taken);
  if (asked.kind !== 'nothing') nextAsk.set(area ?? '', Date.now() + ASK_EVERY_MS);
  if (asked.kind === 'bundled' && taken) {
    taken = null;
    forget(storedStations);
    showStations(null);
  }
  if (asked.kind !== 'taken') return;
  taken = mergeOverlays(taken, asked.taken);
  // A full phone shows it for as long as the app lives, and the bundle after.
  const kept = { ...taken, areas: [...taken.areas], records: [...taken.records] };
  if (!save(storedStations, kept)) forget(storedStations);
  show(taken);
}

function show(now: StationOverlay): void {
  showStations((titleOf) => applyOverlay(bundledStations(), now, titleOf));
}
