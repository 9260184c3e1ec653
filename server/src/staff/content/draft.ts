/** A pasted newsletter compared with what is published now, with what was corrected by hand laid over it. */
import type { DraftEntryWire, DraftWire, draftKinds } from '@yugong/domain/publication/wire';
import { isoAt } from '@yugong/domain/time';
import type { ContentDraftRow } from '../../kernel/schema';
import { recordVersion, type Put } from '../../content';
import type { ScopedContext } from '../context';
import { differences } from './differences';
import { comparedNewsletter } from './newsletters';

type Kind = (typeof draftKinds)[number];
type Known = { id: string } & Record<string, unknown>;

/** News before events, which link to them. */
const KINDS: readonly Kind[] = ['cases', 'news', 'events'];

/** The newsletter's own heading; null where it has none. */
export async function headingOf(
  { tools }: ScopedContext,
  text: string,
  issueDate: string | null,
): Promise<string | null> {
  return (await comparedNewsletter(text, issueDate, tools.content.dataset())).newsletter.heading;
}

export async function draftWire(context: ScopedContext, row: ContentDraftRow): Promise<DraftWire> {
  const dataset = context.tools.content.dataset();
  const { newsletter, comparison } = await comparedNewsletter(row.text, row.issue_date, dataset);
  const edits = JSON.parse(row.edits) as Record<string, Known>;
  const published: Readonly<Record<string, string>> = JSON.parse(row.published);
  const entries = KINDS.flatMap((kind) => {
    const records = new Map<string, Known>(dataset[kind].map((one) => [one.id, one as unknown as Known]));
    const lines = new Map<number, number>();
    return comparison[kind].map(({ status, draft, id, record, apart, changes, reason, candidates }): DraftEntryWire => {
      // Several that were parted from one paragraph begin on one line.
      const count = (lines.get(draft.line) ?? 0) + 1;
      lines.set(draft.line, count);
      const key = `${kind}-${draft.line}${count > 1 ? `-${count}` : ''}`;
      const current = (id !== null && records.get(id)) || null;
      const changed = Object.fromEntries(changes.map(({ field, after }) => [field, after]));
      const made = record ?? apart;
      const edited = edits[key];
      // What a hand corrected is compared itself: it is what would be published.
      const differs = edited && current ? differences(current, edited) : changes;
      const proposed: Known = made
        ? (made as unknown as Known)
        : current
          ? { ...current, ...changed }
          : { id: id ?? '', title: draft.title };
      const shown = edited ?? proposed;
      return {
        id: key,
        kind,
        line: draft.line,
        title: draft.title,
        status,
        record: shown,
        recordVersion: recordVersion(shown) ?? '',
        current,
        currentVersion: recordVersion(current),
        changes: differs.map(({ field, before, after }) => ({ field, before, after })),
        edited: edited !== undefined,
        reworded: current !== null && published[key] !== undefined && published[key] !== recordVersion(current),
        reason,
        candidates: candidates.map((one) => ({ id: one.id, title: one.title })),
      };
    });
  });
  return {
    id: row.id,
    heading: newsletter.heading,
    issueDate: newsletter.issueDate,
    lines: row.text.split(/\r\n|[\n\r]/),
    flags: newsletter.flags.map(({ line, field, message, expected, severity }) => ({
      line,
      field,
      message,
      expected: expected ?? null,
      severity,
    })),
    entries,
    createdAt: isoAt(row.created_at),
    publishedVersion: row.published_version,
  };
}

/**
 * The chosen entries as records to put, by collection.
 *
 * @param seen by entry, the version of the published record that whoever chose it was shown
 */
export const putsOf = (entries: readonly DraftEntryWire[], seen: Readonly<Record<string, string | null>>): Put[] =>
  KINDS.flatMap((kind) => {
    const own = entries.filter((one) => one.kind === kind);
    if (own.length === 0) return [];
    const versions = own.flatMap(({ id, record }) => (seen[id] === undefined ? [] : [[record.id, seen[id]] as const]));
    return [{ collection: kind, records: own.map(({ record }) => record), seen: new Map(versions) }];
  });
