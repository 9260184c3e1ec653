/** What can be done about one person, by their state; what was done can be taken back. */
import { App, Button, Dropdown, Space } from 'antd';
import { useState } from 'react';
import { StatusWire, type RosterRow } from '@yugong/domain/roster/wire';
import type { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { useWrite } from '../../api/use-write';
import { useSaid } from '../../parts/use-said';
import { lines } from './lines';
import { MoveDialog } from './move-dialog';

interface Props {
  session: StaffSessionWire;
  row: RosterRow;
  /** Null where there is nothing more to see. */
  see: (() => void) | null;
}

type Step = { key: 'checked-in' | 'noshow' | 'booked' | 'move' | 'cancel'; label: string; danger?: boolean };

/** @returns in the order of use */
export function stepsOf({ status }: RosterRow, hasBegun: boolean): Step[] {
  if (status === 'cancelled') return [];
  if (status === 'checked-in' || status === 'fulfilled' || status === 'noshow')
    return [{ key: 'booked', label: status === 'noshow' ? '撤销“没来”' : '撤销签到' }];
  const leave: Step[] = [
    { key: 'move', label: '换到别的场次' },
    { key: 'cancel', label: '替她取消', danger: true },
  ];
  if (status === 'waitlist') return leave.slice(1);
  const here: Step[] = [{ key: 'checked-in', label: '到了' }];
  return [...here, ...(hasBegun ? [{ key: 'noshow' as const, label: '没来' }] : []), ...leave];
}

export function RowActions({ session, row, see }: Props) {
  const [moving, setMoving] = useState(false);
  const { modal } = App.useApp();
  const { done, failed } = useSaid();
  const write = useWrite(StatusWire, { stale: ['roster', 'sessions'], done: () => done('改好了') });
  const steps = stepsOf(row, Date.parse(session.startsAt) <= Date.now());
  const take = (key: Step['key']): void => {
    if (key === 'move') return setMoving(true);
    if (key !== 'cancel')
      return write.mutate({ line: lines.attendance(row.registrationId), body: { to: key } }, { onError: failed });
    modal.confirm({
      title: `替${row.name}取消？`,
      content: '名额会给候补的第一位。本人打开应用能看到消息，没看到的会列入待电话联系。',
      okText: '取消这个报名',
      cancelText: '先不',
      okButtonProps: { danger: true },
      onOk: () => write.mutateAsync({ line: lines.cancel(row.registrationId) }).catch(failed),
    });
  };
  return (
    <Space>
      {see && (
        <Button onClick={see} aria-label={`看全${row.name} ${row.phone}`}>
          看全
        </Button>
      )}
      {steps.length > 0 && (
        <Dropdown
          trigger={['click']}
          // Within the page's landmark, where a screen reader looks for it.
          getPopupContainer={(trigger) => trigger.closest('main') ?? document.body}
          menu={{
            items: steps.map(({ key, label, danger = false }) => ({ key, label, danger })),
            onClick: ({ key }) => take(key as Step['key']),
          }}
        >
          <Button loading={write.isPending} aria-haspopup="menu" aria-label={`办理${row.name} ${row.phone}`}>
            办理
          </Button>
        </Dropdown>
      )}
      {moving && <MoveDialog row={row} session={session} close={() => setMoving(false)} />}
    </Space>
  );
}
