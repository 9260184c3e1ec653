import { Text, View } from '@tarojs/components';
import { call } from '@/platform/call';
import { ArticleHead, Paragraph } from '@/ui/article';
import { MainButton } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { unionHotline } from '../../shared/union-hotline';
import { clinics, orderedProgrammes } from '../model';
import { ClinicCard } from './clinics';
import { Programme } from './programme';

/** Everything known of the screening; with a focus (a search hit), that record comes first. */
export function ScreeningOverview({ focus }: { focus: string }) {
  const first = clinics.filter((clinic) => clinic.id === focus);
  const programmes = [...orderedProgrammes].sort((a, b) => Number(b.id === focus) - Number(a.id === focus));
  return (
    <View>
      <ArticleHead title="乳腺癌、宫颈癌免费筛查" />
      <Paragraph lead>查的是乳腺和宫颈。名额和时间由主办单位公布，先问一声最稳妥。</Paragraph>
      <MainButton icon="phone" onPress={() => call(unionHotline.dial)}>
        <Text>打 {unionHotline.number} 问工会</Text>
      </MainButton>
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
