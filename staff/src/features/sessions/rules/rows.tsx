/** A list that grows: each entry a group of fields with a way to take it away. */
import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import styles from './rules.module.css';

interface Props {
  name: string[];
  /** What one entry is called: 「条件」. */
  itemLabel: string;
  add: string;
  /** A new entry's values. */
  blank: object;
  max: number;
  /** Fields of the entry at a place in the list. */
  children: (index_: number) => ReactNode;
}

export const FormRows = ({ name, itemLabel: what, add: addLabel, blank, max: most, children }: Props) => (
  <Form.List name={name}>
    {(fields, { add, remove }) => (
      <div className={styles.rows}>
        {fields.map(({ key, name: at }, index) => (
          <div key={key} className={styles.row} role="group" aria-label={`${what} ${index + 1}`}>
            <div className={styles.fields}>{children(at)}</div>
            <Button onClick={() => remove(at)} aria-label={`删掉${what} ${index + 1}`}>
              删掉
            </Button>
          </div>
        ))}
        {fields.length < most && <Button onClick={() => add(blank)}>{addLabel}</Button>}
      </div>
    )}
  </Form.List>
);
