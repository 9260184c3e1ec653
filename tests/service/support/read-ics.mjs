/**
 * Reads a calendar with node-ical: text in, JSON out. A process of its own, since its rules are expanded in the
 * machine's zone, which has to be UTC here whatever the developer's is.
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import ical from 'node-ical';

const isoOf = (date, whole) => (whole ? date.toISOString().slice(0, 10) : date.toISOString());

const events = Object.values(ical.sync.parseICS(readFileSync(0, 'utf8')))
  .filter(({ type }) => type === 'VEVENT')
  .map(({ uid, summary, location = '', start, end, datetype, rrule, exdate }) => {
    const whole = datetype === 'date';
    const except = new Set(Object.values(exdate ?? {}).map((date) => isoOf(date, whole)));
    const times = (rrule ? rrule.all((_, count) => count < 50) : [start]).map((date) => isoOf(date, whole));
    return {
      uid,
      title: summary,
      place: location,
      end: isoOf(end, whole),
      times: times.filter((at) => !except.has(at)),
    };
  });
process.stdout.write(JSON.stringify(events));
