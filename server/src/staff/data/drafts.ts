/** Pasted newsletters, with what was corrected by hand. Every editor of the union whose member pasted one sees it. */
import { ApiProblem } from '../../kernel/problem';
import { newId } from '../../crypto/ids';
import type { ContentDraftRow } from '../../kernel/schema';
import { statement, type Statement } from '../../kernel/store';
import type { ScopedContext } from '../context';
import { storeOf, type Scoped } from './scoped';

/** A draft is the union's whose member pasted it; who works for all unions sees everybody's. */
function drafts(scoped: Scoped) {
  const { read } = storeOf(scoped);
  const { organisation } = scoped.scope;
  const all = read.selectFrom('content_drafts');
  if (organisation === null) return all;
  return all.where(
    'content_drafts.staff_id',
    'in',
    read.selectFrom('staff').select('staff.id').where('staff.organisation', '=', organisation),
  );
}

export async function saveDraft(
  { scoped, tools }: ScopedContext,
  draft: Pick<ContentDraftRow, 'heading' | 'issue_date' | 'text'>,
): Promise<ContentDraftRow> {
  const row: ContentDraftRow = {
    id: newId(tools.now()),
    staff_id: scoped.staffId,
    ...draft,
    edits: '{}',
    published: '{}',
    created_at: tools.now(),
    published_version: null,
  };
  const insert = storeOf(scoped).read.insertInto('content_drafts').values(row);
  await scoped.write([statement(insert)], [scoped.entry('content.draft', row.id)]);
  return row;
}

export async function draftRow({ scoped }: ScopedContext, id: string): Promise<ContentDraftRow> {
  const row = await drafts(scoped).selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new ApiProblem('not-found');
  return row;
}

export const draftRows = ({ scoped }: ScopedContext) =>
  drafts(scoped)
    .select(['id', 'heading', 'issue_date', 'created_at', 'published_version'])
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute();

type DraftChange = Partial<Pick<ContentDraftRow, 'edits' | 'published' | 'published_version'>>;

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

/** How many newsletters were pasted since and not published. */
export async function unpublishedDrafts({ scoped }: ScopedContext, since: number): Promise<number> {
  const { count } = await drafts(scoped)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('published_version', 'is', null)
    .where('created_at', '>=', since)
    .executeTakeFirstOrThrow();
  return Number(count);
}
