/** What the union did about a request since it was last read; the tab 我的 and the legal-aid pages both show it. */
import { create } from 'zustand';
import { isOpen } from '@yugong/domain/legal-aid';
import { LegalAidList, type LegalAidWire } from '@yugong/domain/legal-aid/wire';
import { useOutbox } from '@/platform/outbox';
import { hasLogin, useService, type Served } from '@/platform/service';
import { forget, load, save, stored, type LegalAidSeen } from '@/platform/storage';

/** The kind of a request in the outbox. */
export const REQUEST_KIND = 'legal-aid-request';

const answersOf = ({ messages }: Pick<LegalAidWire, 'messages'>): number =>
  messages.filter(({ author }) => author === 'union').length;

/** Has the union done something since? What its author did is no news. */
export function isNews(request: Pick<LegalAidWire, 'status' | 'messages'>, seen: LegalAidSeen | undefined): boolean {
  const { status, answers } = seen ?? { status: 'received', answers: 0 };
  if (answersOf(request) > answers) return true;
  return request.status !== status && (request.status === 'closed' || (request.status === 'assigned' && answers === 0));
}

interface Seen {
  seen: Record<string, LegalAidSeen>;
  /** Remembers that these are known, as far as they were read. */
  know: (requests: readonly LegalAidWire[]) => void;
  /** The reader has it before their eyes. */
  read: (request: LegalAidWire) => void;
  forget: () => void;
}

export const useSeen = create<Seen>((set, get) => ({
  seen: load(stored.legalAidSeen),
  know: (requests) => {
    const before = get().seen;
    const seen = Object.fromEntries(
      requests
        .filter(({ status }) => status !== 'withdrawn')
        .map(({ id }) => [id, before[id] ?? { status: 'received', answers: 0 }]),
    );
    if (Object.keys(seen).join() === Object.keys(before).join()) return;
    set({ seen });
    save(stored.legalAidSeen, seen);
  },
  read: (request) => {
    const now = { status: request.status, answers: answersOf(request) };
    const before = get().seen[request.id];
    if (before?.status === now.status && before.answers === now.answers) return;
    const seen = { ...get().seen, [request.id]: now };
    set({ seen });
    save(stored.legalAidSeen, seen);
  },
  forget: () => {
    forget(stored.legalAidSeen);
    set({ seen: {} });
  },
}));

/** Where an account's requests are. */
const PATH = '/api/v1/me/legal-aid';

/**
 * The requests of this phone's account, with how many have news.
 *
 * @param onlyIfKnown ask only where this phone knows of a request: a tab that everybody opens asks nothing for nothing
 */
export function useRequests({ onlyIfKnown = false } = {}): {
  /** Null where nothing was ever sent from this phone. */
  served: Served<LegalAidList> | null;
  refresh: () => Promise<void>;
  news: number;
} {
  const seen = useSeen((state) => state.seen);
  const sent = useOutbox().some(({ kind, progress }) => kind === REQUEST_KIND && progress.state === 'done');
  const wanted = hasLogin() && (!onlyIfKnown || sent || Object.keys(seen).length > 0);
  const { served, refresh } = useService(LegalAidList, wanted ? PATH : null, { as: 'me' });
  const requests = wanted && served.state === 'ready' ? served.data.requests : [];
  return {
    served: wanted ? served : null,
    refresh,
    news: requests.filter((request) => isNews(request, seen[request.id])).length,
  };
}

/** Those that still need somebody, then the rest; the latest first in both. */
export const inOrder = (requests: readonly LegalAidWire[]): LegalAidWire[] =>
  [...requests].sort((a, b) => Number(isOpen(b.status)) - Number(isOpen(a.status)));
