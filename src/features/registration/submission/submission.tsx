import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useOnline } from '@/platform/network';
import { retryInOutbox, type OutboxItem } from '@/platform/outbox';
import { Actions } from '@/ui/article';
import { MainButton, PlainButton } from '@/ui/button';
import { Row } from '@/ui/row';
import { StateLine } from '@/ui/state-line';
import { mineUrl } from '..';
import { AskUnion } from '../../shared/ask-union';
import { ConfirmSheet } from '../../shared/confirm-sheet';
import { remedyOf, describeSubmission } from './words';
import styles from './submission.module.scss';

/**
 * A sign-up that was handed in: how it stands first, then what can be done.
 *
 * @param onEdit takes it back into the form, with what was typed; null while the form can't be shown
 * @param othersUrl where other sessions are chosen
 */
export function SubmissionStatus({
  item,
  othersUrl,
  onEdit,
}: {
  item: OutboxItem;
  othersUrl: string;
  onEdit: (() => void) | null;
}) {
  const online = useOnline();
  const [asking, setAsking] = useState(false);
  const { headline, tone, text } = describeSubmission(item, online);
  const { progress } = item;
  const remedy = progress.state === 'refused' ? remedyOf(progress.code) : null;
  return (
    <View>
      <View ariaRole="status">
        <StateLine large state={tone} word={headline} />
        <View className={styles.text}>{text}</View>
      </View>
      {remedy !== null && <View className={styles.text}>填写的内容都在，不用重新填写。</View>}
      {remedy === 'other-session' && <Row url={othersUrl} title="看看其他场次" detail="填写的内容会自动带过去" />}
      <Actions>
        {progress.state === 'waiting' && online && (
          <PlainButton onPress={() => retryInOutbox(item.key)}>
            <Text>立即发送</Text>
          </PlainButton>
        )}
        {onEdit && (remedy === 'correct' || remedy === 'consent') && (
          <MainButton onPress={onEdit}>
            <Text>{remedy === 'consent' ? '查看说明' : '返回修改'}</Text>
          </MainButton>
        )}
        {onEdit && (remedy === 'again' || remedy === 'other-session' || progress.state === 'stopped') && (
          <PlainButton onPress={onEdit}>
            <Text>重新报名</Text>
          </PlainButton>
        )}
        {onEdit && progress.state === 'done' && (
          <PlainButton onPress={onEdit}>
            <Text>知道了</Text>
          </PlainButton>
        )}
        {onEdit && progress.state === 'waiting' && (
          <PlainButton onPress={() => setAsking(true)}>
            <Text>取消提交</Text>
          </PlainButton>
        )}
        <AskUnion />
      </Actions>
      <Row url={mineUrl()} title="我的报名" detail="已报名、候补、待发送" />
      <ConfirmSheet
        title="取消提交？"
        open={asking}
        confirm="取消提交"
        keep="继续报名"
        onConfirm={() => onEdit?.()}
        onClose={() => setAsking(false)}
      >
        <View>
          {item.attempts === 0
            ? '报名尚未发送。取消后，填写的内容会回到报名表。'
            : '报名可能已送达，只是暂未收到确认。取消后不再发送；如果已报名成功，请到“我的报名”里取消。'}
        </View>
      </ConfirmSheet>
    </View>
  );
}
