import { View } from '@tarojs/components';
import { sayIntervals } from '@yugong/domain/screening';
import { Facts } from '@/ui/facts';
import { Figures } from '@/ui/figures';
import { Paragraph } from '@/ui/article';
import { Section } from '@/ui/section';
import { SourceNote } from '@/ui/source-note';
import { RelatedLinks } from '../../shared/related-links';
import { AS_ANNOUNCED, type Programme as ProgrammeRecord } from '../model';

/** One programme: who may come first, then what is done, then the rest; unknown stays unknown. */
export function Programme({ programme }: { programme: ProgrammeRecord }) {
  const { ageRange, rules } = programme;
  return (
    <Section heading={programme.title}>
      <Facts
        rows={[
          { label: '谁能查', text: programme.audience.join('；') },
          { label: '年龄', text: ageRange && `${ageRange.min}—${ageRange.max} 周岁`, unknown: AS_ANNOUNCED },
          { label: '查什么', text: rules.items.join('、') },
          { label: '费用', text: rules.cost, unknown: AS_ANNOUNCED },
          { label: '多久一次', text: sayIntervals(rules.intervals), unknown: AS_ANNOUNCED },
          { label: '怎么去', text: programme.howTo, unknown: AS_ANNOUNCED },
          { label: '带什么', text: rules.bring?.join('、'), unknown: AS_ANNOUNCED },
          { label: '查完以后', text: programme.aftercare },
          { label: '主办', text: programme.organiser },
        ]}
      />
      {programme.note && <Paragraph>{programme.note}</Paragraph>}
      {programme.figures.length > 0 && <Figures figures={programme.figures} />}
      <RelatedLinks links={programme.links} />
      <View>
        <SourceNote {...programme} />
      </View>
    </Section>
  );
}
