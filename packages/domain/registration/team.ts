/** Teams: a captain signs several people up as one, by name; together they hold one place. */
import * as v from 'valibot';
import { Name } from '../identity';
import type { FieldFault } from '../problem';
import type { TeamSize } from '../programme/wire';

/** More than any team has: a list that is longer is no team's. */
const MOST_MEMBERS = 99;

/** The captain is the registration's own person; these are the others, by name alone. */
export const TeamInput = v.strictObject({
  members: v.pipe(
    v.array(Name, 'type'),
    v.minLength(1, 'too-few'),
    v.maxLength(MOST_MEMBERS, 'too-many'),
    v.examples([['演示甲', '演示乙']]),
  ),
});
export type Team = v.InferOutput<typeof TeamInput>;

/** Everybody in it, the captain included. */
export const teamCount = ({ members }: Team): number => members.length + 1;

/** @example sayTeamSize({ min: 3, max: 5 }) // '3 到 5 人一队，含队长' */
export const sayTeamSize = ({ min, max }: TeamSize): string =>
  `${min === max ? `${min} 人` : `${min} 到 ${max} 人`}一队，含队长`;

/**
 * Is it a team where the programme wants one, of its size, and none where it doesn't? Two people may have one
 * name, so a name that comes twice is no fault; {@link sameNames} finds it for a question.
 *
 * @example teamFaults({ min: 3, max: 5 }, { members: ['演示甲'] })
 * // [{ pointer: '/team/members', code: 'too-few' }]
 */
export function teamFaults(size: TeamSize | null, team: Team | undefined): FieldFault[] {
  if (size === null) return team ? [{ pointer: '/team', code: 'unknown' }] : [];
  if (!team) return [{ pointer: '/team', code: 'required' }];
  const count = teamCount(team);
  if (count < size.min) return [{ pointer: '/team/members', code: 'too-few' }];
  return count > size.max ? [{ pointer: '/team/members', code: 'too-many' }] : [];
}

/** Names that stand for more than one of the team, each once, in their order. */
export function sameNames(captain: string, members: readonly string[]): string[] {
  const all = [captain, ...members].filter(Boolean);
  return all.filter((name, at) => all.indexOf(name) === at && all.lastIndexOf(name) > at);
}
