/** A list of field groups that can grow and shrink. */
import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import styles from './rules.module.css';

interface Props {
  name: string[];
  /** The name of one entry, such as 「条件」. */
  itemLabel: string;
  add: string;
  /** A new entry's values. */
  blank: object;
  max: number;
  /** Draws the fields of the entry at an index. */
  children: (index: number) => ReactNode;
}

export const FormRows = ({ name, itemLabel: itemLabel, add: addLabel, blank, max: max, children }: Props) => (
  <Form.List name={name}>
    {(fields, { add, remove }) => (
      <div className={styles.rows}>
        {fields.map(({ key, name: at }, index) => (
          <div key={key} className={styles.row} role="group" aria-label={`${itemLabel} ${index + 1}`}>
            <div className={styles.fields}>{children(at)}</div>
            <Button onClick={() => remove(at)} aria-label={`删除${itemLabel} ${index + 1}`}>
              删除
            </Button>
          </div>
        ))}
        {fields.length < max && <Button onClick={() => add(blank)}>{addLabel}</Button>}
      </div>
    )}
  </Form.List>
);
