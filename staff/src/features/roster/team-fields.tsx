/** The others of a team, by name: a row each, as many as the programme takes. The captain is the person of the form. */
import { Button, Form, Input } from 'antd';
import * as v from 'valibot';
import { Name } from '@yugong/domain/identity';
import type { TeamSize } from '@yugong/domain/programme/wire';
import { sameNames, sayTeamSize } from '@yugong/domain/registration/team';
import { schemaRule } from '../../parts/schema-rule';
import styles from './roster.module.css';

/** Where the names stand in the form and in what is sent, so that a fault of the service finds its row. */
const TEAM_MEMBERS: string[] = ['team', 'members'];

/** A name as it is sent; as typed where it is none. */
const tidy = (typed: string | undefined): string => {
  const parsed = v.safeParse(Name, typed ?? '');
  return parsed.success ? parsed.output : (typed ?? '').trim();
};

/** @param size how many a team has, its captain included: so many rows can't be taken out, and no more be added */
export function TeamFields({ size }: { size: TeamSize }) {
  const captain: unknown = Form.useWatch('name');
  const members: unknown = Form.useWatch(TEAM_MEMBERS);
  const typed = Array.isArray(members) ? members.filter((one) => typeof one === 'string') : [];
  const twice = sameNames(typeof captain === 'string' ? tidy(captain) : '', typed.map(tidy));
  return (
    <>
      <p className="quiet">{`${sayTeamSize(size)}。上面填队长，下面填其他队员的姓名，一队占一个名额。`}</p>
      <Form.List name={TEAM_MEMBERS} initialValue={Array.from({ length: size.min - 1 }, () => '')}>
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name: at }, index) => (
              <div key={key} className={styles.member}>
                <Form.Item name={at} label={`队员 ${index + 1} 的姓名`} rules={[schemaRule(Name)]}>
                  <Input autoComplete="off" />
                </Form.Item>
                {fields.length > size.min - 1 && (
                  <Button onClick={() => remove(at)} aria-label={`移除队员 ${index + 1}`}>
                    移除
                  </Button>
                )}
              </div>
            ))}
            {fields.length < size.max - 1 ? (
              <Button className={styles.addMember ?? ''} onClick={() => add('')}>
                添加队员
              </Button>
            ) : (
              <p className="quiet">{`每队最多 ${size.max} 人，已满。`}</p>
            )}
          </>
        )}
      </Form.List>
      <p className="quiet" role="status">
        {twice.length > 0 && `${twice.join('、')}重复出现。如果是同名的两个人，不用修改。`}
      </p>
    </>
  );
}
