import { NoticeListWire, NoticesReadRequest } from '@yugong/domain/notice/wire';
import { markRead, noticesOf } from '../services/notices';
import { operation } from '../kernel/operation';
import { sendTagged } from './answers';

const own = { tag: 'me', auth: 'account' } as const;
const answers = { 200: { description: '未读的在前，然后新的在前', schema: NoticeListWire } };

export const noticeOperations = [
  operation({
    ...own,
    method: 'GET',
    path: '/api/v1/me/notices',
    id: 'listNotices',
    summary: '我的消息：候补有名额、改期、取消、答复；内容没变时只回 304',
    answers: { ...answers, 304: { description: '没有变' } },
    problems: ['unauthorized'],
    handle: async ({ service, account, request, reply }) =>
      sendTagged(request, reply, await noticesOf(service, account)),
  }),
  operation({
    ...own,
    method: 'POST',
    path: '/api/v1/me/notices/read',
    id: 'readNotices',
    summary: '这些消息看过了；重复发送只算一次',
    body: NoticesReadRequest,
    example: { ids: ['00000000000000000000000000'] },
    answers,
    problems: ['unauthorized', 'invalid'],
    handle: async ({ service, account, body }) => {
      await markRead(service, account, body.ids);
      return noticesOf(service, account);
    },
  }),
];
