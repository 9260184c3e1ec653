/** States and counts of a session in words. */
import type { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import type { Tone } from '../../parts/mark';

type State = StaffSessionWire['state'];

export const stateWords: Record<State, { said: string; tone: Tone }> = {
  open: { said: '报名中', tone: 'good' },
  full: { said: '报满了', tone: 'warn' },
  waitlist: { said: '报满了，可以候补', tone: 'warn' },
  upcoming: { said: '还没开始报名', tone: 'quiet' },
  past: { said: '已经办完', tone: 'quiet' },
  closed: { said: '报名已截止', tone: 'quiet' },
  cancelled: { said: '取消了', tone: 'bad' },
};

export const kindWords = { screening: '筛查', event: '活动' } as const;

/** 已报 18 人，共 30 个名额，候补 3 人. */
export function sayTaken({ held, capacity, waiting }: Pick<StaffSessionWire, 'held' | 'capacity' | 'waiting'>): string {
  const line = waiting > 0 ? `，候补 ${waiting} 人` : '';
  return `已报 ${held} 人，共 ${capacity} 个名额${line}`;
}
