import type { Day } from '@yugong/domain/calendar';
import { Empty } from '@/ui/empty';
import { Failed, Loading, Offline } from '@/ui/states';
import { eventListUrl } from '..';
import { SessionArticle } from './session-article';
import { useSession } from './use-session';

const elsewhere = { text: '看工会活动', url: eventListUrl() };

/** A session's page in all its states: on its way, there, no network, gone. */
export function SessionView({ id, today }: { id: string; today: Day }) {
  const { served, programme, mine, refresh } = useSession(id);
  switch (served.state) {
    case 'loading':
      return <Loading what="这一场的名额" />;
    case 'offline':
      return <Offline what="这一场的名额" onRetry={() => void refresh()} elsewhere={elsewhere} />;
    case 'failed':
      return served.why.kind === 'problem' && served.why.problem.status === 404 ? (
        <Empty
          title="没有找到这一场"
          explanation="可能已经撤下，或者链接不完整。"
          ways={[elsewhere, { text: '看日历', url: '/pages/calendar/index' }]}
        />
      ) : (
        <Failed what="这一场" onRetry={() => void refresh()} elsewhere={elsewhere} />
      );
    case 'ready':
      return <SessionArticle session={served.data} programme={programme} mine={mine} old={served.old} today={today} />;
  }
}
