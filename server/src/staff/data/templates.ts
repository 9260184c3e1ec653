/** Texts that are written often, an organisation's own: answers to requests, and reasons of cancellations. */
import type { Topic } from '@yugong/domain/legal-aid/wire';
import type { TemplateWire } from '@yugong/domain/legal-aid/staff-wire';
import { isoAt } from '@yugong/domain/time';
import { ApiProblem, StaleProblem } from '../../kernel/problem';
import { newId } from '../../crypto/ids';
import type { LegalAidTemplateRow } from '../../kernel/schema';
import { statement } from '../../kernel/store';
import type { ScopedContext } from '../context';
import { FIRST_ORGANISATION } from '../../kernel/organisation';
import { staffIdempotentWrite, type StaffRequest } from './idempotent-write';
import { storeOf, type Scoped } from './scoped';

type Input = { title: string; topic: Topic | null; text: string };
type Kind = LegalAidTemplateRow['kind'];

/** Before what was done, in the audit. */
const AUDITED_AS: Record<Kind, string> = { reply: 'legal-aid', cancellation: 'session' };

const home = ({ scope }: Scoped): string => scope.organisation ?? FIRST_ORGANISATION;

const wire = ({ id, title, topic, text, updated_at, version }: LegalAidTemplateRow): TemplateWire => ({
  id,
  title,
  topic,
  text,
  updatedAt: isoAt(updated_at),
  version,
});

export async function templatesOf({ scoped }: ScopedContext, kind: Kind): Promise<TemplateWire[]> {
  const rows = await storeOf(scoped)
    .read.selectFrom('legal_aid_templates')
    .selectAll()
    .where('organisation', '=', home(scoped))
    .where('kind', '=', kind)
    .orderBy('title')
    .execute();
  return rows.map(wire);
}

export async function addTemplate({ scoped, tools }: ScopedContext, kind: Kind, input: Input): Promise<TemplateWire> {
  const row = {
    id: newId(tools.now()),
    organisation: home(scoped),
    kind,
    ...input,
    updated_at: tools.now(),
    version: 1,
  };
  const insert = storeOf(scoped).read.insertInto('legal_aid_templates').values(row);
  await scoped.write([statement(insert)], [scoped.entry(`${AUDITED_AS[kind]}.template-saved`, row.id)]);
  return wire(row);
}

/** @throws `not-found`, `stale` where somebody else changed it since it was looked at */
export async function editTemplate(
  staffRequest: StaffRequest,
  { kind, id }: { kind: Kind; id: string },
  { seen, ...input }: Input & { seen: number },
): Promise<TemplateWire> {
  const { scoped, tools } = staffRequest;
  const change = { ...input, updated_at: tools.now(), version: seen + 1 };
  const update = storeOf(scoped).read.updateTable('legal_aid_templates').set(change);
  const own = update
    .where('id', '=', id)
    .where('kind', '=', kind)
    .where('organisation', '=', home(scoped))
    .where('version', '=', seen);
  const current = async (): Promise<TemplateWire | undefined> =>
    (await templatesOf(staffRequest, kind)).find((one) => one.id === id);
  await staffIdempotentWrite(
    staffRequest,
    { seen, ...input },
    () => ({
      statements: [statement(own, 1)],
      audit: [scoped.entry(`${AUDITED_AS[kind]}.template-saved`, id)],
      answer: { status: 200, body: {} },
    }),
    async () => {
      const there = await current();
      return there ? new StaleProblem(there.version) : new ApiProblem('not-found');
    },
  );
  const saved = await current();
  if (!saved) throw new ApiProblem('not-found');
  return saved;
}

export async function removeTemplate(
  { scoped }: ScopedContext,
  { kind, id }: { kind: Kind; id: string },
): Promise<void> {
  const remove = storeOf(scoped).read.deleteFrom('legal_aid_templates');
  const own = remove.where('id', '=', id).where('kind', '=', kind).where('organisation', '=', home(scoped));
  const written = await scoped.write([statement(own, 1)], [scoped.entry(`${AUDITED_AS[kind]}.template-removed`, id)]);
  if (!written.done) throw new ApiProblem('not-found');
}
