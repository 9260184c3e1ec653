/** A session's programme in words. */
import type { EventItem } from '@yugong/content/bundle';
import { sayTeamSize } from '@yugong/domain/registration/team';
import type { ProgrammeWire } from '@yugong/domain/programme/wire';

const sexes = { female: '女职工', male: '男职工' } as const;

/** Who may come, as far as the programme says; null where it takes anybody. */
export function sayWho({ sex, age, team }: Pick<ProgrammeWire, 'sex' | 'age' | 'team'>): string | null {
  const ages = age && `${age.min} 到 ${age.max} 岁`;
  return [sex && sexes[sex], ages, team && sayTeamSize(team)].filter(Boolean).join('，') || null;
}

/** The content's page about a programme: news, cases and figures stand there. */
export const eventOfProgramme = (events: readonly EventItem[], programmeId: string): EventItem | null =>
  events.find(({ programme }) => programme === programmeId) ?? null;
