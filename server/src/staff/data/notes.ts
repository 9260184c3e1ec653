/**
 * Notes that staff keep for each other about a registration or a request. Each is sealed with the key of whose account it
 * is about, so it goes with the account, and no route of hers answers with it.
 */
import type { NoteSubject, StaffNotesWire } from '@yugong/domain/staff-note/wire';
import { isoAt } from '@yugong/domain/time';
import { newId } from '../../crypto/ids';
import { ApiProblem } from '../../kernel/problem';
import { statement } from '../../kernel/store';
import type { ScopedContext } from '../context';
import { accountOfOwner, accountsOfOwners } from './accounts';
import { staffIdempotentWrite, type StaffRequest } from './idempotent-write';
import { colleagueName, namesOf } from './members';
import { storeOf, type Scoped } from './scoped';

/** What a note is about, and whose that is. */
interface Noted {
  subject: NoteSubject;
  id: string;
  account_id: string;
}

const noteContext = (id: string): string => `staff-note|${id}`;

/** @throws `not-found` where it isn't there or isn't in scope, and of a request that was withdrawn: it is nobody's to read */
async function notedBy({ scoped }: ScopedContext, subject: NoteSubject, id: string): Promise<Noted> {
  if (subject === 'registration') return { subject, id, account_id: (await scoped.registration(id)).account_id };
  const request = await scoped.legalAid().select(['account_id', 'status']).where('id', '=', id).executeTakeFirst();
  if (!request || request.status === 'withdrawn') throw new ApiProblem('not-found');
  return { subject, id, account_id: request.account_id };
}

async function readNotes(context: ScopedContext, { subject, id }: Pick<Noted, 'subject' | 'id'>) {
  const rows = await storeOf(context.scoped)
    .read.selectFrom('staff_notes')
    .selectAll()
    .where('subject', '=', subject)
    .where('subject_id', '=', id)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  if (rows.length === 0) return { notes: [] };
  // Whose it was when it was written may be another than now, where a place was handed over.
  const owners = await accountsOfOwners(context, rows);
  const names = await namesOf(context);
  return {
    notes: rows.flatMap((row) => {
      const owner = owners.get(row.account_id);
      if (!owner) return [];
      const text = owner.unseal(row.sealed, noteContext(row.id));
      return [{ id: row.id, by: colleagueName(names, row.staff_id), at: isoAt(Number(row.created_at)), text }];
    }),
  };
}

/** The notes about one thing; that somebody reads them is written down first. */
export async function staffNotesOf(context: ScopedContext, subject: NoteSubject, id: string): Promise<StaffNotesWire> {
  const noted = await notedBy(context, subject, id);
  await context.scoped.saw('note.seen', id, { subject });
  return readNotes(context, noted);
}

/** @throws `not-active` where whose it was is gone: nobody's key is left to seal it with */
export async function addNote(
  staffRequest: StaffRequest,
  subject: NoteSubject,
  { id, text }: { id: string; text: string },
): Promise<StaffNotesWire> {
  const { scoped, tools } = staffRequest;
  const noted = await notedBy(staffRequest, subject, id);
  const owner = await accountOfOwner(staffRequest, noted);
  if (!owner) throw new ApiProblem('not-active');
  const noteId = newId(tools.now());
  const insert = storeOf(scoped)
    .read.insertInto('staff_notes')
    .values({
      id: noteId,
      subject,
      subject_id: id,
      account_id: noted.account_id,
      sealed: owner.seal(text, noteContext(noteId)),
      staff_id: scoped.staffId,
      created_at: tools.now(),
    });
  await staffIdempotentWrite(staffRequest, { text }, () => ({
    statements: [statement(insert, 1)],
    audit: [scoped.entry('note.added', id, { subject })],
    answer: { status: 200, body: {} },
  }));
  return readNotes(staffRequest, noted);
}

/** How many notes there are about each of a session's registrations; nothing about those without any. */
export async function noteCounts(scoped: Scoped, sessionId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await storeOf(scoped)
    .read.selectFrom('staff_notes')
    .select(({ fn }) => ['subject_id', fn.countAll<number>().as('count')])
    .where('subject', '=', 'registration')
    .where(
      'subject_id',
      'in',
      scoped.registrations().select('registrations.id').where('registrations.session_id', '=', sessionId),
    )
    .groupBy('subject_id')
    .execute();
  return new Map(rows.map(({ subject_id, count }) => [subject_id, Number(count)]));
}
