import Taro from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { dayAt, daysBetween, sayDate } from '@yugong/domain/calendar';
import { Pressable } from '../pressable';
import age from './generated/age.json';
import styles from './style.module.scss';

interface NamedSource {
  title: string;
  publisher: string;
  url?: string | undefined;
  published: string | null;
  kind: string;
}

/** Where a record comes from, of when it is, and whether the union has checked it. */
export function SourceNote({
  source,
  moreSources = [],
  asOf,
  verifiedAt,
  publication,
  demo,
}: {
  source: NamedSource;
  moreSources?: readonly NamedSource[] | undefined;
  asOf?: string | undefined;
  verifiedAt?: string | undefined;
  /** Which union published it, and on which day. */
  publication?: { by: string | null; on: string } | undefined;
  demo?: true | undefined;
}) {
  return (
    <View className={styles.note}>
      {demo && <View>演示数据，不是真实信息。</View>}
      <View>
        {publication && `${publication.by ?? '工会'}于 ${sayDate(publication.on, '')} 发布。`}
        {verifiedAt
          ? `工会已于 ${sayDate(verifiedAt, '')} 核实。`
          : !publication && '工会尚未逐条核实，以主办单位最新通知为准。'}
        {asOf && `资料时间：${sayDate(asOf, '')}。`}
        {isOld(verifiedAt ?? asOf ?? publication?.on ?? source.published) &&
          `这是 ${LIMIT}以前的内容，现在可能不一样了。`}
      </View>
      {[source, ...moreSources].map((item) => (
        <SourceLine key={item.title + item.publisher} source={item} />
      ))}
    </View>
  );
}

const { contentDays } = age;
/** The operator's limit in words: 200 天, 1 年. */
const LIMIT = contentDays % 365 === 0 ? `${contentDays / 365} 年` : `${contentDays} 天`;

/** Is it longer ago than the operator's limit? A month and a year are as old as their last day. */
const isOld = (date: string | null): boolean =>
  date !== null &&
  daysBetween(date.length === 4 ? `${date}-12-31` : date.padEnd(10, '-28'), dayAt(Date.now())) > contentDays;

function SourceLine({ source }: { source: NamedSource }) {
  const { url } = source;
  const date = source.published ? `，${sayDate(source.published, '')}` : '';
  return (
    <View className={styles.source}>
      <Text userSelect>
        来源：《{source.title}》，{source.publisher}
        {date}
        {source.kind === 'mirror' && '（转载页，未附链接）'}
      </Text>
      {url && (
        <Pressable
          className={styles.copy}
          onPress={() => void Taro.setClipboardData({ data: url })}
          label={`复制网址：${source.title}`}
        >
          <Text>复制网址</Text>
        </Pressable>
      )}
    </View>
  );
}
