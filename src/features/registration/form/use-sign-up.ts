import type * as v from 'valibot';
import { useMemo, useState } from 'react';
import { SessionWire } from '@yugong/domain/session/wire';
import { RegistrationListWire } from '@yugong/domain/registration/detail';
import { ProgrammeListWire } from '@yugong/domain/programme/wire';
import { cancelInOutbox, dismissFromOutbox, wholeBody, type OutboxItem } from '@/platform/outbox';
import { hasLogin, type Served, useService } from '@/platform/service';
import { useServiceNow } from '@/platform/service-time';
import { MY_REGISTRATIONS_PATH, PROGRAMMES_PATH } from '../../shared/service-paths';
import { sessionPath } from '../endpoints';
import { proofOf } from '../outbox-kinds';
import { isHistory } from '../is-history';
import { useSubmission, useTicketWhenDone } from '../submission/use-submission';
import { readSeen, type SignUpContext, useSignUpDraft } from './draft';
import type { RegistrationBody } from './form-part';
import { forFamily } from './parts/family';
import { type Correction, correctionOf, valuesOf } from './steps';

/** Everything the sign-up page has to know: the session, what was handed in, what there is already. */
export function useSignUp(id: string) {
  const seeing = useSignUpContext(id);
  const clock = useServiceNow();
  const item = useSubmission(id);
  const change = useSignUpDraft((state) => state.change);
  const [another, setAnother] = useState(false);
  const [correction, setCorrection] = useState<Correction | null>(null);
  useTicketWhenDone(item);
  // Without an account nothing was ever signed up for, and looking must not make one.
  const mine = useService(RegistrationListWire, hasLogin() ? MY_REGISTRATIONS_PATH : null, { as: 'me' });
  const had =
    mine.served.state === 'ready'
      ? mine.served.data.registrations.find((one) => one.sessionId === id && !isHistory(one, one.session, clock.now))
      : undefined;

  const toProve = item ? proofOf(item) : heldIn(mine.served, id, clock.now);
  const edit = async (sent: OutboxItem, seen: SignUpContext) => {
    const { progress } = sent;
    // A sealed number that can't be read is typed again.
    const body = ((await wholeBody(sent))?.body ?? sent.body) as RegistrationBody | null;
    // Stopped after it had gone out, it has no body any more: the form has had it back by then.
    if (body) change(seen, { agreed: agreedIn(sent), step: '' }, valuesOf(body, seen));
    const sentBody = body ? { family: body.family } : {};
    setCorrection(progress.state === 'refused' ? correctionOf(progress.errors, sentBody) : null);
    // What has never gone out leaves; what has stays on the list as stopped until that was read.
    if (progress.state === 'waiting') cancelInOutbox(sent.key);
    else dismissFromOutbox(sent.key);
    if (progress.state === 'refused') void seeing.refresh();
  };
  /** Somebody else is to come to the session too: of the family, where one has a place oneself. */
  const signUpAnother = (seen: SignUpContext) => {
    if (had?.family === null) change(seen, {}, forFamily(seen));
    setAnother(true);
  };
  return { id, ...seeing, clock, item, had: another ? null : (had ?? null), toProve, correction, edit, signUpAnother };
}

/** What this phone, or another of the same account, signed up before and has not proved yet. */
function heldIn(served: Served<v.InferOutput<typeof RegistrationListWire>>, session: string, now: number) {
  if (served.state !== 'ready') return null;
  for (const { id, proof, ...one } of served.data.held)
    if (one.session.id === session && one.state === 'held' && proof && Date.parse(proof.until) > now)
      return { id, proof };
  return null;
}

/** The consents that went along, unless they were what was refused: then all are given anew. */
function agreedIn({ progress, body }: OutboxItem): string[] {
  if (progress.state === 'refused' && progress.code === 'consent-missing') return [];
  return (body as RegistrationBody).consents.map(({ purpose, version }) => `${purpose}@${version}`);
}

/** A session with its programme, as the service has them, or as they were last seen while the form was filled in. */
function useSignUpContext(id: string): {
  seen: SignUpContext | null;
  /** Is it from before the network went? */
  old: boolean;
  served: Served<unknown>;
  refresh: () => Promise<void>;
} {
  const session = useService(SessionWire, id === '' ? null : sessionPath(id));
  const programmes = useService(ProgrammeListWire, PROGRAMMES_PATH);
  const last = useSignUpDraft((state) => state.draft.sessions[id]?.seen ?? null);
  const kept = useMemo(() => readSeen(last), [last]);
  const current = session.served.state === 'ready' ? session.served : null;
  const all = programmes.served.state === 'ready' ? programmes.served : null;
  const seen = useMemo<SignUpContext | null>(() => {
    const programme = all?.data.programmes.find((one) => one.id === current?.data.programmeId);
    return current && programme ? { session: current.data, programme } : null;
  }, [current, all]);
  return {
    seen: seen ?? kept,
    old: seen === null || (current?.old ?? true),
    // The worse of the two is the one to tell.
    served: session.served.state === 'ready' ? programmes.served : session.served,
    refresh: async () => {
      await Promise.all([session.refresh(), programmes.refresh()]);
    },
  };
}
