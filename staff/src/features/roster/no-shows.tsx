/** Everybody booked who didn't come, at once; each can be taken back. */
import { App, Button } from 'antd';
import { NoShowsWire } from '@yugong/domain/roster/wire';
import type { StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { useWrite } from '../../api/use-write';
import { useSaid } from '../../parts/use-said';
import { lines } from './lines';

export function NoShows({ session }: { session: StaffSessionWire }) {
  const { modal } = App.useApp();
  const { done, failed } = useSaid();
  const mark = useWrite(NoShowsWire, {
    stale: ['roster', 'sessions'],
    done: ({ marked }) => done(marked > 0 ? `记下 ${marked} 个人没来` : '没有要记的人'),
  });
  if (Date.parse(session.startsAt) > Date.now() || session.counts.booked === 0) return null;
  const askFirst = (): void =>
    void modal.confirm({
      title: `还没签到的 ${session.counts.booked} 个人都记作没来？`,
      content: '一个一个可以撤销。',
      okText: '都记作没来',
      cancelText: '先不',
      onOk: () => mark.mutateAsync({ line: lines.noShows(session.id) }).catch(failed),
    });
  return <Button onClick={askFirst}>没来的都记上</Button>;
}
