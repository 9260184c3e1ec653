/** Tencent Cloud's SMS, through the vendor's own client: it signs the requests and knows the protocol's versions. */
import { sms } from 'tencentcloud-sdk-nodejs-sms';
import { SECOND } from '@yugong/domain/time';
import type { Handover } from '../kernel/handover';
import type { Sms, SmsRecord } from '../kernel/sms';
import type { SmsOptions } from '.';

/** Milliseconds; the delivery's lease is much longer. */
const TIMEOUT = 5 * SECOND;

/** The request was over before it reached anybody. */
const NOT_REACHED = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH/;

/** Limits that pass, and what the operator can put right while messages wait. */
const LATER = [
  'RequestLimitExceeded',
  'LimitExceeded.PhoneNumberThirtySecondLimit',
  'LimitExceeded.DeliveryFrequencyLimit',
  'LimitExceeded.DailyLimit',
  'FailedOperation.InsufficientBalanceInSmsPackage',
  'AuthFailure',
];

/** What an error code of the vendor's says: its own faults and time-outs leave open whether a message was taken. */
function handoverOf(code: string): Handover {
  if (code.startsWith('InternalError')) return { result: 'unknown' };
  return { result: LATER.some((one) => code.startsWith(one)) ? 'later' : 'refused', code };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '');
const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** SendStatus of the vendor's records: not submitted, arrived, on its way, not arrived. */
const STATES: Record<number, SmsRecord['state']> = { 1: 'failed', 2: 'delivered', 3: 'pending', 4: 'failed' };

const inChina = (phone: string): string => `+86${phone}`;

export function tencentSms(options: SmsOptions, timeout = TIMEOUT): Sms {
  const { protocol, host } = new URL(options.url);
  const client = new sms.v20210111.Client({
    credential: { secretId: options.secretId, secretKey: options.secretKey },
    region: options.region,
    profile: {
      httpProfile: { endpoint: host, protocol: `${protocol}//`, reqMethod: 'POST', reqTimeout: timeout / SECOND },
    },
  });
  return {
    ceilings: options.ceilings,
    receiptToken: options.receiptToken,
    sendsCodes: options.templates.code !== null,
    send: async ({ phone, reference, ...text }) => {
      const template = options.templates[text.kind];
      if (template === null) return { result: 'refused', code: 'no-template' };
      try {
        const { SendStatusSet: statuses } = await client.SendSms({
          PhoneNumberSet: [inChina(phone)],
          SmsSdkAppId: options.appId,
          SignName: options.signature,
          TemplateId: template,
          ...(text.kind === 'code' ? { TemplateParamSet: [text.code, String(text.minutes)] } : {}),
          SessionContext: reference,
        });
        const status = statuses?.[0];
        if (!status?.Code) return { result: 'unknown' };
        if (status.Code !== 'Ok') return handoverOf(status.Code);
        return { result: 'accepted', providerId: status.SerialNo || null, segments: status.Fee ?? 1 };
      } catch (error) {
        const code = codeOf(error);
        if (code !== '') return handoverOf(code);
        return NOT_REACHED.test(messageOf(error)) ? { result: 'later', code: 'not-reached' } : { result: 'unknown' };
      }
    },
    records: async (phone, since) => {
      try {
        const { SendRecordSet: records } = await client.DescribeSendRecordList({
          PhoneNumber: inChina(phone),
          SmsSdkAppId: options.appId,
          BeginTime: Math.floor(since / SECOND),
          Limit: 50,
        });
        return (records ?? []).flatMap(({ SerialNo, SendStatus, StatusCode, RequestCode }): SmsRecord[] => {
          const state = STATES[SendStatus ?? 0];
          return SerialNo && state ? [{ providerId: SerialNo, state, code: StatusCode || RequestCode || '' }] : [];
        });
      } catch {
        return null;
      }
    },
  };
}
