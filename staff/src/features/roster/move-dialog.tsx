/** To another session of the programme: the old place is kept until the new one is certain. */
import { Radio } from 'antd';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { dayAt } from '@yugong/domain/calendar';
import { StatusWire, type RosterRow } from '@yugong/domain/roster/wire';
import { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { ask, query } from '../../api/client';
import { sayError } from '../../api/refusal';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { Notice } from '../../parts/notice';
import { Answer, Empty } from '../../parts/states';
import { useSaid } from '../../parts/use-said';
import { sayTime } from '../../parts/when';
import { lines } from './lines';

const Some = v.object({ sessions: v.array(StaffSessionWire) });

interface Props {
  row: RosterRow;
  session: StaffSessionWire;
  close: () => void;
}

export function MoveDialog({ row, session, close }: Props) {
  const [to, setTo] = useState('');
  const { done } = useSaid();
  const others = useQuery({
    queryKey: ['sessions', 'of', session.programmeId],
    queryFn: ({ signal }) =>
      ask(`GET /sessions${query({ programme: session.programmeId, from: dayAt(Date.now()) })}`, {
        answer: Some,
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
      title={`把${row.name}换到`}
      okText="换过去"
      okButtonProps={{ disabled: to === '' }}
      cancelText="先不换"
      confirmLoading={move.isPending}
      onCancel={close}
      onOk={() => move.mutate({ line: lines.move(row.registrationId), body: { sessionId: to } })}
    >
      {move.error && <Notice tone="bad">{sayError(move.error)}</Notice>}
      <Answer of={others} rows={2}>
        {({ sessions }) => {
          const open = sessions.filter(
            ({ id, state, seatsLeft }) => id !== session.id && state !== 'cancelled' && seatsLeft > 0,
          );
          if (open.length === 0) return <Empty title="这个项目别的场次都满了" />;
          return (
            <Radio.Group
              aria-label="换到哪一场"
              value={to}
              onChange={(event) => setTo(event.target.value as string)}
              options={open.map(({ id, startsAt, place, seatsLeft }) => ({
                value: id,
                label: `${sayTime(startsAt)} ${place}，还有 ${seatsLeft} 个`,
              }))}
            />
          );
        }}
      </Answer>
    </Dialog>
  );
}
