import { Picker, Text, View } from '@tarojs/components';
import { sayDate } from '@yugong/domain/calendar';
import { Field, spoken } from '../field';
import { useFieldId } from '../form/context';
import { Icon } from '../icon';
import { EARLIEST, LATEST, type DateFieldProps } from './types';
import styles from './style.module.scss';

/** A day, on WeChat's own wheel. */
export function DateField({ value, onChange, first = EARLIEST, last = LATEST, ...field }: DateFieldProps) {
  const id = useFieldId(field.name);
  const shown = value ? sayDate(value, '') : '选择日期';
  return (
    <Field {...field} id={id}>
      <Picker
        id={id}
        mode="date"
        start={first}
        end={last}
        value={value}
        onChange={(event) => onChange(event.detail.value)}
      >
        <View className={styles.box} ariaRole="button" ariaLabel={`${spoken(field)}，${shown}`}>
          <Text className={value ? styles.chosen : styles.empty}>{shown}</Text>
          <View className={styles.arrow}>
            <Icon name="chevron-down" size="small" />
          </View>
        </View>
      </Picker>
    </Field>
  );
}
