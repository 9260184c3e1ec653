import { View } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import { sayInstant } from '@yugong/domain/agenda';
import type { Day } from '@yugong/domain/calendar';
import { markShown, useNotices } from '@/platform/notices';
import { Notice } from '@/ui/notice';
import { sayNoticeChange, sayNoticeKind } from './words';

/**
 * What changed about one registration, from what to what, on its ticket; what is shown there counts as read.
 *
 * @param onOfferRead an offer was read, so its time to answer has begun and the ticket has a deadline
 */
export function TicketChanges({
  registration,
  today,
  onOfferRead,
}: {
  registration: string;
  today: Day;
  onOfferRead: () => void;
}) {
  const { notices, isNew } = useNotices();
  const own = (notices ?? []).filter(({ registrationId }) => registrationId === registration);
  const fresh = own.filter(isNew);
  const toMark = fresh.map(({ id }) => id).join();
  const hasOffer = fresh.some(({ kind }) => kind === 'offered');
  const offerRead = useRef(onOfferRead);
  offerRead.current = onOfferRead;
  useEffect(() => {
    if (toMark === '') return;
    void markShown(toMark.split(',')).then(() => {
      if (hasOffer) offerRead.current();
    });
  }, [toMark, hasOffer]);
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
