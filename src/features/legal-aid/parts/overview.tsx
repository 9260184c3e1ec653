import { Text, View } from '@tarojs/components';
import { open } from '@/platform/navigation';
import { MainButton, PlainButton } from '@/ui/button';
import { Chips } from '@/ui/chips';
import { Notice } from '@/ui/notice';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { Tag } from '@/ui/tag';
import { DaysLeft } from '../clock/days-left';
import { legalPageUrl, legalRequestsUrl, type LegalPageName } from '..';
import { topicName, hotlines, type LawFact } from '../model';
import type { useLegalAid } from '../use-legal-aid';
import { PlaceList } from './place-list';
import { openDialler } from '@/platform/call';
import styles from './parts.module.scss';

/** Rules in plain words, each with its article. */
function LawFacts({ facts }: { facts: readonly LawFact[] }) {
  return (
    <>
      {facts.map((fact) => (
        <View key={fact.id} className={styles.item}>
          <View className={styles.name}>
            <Text userSelect>{fact.title}</Text>
          </View>
          <View className={styles.detail}>
            <Text userSelect>{fact.fact}</Text>
          </View>
          <View className={styles.basis}>
            <Text userSelect>依据：{fact.basis}</Text>
          </View>
        </View>
      ))}
    </>
  );
}

/** The numbers to ring: number first, then what for and how from Chongqing. */
function HotlineList() {
  return (
    <>
      {hotlines.map((hotline) => {
        const { number } = hotline;
        const dial = hotline.dial ?? number;
        return (
          <View key={hotline.id} className={styles.item}>
            <View className={styles.line}>
              <View className={styles.words}>
                {number && <View className={styles.number}>{number}</View>}
                <View className={styles.name}>{hotline.title}</View>
              </View>
              {dial && (
                <PlainButton icon="phone" onPress={() => openDialler(dial)}>
                  <Text>拨打</Text>
                </PlainButton>
              )}
            </View>
            <View className={styles.detail}>{hotline.scope}</View>
            <View className={styles.detail}>{hotline.dialling}</View>
            <View className={styles.detail}>{hotline.hours ? `时间：${hotline.hours}` : '接听时间未公布'}</View>
          </View>
        );
      })}
    </>
  );
}

const tools: readonly { page: LegalPageName; title: string; detail: string }[] = [
  { page: 'route', title: '该怎么办，先做什么', detail: '按你的回答排好顺序，哪些不花钱' },
  { page: 'clock', title: '还剩几天', detail: '每个期限到哪天，做什么能重新算' },
  { page: 'amounts', title: '算一算能要多少', detail: '补偿、欠薪、双倍工资、加班费、年休假' },
  { page: 'rights', title: '你有哪些权利', detail: '产假、病假、试用期、失业金、高温、退休、新职伤' },
  { page: 'evidence', title: '要存好的证据', detail: '拍什么，去哪里要，哪些该单位交' },
  { page: 'claim', title: '写仲裁申请书', detail: '一步步填，复制或存成文档' },
  { page: 'ask', title: '请工会帮忙', detail: '写下发生的事，工会的人接手、回复你' },
];

/** What happened first, then the tools, whom to call, what the law says, where to go. What a search led to comes first. */
export function LegalAidOverview({
  topics,
  topic,
  setTopic,
  facts,
  places,
  focus,
  least,
  news,
}: ReturnType<typeof useLegalAid>) {
  const start = (
    <>
      {least !== null && <DaysLeft left={least} what="离你最近的期限" />}
      <MainButton onPress={() => open(legalPageUrl('interview'))}>
        <Text>发生了什么？一步步问</Text>
      </MainButton>
      {tools.map(({ page, title, detail }) => (
        <Row key={page} url={legalPageUrl(page)} title={title} detail={detail} />
      ))}
      <Row
        url={legalRequestsUrl()}
        title={<>我的求助 {news > 0 && <Tag tone="red">有新回复</Tag>}</>}
        detail="已提交的求助和办理进度"
      />
    </>
  );
  const law = (
    <Section heading="法律怎么说">
      <Chips label="话题" options={topics} value={topic} onChange={setTopic} />
      <LawFacts facts={facts} />
      <Notice>{`以上是“${topicName(topic)}”的要点，资料时间 2025年4月。遇到大事，请拿着材料问律师或打 12348。`}</Notice>
    </Section>
  );
  const calls = (
    <Section heading="打电话问">
      <HotlineList />
    </Section>
  );
  const where = (
    <Section heading="哪里有人帮" note="公开资料里查到的">
      <PlaceList places={places} />
    </Section>
  );
  const order = focus.startsWith('law-')
    ? [law, start, calls, where]
    : focus.startsWith('place-')
      ? [where, start, calls, law]
      : [start, calls, where, law];
  return (
    <View>
      {order.map((part, at) => (
        <View key={at}>{part}</View>
      ))}
    </View>
  );
}
