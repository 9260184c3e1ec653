/** What WeChat and whoever sends SMS tell by themselves: whether a message arrived. They prove who they are by it. */
import { timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import { sha256 } from '../crypto/ids';
import { takeSms, takeWechat } from '../delivery/receipts';
import { operation } from '../kernel/operation';
import { ApiProblem } from '../kernel/problem';

const Text = v.pipe(v.string(), v.maxLength(500));
const Signed = { timestamp: Text, nonce: Text };

/** A receipt of Tencent's: `sid` is the number that it gave the message when it took it. */
const SmsReceipt = v.object({
  mobile: Text,
  report_status: Text,
  errmsg: v.optional(Text, ''),
  sid: Text,
});

const provider = { auth: 'provider', hidden: true } as const;
const plain = { 200: { description: '收到了', mediaType: 'text/plain' } };

const same = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(one)), Buffer.from(sha256(other)));

export const receiptOperations = [
  operation({
    ...provider,
    method: 'GET',
    tag: 'wechat',
    path: '/api/v1/wechat/push',
    id: 'checkWechatPush',
    summary: '公众平台配置“消息推送”时验证这个地址',
    query: v.object({ ...Signed, signature: Text, echostr: Text }),
    answers: plain,
    problems: ['unauthorized', 'invalid'],
    handle: ({ service, query, reply }) => {
      const { signature, timestamp, nonce, echostr } = query;
      if (!service.wechat.push?.isSigned(signature, timestamp, nonce)) throw new ApiProblem('unauthorized');
      return reply.type('text/plain').send(echostr);
    },
  }),
  operation({
    ...provider,
    method: 'POST',
    tag: 'wechat',
    path: '/api/v1/wechat/push',
    id: 'takeWechatPush',
    summary: '微信推送订阅消息的送达结果：安全模式、JSON',
    query: v.object({ ...Signed, msg_signature: Text }),
    body: v.object({ Encrypt: v.string() }),
    answers: plain,
    problems: ['unauthorized', 'invalid'],
    handle: async ({ service, query, body, reply }) => {
      const { timestamp, nonce, msg_signature: signature } = query;
      const events = service.wechat.push?.open({ signature, timestamp, nonce, encrypted: body.Encrypt });
      if (!events) throw new ApiProblem('unauthorized');
      await takeWechat(service, events);
      return reply.type('text/plain').send('success');
    },
  }),
  operation({
    ...provider,
    method: 'POST',
    tag: 'sms',
    path: '/api/v1/sms/receipts/{token}',
    id: 'takeSmsReceipts',
    summary: '腾讯云短信的送达回执；它不签名，地址里的一段只有它知道',
    params: v.strictObject({ token: Text }),
    body: v.pipe(v.array(SmsReceipt), v.maxLength(200)),
    answers: { 200: { description: '收到了', schema: v.object({ result: v.number(), errmsg: v.string() }) } },
    problems: ['not-found', 'invalid'],
    handle: async ({ service, params, body }) => {
      if (!service.sms || !same(params.token, service.sms.receiptToken)) throw new ApiProblem('not-found');
      const unknown = await takeSms(
        service,
        body.map(({ sid, mobile, report_status, errmsg }) => ({
          sid,
          // Some accounts are told the number with its country's code.
          mobile: mobile.replace(/^\+?86(?=\d{11}$)/, ''),
          delivered: report_status === 'SUCCESS',
          code: errmsg.slice(0, 60),
        })),
      );
      return unknown === 0 ? { result: 0, errmsg: 'OK' } : { result: 1, errmsg: 'unknown sid' };
    },
  }),
];
