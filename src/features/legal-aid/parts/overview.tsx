import { View } from '@tarojs/components';
import { ArticleHead } from '@/ui/article';
import { Chips } from '@/ui/chips';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { topicName } from '../model';
import type { useLegalAid } from '../use-legal-aid';
import { HotlineList } from './hotline-list';
import { LawFacts } from './law-facts';
import { PlaceList } from './place-list';

/** Whom to call, what the law says, where to go. What a search led to comes first. */
export function LegalAidOverview({ topics, topic, setTopic, facts, places, focus }: ReturnType<typeof useLegalAid>) {
  const law = (
    <Section heading="法律怎么说">
      <Chips label="话题" options={topics} value={topic} onChange={setTopic} />
      <LawFacts facts={facts} />
      <Notice>{`以上是“${topicName(topic)}”的要点，资料时间 2025年4月。遇到大事，请拿着材料问律师或打 12348。`}</Notice>
    </Section>
  );
  const calls = (
    <Section heading="先打电话问">
      <HotlineList />
    </Section>
  );
  const where = (
    <Section heading="哪里有人帮" note="公开资料里查到的">
      <PlaceList places={places} />
    </Section>
  );
  const order = focus.startsWith('law-')
    ? [law, calls, where]
    : focus.startsWith('place-')
      ? [where, calls, law]
      : [calls, law, where];
  return (
    <View>
      <ArticleHead title="工作上受了委屈" byline="劳动仲裁不收费。一般要在一年内提出，别拖。" />
      {order.map((part, at) => (
        <View key={at}>{part}</View>
      ))}
    </View>
  );
}
