import Taro from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { sayDate } from '@yugong/domain/calendar';
import type { PhoneCalendarAnswer } from '@/platform/phone-calendar';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { PickerField } from '@/ui/picker-field';
import { Section } from '@/ui/section';
import { AS_ANNOUNCED } from '../model';
import type { useAfter } from './use-after';
import styles from './after.module.scss';

const answers: Record<PhoneCalendarAnswer, string> = {
  added: '加到日历了',
  cancelled: '没有加',
  denied: '手机没有允许写日历，可以在设置里打开',
  failed: '没有加成，再试一次',
};

const toast = (title: string): void => void Taro.showToast({ title, icon: 'none' });

/** When it is due again, by the programme's own interval; a test of which nobody says anything stays open. */
export function NextDue({
  programmes,
  programme,
  setProgramme,
  day,
  due,
  keepDue,
  addDue,
}: ReturnType<typeof useAfter>) {
  return (
    <Section heading="下一次">
      <PickerField
        name="programme"
        label="在哪个项目里查的"
        options={programmes.map(({ id, title }) => ({ value: id, text: title }))}
        value={programme?.id ?? null}
        onChange={setProgramme}
      />
      {programme && day === '' && <View className={styles.text}>选上哪天查的，才能算下一次。</View>}
      {programme && day !== '' && due === null && (
        <View className={styles.text}>多久查一次：{AS_ANNOUNCED}。拿到结果时问一声医生。</View>
      )}
      {due?.map((one) => (
        <View key={one.of} className={styles.due}>
          <View className={styles.when}>
            <Text>{one.day === null ? AS_ANNOUNCED : `${sayDate(one.day, '')}以后`}</Text>
          </View>
          <View className={styles.of}>{one.of}</View>
          {one.day !== null && (
            <Actions>
              <PlainButton icon="calendar-days" onPress={() => toast(keepDue(one))}>
                <Text>记到应用的日历</Text>
              </PlainButton>
              <PlainButton
                icon="calendar-plus"
                onPress={() => void addDue(one).then((answer) => toast(answers[answer]))}
              >
                <Text>加到手机日历</Text>
              </PlainButton>
            </Actions>
          )}
        </View>
      ))}
      <View className={styles.of}>日历里只写“健康检查”，别人看到也不知道是什么。</View>
    </Section>
  );
}
