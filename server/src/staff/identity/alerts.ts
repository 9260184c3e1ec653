/** Administrators hear of whatever happens to an account with their power, so that nobody takes one over unseen. */
import type { StaffAlertKind } from '@yugong/domain/staff-account/wire';
import type { Role } from '@yugong/domain/staff-account';
import { newId } from '../../crypto/ids';
import type { Service } from '../../kernel/context';
import { statement, type Statement } from '../../kernel/store';

interface Alert {
  kind: StaffAlertKind;
  subject: { id: string; organisation: string | null };
  /** Null for the command on the service's own machine. */
  actor: string | null;
}

export const isAdministrator = ({ roles }: { roles: readonly Role[] }): boolean => roles.includes('administrator');

/**
 * Tells every active administrator of the same organisation, those of all organisations, and whose account it is. What
 * happens to an administrator of all organisations is told to everybody.
 */
export async function alertAdministrators(
  { store, now }: Pick<Service, 'store' | 'now'>,
  { kind, subject, actor }: Alert,
): Promise<Statement[]> {
  const { organisation } = subject;
  const at = now();
  const administrators = await store.read
    .selectFrom('staff')
    .select('id')
    .where('state', '=', 'active')
    .where('roles', 'like', '%"administrator"%')
    .$if(organisation !== null, (query) =>
      query.where(({ eb, or }) => or([eb('organisation', 'is', null), eb('organisation', '=', organisation)])),
    )
    .execute();
  const told = new Set([subject.id, ...administrators.map(({ id }) => id)]);
  return [...told].map((staffId) =>
    statement(
      store.read.insertInto('staff_alerts').values({
        id: newId(at),
        staff_id: staffId,
        kind,
        subject_id: subject.id,
        actor_id: actor,
        created_at: at,
        read_at: null,
      }),
    ),
  );
}
