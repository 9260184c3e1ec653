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
            headline: '还没有报上',
            tone: 'unknown',
            text: online
              ? '马上就发。收到工会的回音之前，名额还不是你的。'
              : '手机现在没有网。你填的存在这部手机里，有网了自动发。收到工会的回音之前，名额还不是你的。',
          }
        : {
            headline: '还不知道报没报上',
            tone: 'unknown',
            text: '发出去了，没有收到回音。会自动再发，发几次都只算一次报名。关掉应用也不会丢。',
          };
    case 'sending':
      return { headline: '正在报名……', tone: 'unknown', text: '等工会的服务回一声。这时关掉应用也不会丢。' };
    case 'refused':
      return { headline: '没有报上', tone: 'closed', text: progress.title };
    case 'stopped':
      return {
        headline: '已经停下',
        tone: 'unknown',
        text: '之前可能已经送到，只是没有收到回音。看看“我的报名”里有没有；没有的话可以重新报。',
      };
    case 'done':
      return {
        headline: '这个人已经报过这一场',
        tone: 'closed',
        text: '是用另一部手机报的，为了不让别人看到，这里不显示内容。要改期或取消，用原来那部手机，或者打 12351。',
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
  'not-found',
];

export function remedyOf(code: string): Remedy {
  if (elsewhere.includes(code)) return 'other-session';
  if (code === 'consent-missing') return 'consent';
  return code === 'invalid' ? 'correct' : 'again';
}
