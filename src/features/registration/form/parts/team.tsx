/** A team's other members, by name: a row each, as many as the programme takes. */
import { Text, View } from '@tarojs/components';
import * as v from 'valibot';
import { Name } from '@yugong/domain/identity';
import { fieldFaults } from '@yugong/domain/problem';
import { sameNames, sayTeamSize, type Team } from '@yugong/domain/registration/team';
import { type TeamSize } from '@yugong/domain/programme/wire';
import { PlainButton } from '@/ui/button';
import { TextField } from '@/ui/text-field';
import {
  faultText,
  type SignUpAnswers,
  type FieldsProps,
  type FormPart,
  type RegistrationBody,
  type FieldValues,
} from '../form-part';
import styles from './team.module.scss';

const fieldOf = (at: number): string => `team.${at}`;
/** How many rows there are, where that is more than a team needs. */
const ROWS = 'team.rows';

/** A programme's size; the part is asked for only where there is one. */
const sizeOf = ({ programme }: Pick<SignUpAnswers, 'programme'>): TeamSize => programme.team ?? { min: 2, max: 2 };

/** Rows drawn: what a team needs at least, or as many as were added, and never more than it may have. */
export function memberRows(values: FieldValues, { min, max }: TeamSize): number {
  const wanted = Number(values[ROWS] ?? 0);
  return Math.min(max - 1, Math.max(min - 1, Number.isInteger(wanted) ? wanted : 0));
}

const typedIn = (values: FieldValues, rows: number): string[] =>
  Array.from({ length: rows }, (_, at) => values[fieldOf(at)] ?? '');

/** The names as they are sent; as typed where one can't be understood. */
const tidy = (typed: string): string => {
  const parsed = v.safeParse(Name, typed);
  return parsed.success ? parsed.output : typed.trim();
};

/** Who is in the team besides the captain: rows left blank are nobody. */
export const memberNames = (values: FieldValues, size: TeamSize): string[] =>
  typedIn(values, memberRows(values, size)).map(tidy).filter(Boolean);

function checkTeam({ values, ...about }: SignUpAnswers): { field: string; text: string }[] {
  const size = sizeOf(about);
  const missing = size.min - 1 - memberNames(values, size).length;
  let blanks = 0;
  return typedIn(values, memberRows(values, size)).flatMap((typed, at) => {
    if (typed.trim() === '') {
      blanks += 1;
      return blanks <= missing ? [{ field: fieldOf(at), text: `请填写第 ${at + 1} 位队员的姓名` }] : [];
    }
    const parsed = v.safeParse(Name, typed);
    if (parsed.success) return [];
    const code = parsed.issues[0].message;
    return [{ field: fieldOf(at), text: faultText(code, fieldFaults.name) }];
  });
}

function TeamFields({ values, set, errors, leave, programme }: FieldsProps) {
  const size = sizeOf({ programme });
  const rows = memberRows(values, size);
  const twice = sameNames(tidy(values.name ?? ''), memberNames(values, size));
  const takeOut = (gone: number) => {
    for (let at = gone; at < rows - 1; at += 1) set(fieldOf(at), values[fieldOf(at + 1)] ?? '');
    set(fieldOf(rows - 1), '');
    set(ROWS, String(rows - 1));
  };
  return (
    <View>
      <View className={styles.hint}>{`${sayTeamSize(size)}。你是队长，请填写其他队员的姓名。`}</View>
      {typedIn(values, rows).map((typed, at) => (
        <View key={fieldOf(at)} className={styles.row}>
          <View className={styles.field}>
            <TextField
              name={fieldOf(at)}
              label={`队员 ${at + 1} 的姓名`}
              value={typed}
              onChange={(value) => set(fieldOf(at), value)}
              onLeave={(value) => leave(fieldOf(at), value)}
              error={errors[fieldOf(at)]}
            />
          </View>
          {rows > size.min - 1 && (
            <View className={styles.button}>
              <PlainButton icon="x" onPress={() => takeOut(at)}>
                <Text>{`移除队员 ${at + 1}`}</Text>
              </PlainButton>
            </View>
          )}
        </View>
      ))}
      {twice.length > 0 && (
        <View className={styles.hint} ariaRole="status">
          {`${twice.join('、')}重复出现。如果是同名的两个人，不用修改。`}
        </View>
      )}
      {rows < size.max - 1 ? (
        <View className={styles.button}>
          <PlainButton icon="user-round" onPress={() => set(ROWS, String(rows + 1))}>
            <Text>添加队员</Text>
          </PlainButton>
        </View>
      ) : (
        <View className={styles.hint}>{`每队最多 ${size.max} 人，已满。`}</View>
      )}
    </View>
  );
}

const teamIn = (body: RegistrationBody): Team | undefined => body['team'] as Team | undefined;

export const teamPart: FormPart = {
  id: 'team',
  name: '队员',
  appliesTo: ({ programme }) => programme.team !== null,
  Fields: TeamFields,
  check: checkTeam,
  rows: ({ values, ...about }) => {
    const members = memberNames(values, sizeOf(about));
    return [{ label: `队员（含你共 ${members.length + 1} 人）`, text: members.join('、') }];
  },
  write: ({ values, ...about }, body) => ({ ...body, team: { members: memberNames(values, sizeOf(about)) } }),
  read: (body) => {
    const members = teamIn(body)?.members ?? [];
    if (members.length === 0) return {};
    return {
      [ROWS]: String(members.length),
      ...Object.fromEntries(members.map((name, at) => [fieldOf(at), name])),
    };
  },
  fieldOf: (pointer) => {
    if (!pointer.startsWith('/team')) return null;
    return fieldOf(Number(/^\/team\/members\/(\d+)/.exec(pointer)?.[1] ?? 0));
  },
};
