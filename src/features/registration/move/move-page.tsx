import { Failed, Loading, Offline } from '@/ui/states';
import { mineUrl } from '..';
import { NotFoundHere } from '../../shared/not-found-here';
import { useTicket } from '../ticket/use-ticket';
import { MoveView } from './move-view';

/** Another session for one's own registration. */
export function MovePage({ id }: { id: string }) {
  const { ticket, served, refresh } = useTicket(id);
  const retry = () => void refresh();
  if (ticket) return <MoveView ticket={ticket} />;
  if (served.state === 'loading' && id !== '') return <Loading what="报名" />;
  if (served.state === 'offline') return <Offline what="报名" onRetry={retry} />;
  if (served.state === 'failed' && !(served.why.kind === 'problem' && served.why.problem.status === 404))
    return <Failed what="报名" onRetry={retry} />;
  return <NotFoundHere what="报名" listUrl={mineUrl()} />;
}
