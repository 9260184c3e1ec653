/** A server that speaks Tencent Cloud's SMS protocol: actions by a header, errors with status 200 in `Response.Error`. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { portOf } from '../../../scripts/lib/port';

/** A message that was taken. `state` as DescribeSendRecordList has it: 2 arrived, 3 on its way, 4 did not arrive. */
export interface TakenSms {
  phone: string;
  templateId: string;
  parameters: string[];
  reference: string;
  serial: string;
  at: number;
  state: 2 | 3 | 4;
}

/**
 * How the next message is answered: taken; taken, and the answer gets lost; neither taken nor answered; or refused with a
 * code, of the number alone (`number:…`) or of the whole question.
 */
export type SmsAnswer = 'ok' | 'lost' | 'silence' | `number:${string}` | `error:${string}`;

export interface SmsStandIn {
  url: string;
  readonly taken: TakenSms[];
  readonly nextSends: SmsAnswer[];
  /** Decides where nothing is queued. */
  answer: (phone: string) => SmsAnswer;
  /** Whether questions about records are answered. */
  tellsRecords: boolean;
  now: () => number;
  stop(): Promise<void>;
}

interface Question {
  PhoneNumberSet?: string[];
  PhoneNumber?: string;
  TemplateId?: string;
  TemplateParamSet?: string[];
  SessionContext?: string;
  BeginTime?: number;
}

const json = (answer: object): string => JSON.stringify({ Response: { ...answer, RequestId: 'r-0' } });
const failure = (code: string): string => json({ Error: { Code: code, Message: code } });

export async function startSms(): Promise<SmsStandIn> {
  const taken: TakenSms[] = [];
  const nextSends: SmsAnswer[] = [];
  const send = (question: Question): string | null => {
    const [phone = ''] = question.PhoneNumberSet ?? [];
    const answer = nextSends.shift() ?? standIn.answer(phone);
    if (answer === 'silence') return null;
    if (answer.startsWith('error:')) return failure(answer.slice('error:'.length));
    const isTaken = answer === 'ok' || answer === 'lost';
    const serial = isTaken ? `2640:${String(100_000_000 + taken.length)}` : '';
    if (isTaken) {
      const {
        TemplateId: templateId = '',
        TemplateParamSet: parameters = [],
        SessionContext: reference = '',
      } = question;
      taken.push({ phone, templateId, parameters, reference, serial, at: standIn.now(), state: 3 });
    }
    if (answer === 'lost') return null;
    const Code = isTaken ? 'Ok' : answer.slice('number:'.length);
    return json({
      SendStatusSet: [
        {
          SerialNo: serial,
          PhoneNumber: phone,
          Fee: isTaken ? 1 : 0,
          SessionContext: '',
          Code,
          Message: '',
          IsoCode: 'CN',
        },
      ],
    });
  };
  const records = ({ PhoneNumber, BeginTime = 0 }: Question): string | null => {
    if (!standIn.tellsRecords) return null;
    const found = taken.filter(({ phone, at }) => phone === PhoneNumber && at >= BeginTime * 1000);
    return json({
      TotalCount: found.length,
      SendRecordSet: found.map(({ phone, serial, state, at }) => ({
        PhoneNumber: phone,
        SerialNo: serial,
        SendStatus: state,
        RequestCode: 'Ok',
        StatusCode: state === 2 ? 'DELIVRD' : state === 4 ? 'UNDELIV' : '',
        SendTime: Math.floor(at / 1000),
      })),
    });
  };
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    let text = '';
    request.setEncoding('utf8').on('data', (piece: string) => (text += piece));
    request.on('end', () => {
      const question: Question = JSON.parse(text || '{}');
      const action = request.headers['x-tc-action'];
      const signed = String(request.headers.authorization ?? '').startsWith('TC3-HMAC-SHA256 Credential=');
      const answer = !signed
        ? failure('AuthFailure.SignatureFailure')
        : action === 'SendSms'
          ? send(question)
          : action === 'DescribeSendRecordList'
            ? records(question)
            : failure('InvalidAction');
      if (answer === null) response.destroy();
      else response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const standIn: SmsStandIn = {
    url: `http://127.0.0.1:${portOf(server)}`,
    taken,
    nextSends,
    answer: () => 'ok',
    tellsRecords: true,
    now: Date.now,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return standIn;
}

/** The operator's settings of a stand-in. */
export const smsOptions = (url: string, ceilings = { hour: 1000, day: 5000 }) => ({
  secretId: 'AKIDexample0000000000',
  secretKey: 'examplesecretkey00000',
  appId: '1400000001',
  signature: '演示工会',
  templates: {
    offered: '1000001',
    displaced: '1000002',
    moved: '1000003',
    changed: '1000004',
    cancelled: '1000005',
    code: '1000006',
  },
  receiptToken: 'receipt-token-of-the-tests-0123456789',
  ceilings,
  region: 'ap-guangzhou',
  url,
});

/** A receipt as Tencent posts it, several at once. */
export const smsReceipt = ({ serial, phone }: Pick<TakenSms, 'serial' | 'phone'>, arrived = true) => ({
  user_receive_time: '2026-12-01 09:30:00',
  nationcode: '86',
  mobile: phone.replace('+86', ''),
  report_status: arrived ? 'SUCCESS' : 'FAIL',
  errmsg: arrived ? 'DELIVRD' : 'MK:0001',
  description: '',
  sid: serial,
});
