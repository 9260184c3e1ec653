import { Text, View } from '@tarojs/components';
import { dayAt, sayDate } from '@yugong/domain/calendar';
import { PlainButton } from '@/ui/button';
import { Card } from '@/ui/card';
import type { GivenConsentWire } from '@yugong/domain/consent/wire';

/** A consent as it was given: the wording of that day, and the way to take it back. */
export function ConsentCard({ consent, onWithdraw }: { consent: GivenConsentWire; onWithdraw: () => void }) {
  return (
    <Card
      first={`${sayDate(dayAt(Date.parse(consent.at)), '')}同意的`}
      title={consent.title}
      actions={
        <PlainButton onPress={onWithdraw}>
          <Text>撤回</Text>
        </PlainButton>
      }
    >
      <View>{consent.text}</View>
    </Card>
  );
}
