/** Staff accounts, signing in, and where one is signed in. */
import * as v from 'valibot';
import { Name } from '../identity';
import { Text } from '../text';
import { Adcode } from '../wire';
import { OrganisationId, SeenVersion } from '../wire/staff';
import { permissions, roles } from './roles';

/** A member of staff, by a ULID. */
export const StaffId = v.pipe(v.string('type'), v.regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, 'value'));
export const Username = v.pipe(v.string('type'), v.regex(/^[a-z][a-z0-9.-]{2,31}$/, 'username'));
export const PASSWORD_LENGTH = 12;
/** Length is what counts; a password of one repeated character is refused. */
export const Password = v.pipe(
  v.string('type'),
  v.minLength(PASSWORD_LENGTH, 'password-short'),
  v.maxLength(200, 'too-long'),
  v.check((text) => new Set(text).size >= 5, 'password-simple'),
);
export const Code = v.pipe(v.string('type'), v.regex(/^\d{6}$/, 'code'));

/** Header of what the console asks by itself while nobody is at it: that keeps nobody signed in who has left. */
export const UNATTENDED = 'x-unattended';

/** `cookie` for the console (no script can read it), `bearer` for programs; asked once, at the login. */
const Keep = v.optional(v.picklist(['cookie', 'bearer'], 'value'), 'bearer');

/** Without `code` the answer says what comes next; then the same is sent again with it. */
export const LoginRequest = v.strictObject({
  username: v.pipe(v.string('type'), v.maxLength(64, 'too-long')),
  password: v.pipe(v.string('type'), v.maxLength(200, 'too-long')),
  code: v.optional(Code),
  keep: Keep,
});

/** With the one-time setup secret alone the answer is what the authenticator app needs; with the rest it is a login. */
export const SetupRequest = v.strictObject({
  username: v.pipe(v.string('type'), v.maxLength(64, 'too-long')),
  setup: v.pipe(v.string('type'), v.maxLength(64, 'too-long')),
  password: v.optional(Password),
  code: v.optional(Code),
  keep: Keep,
});

export const MeWire = v.object({
  id: v.string(),
  username: v.string(),
  name: v.string(),
  roles: v.array(v.picklist(roles)),
  permissions: v.array(v.picklist(permissions)),
  /** Null: all of them. */
  organisation: v.nullable(v.string()),
  districts: v.nullable(v.array(v.string())),
  /** A demo's account: everything it touches is a demo's or its own doing. */
  demo: v.boolean(),
  /** Signed out after so many minutes without a request, and at the latest at `expiresAt`. */
  idleMinutes: v.number(),
  expiresAt: v.string(),
});

export const LoginWire = v.variant('next', [
  v.object({ next: v.literal('code') }),
  v.object({
    next: v.literal('enrol'),
    /** Base 32, to type into an authenticator app, and the same as an `otpauth://` address to draw as QR. */
    secret: v.string(),
    uri: v.string(),
  }),
  v.object({
    next: v.literal('done'),
    me: MeWire,
    /** Null where it was put into a cookie. */
    token: v.nullable(v.string()),
  }),
]);

const scopeEntries = {
  organisation: v.nullable(OrganisationId),
  districts: v.nullable(v.pipe(v.array(Adcode, 'type'), v.minLength(1, 'required'), v.maxLength(60, 'too-long'))),
};
const rolesEntry = v.pipe(
  v.array(v.picklist(roles, 'value'), 'type'),
  v.minLength(1, 'required'),
  v.maxLength(roles.length, 'too-long'),
);

export const AccountRequest = v.strictObject({ username: Username, name: Name, roles: rolesEntry, ...scopeEntries });
export const AccountEdit = v.strictObject({
  name: Name,
  roles: rolesEntry,
  ...scopeEntries,
  disabled: v.boolean('type'),
  seen: SeenVersion,
});
export const PasswordChange = v.strictObject({
  password: v.pipe(v.string('type'), v.maxLength(200, 'too-long')),
  next: Password,
  code: Code,
});

