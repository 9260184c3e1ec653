import Taro from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { sayDate } from '@yugong/domain/calendar';
import { gcj02 } from '@yugong/domain/geo';
import { legalPlaceKinds } from '@yugong/domain/legal-aid';
import { verificationOf } from '@yugong/domain/station/verification';
import { openDialler } from '@/platform/call';
import { useToday } from '@/platform/clock';
import { openMap } from '@/platform/open-map';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { sayDistrict } from '../../shared/district-name';
import type { LegalPlace } from '../model';
import styles from './parts.module.scss';

const SAID = { opened: null, copied: '地址已复制，到地图里粘贴着搜', failed: '没能打开地图，也没复制上' } as const;

/** Shows the way, or says that it could not. */
async function goThere({ title, district, address, place, location }: LegalPlace): Promise<void> {
  const where = [district?.now ?? district?.name, address ?? place].filter(Boolean).join('');
  const said =
    SAID[
      await openMap({ name: title, address: where || null, at: location ? gcj02(location.lng, location.lat) : null })
    ];
  if (said) void Taro.showToast({ title: said, icon: 'none' });
}

/** One place: what it is, where, when, what for, and how sure that is. */
export function PlaceItem({ place }: { place: LegalPlace }) {
  const { title, kind, district, address, place: inside, hours, phone, services, note } = place;
  const where = [sayDistrict(district), address ?? inside].filter(Boolean).join(' · ');
  return (
    <View className={styles.item}>
      <View className={styles.name}>{title}</View>
      {kind && <View className={styles.detail}>{legalPlaceKinds[kind]}</View>}
      <View className={styles.detail}>{where || '地址未公布'}</View>
      <View className={styles.detail}>{hours ? `有人的时间：${hours}` : '时间未公布，去之前先打电话'}</View>
      {services.length > 0 && <View className={styles.detail}>{services.join('、')}</View>}
      {note && <View className={styles.detail}>{note}</View>}
      <Basis place={place} />
      <Actions near>
        {phone && (
          <PlainButton icon="phone" onPress={() => openDialler(phone)}>
            <Text>打 {phone}</Text>
          </PlainButton>
        )}
        {(address ?? inside) && (
          <PlainButton icon="map-pin" onPress={() => void goThere(place)}>
            <Text>怎么去</Text>
          </PlainButton>
        )}
      </Actions>
    </View>
  );
}

function Basis({ place: { asOf, source, verifiedAt, verifiedBy } }: { place: LegalPlace }) {
  const { today } = useToday();
  const checked = verificationOf(verifiedAt, verifiedBy, today);
  const said =
    checked.state === 'unverified'
      ? '工会还没有核实'
      : `${checked.by ?? '工会'}${sayDate(checked.on, '')}核实${checked.state === 'stale' ? '，超过一年了' : ''}`;
  return (
    <View className={styles.basis}>
      {asOf && `${sayDate(asOf, '')}的资料，`}来源：{source.publisher}。{said}
    </View>
  );
}
