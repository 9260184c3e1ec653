import { Text, View } from '@tarojs/components';
import { sayInstant } from '@yugong/domain/agenda';
import type { ProofWire } from '@yugong/domain/registration/detail';
import { useOnline } from '@/platform/network';
import type { OutboxItem } from '@/platform/outbox';
import { Actions } from '@/ui/article';
import { MainButton, PlainButton } from '@/ui/button';
import { Form, SubmitButton } from '@/ui/form';
import { Notice } from '@/ui/notice';
import { StateLine } from '@/ui/state-line';
import { TextField } from '@/ui/text-field';
import { AskUnion } from '../../shared/ask-union';
import { usePhoneProof } from './use-phone-proof';
import { WechatProof } from './wechat-proof';

/**
 * The one step between a sign-up and its place where the programme asks for it: the code from the phone.
 *
 * @param onAgain takes the sign-up back into the form; null where this phone has nothing of it
 */
export function PhoneProof({
  id,
  proof,
  item,
  clock,
  onAgain,
}: {
  id: string;
  proof: ProofWire;
  item: OutboxItem | undefined;
  clock: { now: number; today: string };
  onAgain: (() => void) | null;
}) {
  const step = usePhoneProof({ id, proof, item });
  const online = useOnline();
  if (step.isOver || Date.parse(proof.until) <= clock.now)
    return (
      <View>
        <StateLine large state="closed" word="验证已超时" detail="名额没有保留，可以重新报名" />
        <Actions>
          {onAgain && (
            <MainButton onPress={onAgain}>
              <Text>重新报名</Text>
            </MainButton>
          )}
          <AskUnion />
        </Actions>
      </View>
    );
  const bySms = proof.ways.includes('sms');
  return (
    <View>
      <StateLine
        large
        state="unknown"
        word="请验证手机号"
        detail={`${sayInstant(proof.until, clock.today)} 前验证 ${proof.phone}，验证后名额才算数`}
      />
      {!online && <Notice>现在没有网络，请联网后验证。报名信息都在，不用重新填写。</Notice>}
      <WechatProof
        ways={proof.ways}
        busy={step.busy !== null}
        onCode={(wechatCode) => void step.prove({ wechatCode })}
      />
      {bySms && step.sent && (
        <Form label="验证手机号" onSubmit={step.submit}>
          <TextField
            name="code"
            label="短信验证码"
            type="tel"
            autoComplete="one-time-code"
            hint="6 位数字"
            value={step.code}
            onChange={step.setCode}
            {...(step.isWrong && step.words !== null ? { error: step.words } : {})}
          />
          <SubmitButton text="确认" busyText="正在验证……" busy={step.busy === 'proof'} />
        </Form>
      )}
      <Actions>
        {bySms &&
          (step.sent ? (
            <PlainButton onPress={() => void step.askCode()}>
              <Text>{step.busy === 'code' ? '正在发送……' : '重新获取验证码'}</Text>
            </PlainButton>
          ) : (
            <MainButton onPress={() => void step.askCode()}>
              <Text>{step.busy === 'code' ? '正在发送……' : '获取验证码'}</Text>
            </MainButton>
          ))}
        <AskUnion />
      </Actions>
      <View ariaRole="status">{step.isWrong ? '' : step.words}</View>
    </View>
  );
}
