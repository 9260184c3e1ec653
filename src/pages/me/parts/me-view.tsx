import { Text, View } from '@tarojs/components';
import { sayDate } from '@yugong/domain/calendar';
import { useState } from 'react';
import { aboutUrl } from '@/features/about';
import { caseListUrl } from '@/features/cases';
import { alertsUrl, mineUrl, noticesUrl, privacyUrl } from '@/features/registration';
import { legalRequestsUrl } from '@/features/legal-aid';
import { useRequests } from '@/features/shared/legal-aid-news';
import { stationListUrl, stationReportsUrl } from '@/features/stations';
import { useNotices } from '@/platform/notices';
import { useIsKept } from '@/platform/offline';
import type { Favourite } from '@/platform/favourites';
import { Actions, ArticleHead, Paragraph } from '@/ui/article';
import { ElderSwitch } from '@/ui/elder-switch';
import { Empty } from '@/ui/empty';
import { Art } from '@/ui/art';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { Sign } from '@/ui/sign';
import { Tag } from '@/ui/tag';
import { UnreadMark } from '@/ui/unread-mark';
import { kindNames, recordUrl } from '@/features/links';
import { PlainButton } from '@/ui/button';
import { useOutbox } from '@/platform/outbox';
import { OutboxList } from '@/ui/outbox-list';
import { useAppointments } from '../../appointments';
import { AppointmentCard } from '../../parts/appointment-card';
import styles from './me-view.module.scss';

/** What is next for the reader, what waits, then the rest; what the app knows of the reader never leaves the phone. */
export function MeView({ favourites, contentDate }: { favourites: readonly Favourite[]; contentDate: string }) {
  const isKept = useIsKept();
  return (
    <View>
      <ArticleHead title="我的" />
      <Next />
      <OutboxSection />
      <MineRows />
      <Section heading="收藏" note={favourites.length > 0 ? `${favourites.length} 条` : undefined}>
        {favourites.length === 0 && (
          <Empty
            title="暂无收藏"
            explanation="点“收藏”保存的内容会显示在这里，离线也能打开。"
            ways={[
              { text: '看案例', url: caseListUrl() },
              { text: '找驿站', url: stationListUrl() },
            ]}
          />
        )}
        <FavouriteList favourites={favourites} />
      </Section>
      <Section heading="显示">
        <Paragraph>长辈版文字和按钮更大，每页内容更少。深色模式跟随手机设置。</Paragraph>
        <Actions>
          <ElderSwitch />
        </Actions>
      </Section>
      <Section heading="你的信息">
        <Paragraph>收藏和搜索历史只存在本机，不会上传。浏览内容不用登录，也不需要位置。</Paragraph>
        <Row url={privacyUrl()} title="我的信息" detail="查看、导出、撤回同意、删除" />
      </Section>
      <Section heading="关于内容">
        {isKept && <Paragraph>可离线使用：没有网络时，驿站、我的报名和维权知识也能打开。</Paragraph>}
        <Paragraph>{`每条内容都注明出处和时间，更新到${sayDate(contentDate, '')}。没有查到的写“未公布”，不作推测。`}</Paragraph>
        <Row url={aboutUrl()} title="关于我们" detail="谁在运营、隐私政策、用户协议" />
      </Section>
    </View>
  );
}

/** How many coming sessions stand here; 我的报名 has all. */
const APPOINTMENTS_SHOWN = 3;

/** What comes next, as tickets; a bench where nothing does. */
function Next() {
  const appointments = useAppointments();
  if (appointments.length === 0)
    return (
      <View className={styles.nothing}>
        <Art name="rest" className={styles.bench} />
        <View className={styles.words}>
          <Text className={styles.title}>接下来没有安排</Text>
          <Text className={styles.detail}>报名的筛查和活动会显示在这里</Text>
        </View>
      </View>
    );
  return (
    <View>
      {appointments.slice(0, APPOINTMENTS_SHOWN).map((appointment) => (
        <AppointmentCard key={appointment.id} appointment={appointment} />
      ))}
    </View>
  );
}

/** One's registrations, requests and reports and what happened to them, each with how much of it is unread. */
function MineRows() {
  const { notices, isNew, unread } = useNotices();
  const aboutRegistrations = (notices ?? []).filter((one) => one.registrationId !== null && isNew(one)).length;
  return (
    <View className={styles.rows}>
      <Row
        url={mineUrl()}
        lead={<Sign tone="events" icon="calendar-days" />}
        title={<UnreadMark title="我的报名" count={aboutRegistrations} />}
        detail="凭证、改期、取消，离线也能看"
      />
      <Row
        url={noticesUrl()}
        lead={<Sign tone="reading" icon="bell" />}
        title={<UnreadMark title="消息" count={unread} />}
        detail="报名变动、候补和工会回复"
      />
      <Row
        url={alertsUrl()}
        lead={<Sign tone="screening" icon="ribbon" />}
        title="我的提醒"
        detail="等待报名的场次、到期提醒"
      />
      <LegalAidRow />
      <Row
        url={stationReportsUrl()}
        lead={<Sign tone="stations" icon="map-pin" />}
        title="我的驿站反馈"
        detail="反馈过的问题和处理结果"
      />
    </View>
  );
}

/** Always there, so that it tells nobody that something was sent; with a mark where the union has answered. */
function LegalAidRow() {
  const { news } = useRequests({ onlyIfKnown: true });
  return (
    <Row
      url={legalRequestsUrl()}
      lead={<Sign tone="legal-aid" icon="scale" />}
      title={<>我的维权求助 {news > 0 && <Tag tone="red">有新回复</Tag>}</>}
      detail="求助记录和办理进度"
    />
  );
}

/** As many as a cheap phone draws at once; WeChat wants no more than sixty beside each other. */
const FAVOURITES_PER_BLOCK = 30;

/** The favourites, newest first, a block at a time: thousands of them must not stop the phone. */
function FavouriteList({ favourites }: { favourites: readonly Favourite[] }) {
  const [blocks, setBlocks] = useState(1);
  const shown = Array.from({ length: blocks }, (_, at) =>
    favourites.slice(at * FAVOURITES_PER_BLOCK, (at + 1) * FAVOURITES_PER_BLOCK),
  );
  const rest = favourites.length - blocks * FAVOURITES_PER_BLOCK;
  return (
    <>
      {shown.map((block, at) => (
        // A block is its place in the list.
        <View key={at}>
          {block.map((item) => (
            <Row
              key={item.id}
              url={recordUrl(item.collection, item.id)}
              title={item.title}
              detail={kindNames[item.collection]}
            />
          ))}
        </View>
      ))}
      {rest > 0 && (
        <PlainButton onPress={() => setBlocks(blocks + 1)}>
          <Text>再显示 {Math.min(rest, FAVOURITES_PER_BLOCK)} 条</Text>
        </PlainButton>
      )}
    </>
  );
}

/** What the reader handed in and is not settled; not there while there is nothing. */
function OutboxSection() {
  const items = useOutbox();
  if (items.length === 0) return null;
  return (
    <Section heading="待确认" note={`${items.length} 件`}>
      <OutboxList items={items} />
    </Section>
  );
}
