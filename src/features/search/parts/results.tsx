import { Text, View } from '@tarojs/components';
import type { SearchKind } from '@yugong/content/bundle';
import type { SearchHit } from '@yugong/domain/search';
import { openDialler } from '@/platform/call';
import { Highlight } from '@/ui/highlight';
import { MainButton, PlainButton } from '@/ui/button';
import type { IconName } from '@/ui/icon';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { Sign, type Tone } from '@/ui/sign';
import { unionHotline } from '../../shared/hotlines';
import { kindNames, recordUrl } from '../../links';
import { stationPlaceUrl } from '../../stations';
import { numberToCall, type SearchAnswer } from '../model';
import { searchPageUrl } from '../page-urls';
import styles from './results.module.scss';

interface HitSign {
  tone: Tone;
  icon: IconName;
}

/** What a hit is, before it is read: of a kind that isn't named here, something to read. */
const signs: Partial<Record<SearchKind, HitSign>> = {
  pages: { tone: 'reading', icon: 'layout-grid' },
  cases: { tone: 'reading', icon: 'lightbulb' },
  news: { tone: 'reading', icon: 'newspaper' },
  statistics: { tone: 'reading', icon: 'list' },
  events: { tone: 'events', icon: 'calendar-days' },
  holidays: { tone: 'events', icon: 'calendar-days' },
  stations: { tone: 'stations', icon: 'map-pin' },
  districts: { tone: 'stations', icon: 'map-pin' },
  'law-facts': { tone: 'legal-aid', icon: 'scale' },
  'rights-guides': { tone: 'legal-aid', icon: 'scale' },
  'local-wages': { tone: 'legal-aid', icon: 'scale' },
  'legal-places': { tone: 'legal-aid', icon: 'map-pin' },
  hotlines: { tone: 'legal-aid', icon: 'phone' },
  'screening-programmes': { tone: 'screening', icon: 'ribbon' },
  'screening-guides': { tone: 'screening', icon: 'ribbon' },
  clinics: { tone: 'screening', icon: 'map-pin' },
};
const signOfOthers: HitSign = { tone: 'reading', icon: 'list' };

const nameOf = (kind: SearchKind): string => (kind === 'pages' ? '功能' : kindNames[kind]);
const urlOf = (kind: SearchKind, id: string): string => (kind === 'pages' ? searchPageUrl(id) : recordUrl(kind, id));

/** What answers the query first, with a call where that is a hotline; then the other hits under their kinds. */
export function SearchResults({
  answer,
  groups,
  showAllKinds,
  shownOf,
  showMore,
  onFollow,
}: {
  answer: SearchAnswer;
  /** Of the answer's kinds those to be drawn. */
  groups: SearchAnswer['groups'];
  showAllKinds: () => void;
  shownOf: (kind: SearchKind) => number;
  showMore: (kind: SearchKind) => void;
  /** A hit is about to be opened. */
  onFollow: () => void;
}) {
  const { best } = answer;
  const others = answer.groups.slice(groups.length);
  const number = numberToCall(answer);
  return (
    <View onClick={onFollow}>
      {best.length > 0 && (
        <Section heading="最相关">
          {number !== null && (
            <View className={styles.call}>
              <MainButton
                icon="phone"
                onPress={() => openDialler(number === unionHotline.number ? unionHotline.dial : number)}
              >
                <Text>拨打 {number}</Text>
              </MainButton>
            </View>
          )}
          {best.map((hit) => (
            <HitRow key={hit.entry.id} hit={hit} withKind />
          ))}
        </Section>
      )}
      {groups.map(({ kind, hits }) => {
        const shown = hits.slice(0, shownOf(kind));
        return (
          <Section key={kind} heading={nameOf(kind)} note={`${hits.length} 条`}>
            {shown.map((hit) => (
              <HitRow key={hit.entry.id} hit={hit} />
            ))}
            {shown.length < hits.length && (
              <View className={styles.all}>
                <PlainButton onPress={() => showMore(kind)}>
                  <Text>
                    再看 {hits.length - shown.length} 条{nameOf(kind)}
                  </Text>
                </PlainButton>
              </View>
            )}
          </Section>
        );
      })}
      {others.length > 0 && (
        <View className={styles.all}>
          <PlainButton onPress={showAllKinds}>
            <Text>
              其他 {others.length} 类，{others.reduce((sum, { hits }) => sum + hits.length, 0)} 条
            </Text>
          </PlainButton>
        </View>
      )}
    </View>
  );
}

/** One hit, what was typed marked; a rule with the rule itself, for it is the answer. */
function HitRow({
  hit: { entry, titleRanges, snippet, isAnswer, place },
  withKind,
}: {
  hit: SearchHit<SearchKind>;
  withKind?: boolean;
}) {
  const { kind } = entry;
  const rule = withKind && isAnswer && kind === 'law-facts' ? entry.text : null;
  const detail = [withKind && kind !== 'pages' ? nameOf(kind) : '', entry.detail].filter(Boolean).join(' · ');
  const lead = <Sign small {...(signs[kind] ?? signOfOthers)} />;
  if (place !== null)
    return <Row url={stationPlaceUrl(place)} lead={lead} title={`${place}附近的驿站`} detail={entry.title} />;
  return (
    <Row
      url={urlOf(kind, entry.id)}
      lead={lead}
      title={<Highlight text={entry.title} ranges={titleRanges} />}
      detail={
        <>
          {rule !== null && <View className={`${styles.rule} tone-legal-aid`}>{rule}</View>}
          {detail !== '' && <View>{detail}</View>}
          {rule === null && snippet && (
            <View className={styles.snippet}>
              <Highlight text={snippet.text} ranges={snippet.ranges} />
            </View>
          )}
        </>
      }
    />
  );
}
