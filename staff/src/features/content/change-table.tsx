/** What publishing changes, field by field: as it is now, and as it would be. */
import type { DraftEntryWire } from '@yugong/domain/publication/wire';
import { fieldLabel, formatRecordValue, type ValueWords } from './labels';
import { useValueWords } from './value-words';
import styles from './draft.module.css';

type Change = DraftEntryWire['changes'][number];

const ChangeRow = ({ field, before, after, words }: Change & { words: ValueWords }) => (
  <tr>
    <th scope="row">{fieldLabel(field)}</th>
    <td>
      <del className={styles.before}>{formatRecordValue(before, words, field)}</del>
    </td>
    <td>
      <ins className={styles.after}>{formatRecordValue(after, words, field)}</ins>
    </td>
  </tr>
);

/** A record's changes as a table that a screen reader names by the record's title. */
export function ChangeTable({ title, changes }: { title: string; changes: readonly Change[] }) {
  const words = useValueWords();
  return (
    <table className={styles.diff}>
      <caption className="spoken">{title}的改动</caption>
      <thead>
        <tr>
          <th scope="col">字段</th>
          <th scope="col">当前</th>
          <th scope="col">发布后</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((one) => (
          <ChangeRow key={one.field} {...one} words={words} />
        ))}
      </tbody>
    </table>
  );
}
