import { Text, View } from '@tarojs/components';
import type { OperatorDocument, OperatorTable } from '@yugong/domain/operator/words';
import { ArticleHead, Paragraph } from '@/ui/article';
import { Facts } from '@/ui/facts';
import { Section } from '@/ui/section';
import styles from './about.module.scss';

/** A text of the operator's, to be read from top to bottom. */
export function DocumentView({ document: { title, byline, sections } }: { document: OperatorDocument }) {
  return (
    <View>
      <ArticleHead title={title} byline={byline} />
      {sections.map(({ heading, paragraphs, table }) => (
        <Section key={heading} heading={heading}>
          {paragraphs.map((text) => (
            <Paragraph key={text}>{text}</Paragraph>
          ))}
          {table && <TableAsEntries table={table} />}
        </Section>
      ))}
    </View>
  );
}

/** A table of four columns doesn't fit on a phone: each row is an entry under its first cell. */
function TableAsEntries({ table: { head, rows } }: { table: OperatorTable }) {
  return (
    <>
      {rows.map(([name = '', ...cells]) => (
        <View key={name} className={styles.entry}>
          <View className={styles.name} ariaRole="heading" aria-level={3}>
            <Text userSelect>{name}</Text>
          </View>
          <Facts rows={cells.map((text, at) => ({ label: head[at + 1] ?? '', text }))} />
        </View>
      ))}
    </>
  );
}
