import { Text, View } from '@tarojs/components';
import { Actions } from '@/ui/article';
import { MainButton, PlainButton } from '@/ui/button';
import { Steps } from '@/ui/steps';
import { EvidenceList } from './evidence-list';
import { FactStep } from './fact-step';
import { PartyStep } from './party-step';
import { RequestStep } from './request-step';
import { ReviewStep } from './review-step';
import { claimSteps, type useClaim } from './use-claim';

/** The application in five steps; any of them can be left half done. */
export function ClaimView(claim: ReturnType<typeof useClaim>) {
  const { step, setStep } = claim;
  const next = claimSteps[step + 1];
  return (
    <View>
      <Steps names={claimSteps} current={step} />
      {step === 0 && <RequestStep today={claim.today} />}
      {step === 1 && <PartyStep today={claim.today} />}
      {step === 2 && <FactStep drafted={claim.drafted} />}
      {step === 3 && <EvidenceList />}
      {step === 4 && <ReviewStep {...claim} />}
      {next && (
        <MainButton onPress={() => setStep(step + 1)}>
          <Text>继续：{next}</Text>
        </MainButton>
      )}
      <Actions near>
        {step > 0 && (
          <PlainButton onPress={() => setStep(step - 1)}>
            <Text>上一步</Text>
          </PlainButton>
        )}
        {step < claimSteps.length - 2 && (
          <PlainButton onPress={() => setStep(claimSteps.length - 1)}>
            <Text>直接看申请书</Text>
          </PlainButton>
        )}
      </Actions>
    </View>
  );
}
