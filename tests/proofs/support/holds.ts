/**
 * How long each offer was held, reckoned from the audit trail and from what providers, phones and clerks truly did, and not
 * as the engine reckons it.
 */
import { HOUR } from '@yugong/domain/time';
import type { Service } from '../../../server/src/kernel/context';

/** What truly happened outside the service. */
export interface Truths {
  /** Messages that arrived, by the provider's id. */
  wechat: Set<string>;
  sms: Set<string>;
  /** Notices that were read in the app, or told of by telephone. */
  seen: Set<string>;
}

/** How much of the time until an instant was outside the quiet hours of Chongqing; reckoned otherwise than the engine. */
export function wakingTime(until: number): number {
  const local = until + 8 * HOUR;
  const today = local % (24 * HOUR);
  return ((local - today) / (24 * HOUR)) * 13 * HOUR + Math.min(13 * HOUR, Math.max(0, today - 8 * HOUR));
}

/** When somebody was first told of an offer by something that truly happened; null where nobody was. */
async function truthsOfOffers({ store }: Service, truths: Truths) {
  const notices = await store.read.selectFrom('notices').selectAll().where('kind', '=', 'offered').execute();
  const confirmed = await store.read.selectFrom('deliveries').selectAll().where('state', '=', 'confirmed').execute();
  const proved = new Set(
    confirmed.filter((row) => truths[row.channel].has(row.provider_id ?? '')).map((row) => row.notice_id),
  );
  return notices.map((row) => {
    const times = [
      ...(truths.seen.has(row.id) ? [row.read_at, row.reached_at] : []),
      ...(proved.has(row.id) ? [row.delivered_at] : []),
    ].filter((at) => at !== null);
    return {
      registration: row.registration_id,
      offered: Number(row.created_at),
      told: times.length === 0 ? null : Math.min(...times.map(Number)),
    };
  });
}

/**
 * @param span how long a programme holds an offer, in milliseconds
 * @returns how many holds began, ran out and were passed on, and by name every way in which one was wrong
 */
export async function holdsOf(service: Service, { span, truths }: { span: number; truths: Truths }) {
  const { read } = service.store;
  const steps = ['offered', 'delivered', 'offer-expired', 'passed-on'].map((one) => `registration.${one}`);
  const audit = await read
    .selectFrom('audit')
    .select(['at', 'action', 'subject'])
    .where('action', 'in', steps)
    .orderBy('at')
    .execute();
  const registrations = await read
    .selectFrom('registrations')
    .innerJoin('sessions', 'sessions.id', 'registrations.session_id')
    .select(['registrations.id', 'offer_until', 'pass_on_from', 'cancel_cause', 'starts_at'])
    .execute();
  const timesOf = new Map<string, number[]>();
  const keyOf = (action: string, id: string | null) => `registration.${action}|${id}`;
  for (const { at, action, subject } of audit) {
    const key = `${action}|${subject}`;
    timesOf.set(key, [...(timesOf.get(key) ?? []), Number(at)]);
  }
  const times = (action: string, id: string | null): number[] => timesOf.get(keyOf(action, id)) ?? [];
  /** The last time that something happened to a registration until an instant. */
  const last = (action: string, id: string | null, until: number): number | undefined =>
    times(action, id)
      .filter((at) => at <= until)
      .at(-1);
  const ofAll = (action: string) => audit.filter((one) => one.action === `registration.${action}`);
  const isShort = (from: number, to: number): boolean => wakingTime(to) - wakingTime(from) < span;
  const startsAt = new Map(registrations.map(({ id, starts_at }) => [id, Number(starts_at)]));

  const told = new Map<string | null, { offered: number; told: number | null }[]>();
  for (const one of await truthsOfOffers(service, truths))
    told.set(one.registration, [...(told.get(one.registration) ?? []), one]);
  const isTold = (id: string | null, at: number): boolean => {
    const offered = last('offered', id, at);
    return (told.get(id) ?? []).some((one) => one.offered === offered && one.told !== null && one.told <= at);
  };
  const begun = ofAll('delivered');
  const lapsed = ofAll('offer-expired');
  const passedOn = ofAll('passed-on');
  const running = registrations.filter(
    ({ offer_until, pass_on_from }) => offer_until !== null && pass_on_from === null,
  );
  return {
    begun: begun.length,
    lapsed: lapsed.length,
    passedOn: passedOn.length,
    faults: {
      'a hold began before its offer was delivered': [
        ...begun.filter(({ subject, at }) => !isTold(subject, Number(at))).map(({ subject }) => subject),
        ...running.filter(({ id }) => times('delivered', id).length === 0).map(({ id }) => id),
      ],
      'lost a place by an offer that she was never told of': [
        ...lapsed.filter(({ subject, at }) => !isTold(subject, Number(at))).map(({ subject }) => subject),
        ...registrations
          .filter(({ id, cancel_cause }) => cancel_cause === 'lapsed' && times('delivered', id).length === 0)
          .map(({ id }) => id),
      ],
      'a hold ran in quiet hours, or too short': [
        ...lapsed
          .filter(({ subject, at }) => {
            const from = last('delivered', subject, Number(at));
            const isOver = Number(at) >= (startsAt.get(subject ?? '') ?? Infinity);
            return from !== undefined && !isOver && isShort(from, Number(at));
          })
          .map(({ subject }) => subject),
        ...running
          .filter(({ id, offer_until, starts_at }) => {
            const from = times('delivered', id).at(-1);
            const until = Number(offer_until);
            return from !== undefined && until !== Number(starts_at) && isShort(from, until);
          })
          .map(({ id }) => id),
      ],
      'passed on before its time, or though she knew': passedOn
        .filter(({ subject, at }) => {
          // She may be offered the next seat in the same moment, so the offer is one from before.
          const offered = last('offered', subject, Number(at) - 1);
          const knew = last('delivered', subject, Number(at) - 1);
          if (offered === undefined) return true;
          return (knew !== undefined && knew >= offered) || isShort(offered, Number(at));
        })
        .map(({ subject }) => subject),
    },
  };
}
