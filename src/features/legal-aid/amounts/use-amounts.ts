import { useState } from 'react';
import { defined } from '@yugong/domain/narrow';
import { useToday } from '@/platform/clock';
import { troublesOf } from '../draft/facts';
import { useDraft } from '../draft/store';
import { useRestDays } from '../model';
import { amountKinds, amountNames, computeAmount, kindsFor, type AmountKind } from './compute';

/** The calculators: which one is open, what it comes to, and which amounts go into the application. */
export function useAmounts() {
  const { draft, change, setField } = useDraft();
  const { today } = useToday();
  const restDays = useRestDays();
  const kinds = kindsFor(troublesOf(draft));
  const [kind, setKind] = useState<AmountKind>(defined(kinds[0]));
  return {
    draft,
    today,
    setField,
    kinds: kinds.map((value) => ({ value, text: amountNames[value] })),
    kind,
    setKind,
    computed: computeAmount(kind, draft, today, restDays),
    claimed: draft.claims.includes(kind),
    toggleClaim: () =>
      change({
        claims: amountKinds.filter((one) => (one === kind ? !draft.claims.includes(kind) : draft.claims.includes(one))),
      }),
  };
}
