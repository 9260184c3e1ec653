/** Moves people to another session of the programme; the old seat is released only when the new one is certain. */
import { Radio } from 'antd';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { dayAt } from '@yugong/domain/calendar';
import { StatusWire, type RosterRow } from '@yugong/domain/roster/wire';
import { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { describeError } from '../../api/api-error';
import { callApi, queryString } from '../../api/client';
import { useWriteEach } from '../../api/use-write-each';
import { Dialog } from '../../parts/dialog';
import { QueryResult, EmptyState } from '../../parts/states';
import { formatTime } from '../../parts/time';
import { useToast } from '../../parts/use-toast';
import { isDraftSession } from '../sessions';
import { rosterEndpoints } from './api';
import { WriteFailures, whoIn } from './write-failures';

const SessionChoicesWire = v.object({ sessions: v.array(StaffSessionWire) });

interface Props {
  rows: readonly RosterRow[];
  session: StaffSessionWire;
  close: () => void;
}

export function MoveDialog({ rows, session, close }: Props) {
  const [to, setTo] = useState('');
  const { done } = useToast();
  const others = useQuery({
    queryKey: ['sessions', 'of', session.programmeId],
    queryFn: ({ signal }) =>
      callApi(`GET /sessions${queryString({ programme: session.programmeId, from: dayAt(Date.now()) })}`, {
        answer: SessionChoicesWire,
        signal,
      }),
  });
  const { running, failures, run } = useWriteEach(StatusWire, ['roster', 'sessions']);
  const move = async (): Promise<void> => {
    const left = failures.length > 0 ? failures.map(({ id }) => id) : rows.map(({ registrationId }) => registrationId);
    const moved = await run(left, (id) => ({
      endpoint: rosterEndpoints.move(id),
      body: { sessionId: to, seen: session.id },
    }));
    if (moved > 0) done(rows.length === 1 ? '换好了' : `已改期 ${moved} 人`);
    if (moved === left.length) close();
  };
  return (
    <Dialog
      title={`把${whoIn(rows)}改到`}
      okText="确认改期"
      okButtonProps={{ disabled: to === '' }}
      cancelText="暂不改期"
      confirmLoading={running !== null}
      onCancel={close}
      onOk={() => void move()}
    >
      <WriteFailures rows={rows} failures={failures.map(({ id, error }) => ({ id, why: describeError(error) }))} />
      <QueryResult of={others} rows={2}>
        {({ sessions }) => {
          const open = sessions.filter(
            (one) =>
              one.id !== session.id &&
              one.state !== 'cancelled' &&
              one.seatsLeft > 0 &&
              !isDraftSession(one, Date.now()),
          );
          if (open.length === 0) return <EmptyState title="这个项目的其他场次都已满" />;
          return (
            <Radio.Group
              aria-label="改到哪一场"
              value={to}
              onChange={(event) => setTo(String(event.target.value))}
              options={open.map(({ id, title, startsAt, place, seatsLeft }) => ({
                value: id,
                label: `${formatTime(startsAt)} ${title}，${place}，剩余 ${seatsLeft} 个名额`,
              }))}
            />
          );
        }}
      </QueryResult>
    </Dialog>
  );
}
