import { Text, View } from '@tarojs/components';
import { sayDate } from '@yugong/domain/calendar';
import { openDialler } from '@/platform/call';
import { open } from '@/platform/navigation';
import { isSinglePage } from '@/platform/scene';
import { Actions, Paragraph } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { Section } from '@/ui/section';
import { ShareButton } from '@/ui/share-button';
import { legalPageUrl, rightUrl, superviseUrl } from '..';
import { Neighbours, neighboursOf } from '../../shared/neighbours';
import { RelatedLinks } from '../../shared/related-links';
import { stationListUrl } from '../../stations';
import { dialOf, rightsGuides, type RightsGuide } from '../model';
import { RetirementFinder } from './retirement-finder';
import styles from './rights.module.scss';

type Step = RightsGuide['steps'][number];
type Right = RightsGuide['rights'][number];

const places: Record<NonNullable<Step['go']>, { text: string; url: string }> = {
  interview: { text: '一步步问', url: legalPageUrl('interview') },
  route: { text: '该怎么办', url: legalPageUrl('route') },
  clock: { text: '还剩几天', url: legalPageUrl('clock') },
  amounts: { text: '算一算', url: legalPageUrl('amounts') },
  claim: { text: '写申请书', url: legalPageUrl('claim') },
  evidence: { text: '看要留什么证据', url: legalPageUrl('evidence') },
  ask: { text: '写给工会', url: legalPageUrl('ask') },
  supervise: { text: '请工会查一查', url: superviseUrl() },
  stations: { text: '找驿站', url: stationListUrl() },
};

/** One matter: the answer, what there is a right to with its article, date and source, what is open, what to do. */
export function RightsGuideView({ guide }: { guide: RightsGuide }) {
  const { title, summary, rights, tables, open: openPoints, steps, retirement } = guide;
  return (
    <View>
      <Paragraph lead>{summary}</Paragraph>
      {retirement && <RetirementFinder rules={retirement} />}
      <Section heading="你有什么权利">
        {rights.map((right) => (
          <RightItem key={right.text} right={right} />
        ))}
      </Section>
      {tables.map((table) => (
        <RightsTable key={table.title} {...table} />
      ))}
      <Section heading="怎么办">
        {steps.map((step, at) => (
          <StepItem key={step.text} step={step} number={at + 1} />
        ))}
      </Section>
      {openPoints.length > 0 && (
        <Section heading="还没有定论的" note="没查到的，不编">
          {openPoints.map((point) => (
            <View key={point} className={styles.open}>
              <Text userSelect>{point}</Text>
            </View>
          ))}
        </Section>
      )}
      <Actions>
        <ShareButton title={title} />
      </Actions>
      {!isSinglePage() && (
        <>
          <RelatedLinks links={guide.links} />
          <Neighbours {...neighboursOf(rightsGuides, guide.id, rightUrl)} />
        </>
      )}
    </View>
  );
}

/** Whatever isn't sure is said to be so where it stands. */
const unsure = { high: null, medium: '转述或转载，要用之前请核实', low: '不确定，请先打电话核实' } as const;

function RightItem({ right: { text, since, basis, source, confidence } }: { right: Right }) {
  const remark = unsure[confidence];
  const published = source.published ? `，${sayDate(source.published, '')}` : '';
  return (
    <View className={styles.right}>
      <View className={styles.text}>
        <Text userSelect>{text}</Text>
      </View>
      {remark && <View className={styles.remark}>{remark}</View>}
      <View className={styles.basis}>
        <Text userSelect>{`依据：${basis}${since ? `，${sayDate(since, '')}起` : ''}`}</Text>
      </View>
      <View className={styles.basis}>
        <Text userSelect>{`来源：${source.title}，${source.publisher}${published}`}</Text>
      </View>
    </View>
  );
}

function StepItem({ step: { text, call, go }, number }: { step: Step; number: number }) {
  const place = go && places[go];
  return (
    <View className={styles.step}>
      <View className={styles.number} aria-hidden>
        {number}
      </View>
      <View className={styles.words}>
        <Text userSelect>{text}</Text>
        {(place || call) && (
          <Actions near>
            {place && (
              <PlainButton onPress={() => open(place.url)}>
                <Text>{place.text}</Text>
              </PlainButton>
            )}
            {call && (
              <PlainButton icon="phone" onPress={() => openDialler(dialOf(call))}>
                <Text>打 {call}</Text>
              </PlainButton>
            )}
          </Actions>
        )}
      </View>
    </View>
  );
}

/** A small table; a screen reader hears it as one. */
function RightsTable({
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
