/**
 * What was typed and not sent yet. It is on this phone only: from the first character on, over a killed app, for
 * three days; with the sending it moves into the outbox, and with the service's yes it is gone.
 */
import * as v from 'valibot';
import { create } from 'zustand';
import { personFieldNames, personFields } from '@yugong/domain/person';
import { ProgrammeWire } from '@yugong/domain/programme/wire';
import type { SessionWire } from '@yugong/domain/session/wire';
import { newIdempotencyKey } from '@/platform/outbox';
import { forget, load, save, stored, type SignUpDraft } from '@/platform/storage';
import type { FieldValues } from './form-part';
import { personField } from './parts/family';

type SessionDraft = SignUpDraft['sessions'][string];
export type SignUpContext = { session: SessionWire; programme: ProgrammeWire };

/** What the form was last filled in for; null where the programme can't be read any more. */
export function readSeen(seen: SessionDraft['seen'] | null): SignUpContext | null {
  const programme = v.safeParse(ProgrammeWire, seen?.programme);
  return seen && programme.success ? { session: seen.session, programme: programme.output } : null;
}

/** What is typed again where the app was closed: it stands in no storage. */
const SENSITIVE = personFieldNames
  .filter((name) => personFields[name].isSensitive)
  .flatMap((name) => [personField(name, false), personField(name, true)]);

const withoutSensitive = (draft: SignUpDraft): SignUpDraft => ({
  ...draft,
  values: Object.fromEntries(Object.entries(draft.values).filter(([field]) => !SENSITIVE.includes(field))),
});

const keep = (draft: SignUpDraft): boolean => save(stored.signUpDraft, withoutSensitive(draft));

interface DraftStore {
  draft: SignUpDraft;
  /** Could the last change not be written? It is still on the screen then. */
  unsaved: boolean;
  /** Changes a session's form, beginning it where it isn't begun. */
  change: (seen: SignUpContext, part: Partial<Pick<SessionDraft, 'agreed' | 'step'>>, values?: FieldValues) => void;
  /** The session's form is sent or given up; what was typed goes with the last of them. */
  drop: (session: string) => void;
  /** Nothing typed stays on this phone. */
  clear: () => void;
}

const empty: SignUpDraft = stored.signUpDraft.initial;

const fresh = (seen: SignUpContext): SessionDraft => ({ key: newIdempotencyKey(), agreed: [], step: '', seen });

export const useSignUpDraft = create<DraftStore>((set, get) => ({
  draft: withoutSensitive(load(stored.signUpDraft)),
  unsaved: false,
  change: (seen, part, values = {}) => {
    const { draft } = get();
    const session = { ...(draft.sessions[seen.session.id] ?? fresh(seen)), ...part, seen };
    const next = {
      values: { ...draft.values, ...values },
      sessions: { ...draft.sessions, [seen.session.id]: session },
    };
    set({ draft: next, unsaved: !keep(next) });
  },
  drop: (id) => {
    const sessions = Object.fromEntries(Object.entries(get().draft.sessions).filter(([other]) => other !== id));
    if (Object.keys(sessions).length === 0) return get().clear();
    const next = { ...get().draft, sessions };
    set({ draft: next, unsaved: !keep(next) });
  },
  clear: () => {
    forget(stored.signUpDraft);
    set({ draft: empty, unsaved: false });
  },
}));
