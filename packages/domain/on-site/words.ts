/** On-site checks in Chinese. */
import type { VisitFinding } from '.';
import type { CheckRefusal } from './wire';

export const findingLabels: Record<VisitFinding, string> = {
  open: '开着',
  closed: '关着',
  missing: '找不到',
};

/** Why the service didn't take a check. */
export const checkRefusalLabels: Record<CheckRefusal, string> = {
  'not-on-list': '不在这份名单里',
  'other-day': '不是名单当天核对的',
  'bad-photo': '照片无法识别',
};
