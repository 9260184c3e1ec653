/** Calls and confirmations, as the console's sentences. */
import type { CallWire, ConfirmationsWire } from '@yugong/domain/notice/staff-wire';
import { formatTime } from '../../parts/time';

type Change = CallWire['changes'][number];

const fieldLabels: Record<Change['field'], string> = {
  title: '名称',
  place: '地点',
  startsAt: '开始',
  endsAt: '结束',
  session: '场次',
  note: '提醒',
};

const valueOf = (field: Change['field'], value: string | null): string =>
  value === null ? '无' : field === 'startsAt' || field === 'endsAt' ? formatTime(value) : value;

/** @example describeChange({ field: 'place', from: '一楼', to: '三楼' }) // '地点：一楼 → 三楼' */
export const describeNoticeChange = ({ field, from, to }: Change): string =>
  `${fieldLabels[field]}：${valueOf(field, from)} → ${valueOf(field, to)}`;

/** @example describeConfirmations({ people: 23, read: 15, called: 2, unconfirmed: 6 }) // '23 人：手机上已读 15、电话 2、还没联系上 6' */
export const describeConfirmations = ({ people, read, called, unconfirmed }: ConfirmationsWire): string =>
  `${people} 人：手机上已读 ${read}、电话 ${called}、还没联系上 ${unconfirmed}`;
