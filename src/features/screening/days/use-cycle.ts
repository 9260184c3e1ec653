import { useState } from 'react';
import { readCycle, type CycleFault } from '@yugong/domain/screening';
import { forget, load, save, stored } from '@/platform/storage';
import type { Cycle } from './find';

const faults: Record<CycleFault, string> = {
  missing: '两个日期都选上才能算',
  order: '再往前的一次，要比最近一次早',
  future: '最近一次的日期还没有到',
  length: '两次隔得太近或太远，算不准。看一下日期有没有选错',
};

/**
 * The cycle helper: two dates and what follows from them, on this phone alone. Off until it is asked for; kept only
 * where its owner says so.
 */
export function useCycle(today: string) {
  const [kept, setKept] = useState(() => load(stored.cycleDates));
  const [on, setOn] = useState(kept !== null);
  const [dates, setDates] = useState(kept ?? { before: '', last: '' });
  const read = readCycle({ before: dates.before || null, last: dates.last || null }, today);
  const touched = dates.before !== '' || dates.last !== '';
  const change = (part: Partial<typeof dates>) => {
    const next = { ...dates, ...part };
    setDates(next);
    if (kept) setKept(save(stored.cycleDates, next) ? next : null);
  };
  return {
    on,
    toggle: () => setOn(!on),
    dates,
    change,
    fault: touched && 'fault' in read ? faults[read.fault] : undefined,
    cycle: on && 'length' in read ? ({ last: dates.last, length: read.length } satisfies Cycle) : null,
    kept: kept !== null,
    /** Keeps the dates on this phone, or takes them off it. @returns false where the phone refused */
    keep: (yes: boolean) => {
      if (!yes) forget(stored.cycleDates);
      const done = yes && save(stored.cycleDates, dates);
      setKept(done ? dates : null);
      return done || !yes;
    },
  };
}
