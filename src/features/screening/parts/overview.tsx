import { View } from '@tarojs/components';
import { Actions, ArticleHead, Paragraph } from '@/ui/article';
import { Notice } from '@/ui/notice';
import { Row } from '@/ui/row';
import { Section } from '@/ui/section';
import { guideUrl } from '..';
import { mineUrl } from '../../registration';
import { AskUnion } from '../../shared/ask-union';
import { clinics, guides, orderedProgrammes } from '../model';
import { ClinicCard } from './clinics';
import { Programme } from './programme';
import { ThreeSteps } from './three-steps';

/** Everything known of the screening; with a focus (a search hit), that record comes first. */
export function ScreeningOverview({ focus }: { focus: string }) {
  const first = clinics.filter((clinic) => clinic.id === focus);
  const programmes = [...orderedProgrammes].sort((a, b) => Number(b.id === focus) - Number(a.id === focus));
  return (
    <View>
      <ArticleHead title="乳腺癌、宫颈癌免费筛查" />
      <Paragraph lead>一个乳腺彩超，一次宫颈取样，查完就能走。</Paragraph>
      <ThreeSteps />
      <Row url={mineUrl()} title="我的报名" detail="凭证、改期、取消" />
      <Section heading="查之前想知道的">
        {guides.map((guide) => (
          <Row key={guide.id} url={guideUrl(guide.id)} title={guide.title} detail={guide.answer} />
        ))}
      </Section>
      <Actions>
        <AskUnion />
      </Actions>
      {first.map((clinic) => (
        <ClinicCard key={clinic.id} clinic={clinic} />
      ))}
      {programmes.map((programme) => (
        <Programme key={programme.id} programme={programme} />
      ))}
      <Notice>下面的医疗机构只是资料里提到过，现在还做不做免费筛查，要打电话问清楚再去。</Notice>
      {clinics
        .filter((clinic) => clinic.id !== focus)
        .map((clinic) => (
          <ClinicCard key={clinic.id} clinic={clinic} />
        ))}
    </View>
  );
}
