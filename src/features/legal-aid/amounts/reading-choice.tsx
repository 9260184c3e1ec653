import { View } from '@tarojs/components';
import { RISK_OF_LOWER, sayYuan } from '@yugong/domain/labour-law';
import { ChoiceGroup } from '@/ui/choice-group';
import { useDraft } from '../draft/store';
import { readingField, readingOf } from './chosen';
import type { AmountPart } from './compute';
import { useFinality } from './finality';

/**
 * Both figures of an amount that can be argued two ways, with the reason and the risk of each, and whether its award
 * is final. The worker chooses one
 * before it goes into the application; none is chosen beforehand unless a primary source carries it.
 */
export function ReadingChoice({ part }: { part: AmountPart }) {
  const draft = useDraft((state) => state.draft);
  const setField = useDraft((state) => state.setField);
  const sayFinal = useFinality();
  const { title, fen, other } = part.amount;
  if (other === null) return null;
  return (
    <View>
      <ChoiceGroup
        name={readingField(part.key)}
        label={`${title}：请求多少`}
        hint={`有争议。${other.because}`}
        options={[
          {
            value: 'higher',
            text: `较高：${sayYuan(other.fen)}`,
            detail: `${other.risk}${sayFinal(other.fen)}`,
          },
          {
            value: 'lower',
            text: `较低：${sayYuan(fen)}`,
            detail: fen > 0 ? `${RISK_OF_LOWER}${sayFinal(fen)}` : RISK_OF_LOWER,
          },
        ]}
        value={readingOf(draft, part)}
        onChange={(reading) => setField(readingField(part.key), reading)}
      />
    </View>
  );
}
