/** How a sign-up under way stands, and what to do about a refusal. Nothing is promised that isn't certain. */
import type { OutboxItem } from '@/platform/outbox';

export interface SubmissionWords {
  headline: string;
  tone: 'open' | 'closed' | 'unknown';
  text: string;
}

export function describeSubmission({ progress, attempts }: OutboxItem, online: boolean): SubmissionWords {
  switch (progress.state) {
    case 'waiting':
      return attempts === 0
        ? {
            headline: '等待提交',
            tone: 'unknown',
            text: online
              ? '即将发送。工会确认前，名额尚未保留。'
              : '现在没有网络。内容已保存在本机，联网后自动发送。工会确认前，名额尚未保留。',
          }
        : {
            headline: '正在确认报名结果',
            tone: 'unknown',
            text: '已发送，暂未收到确认。会自动重新发送，只算一次报名。关闭应用也不会丢失。',
          };
    case 'sending':
      return { headline: '正在报名……', tone: 'unknown', text: '请等待确认，关闭应用也不会丢失。' };
    case 'refused':
      return { headline: '报名未成功', tone: 'closed', text: progress.title };
    case 'stopped':
      return {
        headline: '已取消提交',
        tone: 'unknown',
        text: '之前可能已送达，只是暂未收到确认。请查看“我的报名”，没有记录可以重新报名。',
      };
    case 'done':
      // Accepted, and not yet anybody's: the union settles whose registration it is.
      if (progress.status === 202)
        return {
          headline: '待工会核对',
          tone: 'unknown',
          text: '报名信息要先由工会核对，请保持电话畅通。核对前名额尚未确认，结果会显示在“我的报名”。',
        };
      return {
        headline: '该报名人已报名这个场次',
        tone: 'closed',
        text: '报名来自另一部手机，为保护隐私不显示详情。改期或取消请用原来的手机，或打 12351。',
      };
  }
}

/** What a refusal is answered with: another session, a second look at a text, or the form put right. */
export type Remedy = 'other-session' | 'consent' | 'correct' | 'again';

const elsewhere: readonly string[] = [
  'session-full',
  'session-closed',
  'session-not-open',
  'session-cancelled',
  'limit-reached',
  'people-limit-reached',
  'not-found',
];

export function remedyOf(code: string): Remedy {
  if (elsewhere.includes(code)) return 'other-session';
  if (code === 'consent-missing') return 'consent';
  return code === 'invalid' ? 'correct' : 'again';
}
