import { View } from '@tarojs/components';
import { useOutboxItem } from '@/platform/outbox';
import { Actions } from '@/ui/article';
import { Failed, Loading, Offline } from '@/ui/states';
import { mineUrl } from '..';
import { screeningUrl } from '../../screening';
import { AskUnion } from '../../shared/ask-union';
import { NotFoundHere } from '../../shared/not-found-here';
import { registrationOf } from '../outbox-kinds';
import { SubmissionStatus } from '../submission/submission';
import { useTicketWhenDone } from '../submission/use-submission';
import { TicketView } from './ticket-view';
import { useTicket } from './use-ticket';

/** The page of a ticket: by its registration, or by the key of something that is still on its way. */
export function TicketPage({ id, itemKey, just }: { id: string; itemKey: string; just: string }) {
  const item = useOutboxItem(itemKey);
  useTicketWhenDone(item);
  const about = id || (item ? (registrationOf(item) ?? '') : '');
  const { ticket, team, familyMember, reminder, history, due, old, served, refresh } = useTicket(about);
  const retry = () => void refresh();
  if (ticket)
    return (
      <TicketView
        ticket={ticket}
        team={team}
        familyMember={familyMember}
        reminder={reminder}
        history={history}
        due={due}
        old={old}
        just={just === 'made' || just === 'had' ? just : null}
        refresh={refresh}
      />
    );
  if (item && about === '') return <SubmissionStatus item={item} othersUrl={screeningUrl()} onEdit={null} />;
  const unknown = served.state === 'failed' && served.why.kind === 'problem' && served.why.problem.status === 404;
  if (unknown || about === '') return <NotFoundHere what="报名" measure="条" listUrl={mineUrl()} />;
  return (
    <View>
      {served.state === 'loading' && <Loading what="报名" />}
      {served.state === 'offline' && <Offline what="报名" onRetry={retry} />}
      {served.state === 'failed' && <Failed what="报名" kept="已报名的不受影响。" onRetry={retry} />}
      {served.state !== 'loading' && (
        <Actions>
          <AskUnion />
        </Actions>
      )}
    </View>
  );
}
