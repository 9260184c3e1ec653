/** What an import found, in the shape that `--json` prints. */
import type { Comparison, Confidence, Flag, LineUse, Newsletter, Verdict } from '@yugong/domain/newsletter';

/** One thing to mend or to look at, with its place. */
export interface Remark {
  file: string;
  /** 1-based line of `file`. */
  line: number;
  field: string;
  message: string;
}

export type ImportFault = Remark & { expected: string };
type Status = Verdict<unknown, unknown>['status'];
export type DraftKind = keyof Comparison;
export const kinds: readonly DraftKind[] = ['cases', 'news', 'events'];

/**
 * The stable shape of `--json`: fields are only ever added.
 *
 * `cases`, `news` and `events` hold one entry a draft: its `line`, its `status` (new, changed, same, unsure), the
 * `draft` itself, the `id` of the record it matches or becomes, the `record` that
 * `--write` adds (new only), the `changes` by field (changed only), the `reason` and `candidates`
 * (unsure only). `lines` has every line with text: where it was `used`, by which rule it is `furniture`, or what was
 * `reported` of it. With any fault nothing is written and the exit code is 1.
 */
export interface ImportReport extends Entries {
  file: string;
  encoding: string | null;
  lines: LineUse[];
  /** How many lines the file has, empty ones too. */
  lineCount: number;
  heading: string | null;
  issueDate: string | null;
  publisher: string | null;
  confidence: Confidence | null;
  /** Did this run change the dataset? */
  written: boolean;
  counts: Record<DraftKind, Record<Status, number>>;
  faults: ImportFault[];
  notes: Remark[];
}

/** The comparison's entries, each with the line where it begins. */
export type Entries = { [K in DraftKind]: (Comparison[K][number] & { line: number })[] };

const nothing: Entries = { cases: [], news: [], events: [] };

const entriesOf = ({ cases, news, events }: Comparison): Entries => ({
  cases: cases.map((entry) => ({ line: entry.draft.line, ...entry })),
  news: news.map((entry) => ({ line: entry.draft.line, ...entry })),
  events: events.map((entry) => ({ line: entry.draft.line, ...entry })),
});

/** A report on a file that could not even be read, or on a dataset that is at fault itself. */
export const failedReport = (file: string, faults: ImportFault[]): ImportReport => ({
  file,
  encoding: null,
  lines: [],
  lineCount: 0,
  heading: null,
  issueDate: null,
  publisher: null,
  confidence: null,
  written: false,
  counts: countAll(nothing),
  ...nothing,
  faults,
  notes: [],
});

/** The report on a newsletter that was read. `faults` are those found outside its text. */
export function reportOn(
  source: { file: string; encoding: string; lineCount: number },
  newsletter: Newsletter,
  comparison: Comparison,
  faults: ImportFault[],
): ImportReport {
  const at = ({ line, field, message }: Flag): Remark => ({ file: source.file, line, field, message });
  const found = newsletter.flags.filter((flag) => flag.severity === 'fault');
  const notes = newsletter.flags.filter((flag) => flag.severity === 'note');
  return {
    ...source,
    heading: newsletter.heading,
    issueDate: newsletter.issueDate,
    publisher: newsletter.publisher,
    confidence: newsletter.confidence,
    lines: newsletter.lines,
    written: false,
    counts: countAll(comparison),
    ...entriesOf(comparison),
    faults: [...found.map((flag) => ({ ...at(flag), expected: flag.expected ?? '' })), ...faults],
    notes: notes.map(at),
  };
}

function countAll(comparison: Comparison): ImportReport['counts'] {
  const count = (kind: DraftKind) => {
    const counts: Record<Status, number> = { new: 0, changed: 0, same: 0, unsure: 0 };
    for (const { status } of comparison[kind]) counts[status]++;
    return counts;
  };
  return { cases: count('cases'), news: count('news'), events: count('events') };
}
