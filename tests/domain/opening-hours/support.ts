/** A holiday table of 2026 in small, and hours written as in the data. */
import { openHolidays, type CompiledHours } from '@yugong/domain/opening-hours';
import { compileHours } from '@yugong/domain/opening-hours/compile';

export const table = openHolidays({
  from: '2025-01-01',
  until: '2026-12-31',
  off: [
    ['国庆节', '2025-10-01', 8],
    ['元旦', '2026-01-01', 3],
    ['国庆节', '2026-10-01', 7],
  ],
  work: [
    ['元旦', '2026-01-04'],
    ['国庆节', '2026-09-20'],
    ['国庆节', '2026-10-10'],
  ],
});

/** An instant of Chongqing's clock, whatever zone the machine is in. */
export const at = (clock: string): number => Date.parse(`${clock.replace(' ', 'T')}+08:00`);

export function hours(written: string): CompiledHours {
  const compiled = compileHours(written);
  if (!compiled.ok) throw new Error(`${written}: ${compiled.message}`);
  return compiled.hours;
}
