import Taro from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { canOpenFeeds, copyText, downloadFeed, openFeed } from '@/platform/feed';
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

const isFeedKind = (text: string): text is FeedKind => (feedKinds as readonly string[]).includes(text);

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
  { value: 'event', text: '只要活动' },
  { value: 'screening', text: '只要筛查' },
  { value: 'holiday', text: '只要放假调休' },
];

/** The calendar in the phone's own: what would be in it, its address, and how to put it there. */
export function Subscribe(asked: { kind: string; adcode: string; joinable: boolean }) {
  const [kind, setKind] = useState<FeedKind | null>(isFeedKind(asked.kind) ? asked.kind : null);
  const [adcode, setAdcode] = useState(districtTitle(asked.adcode) === null ? null : asked.adcode);
  const [joinable, setJoinable] = useState(asked.joinable);
  const address = addressOf(feedPath({ kind, adcode, joinable }));
  const copy = async () => {
    const copied = address !== null && (await copyText(address));
    void Taro.showToast({ title: copied ? '地址已复制' : '这里不能复制，请长按地址', icon: 'none' });
  };
  return (
    <View>
      <ArticleHead title="订阅到手机日历" />
      <Paragraph>订阅一次，以后工会公布新的活动，手机自带的日历里自动就有，改了时间也会跟着改。</Paragraph>
      <Paragraph>不用登录。里面只有公开的活动和场次，你的报名和期限不在里面，也没有人知道是你订的。</Paragraph>
      <Section heading="订阅哪些">
        <Chips label="种类" options={kinds} value={kind} onChange={setKind} />
        <Chips
          label="区县"
          options={[
            { value: null, text: '全市' },
            ...(districtTitle(asked.adcode) === null
              ? []
              : [{ value: asked.adcode, text: `只要${districtTitle(asked.adcode)}` }]),
          ]}
          value={adcode}
          onChange={setAdcode}
        />
        {asked.joinable && (
          <Chips
            label="名额"
            options={[
              { value: 'yes', text: '只要还能报名的' },
              { value: 'no', text: '报满的也要' },
            ]}
            value={joinable ? 'yes' : 'no'}
            onChange={(value) => setJoinable(value === 'yes')}
          />
        )}
      </Section>
      {address === null ? (
        <Notice>这个小程序的服务没有公开的地址，订阅不了。可以在活动页里把活动一个个加到手机日历。</Notice>
      ) : (
        <Section heading="地址">
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
              复制地址
            </PlainButton>
            {canOpenFeeds && (
              <PlainButton icon="download" onPress={() => downloadFeed(address)}>
                下载 .ics 文件
              </PlainButton>
            )}
          </Actions>
        </Section>
      )}
      <Section heading="怎么放进日历">
        <Paragraph>
          苹果手机：打开“设置”，在“日历”的“账户”里选“添加账户”→“其他”→“添加已订阅的日历”，粘贴地址。
        </Paragraph>
        <Paragraph>
          安卓手机：看看日历应用的设置里有没有“订阅”或“通过网址添加”。没有的话，可以在活动页点“加到手机日历”，一个个加。
        </Paragraph>
      </Section>
    </View>
  );
}
