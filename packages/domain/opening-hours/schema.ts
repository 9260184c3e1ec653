/** Compiled hours as they travel: what a phone evaluates it checks first. */
import * as v from 'valibot';
import type { CompiledHours } from './types';

const minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2880));
const monthDay = v.pipe(v.number(), v.integer(), v.minValue(101), v.maxValue(1231));
const whole = v.pipe(v.number(), v.integer());
const weekday = v.pipe(whole, v.minValue(0), v.maxValue(6));
const nth = v.pipe(whole, v.minValue(-5), v.maxValue(5));
const week = v.pipe(whole, v.minValue(1), v.maxValue(53));

const Rule = v.strictObject({
  d: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255))),
  n: v.optional(v.array(v.union([v.tuple([weekday, nth]), v.tuple([weekday, nth, whole])]))),
  h: v.optional(v.literal(1)),
  w: v.optional(v.array(v.union([v.tuple([week, week]), v.tuple([week, week, week])]))),
  r: v.optional(v.array(v.union([v.tuple([monthDay, monthDay]), v.tuple([monthDay, monthDay, whole, whole])]))),
  t: v.optional(
    v.pipe(
      v.array(minutes),
      v.check(
        (times) =>
          times.length % 2 === 0 && times.every((time, at) => at % 2 === 0 || time > (times[at - 1] as number)),
      ),
    ),
  ),
  m: v.optional(v.picklist(['off', 'unknown'])),
  j: v.optional(v.picklist([',', '||'])),
});

export const CompiledHoursWire = v.array(Rule) as unknown as v.GenericSchema<unknown, CompiledHours>;
