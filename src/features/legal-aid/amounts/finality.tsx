import { View } from '@tarojs/components';
import {
  minimumWageSuggestions,
  readYuan,
  sayFinality,
  sayYuan,
  type Fen,
  type LocalFigure,
} from '@yugong/domain/labour-law';
import { useToday } from '@/platform/clock';
import { Section } from '@/ui/section';
import { useDraft } from '../draft/store';
import { useLocalWages } from '../model';
import type { AmountPart } from './compute';
import styles from './amounts.module.scss';

/** The monthly minimum wages that the limit of a final award may be reckoned by: as typed, or as published. */
function useMinimumWages(): readonly LocalFigure[] {
  const { fields } = useDraft((state) => state.draft);
  const { today } = useToday();
  const wages = useLocalWages();
  const typed = readYuan(fields.minimum ?? '');
  return typed === null
    ? minimumWageSuggestions(wages, { per: 'monthly', day: today, adcode: fields.adcode ?? null })
    : [{ fen: typed, asOf: fields.minimumAsOf ?? '' }];
}

/** What can be said of a figure's award, by the minimum wages that may apply. */
export function useFinality(): (fen: Fen) => string {
  const minimumWages = useMinimumWages();
  return (fen) => sayFinality(fen, minimumWages);
}

/** Under the amounts: of each request whether its award is final, for that decides how long it may take. */
export function FinalAwardSection({ parts }: { parts: readonly AmountPart[] }) {
  const say = useFinality();
  const requests = parts.filter(({ amount }) => amount.fen > 0 && amount.other === null);
  if (requests.length === 0) return null;
  return (
    <Section heading="裁决是不是终局" note="按单项算">
      {requests.map(({ key, amount }) => (
        <View key={key} className={styles.item}>
          {`${amount.title} ${sayYuan(amount.fen)}：${say(amount.fen)}`}
        </View>
      ))}
    </Section>
  );
}
