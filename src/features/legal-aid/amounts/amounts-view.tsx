import { Text, View } from '@tarojs/components';
import { open } from '@/platform/navigation';
import { Actions } from '@/ui/article';
import { MainButton, PlainButton } from '@/ui/button';
import { Chips } from '@/ui/chips';
import { Section } from '@/ui/section';
import { legalPageUrl } from '..';
import { isClaimable } from './chosen';
import { forms } from './forms';
import { Result } from './result';
import type { useAmounts } from './use-amounts';

/** One calculator at a time: its answers, and under them at once what it comes to. */
export function AmountsView({
  kinds,
  kind,
  setKind,
  computed,
  today,
  claimed,
  toggleClaim,
}: ReturnType<typeof useAmounts>) {
  const Form = forms[kind];
  const claimable = computed.state === 'ready' && isClaimable(computed.amount);
  return (
    <View>
      <Chips label="算什么" options={kinds} value={kind} onChange={setKind} />
      <Form key={kind} computed={computed} today={today} />
      <Section heading="算出来">
        <Result computed={computed} />
      </Section>
      {(claimable || claimed) && (
        <MainButton onPress={toggleClaim}>
          <Text>{claimed ? '从申请书里拿掉这一项' : '把这一项写进申请书'}</Text>
        </MainButton>
      )}
      <Actions near>
        <PlainButton icon="file-text" onPress={() => open(legalPageUrl('claim'))}>
          <Text>去写申请书</Text>
        </PlainButton>
      </Actions>
    </View>
  );
}
