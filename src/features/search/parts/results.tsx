import { Text, View } from '@tarojs/components';
import { Highlight } from '@/ui/highlight';
import { PlainButton } from '@/ui/button';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { kindNames, recordUrl } from '../../links';
import { MAX_HITS_AT_FIRST, type HitGroup } from '../model';
import styles from './results.module.scss';

/** The hits of a query under their kinds, what was typed marked. */
export function SearchResults({
  groups,
  opened,
  openGroup,
  onFollow,
}: {
  groups: readonly HitGroup[];
  opened: string | null;
  openGroup: (kind: string) => void;
  /** A hit is about to be opened. */
  onFollow: () => void;
}) {
  return (
    <View onClick={onFollow}>
      {groups.map(({ kind, hits }) => {
        const shown = opened === kind ? hits : hits.slice(0, MAX_HITS_AT_FIRST);
        return (
          <Section key={kind} heading={kindNames[kind]} note={`${hits.length} 条`}>
            {shown.map(({ entry, titleRanges, snippet }) => (
              <Row
                key={entry.id}
                url={recordUrl(kind, entry.id)}
                title={<Highlight text={entry.title} ranges={titleRanges} />}
                detail={
                  <>
                    {entry.detail && <View>{entry.detail}</View>}
                    {snippet && (
                      <View className={styles.snippet}>
                        <Highlight text={snippet.text} ranges={snippet.ranges} />
                      </View>
                    )}
                  </>
                }
              />
            ))}
            {shown.length < hits.length && (
              <View className={styles.all}>
                <PlainButton onPress={() => openGroup(kind)}>
                  <Text>
                    看全部 {hits.length} 条{kindNames[kind]}
                  </Text>
                </PlainButton>
              </View>
            )}
          </Section>
        );
      })}
    </View>
  );
}
