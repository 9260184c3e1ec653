/** Converts between a session on the wire and the form's values. */
import type { SessionEdit, SessionInput, StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { toInstant, toLocal } from '../../parts/local-time';

/** When a new session is to be public. */
export type PublishWhen = 'now' | 'later' | 'draft';

/** Times are local, as `<input type="datetime-local">` has them. */
export interface SessionFormValues {
  programmeId?: string;
  title?: string;
  place?: string;
  address?: string;
  floor?: string;
  phone?: string;
  adcode?: string;
  note?: string;
  opensAt?: string;
  closesAt?: string;
  cancelUntil?: string;
  startsAt?: string;
  endsAt?: string;
  capacity?: number;
  waitlistSize?: number;
  publication?: PublishWhen;
  publicFrom?: string;
}

export function toSessionForm(session: StaffSessionWire): SessionFormValues {
  const { programmeId, title, place, address, floor, phone, adcode, note, capacity, waitlistSize } = session;
  return {
    programmeId,
    title,
    place,
    address: address ?? '',
    floor: floor ?? '',
    phone: phone ?? '',
    adcode,
    note: note ?? '',
    capacity,
    waitlistSize,
    opensAt: toLocal(session.opensAt),
    closesAt: toLocal(session.closesAt),
    cancelUntil: toLocal(session.cancelUntil),
    startsAt: toLocal(session.startsAt),
    endsAt: toLocal(session.endsAt),
  };
}

/** Answers null while a required value is missing. */
export function toSessionInput(typed: SessionFormValues): SessionInput | null {
  const { programmeId, title, place, address, floor, phone, adcode, note, capacity, waitlistSize } = typed;
  const { opensAt, closesAt, cancelUntil, startsAt, endsAt, publication, publicFrom } = typed;
  if (!programmeId || !title || !place || !adcode || capacity === undefined || waitlistSize === undefined) return null;
  if (!opensAt || !closesAt || !cancelUntil || !startsAt || !endsAt) return null;
  return {
    programmeId,
    title,
    place,
    address: address?.trim() || null,
    floor: floor?.trim() || null,
    phone: phone?.trim() || null,
    adcode,
    note: note?.trim() || null,
    capacity,
    waitlistSize,
    opensAt: toInstant(opensAt),
    closesAt: toInstant(closesAt),
    cancelUntil: toInstant(cancelUntil),
    startsAt: toInstant(startsAt),
    endsAt: toInstant(endsAt),
    ...(publication === 'draft' ? { publicFrom: null } : {}),
    ...(publication === 'later' && publicFrom ? { publicFrom: toInstant(publicFrom) } : {}),
  };
}

/** The fields of a session that is there already, as the form calls them. */
export const sessionFieldLabels = {
  title: '名称',
  adcode: '区县',
  place: '地点',
  address: '地址',
  floor: '楼层',
  phone: '电话',
  startsAt: '开始时间',
  endsAt: '结束时间',
  opensAt: '报名开始',
  closesAt: '报名截止',
  cancelUntil: '可自行取消或改期至',
  note: '提醒',
} as const satisfies Partial<Record<keyof SessionFormValues, string>>;

/**
 * Leaves out the size, which has a dialog of its own.
 *
 * @param seen the version that the form was filled from
 */
export function toSessionEdit(input: SessionInput, seen: number): SessionEdit {
  const { title, place, address, floor, phone, adcode, note } = input;
  const { opensAt, closesAt, cancelUntil, startsAt, endsAt } = input;
  const venue = { place, address, floor, phone, adcode };
  return { title, ...venue, note, opensAt, closesAt, cancelUntil, startsAt, endsAt, seen };
}
