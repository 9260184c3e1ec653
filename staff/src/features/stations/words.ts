/** What fresh reports together say of a place. */
import type { ReportGroupWire } from '@yugong/domain/report/staff-wire';
import type { Tone } from '../../parts/mark';

export const standingWords: Record<ReportGroupWire['standing'], { said: string; tone: Tone }> = {
  quiet: { said: '最近没有反馈', tone: 'quiet' },
  working: { said: '有人说开着', tone: 'good' },
  trouble: { said: '有人用不了', tone: 'bad' },
  doubtful: { said: '说法不一', tone: 'warn' },
  noted: { said: '有别的问题', tone: 'warn' },
};