/** Password and code, given anew before something that gives power; no code where the account has no authenticator. */
export const StepUpRequest = v.strictObject({
  password: v.pipe(v.string('type'), v.maxLength(200, 'too-long')),
  code: v.optional(Code),
});
/** Until when such things may be done from this sign-in. */
export const StepUpWire = v.object({ confirmedUntil: v.string() });

/**
 * What administrators are told: an account that may manage others was set up anew, was added, or got other roles,
 * another scope or another state.
 */
export const staffAlertKinds = ['administrator-reset', 'administrator-added', 'administrator-edited'] as const;
export type StaffAlertKind = (typeof staffAlertKinds)[number];
const AlertedAccount = v.object({ name: v.string(), username: v.string() });
export const StaffAlertWire = v.object({
  id: v.string(),
  kind: v.picklist(staffAlertKinds),
  account: AlertedAccount,
  /** It is about the reader's own account. */
  own: v.boolean(),
  /** Who did it; null for the command on the service's own machine, or somebody who is no more. */
  by: v.nullable(AlertedAccount),
  at: v.string(),
});

export const accountStates = ['invited', 'active', 'disabled'] as const;
export const AccountWire = v.object({
  id: v.string(),
  username: v.string(),
  name: v.string(),
  roles: v.array(v.picklist(roles)),
  organisation: v.nullable(v.string()),
  districts: v.nullable(v.array(v.string())),
  state: v.picklist(accountStates),
  /** Wrong tries somewhere: until when that source has to wait; null where none has to. Elsewhere nobody waits. */
  lockedUntil: v.nullable(v.string()),
  createdAt: v.string(),
  lastSeenAt: v.nullable(v.string()),
  /** Rises with every change of name, roles, scope or state. */
  version: v.number(),
});

/** The one-time secret is shown once and kept nowhere; it is good for 72 hours. */
export const InviteWire = v.object({ account: AccountWire, setup: v.string(), setupUntil: v.string() });

export const SignInWire = v.object({
  id: v.string(),
  /** The one this request came with. */
  current: v.boolean(),
  /** Kind of browser and system, such as `Chrome · Android`. */
  agent: v.string(),
  createdAt: v.string(),
  seenAt: v.string(),
  expiresAt: v.string(),
});

export const OrganisationRequest = v.strictObject({ id: OrganisationId, title: Text(60) });
/** Another name for a union; `seen`: the one that it had. */
export const OrganisationEdit = v.strictObject({ title: Text(60), seen: Text(60) });
export const OrganisationWire = v.object({ id: v.string(), title: v.string() });
export const DistrictWire = v.object({ adcode: v.string(), title: v.string() });
/** A district that there was, and the name of the one that it belongs to now: older records name it. */
export const FormerDistrictWire = v.object({ ...DistrictWire.entries, into: v.string() });

export type LoginRequest = v.InferOutput<typeof LoginRequest>;
export type SetupRequest = v.InferOutput<typeof SetupRequest>;
export type LoginWire = v.InferOutput<typeof LoginWire>;
export type MeWire = v.InferOutput<typeof MeWire>;
export type AccountRequest = v.InferOutput<typeof AccountRequest>;
export type AccountEdit = v.InferOutput<typeof AccountEdit>;
export type PasswordChange = v.InferOutput<typeof PasswordChange>;
export type StepUpRequest = v.InferOutput<typeof StepUpRequest>;
export type StaffAlertWire = v.InferOutput<typeof StaffAlertWire>;
export type AccountWire = v.InferOutput<typeof AccountWire>;
export type InviteWire = v.InferOutput<typeof InviteWire>;
export type SignInWire = v.InferOutput<typeof SignInWire>;
export type OrganisationEdit = v.InferOutput<typeof OrganisationEdit>;
export type OrganisationWire = v.InferOutput<typeof OrganisationWire>;
export type DistrictWire = v.InferOutput<typeof DistrictWire>;
