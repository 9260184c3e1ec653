import { Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { Link } from 'react-router-dom';
import { addDays, dayAt } from '@yugong/domain/calendar';
import { useMe } from '../../api/me';
import { usePlaces } from '../../api/places';
import { Page, Section } from '../../parts/page';
import { Answer, Empty } from '../../parts/states';
import { SessionList } from '../sessions/session-list';
import { useSessions } from '../sessions/lines';
import { keptRosters, type KeptRoster } from './kept-rosters';
import { useDevice } from './device';
import { sayWindow } from '../../parts/when';
import narrow from '../../parts/narrow.module.css';

/** Sessions whose roster is on this phone: they open without a network. */
function useKept(): KeptRoster[] {
  const me = useMe();
  const [kept, setKept] = useState<KeptRoster[]>([]);
  useEffect(() => {
    keptRosters(me.id).then(setKept, () => setKept([]));
  }, [me.id]);
  return kept;
}

export default function DoorListPage() {
  const today = dayAt(Date.now());
  const list = useSessions({ from: today, to: addDays(today, 1) });
  const places = usePlaces();
  const kept = useKept();
  const { device, rename } = useDevice();
  const door = ({ id }: { id: string }): string => `/door/${id}`;
  return (
    <Page title="签到" lead="点进一场，名单会存在这台手机上，没有网络也能签到。">
      {kept.length > 0 && (
        <Section title="这台手机上有名单的">
          <ul>
            {kept.map(({ sessionId, title, startsAt, endsAt }) => (
              <li key={sessionId}>
                <Link to={`/door/${sessionId}`}>
                  {sayWindow(startsAt, endsAt)} {title}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="今天和明天">
        <Answer of={list}>
          {({ sessions }) =>
            sessions.length === 0 ? (
              <Empty title="今天和明天没有场次">
                <p>签到从前一天开始，到结束后十二小时。</p>
              </Empty>
            ) : (
              <SessionList sessions={sessions} places={places.data} to={door} />
            )
          }
        </Answer>
      </Section>
      <Section title="这台手机">
        <Form layout="vertical" component="div" className={narrow.narrow}>
          <Form.Item label="叫什么" htmlFor="device" extra="几个门同时签到时，看得出是谁签的">
            <Input id="device" defaultValue={device} maxLength={20} onBlur={(event) => rename(event.target.value)} />
          </Form.Item>
        </Form>
      </Section>
    </Page>
  );
}
