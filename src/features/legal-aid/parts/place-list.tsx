import { View } from '@tarojs/components';
import { useState } from 'react';
import { unknownPlaces } from '@yugong/domain/legal-aid';
import { openDialler } from '@/platform/call';
import { Empty } from '@/ui/empty';
import { PickerField } from '@/ui/picker-field';
import { useDraft } from '../draft/store';
import { dialOf, districts, type LegalPlace } from '../model';
import { PlaceItem } from './place-item';
import styles from './parts.module.scss';

const ALL = 'all';
const options = [
  { value: ALL, text: '全部区县' },
  ...districts.map(({ adcode, title }) => ({ value: adcode, text: title })),
];

/** Where somebody helps, as far as the sources say, by district; of what they don't say, whom to ask. */
export function PlaceList({ places }: { places: readonly LegalPlace[] }) {
  const told = useDraft((state) => state.draft.fields.adcode);
  const [chosen, setChosen] = useState<string | null>(null);
  const adcode = chosen ?? told ?? ALL;
  const shown = places.filter(({ district }) => adcode === ALL || district?.adcode === adcode);
  return (
    <>
      <PickerField name="place-district" label="哪个区县" options={options} value={adcode} onChange={setChosen} />
      {shown.map((place) => (
        <PlaceItem key={place.id} place={place} />
      ))}
      {adcode !== ALL && <Unknown places={shown} />}
    </>
  );
}

/** What isn't known of a district: not that there is none, and who does know. */
function Unknown({ places }: { places: readonly LegalPlace[] }) {
  const unknown = unknownPlaces(places.map(({ kind }) => kind));
  if (unknown.length === 0) return null;
  const numbers = [...new Set(unknown.map(({ number }) => number))];
  const ways = numbers.map((number) => ({ text: `打 ${number}`, onPress: () => openDialler(dialOf(number)) }));
  const explanation =
    '不是没有，是这里不知道。打电话问最近的窗口：工会的打 12351，法律援助的打 12348，仲裁委和劳动监察的打 12333。';
  if (places.length === 0)
    return <Empty title="这个区县的地方，公开资料里没有查到" explanation={explanation} ways={ways} />;
  return (
    <View className={styles.detail}>
      <Empty title="别的地方没有查到" explanation={explanation} ways={ways} />
    </View>
  );
}
