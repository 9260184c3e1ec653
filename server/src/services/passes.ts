/** Passes: made for a registration, checked against it. A copy is worth nothing without the person it names. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { passSubject, readPass, writePass } from '@yugong/domain/pass';
import { base32 } from '../crypto/ids';
import type { Service } from '../kernel/context';
import type { RegistrationRow } from '../kernel/schema';

const PROOF_BYTES = 10;

const proofOf = ({ secrets }: Pick<Service, 'secrets'>, row: RegistrationRow): string =>
  base32(
    createHmac('sha256', secrets.pass)
      .update(passSubject({ id: row.id, sessionId: row.session_id, createdAt: row.created_at }))
      .digest()
      .subarray(0, PROOF_BYTES),
  );

/** Has the registration a pass? A waiting list has none. */
export const hasPass = ({ status }: RegistrationRow): boolean => status === 'booked' || status === 'checked-in';

export const passOf = (service: Pick<Service, 'secrets'>, row: RegistrationRow): string =>
  writePass({ registrationId: row.id, proof: proofOf(service, row) });

/** Is a code this row's? A row that was moved or made anew has another. */
export function isPassOf(service: Pick<Service, 'secrets'>, code: string, row: RegistrationRow): boolean {
  const parts = readPass(code);
  return (
    parts !== null &&
    parts.registrationId === row.id &&
    timingSafeEqual(Buffer.from(parts.proof), Buffer.from(proofOf(service, row)))
  );
}

/** The registration a scanned code is good for now; null where it is false, moved or cancelled. For staff. */
export async function registrationOfPass(service: Service, code: string): Promise<RegistrationRow | null> {
  const parts = readPass(code);
  if (!parts) return null;
  const row = await service.store.read
    .selectFrom('registrations')
    .selectAll()
    .where('id', '=', parts.registrationId)
    .executeTakeFirst();
  return row && hasPass(row) && isPassOf(service, code, row) ? row : null;
}
