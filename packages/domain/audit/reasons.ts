/** Why somebody looks at what is another's, as the audit records it. */
import * as v from 'valibot';
import { Text } from '../identity';

/** Why somebody looks at what is another's: chosen, so that the audit can be counted and holds no person's data. */
export const accessReasons = ['call', 'identity', 'correct', 'clinic-list', 'handle', 'complaint', 'other'] as const;
export type AccessReason = (typeof accessReasons)[number];
export const accessReasonLabels: Record<AccessReason, string> = {
  call: '打电话联系本人',
  identity: '现场核对身份',
  correct: '更正填错的信息',
  'clinic-list': '给承办的医院或场馆名单',
  handle: '办理这件事',
  complaint: '处理投诉或查询',
  other: '其他（请写明）',
};

/** Free words to a reason; long numbers are likely somebody's phone or identity number and are refused. */
const Note = v.pipe(
  Text(80),
  v.check((text) => !/\d{6}/.test(text.normalize('NFKC')), 'personal'),
);

/** Why, as it goes into the audit. `other` needs words. */
export const Why = v.pipe(
  v.strictObject({ reason: v.picklist(accessReasons, 'value'), note: v.optional(Note) }),
  v.check(({ reason, note }) => reason !== 'other' || note !== undefined, 'required'),
);
export const whyEntries = { reason: v.picklist(accessReasons, 'value'), note: v.optional(Note) };
