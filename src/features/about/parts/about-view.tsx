import { Text, View } from '@tarojs/components';
import { sayAnswerWithin } from '@yugong/domain/complaint/words';
import type { Operator } from '@yugong/domain/operator';
import { openDialler } from '@/platform/call';
import { ContactButton } from '@/ui/contact-button';
import { Actions, ArticleHead, Paragraph } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { Facts } from '@/ui/facts';
import { Notice } from '@/ui/notice';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { documentUrl } from '..';
import { feedbackUrl } from '../../feedback';
import type { About } from '../model';

/** Whose work is in the app, as its licences ask to be told. */
const ATTRIBUTIONS = [
  '地点资料：© OpenStreetMap contributors（ODbL 1.0）、GeoNames（CC BY 4.0）',
  '图标：Lucide（ISC）',
  '程序：MIT 许可',
];

/** Who runs the app, what it promises, and what it is made of. */
export function AboutView({ about }: { about: About }) {
  const { operator, isExample, answerWithin, documents, version, whatIsNew } = about;
  return (
    <View>
      <ArticleHead title="关于渝工随行" byline={`${version} 版`} />
      <Paragraph lead>
        重庆工会为职工提供的随身工具：找驿站、约筛查、问维权、看动态。全部免费，不是会员也能用。
      </Paragraph>
      {whatIsNew.length > 0 && (
        <Section heading="这一版更新了什么">
          {whatIsNew.map((line) => (
            <Paragraph key={line}>{line}</Paragraph>
          ))}
        </Section>
      )}
      {operator ? <Responsible operator={operator} isExample={isExample} /> : <Nobody />}
      <Section heading="投诉建议">
        <Row url={feedbackUrl()} title="投诉、提建议，或者请回电" detail={sayAnswerWithin(answerWithin)} />
        {operator?.customerService && <ContactButton hours={operator.customerService.hours} />}
      </Section>
      <Section heading="规则和说明">
        {documents.map(({ id, title, byline }) => (
          <Row key={id} url={documentUrl(id)} title={title} detail={byline} />
        ))}
      </Section>
      <Section heading="用到的资料和程序">
        {ATTRIBUTIONS.map((text) => (
          <Paragraph key={text}>{text}</Paragraph>
        ))}
      </Section>
    </View>
  );
}

function Responsible({ operator, isExample }: { operator: Operator; isExample: boolean }) {
  const { name, creditCode, address, phone, phoneHours, privacyOffice, filings } = operator;
  return (
    <Section heading="谁在运营">
      {isExample && <Notice>这是示例，不是真实的单位。</Notice>}
      <Facts
        rows={[
          { label: '单位', text: name },
          { label: '信用代码', text: creditCode },
          { label: '地址', text: address },
          { label: '电话', text: `${phone}（${phoneHours}）` },
          { label: '个人信息保护', text: `${privacyOffice.name}，${privacyOffice.phone}` },
          { label: '小程序备案', text: filings.miniProgram, unknown: '还没有' },
          { label: '网站备案', text: filings.icp, unknown: '还没有' },
          { label: '政务应用备案', text: filings.governmentApp, unknown: '还没有' },
        ]}
      />
      <Actions>
        <PlainButton onPress={() => openDialler(phone)}>
          <Text>打电话 {phone}</Text>
        </PlainButton>
      </Actions>
    </Section>
  );
}

function Nobody() {
  return (
    <Section heading="谁在运营">
      <Notice>还没有配置运营单位。这是试用版本，没有单位对它负责，请不要填写真实的个人信息。</Notice>
    </Section>
  );
}
