import { sayInstant } from '@yugong/domain/agenda';
import { sayReference } from '@yugong/domain/registration/words';
import Taro from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { openDialler } from '@/platform/call';
import { openMap } from '@/platform/open-map';
import { open } from '@/platform/navigation';
import { offerAlbumSettings, savePicture, type SavedPicture } from '@/platform/picture';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { moveUrl } from '..';
import { unionHotline } from '../../shared/hotlines';
import { ConfirmSheet } from '../../shared/confirm-sheet';
import { sendCancel } from '../outbox-kinds';
import { CalendarButtons } from './calendar-buttons';
import { ticketPicture } from './ticket-picture';
import type { Ticket } from './tickets';
import styles from './ticket.module.scss';

const pictureAnswers: Record<Exclude<SavedPicture, 'denied'>, string> = {
  downloads: '图片已交给浏览器，在下载里查看',
  album: '已保存到手机相册',
  cancelled: '已取消保存',
  failed: '图片保存失败，可以截屏',
};

const toast = (title: string): void => void Taro.showToast({ title, icon: 'none' });

/** What one does with a place: remember it, find it, change it, give it back. */
export function TicketActions({
  ticket,
  moved,
  now,
  today,
}: {
  ticket: Ticket;
  /** Whether it was moved from another session, so that the phone's calendar may have the old time. */
  moved: boolean;
  now: number;
  today: string;
}) {
  const [asking, setAsking] = useState(false);
  const { registration, session } = ticket;
  const { status } = registration;
  const { phone } = session;
  const mayChange = status === 'waitlist' || (status === 'booked' && now < Date.parse(session.cancelUntil));
  const find = async () => {
    const outcome = await openMap({ name: session.place, address: session.address ?? null, at: null });
    if (outcome === 'copied') toast('地址已复制，可到地图里粘贴搜索');
    if (outcome === 'failed') toast('打开地图失败');
  };
  const keepPicture = async () => {
    const saved = await savePicture(
      `渝工随行-${sayReference(registration.id).replace(' ', '')}`,
      ticketPicture(ticket, now),
    );
    if (saved === 'denied') await offerAlbumSettings();
    else toast(pictureAnswers[saved]);
  };
  const giveBack = () => {
    if (!sendCancel(registration.id, session)) toast('手机存储已满，取消未提交');
  };
  return (
    <View>
      <Actions>
        {status === 'booked' && <CalendarButtons ticket={ticket} now={now} />}
        <PlainButton icon="navigation" onPress={() => void find()}>
          <Text>查看路线</Text>
        </PlainButton>
        {phone && (
          <PlainButton icon="phone" onPress={() => openDialler(numberToDial(phone))}>
            <Text>{`拨打 ${phone}`}</Text>
          </PlainButton>
        )}
        {status === 'booked' && ticket.pass && (
          <PlainButton icon="download" onPress={() => void keepPicture()}>
            <Text>保存凭证图片</Text>
          </PlainButton>
        )}
        {mayChange && (
          <PlainButton onPress={() => open(moveUrl(registration.id))}>
            <Text>改期</Text>
          </PlainButton>
        )}
        {mayChange && (
          <PlainButton onPress={() => setAsking(true)}>
            <Text>{status === 'waitlist' ? '退出候补' : '取消报名'}</Text>
          </PlainButton>
        )}
      </Actions>
      {moved && status === 'booked' && (
        <View className={styles.hint} ariaRole="status">
          已改期。以前加到手机日历的还是旧时间，存下的凭证图片也已作废：请删掉旧的，再添加、保存一次。
        </View>
      )}
      {mayChange && status === 'booked' && (
        <View className={styles.hint}>{sayInstant(session.cancelUntil, today)} 前可自行改期或取消。</View>
      )}
      {!mayChange && status === 'booked' && now < Date.parse(session.startsAt) && (
        <View className={styles.hint}>已过自行改期、取消的时间。无法参加请打 12351，名额可以让给其他人。</View>
      )}
      <ConfirmSheet
        title={status === 'waitlist' ? '退出候补？' : '取消报名？'}
        open={asking}
        confirm={status === 'waitlist' ? '确定退出' : '确定取消'}
        keep="暂不取消"
        onConfirm={giveBack}
        onClose={() => setAsking(false)}
      >
        <View>
          {status === 'waitlist'
            ? '退出后候补位置让给后面的人，再次候补需重新报名。'
            : '名额会立即让给候补的下一位，恢复需重新报名。只想换时间，建议用“改期”。'}
        </View>
      </ConfirmSheet>
    </View>
  );
}

/** What the phone dials of a place's number: its extension is said to whoever answers. */
const numberToDial = (phone: string): string =>
  phone === unionHotline.number ? unionHotline.dial : (phone.split('转')[0] ?? phone).replace(/[ -]/g, '');
