/** What travels from app to service about signing up. */
import * as v from 'valibot';
import { GivenConsents } from '../consent/wire';
import { personInputEntries } from '../person';
import { WechatCode } from '../wechat/wire';
import { WireId } from '../wire';
import { FamilyInput } from './family';
import { TeamInput } from './team';

/** Which of these a programme needs is in its `fields`; what it doesn't need is refused. */
export const PersonInput = v.strictObject(personInputEntries);

/** `team` where the programme says how many a team has, and only there. */
export const RegistrationRequest = v.strictObject({
  person: PersonInput,
  team: v.optional(TeamInput),
  /** Where `person` is of the account holder's family and not she herself; the consents are the programme's `family`'s. */
  family: v.optional(FamilyInput),
  consents: GivenConsents,
});
export const MoveRequest = v.strictObject({ sessionId: WireId });
export type RegistrationRequest = v.InferOutput<typeof RegistrationRequest>;

/** Six digits from an SMS, or what WeChat's button for the phone number gives. */
export const ProofRequest = v.union([
  v.strictObject({ code: v.pipe(v.string('type'), v.regex(/^\d{6}$/, 'code')) }),
  v.strictObject({ wechatCode: WechatCode }),
]);
