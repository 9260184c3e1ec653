/** The actions on one person of a roster, by their status; what was done can be taken back. */
import { App, Button, Dropdown, Space } from 'antd';
import { useState } from 'react';
import { StatusWire, type RosterRow } from '@yugong/domain/roster/wire';
import type { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { useWrite } from '../../api/use-write';
import { useToast } from '../../parts/use-toast';
import { rosterEndpoints } from './api';
import { MoveDialog } from './move-dialog';

interface Props {
  session: StaffSessionWire;
  row: RosterRow;
  /** Null where everything is shown already. */
  see: (() => void) | null;
}

type RowAction = { key: 'checked-in' | 'noshow' | 'booked' | 'move' | 'cancel'; label: string; danger?: boolean };

/** The actions that the status allows, in the order of use. */
export function actionsFor({ status }: RosterRow, hasBegun: boolean): RowAction[] {
  if (status === 'cancelled') return [];
  if (status === 'checked-in' || status === 'fulfilled' || status === 'noshow')
    return [{ key: 'booked', label: status === 'noshow' ? '撤销未到场' : '撤销签到' }];
  const leave: RowAction[] = [
    { key: 'move', label: '改到其他场次' },
    { key: 'cancel', label: '代为取消', danger: true },
  ];
  if (status === 'waitlist') return leave.slice(1);
  const checkIn: RowAction[] = [{ key: 'checked-in', label: '签到' }];
  return [...checkIn, ...(hasBegun ? [{ key: 'noshow' as const, label: '记为未到场' }] : []), ...leave];
}

export function RowActions({ session, row, see }: Props) {
  const [moving, setMoving] = useState(false);
  const { modal } = App.useApp();
  const { done, failed } = useToast();
  const write = useWrite(StatusWire, { stale: ['roster', 'sessions'], done: () => done('已更新') });
  const steps = actionsFor(row, Date.parse(session.startsAt) <= Date.now());
  const take = (key: RowAction['key']): void => {
    if (key === 'move') return setMoving(true);
    if (key !== 'cancel')
      return write.mutate(
        { endpoint: rosterEndpoints.attendance(row.registrationId), body: { to: key } },
        { onError: failed },
      );
    modal.confirm({
      title: `代${row.name}取消报名？`,
      content: '名额会给候补的第一人。系统会通知本人，联系不上的会列入待电话联系。',
      okText: '取消报名',
      cancelText: '暂不',
      okButtonProps: { danger: true },
      onOk: () => write.mutateAsync({ endpoint: rosterEndpoints.cancel(row.registrationId) }).catch(failed),
    });
  };
  return (
    <Space>
      {see && (
        <Button onClick={see} aria-label={`查看完整信息：${row.name} ${row.phone}`}>
          查看完整信息
        </Button>
      )}
      {steps.length > 0 && (
        <Dropdown
          trigger={['click']}
          // The menu is drawn within the page's landmark, where a screen reader looks for it.
          getPopupContainer={(trigger) => trigger.closest('main') ?? document.body}
          menu={{
            items: steps.map(({ key, label, danger = false }) => ({ key, label, danger })),
            onClick: ({ key }) => {
              const action = steps.find((one) => one.key === key);
              if (action) take(action.key);
            },
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
