/** Pasted newsletters, with what was corrected by hand. Everybody who edits content sees them. */
import { ApiProblem } from '../../kernel/problem';
import { newId } from '../../crypto/ids';
import type { ContentDraftRow } from '../../kernel/schema';
import { statement, type Statement } from '../../kernel/store';
import type { ScopedContext } from '../context';
import { storeOf } from './scoped';

export async function saveDraft(
  { scoped, tools }: ScopedContext,
  draft: Pick<ContentDraftRow, 'heading' | 'issue_date' | 'text'>,
): Promise<ContentDraftRow> {
  const row: ContentDraftRow = {
    id: newId(tools.now()),
    staff_id: scoped.staffId,
    ...draft,
    edits: '{}',
    created_at: tools.now(),
    published_version: null,
  };
  const insert = storeOf(scoped).read.insertInto('content_drafts').values(row);
  await scoped.write([statement(insert)], [scoped.entry('content.draft', row.id)]);
  return row;
}

export async function draftRow({ scoped }: ScopedContext, id: string): Promise<ContentDraftRow> {
  const row = await storeOf(scoped)
    .read.selectFrom('content_drafts')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new ApiProblem('not-found');
  return row;
}

export const draftRows = ({ scoped }: ScopedContext) =>
  storeOf(scoped)
    .read.selectFrom('content_drafts')
    .select(['id', 'heading', 'issue_date', 'created_at', 'published_version'])
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute();

type DraftChange = Partial<Pick<ContentDraftRow, 'edits' | 'published_version'>>;

/** Changes nothing where somebody corrected the draft since it was read. */
export const draftChange = ({ scoped }: ScopedContext, row: ContentDraftRow, change: DraftChange): Statement =>
  statement(
    storeOf(scoped)
      .read.updateTable('content_drafts')
      .set(change)
      .where('id', '=', row.id)
      .where('edits', '=', row.edits),
    1,
  );

/** @throws `stale` where somebody corrected it at the same moment */
export async function changeDraft(
  context: ScopedContext,
  row: ContentDraftRow,
  change: DraftChange,
): Promise<ContentDraftRow> {
  if (!(await context.scoped.write([draftChange(context, row, change)])).done) throw new ApiProblem('stale');
  return { ...row, ...change };
}
