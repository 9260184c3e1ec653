/** Rosters for tests of check-in, with true passes. */
import type { DoorWire } from '@yugong/domain/check-in/wire';
import { writePass } from '@yugong/domain/pass';
import { passDigestOf } from '../../../../staff/src/features/check-in/roster-index';

export const START = '2026-11-25T09:30:00+08:00';

/** @param mark one character that makes the pass differ from the others */
export const makePassCode = (mark: string): string =>
  writePass({ registrationId: mark.padStart(26, '0'), proof: mark.padStart(16, '0') });

interface Listed {
  code: string;
  id: string;
  name: string;
  phoneTail: string;
  status: DoorWire['people'][number]['status'];
}

/** The roster of a session on 2026-11-25, 9:30 to 11:30, with these people. */
export async function rosterOf(listed: readonly Listed[]): Promise<DoorWire> {
  const people = await Promise.all(
    listed.map(async ({ code, id, name, phoneTail, status }) => ({
      registrationId: id,
      name,
      phoneTail,
      signedUpBy: null,
      status,
      checkedInAt: null,
      passDigest: (await passDigestOf(code)) ?? '',
    })),
  );
  return {
    session: {
      id: 's1',
      programmeId: 'p1',
      kind: 'screening',
      title: '演示筛查',
      place: '演示医院一楼',
      adcode: '500103',
      note: null,
      demo: true,
      state: 'open',
      capacity: 30,
      seatsLeft: 29,
      waiting: 1,
      waitlistSize: 5,
      opensAt: '2026-11-20T09:00:00+08:00',
      closesAt: '2026-11-24T18:00:00+08:00',
      cancelUntil: '2026-11-24T18:00:00+08:00',
      startsAt: START,
      endsAt: '2026-11-25T11:30:00+08:00',
    },
    expiresAt: '2999-01-01T00:00:00+08:00',
    now: START,
    people,
    elsewhere: [],
    sessions: [],
  };
}
