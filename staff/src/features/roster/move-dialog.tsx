/** Moves somebody to another session of the programme; the old seat is released only when the new one is certain. */
import { Radio } from 'antd';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { dayAt } from '@yugong/domain/calendar';
import { StatusWire, type RosterRow } from '@yugong/domain/roster/wire';
import { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { describeError } from '../../api/api-error';
import { callApi, queryString } from '../../api/client';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { Callout } from '../../parts/notice';
import { QueryResult, EmptyState } from '../../parts/states';
import { formatTime } from '../../parts/time';
import { useToast } from '../../parts/use-toast';
import { rosterEndpoints } from './api';

const SessionChoicesWire = v.object({ sessions: v.array(StaffSessionWire) });

interface Props {
  row: RosterRow;
  session: StaffSessionWire;
  close: () => void;
}

export function MoveDialog({ row, session, close }: Props) {
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
  const move = useWrite(StatusWire, {
    stale: ['roster', 'sessions'],
    done: () => {
      done('换好了');
      close();
    },
  });
  return (
    <Dialog
      title={`把${row.name}改到`}
      okText="确认改期"
      okButtonProps={{ disabled: to === '' }}
      cancelText="暂不改期"
      confirmLoading={move.isPending}
      onCancel={close}
      onOk={() =>
        move.mutate({ endpoint: rosterEndpoints.move(row.registrationId), body: { sessionId: to, seen: session.id } })
      }
    >
      {move.error && <Callout tone="bad">{describeError(move.error)}</Callout>}
      <QueryResult of={others} rows={2}>
        {({ sessions }) => {
          const open = sessions.filter(
            ({ id, state, seatsLeft }) => id !== session.id && state !== 'cancelled' && seatsLeft > 0,
          );
          if (open.length === 0) return <EmptyState title="这个项目的其他场次都已满" />;
          return (
            <Radio.Group
              aria-label="改到哪一场"
              value={to}
              onChange={(event) => setTo(String(event.target.value))}
              options={open.map(({ id, startsAt, place, seatsLeft }) => ({
                value: id,
                label: `${formatTime(startsAt)} ${place}，剩余 ${seatsLeft} 个名额`,
              }))}
            />
          );
        }}
      </QueryResult>
    </Dialog>
  );
}
