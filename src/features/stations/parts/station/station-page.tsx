import { Text, View } from '@tarojs/components';
import type { TravelMode } from '@yugong/domain/geo';
import { kindLabels, minutesToSay } from '@yugong/domain/station';
import { openDialler } from '@/platform/call';
import { canSearchMaps } from '@/platform/open-map';
import { isSinglePage } from '@/platform/scene';
import { ArticleHead, Paragraph } from '@/ui/article';
import { MainButton, PlainButton } from '@/ui/button';
import { FavouriteButton } from '@/ui/favourite-button';
import { Notice } from '@/ui/notice';
import { Pictures } from '@/ui/pictures';
import { Section } from '@/ui/section';
import { ShareButton } from '@/ui/share-button';
import { SourceNote } from '@/ui/source-note';
import { StateLine } from '@/ui/state-line';
import { Tag } from '@/ui/tag';
import { WeekHours } from '@/ui/week-hours';
import { RelatedLinks } from '../../../shared/related-links';
import { unionHotline } from '../../../shared/hotlines';
import { copyAddress, openRoute } from '../../navigate';
import { sayArrival, sayWayTime, sayRoughly, sayVerification, sayWay, travelWords } from '../../say';
import { minuteOfDay, type StationView } from '../../station';
import { EntryWays, Facilities } from './facility-list';
import { ReportSection } from './report-section';
import { StationStanding } from './standing';
import styles from './station-page.module.scss';

/** Nobody has published hours: whom to ask instead of going in vain. */
function AskFirst({ phone }: { phone: string | null }) {
  return (
    <>
      <View className={styles.unknown}>开放时间未公布，出发前建议打电话确认。</View>
      {phone === null && (
        <View className={styles.ask}>
          <PlainButton icon="phone" onPress={() => openDialler(unionHotline.dial)}>
            <Text>打工会热线 {unionHotline.number}</Text>
          </PlainButton>
        </View>
      )}
    </>
  );
}

/** A station: can I use it, how do I get there and in, what has it, and who says so. */
export function StationArticle({
  view,
  travel,
  now,
  startAbout,
}: {
  view: StationView;
  travel: TravelMode;
  now: number;
  /** How far off in metres the place may be that the way is measured from. */
  startAbout: number;
}) {
  const { station, way, verification } = view;
  const minutes = minutesToSay(way, travel);
  const { state, word, detail } = sayArrival(view, minutes, now);
  const takes = way && sayWayTime(way, travel, startAbout);
  const canBeLedTo = station.location !== null && station.precision === 'place';
  const checked = sayVerification(verification);
  const { phone } = station;
  return (
    <View>
      <View className={styles.state}>
        <StateLine state={state} word={word} detail={detail} large />
        {way && (
          <View className={styles.way}>
            {`${takes === null ? '' : `${travelWords[travel]}约 ${takes} · `}直线 ${sayWay(way, startAbout)}`}
          </View>
        )}
        <StationStanding id={station.id} now={now} />
      </View>
      <ArticleHead
        tags={
          <>
            <Tag>{kindLabels[station.kind].label}</Tag>
            {station.demo && <Tag tone="unknown">演示</Tag>}
          </>
        }
        title={station.title}
      />
      <View className={styles.where}>
        <Text userSelect>
          {[view.district, station.address ?? station.street, station.floor].filter(Boolean).join(' ') || '地址未公布'}
        </Text>
        {station.districtThen && <Text className={styles.then}>（原{station.districtThen}）</Text>}
      </View>
      <View className={checked.fresh ? styles.checked : styles.unchecked}>{checked.text}</View>
      {view.about !== null && station.street && <Notice>{sayRoughly(station.street, view.about)}。</Notice>}
      {station.precision === 'area' && <Notice>来源只有大致位置，没有门牌，到附近后请询问。</Notice>}
      {/* WeChat opens no map over a page that stands alone in the timeline. */}
      {!isSinglePage() && (
        <MainButton
          icon={canBeLedTo || canSearchMaps ? 'navigation' : 'copy'}
          onPress={() => void openRoute(station.id)}
        >
          <Text>{canBeLedTo ? '导航' : canSearchMaps ? '在地图里搜索' : '复制地址'}</Text>
        </MainButton>
      )}
      <View className={styles.actions}>
        {phone && (
          <PlainButton icon="phone" onPress={() => openDialler(phone)}>
            <Text>打电话</Text>
          </PlainButton>
        )}
        {(canBeLedTo || canSearchMaps) && (
          <PlainButton icon="copy" onPress={() => copyAddress(station.id)}>
            <Text>复制地址</Text>
          </PlainButton>
        )}
        <FavouriteButton item={{ collection: 'stations', id: station.id, title: station.title }} />
        <ShareButton title={station.title} />
      </View>
      <Section heading="本周开放时间">
        {view.roundTheClock ? (
          <Paragraph>每天 24 小时。</Paragraph>
        ) : view.week ? (
          <WeekHours days={view.week} now={minuteOfDay(now)} />
        ) : (
          <AskFirst phone={phone} />
        )}
        {station.hoursNote && <Paragraph>{station.hoursNote}</Paragraph>}
      </Section>
      <Facilities facilities={station.facilities} />
      <Pictures pictures={station.pictures} />
      <EntryWays anyone={station.anyoneMayEnter} entry={station.entry} access={station.access} />
      {station.note && (
        <Section heading="备注">
          <Paragraph>{station.note}</Paragraph>
        </Section>
      )}
      <ReportSection id={station.id} title={station.title} />
      <RelatedLinks links={station.links} />
      <SourceNote
        source={station.source}
        moreSources={station.moreSources}
        asOf={station.asOf ?? undefined}
        verifiedAt={station.verifiedAt ?? undefined}
        demo={station.demo || undefined}
      />
    </View>
  );
}
