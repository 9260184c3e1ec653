import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { sayInstant } from '@yugong/domain/agenda';
import type { Day } from '@yugong/domain/calendar';
import { markShown, useNotices } from '@/platform/notices';
import { Notice } from '@/ui/notice';
import { sayNoticeChange, sayNoticeKind } from './words';

/** What changed about one registration, from what to what, on its ticket; what is shown there counts as read. */
export function TicketChanges({ registration, today }: { registration: string; today: Day }) {
  const { notices, isNew } = useNotices();
  const own = (notices ?? []).filter(({ registrationId }) => registrationId === registration);
  const toMark = own
    .filter(isNew)
    .map(({ id }) => id)
    .join();
  useEffect(() => {
    if (toMark !== '') markShown(toMark.split(','));
  }, [toMark]);
  return (
    <>
      {own
        .filter(({ changes }) => changes.length > 0)
        .map((notice) => (
          <Notice key={notice.id}>
            <View>{`${sayNoticeKind(notice)}（${sayInstant(notice.at, today)}）`}</View>
            {notice.changes.map((change, at) => (
              <View key={at}>{sayNoticeChange(change, today)}</View>
            ))}
            {notice.reason !== null && <View>{`工会说明：${notice.reason}`}</View>}
          </Notice>
        ))}
    </>
  );
}
