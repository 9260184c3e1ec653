/**
 * A part of the sign-up form: one thing a page. The form knows nothing else of what it asks; to ask for more (a team's
 * members), write another part and name it in `parts/index.ts`.
 */
import type { ReactNode } from 'react';
import { fieldFaults } from '@yugong/domain/problem';
import type { ProgrammeWire } from '@yugong/domain/programme/wire';
import type { RegistrationRequest } from '@yugong/domain/registration/request';
import type { SessionWire } from '@yugong/domain/session/wire';
import type { FieldError } from '@/ui/error-summary';

/** What stands in the fields, by field; kept in storage as it is typed. */
export type FieldValues = Readonly<Record<string, string>>;

/** What is sent, while it is put together. Parts of other kinds add their own members. */
export interface RegistrationBody {
  person: Partial<RegistrationRequest['person']>;
  consents: RegistrationRequest['consents'];
  /** There where it is for a family member. */
  family?: Partial<NonNullable<RegistrationRequest['family']>>;
  [more: string]: unknown;
}

/** Everything a part may look at. */
export interface SignUpAnswers {
  programme: ProgrammeWire;
  session: SessionWire;
  values: FieldValues;
  /** Consents given for this session, `purpose@version`. */
  agreed: readonly string[];
}

/** What a part's fields get to draw themselves. */
export interface FieldsProps extends SignUpAnswers {
  set: (field: string, value: string) => void;
  agree: (consent: string, yes: boolean) => void;
  /** Words beside a field that is wrong. */
  errors: Readonly<Record<string, string>>;
  /** To be called when a field is left, with what stands in it: says what is wrong there, if anything was typed. */
  leave: (field: string, value: string) => void;
}

export interface FormPart {
  /** Its name in the draft, for ever. */
  id: string;
  /** Its name among the steps: 姓名. */
  name: string;
  /** Is it asked for here at all? */
  appliesTo: (about: Pick<SignUpAnswers, 'programme' | 'session'>) => boolean;
  /** Its fields. A component: it is drawn as one. */
  Fields: (props: FieldsProps) => ReactNode;
  /** What is wrong, the first field first; empty where one can go on. */
  check: (asked: SignUpAnswers) => FieldError[];
  /** What it comes to, for checking the answers. */
  rows: (asked: SignUpAnswers) => { label: string; text: string }[];
  /** Adds what it knows to what is sent. Called only where `check` finds nothing. */
  write: (asked: SignUpAnswers, body: RegistrationBody) => RegistrationBody;
  /** The values back from what was sent, so that a refused form can be put right without typing it again. */
  read: (body: RegistrationBody, about: Pick<SignUpAnswers, 'session'>) => FieldValues;
  /** The field that a pointer of the service's leads to (RFC 6901, `/person/phone`); null where it is another part's. */
  fieldOf: (pointer: string, body: Pick<RegistrationBody, 'family'>) => string | null;
}

const faultTexts: Readonly<Record<string, string>> = fieldFaults;

/**
 * A fault's code in words.
 *
 * @param unknown what is said of a code that only a newer service knows
 */
export const faultText = (code: string, unknown: string = fieldFaults.value): string => faultTexts[code] ?? unknown;
