/** Everything that is kept of an account, in the clear: what its owner takes along. */
import * as v from 'valibot';
import { DueReminderWire } from '@yugong/domain/due-reminder/wire';
import { NoticeWire } from '@yugong/domain/notice/wire';
import { SessionAlertWire } from '@yugong/domain/session-alert/wire';
import { isoAt } from '@yugong/domain/time';
import type { Account, FaultLog } from '../kernel/account';
import type { Service } from '../kernel/context';
import { mapInTurns } from '../kernel/turns';
import { legalAidOf } from '../legal-aid/requests';
import { dueRemindersOf } from '../services/due-reminders';
import { heldRowsOf } from '../services/held';
import { allNoticesOf, deliveriesOf } from '../services/notices';
import { readPerson } from '../services/registrations';
import { sessionAlertsOf } from '../services/session-alerts';
import { reportOnWire } from '../stations/reports';
import { complaintsOf } from '../talks/complaints';

export const ExportWire = v.object({
  exportedAt: v.string(),
  account: v.looseObject({ id: v.string() }),
  registrations: v.array(v.looseObject({ id: v.string() })),
  held: v.array(v.looseObject({ id: v.string() })),
  legalAid: v.array(v.looseObject({ id: v.string() })),
  complaints: v.array(v.looseObject({ id: v.string() })),
  reports: v.array(v.looseObject({ id: v.string() })),
  reminders: v.array(v.looseObject({ registrationId: v.string() })),
  notices: v.array(NoticeWire),
  deliveries: v.array(v.looseObject({ noticeId: v.string() })),
  messages: v.array(v.looseObject({ about: v.string() })),
  sessionAlerts: v.array(SessionAlertWire),
  dueReminders: v.array(DueReminderWire),
  withdrawals: v.array(v.looseObject({ purpose: v.string() })),
});

/** What can be read of a person; that something can't be is said, not hidden. */
const exported = ({ person, team, family, unreadable }: ReturnType<typeof readPerson>) => ({
  person,
  ...(team ? { team } : {}),
  ...(family ? { family } : {}),
  ...(unreadable ? { unreadable } : {}),
});

/** Reads all of it. @param log where what can't be opened any more is told of */
export async function ownRecordOf(service: Service, account: Account, log: FaultLog) {
  const { read } = service.store;
  const [accounts, logins, registrations, reports, withdrawals, reminders, grants] = await Promise.all([
    read.selectFrom('accounts').selectAll().where('id', '=', account.id).executeTakeFirstOrThrow(),
    read
      .selectFrom('logins')
      .select(['created_at', 'expires_at', 'revoked_at'])
      .where('account_id', '=', account.id)
      .execute(),
    read
      .selectFrom('registrations')
      .selectAll()
      .where('account_id', '=', account.id)
      .where('awaits_proof', '=', 0)
      .orderBy('created_at')
      .execute(),
    read.selectFrom('station_reports').selectAll().where('account_id', '=', account.id).execute(),
    read.selectFrom('consent_withdrawals').selectAll().where('account_id', '=', account.id).execute(),
    read.selectFrom('reminders').selectAll().where('account_id', '=', account.id).execute(),
    read.selectFrom('wechat_grants').selectAll().where('account_id', '=', account.id).execute(),
  ]);
  return {
    exportedAt: isoAt(service.now()),
    account: {
      id: accounts.id,
      kind: accounts.kind,
      createdAt: isoAt(accounts.created_at),
      logins: logins.map((one) => ({
        createdAt: isoAt(one.created_at),
        expiresAt: isoAt(one.expires_at),
        revoked: one.revoked_at !== null,
      })),
    },
    registrations: await mapInTurns(registrations, (row) => ({
      id: row.id,
      sessionId: row.session_id,
      programmeId: row.programme_id,
      status: row.status,
      createdAt: isoAt(row.created_at),
      updatedAt: isoAt(row.updated_at),
      ...exported(readPerson(account, row, log)),
      consents: JSON.parse(row.consents) as unknown,
    })),
    held: (await heldRowsOf(service, account)).map((row) => ({
      id: row.id,
      sessionId: row.session_id,
      programmeId: row.programme_id,
      state: row.state,
      reason: row.reason,
      createdAt: isoAt(Number(row.created_at)),
      ...exported(readPerson(account, row, log)),
      consents: JSON.parse(row.consents) as unknown,
    })),
    legalAid: await legalAidOf(service, account),
    complaints: await complaintsOf(service, account),
    reports: reports.map((row) => reportOnWire(row, account)),
    reminders: reminders.map((row) => ({
      registrationId: row.registration_id,
      state: row.state,
      askedAt: isoAt(row.created_at),
    })),
    notices: await allNoticesOf(service, { account, log }),
    deliveries: await deliveriesOf(service, account),
    messages: grants.map((row) => ({
      about: row.subject_id,
      kind: row.template_kind,
      remaining: row.remaining,
      askedAt: isoAt(Number(row.created_at)),
    })),
    sessionAlerts: await sessionAlertsOf(service, account),
    dueReminders: await dueRemindersOf(service, account),
    withdrawals: withdrawals.map(({ purpose, at }) => ({ purpose, at: isoAt(at) })),
  };
}

export type OwnRecord = Awaited<ReturnType<typeof ownRecordOf>>;
