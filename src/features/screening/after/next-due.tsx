import Taro from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { sayDate } from '@yugong/domain/calendar';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { PickerField } from '@/ui/picker-field';
import { Section } from '@/ui/section';
import { calendarAnswers } from '../../shared/calendar-answers';
import { AS_ANNOUNCED } from '../model';
import type { useAfter } from './use-after';
import styles from './after.module.scss';

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
    <Section heading="下次检查">
      <PickerField
        name="programme"
        label="检查项目"
        options={programmes.map(({ id, title }) => ({ value: id, text: title }))}
        value={programme?.id ?? null}
        onChange={setProgramme}
      />
      {programme && day === '' && <View className={styles.text}>选择检查日期后，可以算出下次时间。</View>}
      {programme && day !== '' && due === null && (
        <View className={styles.text}>检查间隔：{AS_ANNOUNCED}。领取结果时可以咨询医生。</View>
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
                <Text>保存到应用日历</Text>
              </PlainButton>
              <PlainButton
                icon="calendar-plus"
                onPress={() => void addDue(one).then((answer) => toast(calendarAnswers[answer]))}
              >
                <Text>添加到手机日历</Text>
              </PlainButton>
            </Actions>
          )}
        </View>
      ))}
      <View className={styles.of}>日历里只显示“健康检查”，保护隐私。</View>
    </Section>
  );
}
