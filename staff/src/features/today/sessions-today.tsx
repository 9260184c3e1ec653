/** The week's sessions; for the door they lead to the check-in. */
import { can, useMe } from '../../api/me';
import { usePlaces } from '../../api/places';
import { Section } from '../../parts/page';
import { Answer, Empty } from '../../parts/states';
import { useSessions } from '../sessions/lines';
import { SessionList } from '../sessions/session-list';

export function SessionsToday({ from, to }: { from: string; to: string }) {
  const me = useMe();
  const places = usePlaces();
  const list = useSessions({ from, to });
  const lead = can(me, 'sessions.write') ? 'sessions' : 'door';
  return (
    <Section title="七天内的场次">
      <Answer of={list} rows={3}>
        {({ sessions }) =>
          sessions.length === 0 ? (
            <Empty title="七天内没有场次" />
          ) : (
            <SessionList sessions={sessions} places={places.data} to={({ id }) => `/${lead}/${id}`} />
          )
        }
      </Answer>
    </Section>
  );
}
