import Taro from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { copyText } from '@/platform/clipboard';
import { canOpenFeeds, downloadFeed, openFeed } from '@/platform/feed';
import { addressOf } from '@/platform/service';
import { Actions, ArticleHead, Paragraph } from '@/ui/article';
import { MainButton, PlainButton } from '@/ui/button';
import { Chips } from '@/ui/chips';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { pageUrl } from '@/platform/navigation/url';
import { districtTitle } from '../model';
import styles from './subscribe.module.scss';

/** Kinds that the feed can be narrowed down to; null is events and screenings. */
const feedKinds = ['event', 'screening', 'holiday'] as const;
type FeedKind = (typeof feedKinds)[number];

interface CalendarFeed {
  kind: FeedKind | null;
  adcode: string | null;
  joinable: boolean;
}

const isFeedKind = (text: string): text is FeedKind => feedKinds.some((kind) => kind === text);

/**
 * @example feedPath({ kind: 'event', adcode: '500103', joinable: false })
 * // '/api/v1/calendar.ics?kind=event&adcode=500103'
 */
const feedPath = ({ kind, adcode, joinable }: CalendarFeed): string =>
  pageUrl('/api/v1/calendar.ics', {
    kind: kind ?? undefined,
    adcode: adcode ?? undefined,
    joinable: joinable ? 1 : undefined,
  });

const kinds: readonly { value: FeedKind | null; text: string }[] = [
  { value: null, text: '活动和筛查' },
  { value: 'event', text: '活动' },
  { value: 'screening', text: '筛查' },
  { value: 'holiday', text: '放假调休' },
];

/** The calendar in the phone's own: what would be in it, its address, and how to put it there. */
export function Subscribe(asked: { kind: string; adcode: string; joinable: boolean }) {
  const [kind, setKind] = useState<FeedKind | null>(isFeedKind(asked.kind) ? asked.kind : null);
  const [adcode, setAdcode] = useState(districtTitle(asked.adcode) === null ? null : asked.adcode);
  const [joinable, setJoinable] = useState(asked.joinable);
  const address = addressOf(feedPath({ kind, adcode, joinable }));
  const copy = async () => {
    const copied = address !== null && (await copyText(address));
    void Taro.showToast({ title: copied ? '网址已复制' : '复制失败，请长按网址复制', icon: 'none' });
  };
  return (
    <View>
      <ArticleHead title="订阅到手机日历" />
      <Paragraph>订阅后，工会公布新活动或调整时间，手机日历会自动更新。</Paragraph>
      <Paragraph>不用登录。订阅只包含公开的活动和场次，不包含你的报名和期限，也不记录是谁订阅的。</Paragraph>
      <Section heading="订阅范围">
        <Chips label="种类" options={kinds} value={kind} onChange={setKind} />
        <Chips
          label="区县"
          options={[
            { value: null, text: '全市' },
            ...(districtTitle(asked.adcode) === null
              ? []
              : [{ value: asked.adcode, text: `${districtTitle(asked.adcode)}` }]),
          ]}
          value={adcode}
          onChange={setAdcode}
        />
        {asked.joinable && (
          <Chips
            label="名额"
            options={[
              { value: 'yes', text: '只看可报名的' },
              { value: 'no', text: '包括已满的' },
            ]}
            value={joinable ? 'yes' : 'no'}
            onChange={(value) => setJoinable(value === 'yes')}
          />
        )}
      </Section>
      {address === null ? (
        <Notice>本小程序暂不支持订阅，可以在活动页逐个添加到手机日历。</Notice>
      ) : (
        <Section heading="订阅网址">
          <View className={styles.address}>
            <Text userSelect>{address}</Text>
          </View>
          <Actions>
            {canOpenFeeds && (
              <MainButton icon="calendar-plus" onPress={() => openFeed(address)}>
                用手机日历打开
              </MainButton>
            )}
            <PlainButton icon="copy" onPress={() => void copy()}>
              复制网址
            </PlainButton>
            {canOpenFeeds && (
              <PlainButton icon="download" onPress={() => downloadFeed(address)}>
                下载 .ics 文件
              </PlainButton>
            )}
          </Actions>
        </Section>
      )}
      <Section heading="添加方法">
        <Paragraph>
          苹果手机：打开“设置”，在“日历”的“账户”里选“添加账户”→“其他”→“添加已订阅的日历”，粘贴网址。
        </Paragraph>
        <Paragraph>
          安卓手机：在日历应用的设置里找“订阅”或“通过网址添加”。没有这一项的，可以在活动页点“添加到手机日历”逐个添加。
        </Paragraph>
      </Section>
    </View>
  );
}
