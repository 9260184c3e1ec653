/** The actions on one person of a roster, by how they stand; what was done can be taken back. */
import { App, Button, Dropdown, Space } from 'antd';
import { useRef, useState } from 'react';
import { isCheckInOpen } from '@yugong/domain/check-in';
import { StatusWire, type OfferDecision, type RosterRow } from '@yugong/domain/roster/wire';
import type { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { StaffNotes } from '../../parts/staff-notes';
import { useToast } from '../../parts/use-toast';
import { useProgrammes } from '../sessions';
import { rosterEndpoints } from './api';
import { CancelDialog } from './cancel-dialog';
import { CheckedDialog } from './checked-dialog';
import { CorrectDialog } from './correct-dialog';
import { MoveDialog } from './move-dialog';
import styles from './roster.module.css';

interface Props {
  session: StaffSessionWire;
  row: RosterRow;
  /** Null where everything is shown already. */
  see: (() => void) | null;
}

type RowAction = {
  key:
    | 'checked-in'
    | 'noshow'
    | 'booked'
    | 'move'
    | 'correct'
    | 'cancel'
    | 'admit'
    | 'invite'
    | 'checked'
    | 'notes'
    | 'see'
    | OfferDecision;
  label: string;
  danger?: boolean;
};

/**
 * The actions that the status allows, in the order of use.
 *
 * @param mayCheckIn whether check-in has opened
 * @param asksFirst whether the programme offers a seat before it books one
 */
export function actionsFor(
  row: Pick<RosterRow, 'status' | 'offerUntil' | 'offerBegun' | 'person'> & Partial<Pick<RosterRow, 'flags'>>,
  { mayCheckIn, hasBegun, asksFirst }: { mayCheckIn: boolean; hasBegun: boolean; asksFirst: boolean },
): RowAction[] {
  const { status, offerUntil, offerBegun, person, flags = [] } = row;
  if (status === 'cancelled') return [];
  const correct: RowAction[] = [
    ...(flags.length > 0 ? [{ key: 'checked' as const, label: '核对无误，取消提示' }] : []),
    ...(person === 'there' ? [{ key: 'correct' as const, label: '更正姓名或号码' }] : []),
  ];
  if (status === 'checked-in' || status === 'fulfilled' || status === 'noshow')
    return [{ key: 'booked', label: status === 'noshow' ? '撤销未到场' : '撤销签到' }, ...correct];
  const leave: RowAction[] = [
    { key: 'move', label: '改到其他场次' },
    ...correct,
    { key: 'cancel', label: '代为取消', danger: true },
  ];
  if (status === 'waitlist' && offerUntil !== null) {
    const unheard: RowAction[] = [
      { key: 'wait', label: '没联系上，再等一段时间' },
      { key: 'next', label: '没联系上，名额给下一位' },
    ];
    const answer: RowAction[] = [
      { key: 'accept', label: '代为确认名额' },
      { key: 'decline', label: '代为放弃名额', danger: true },
    ];
    return [...answer, ...(offerBegun ? [] : unheard), ...leave];
  }
  if (status === 'waitlist') {
    const invite: RowAction[] = asksFirst ? [{ key: 'invite', label: '保留名额，请本人确认' }] : [];
    return [{ key: 'admit', label: '直接给名额' }, ...invite, ...leave];
  }
  const checkIn: RowAction[] = mayCheckIn ? [{ key: 'checked-in', label: '签到' }] : [];
  return [...checkIn, ...(hasBegun ? [{ key: 'noshow' as const, label: '记为未到场' }] : []), ...leave];
}

type OpenDialog = 'move' | 'correct' | 'cancel' | 'checked' | 'notes';
const dialogs: readonly RowAction['key'][] = [
  'move',
  'correct',
  'cancel',
  'checked',
  'notes',
] satisfies readonly OpenDialog[];

export function RowActions({ session, row, see }: Props) {
  const [dialog, setDialog] = useState<RowAction['key'] | null>(null);
  const programmes = useProgrammes();
  const programme = programmes.data?.programmes.find(({ id }) => id === session.programmeId);
  const times = { startsAt: Date.parse(session.startsAt), endsAt: Date.parse(session.endsAt) };
  const hasBegun = times.startsAt <= Date.now();
  const steps = actionsFor(row, {
    mayCheckIn: hasBegun || isCheckInOpen(times, Date.now()),
    hasBegun,
    asksFirst: programme !== undefined && programme.offerMinutes !== null,
  });
  const notes: RowAction[] = row.person === 'there' ? [{ key: 'notes', label: noteLabel(row) }] : [];
  const seeing: RowAction[] = see ? [{ key: 'see', label: '查看完整信息' }] : [];
  const items = [...seeing, ...steps, ...notes];
  const trigger = useRef<HTMLButtonElement>(null);
  const { isPending, take } = useRowStep(session, row);
  const close = (): void => setDialog(null);
  return (
    <Space>
      {see && (
        <Button className={styles.see ?? ''} onClick={see} aria-label={`查看完整信息：${row.name} ${row.phone}`}>
          查看完整信息
        </Button>
      )}
      {items.length > 0 && (
        <Dropdown
          trigger={['click']}
          autoFocus
          // The menu is drawn within the page's landmark, where a screen reader looks for it.
          getPopupContainer={(trigger) => trigger.closest('main') ?? document.body}
          menu={{
            items: items.map(({ key, label, danger = false }) => ({ key, label, danger })),
            onClick: ({ key }) => {
              const action = items.find((one) => one.key === key);
              // The menu goes, so what it opens has to give the focus back to its button.
              trigger.current?.focus();
              if (action?.key === 'see') see?.();
              else if (action && dialogs.includes(action.key)) setDialog(action.key);
              else if (action) take(action.key);
            },
          }}
        >
          <Button
            ref={trigger}
            data-main=""
            loading={isPending}
            aria-haspopup="menu"
            aria-label={`办理${row.name} ${row.phone}`}
          >
            办理
          </Button>
        </Dropdown>
      )}
      {dialog === 'move' && <MoveDialog rows={[row]} session={session} close={close} />}
      {dialog === 'correct' && <CorrectDialog row={row} close={close} />}
      {dialog === 'notes' && (
        <Dialog title={`${row.name}的内部备注`} footer={null} onCancel={close}>
          <StaffNotes path={rosterEndpoints.notes(row.registrationId)} />
        </Dialog>
      )}
      {dialog === 'checked' && <CheckedDialog row={row} close={close} />}
      {dialog === 'cancel' && <CancelDialog sessionId={session.id} rows={[row]} close={close} />}
    </Space>
  );
}

/** @example noteLabel({ notes: 2 }) // '内部备注（2）' */
const noteLabel = ({ notes }: Pick<RosterRow, 'notes'>): string => (notes > 0 ? `内部备注（${notes}）` : '内部备注');

/** Takes a step that needs no dialog of its own; one that takes something from somebody is asked about first. */
function useRowStep(session: StaffSessionWire, row: RosterRow) {
  const { modal } = App.useApp();
  const { done, failed } = useToast();
  const write = useWrite(StatusWire, { stale: ['roster', 'sessions', 'call-list'], done: () => done('已更新') });
  const id = row.registrationId;
  const isFull = session.held >= session.capacity;
  const admit = (as: 'booked' | 'offered'): void => {
    const request = { endpoint: rosterEndpoints.seat(id), body: { as, addSeat: isFull, seen: row.offerUntil } };
    if (!isFull) return write.mutate(request, { onError: failed });
    modal.confirm({
      title: `这一场已满，给${row.name}增加 1 个名额？`,
      content: `名额将由 ${session.capacity} 个改为 ${session.capacity + 1} 个，其他候补的顺序不变。`,
      okText: '增加名额',
      cancelText: '暂不',
      onOk: () => write.mutateAsync(request).catch(failed),
    });
  };
  const answerOffer = (decision: OfferDecision): void => {
    const request = { endpoint: rosterEndpoints.offer(id), body: { decision, seen: row.offerUntil } };
    if (decision !== 'next' && decision !== 'decline') return write.mutate(request, { onError: failed });
    modal.confirm({
      title: decision === 'next' ? `把${row.name}的名额给下一位？` : `${row.name}不要这个名额了？`,
      content:
        decision === 'next'
          ? '本人仍在候补，下一个空出的名额先给她。'
          : '请先与本人确认。名额会给候补的下一位，本人的候补也会取消。',
      okText: decision === 'next' ? '给下一位' : '放弃名额',
      cancelText: '暂不',
      onOk: () => write.mutateAsync(request).catch(failed),
    });
  };
  const take = (key: RowAction['key']): void => {
    if (key === 'admit' || key === 'invite') return admit(key === 'admit' ? 'booked' : 'offered');
    if (key === 'accept' || key === 'decline' || key === 'wait' || key === 'next') return answerOffer(key);
    write.mutate(
      { endpoint: rosterEndpoints.attendance(id), body: { to: key, seen: row.status } },
      { onError: failed },
    );
  };
  return { isPending: write.isPending, take };
}
