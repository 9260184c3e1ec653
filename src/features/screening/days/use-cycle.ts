import { useState } from 'react';
import { readCycle, type CycleFault } from '@yugong/domain/screening';
import { forget, load, save, stored } from '@/platform/storage';
import type { Cycle } from './session-filter';

const faults: Record<CycleFault, string> = {
  missing: '请选择两个日期',
  order: '上上次的日期应早于最近一次',
  future: '最近一次的日期不能晚于今天',
  length: '两次间隔过短或过长，无法推算，请检查日期',
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
