import { View } from '@tarojs/components';
import { Section } from '@/ui/section';
import styles from './rights.module.scss';

/** A small table; a screen reader hears it as one. */
export function RightsTable({
  title,
  columns,
  rows,
}: {
  title: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}) {
  return (
    <Section heading={title}>
      <View ariaRole="table" ariaLabel={title}>
        <View className={`${styles.cells} ${styles.head}`} ariaRole="row">
          {columns.map((column) => (
            <View key={column} className={styles.cell} ariaRole="columnheader">
              {column}
            </View>
          ))}
        </View>
        {rows.map((row) => (
          <View key={row.join('|')} className={styles.cells} ariaRole="row">
            {row.map((cell, at) => (
              <View key={columns[at]} className={styles.cell} ariaRole="cell">
                {cell}
              </View>
            ))}
          </View>
        ))}
      </View>
    </Section>
  );
}
