import { View } from '@tarojs/components';
import { sayDate } from '@/domain/calendar';
import { sayDistrict } from '../../shared/district-name';
import type { LegalPlace } from '../model';
import styles from './parts.module.scss';

/** Where the union helps, as far as the sources say; each with the date of what is known. */
export function PlaceList({ places }: { places: readonly LegalPlace[] }) {
  return (
    <>
      {places.map((place) => (
        <View key={place.id} className={styles.item}>
          <View className={styles.name}>{place.title}</View>
          <View className={styles.detail}>
            {[sayDistrict(place.district), place.address ?? place.place].filter(Boolean).join(' · ') || '地址未公布'}
          </View>
          {place.services.length > 0 && <View className={styles.detail}>{place.services.join('、')}</View>}
          {place.note && <View className={styles.detail}>{place.note}</View>}
          <View className={styles.basis}>
            {place.asOf && `${sayDate(place.asOf, '')}的资料，`}来源：{place.source.publisher}
          </View>
        </View>
      ))}
    </>
  );
}
