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
      {remedy !== null && <View className={styles.text}>你填的都还在，不用重新写。</View>}
      {remedy === 'other-session' && <Row url={othersUrl} title="看看别的场次" detail="填过的会自动带过去" />}
      <Actions>
        {progress.state === 'waiting' && online && (
          <PlainButton onPress={() => retryInOutbox(item.key)}>
            <Text>现在发</Text>
          </PlainButton>
        )}
        {onEdit && (remedy === 'correct' || remedy === 'consent') && (
          <MainButton onPress={onEdit}>
            <Text>{remedy === 'consent' ? '回去看说明' : '回去改'}</Text>
          </MainButton>
        )}
        {onEdit && (remedy === 'again' || remedy === 'other-session' || progress.state === 'stopped') && (
          <PlainButton onPress={onEdit}>
            <Text>重新报这一场</Text>
          </PlainButton>
        )}
        {onEdit && progress.state === 'done' && (
          <PlainButton onPress={onEdit}>
            <Text>知道了</Text>
          </PlainButton>
        )}
        {onEdit && progress.state === 'waiting' && (
          <PlainButton onPress={() => setAsking(true)}>
            <Text>先不报了</Text>
          </PlainButton>
        )}
        <AskUnion />
      </Actions>
      <Row url={mineUrl()} title="我的报名" detail="报上的、排候补的、还没发出的都在这里" />
      <ConfirmSheet
        title="先不报了？"
        open={asking}
        confirm="停下来"
        keep="接着报"
        onConfirm={() => onEdit?.()}
        onClose={() => setAsking(false)}
      >
        <View>
          {item.attempts === 0
            ? '它还没有发出去。停下来，填的回到报名表里。'
            : '它可能已经送到，只是没有收到回音。停下来就不再发；要是已经报上了，到“我的报名”里取消。'}
        </View>
      </ConfirmSheet>
    </View>
  );
}
