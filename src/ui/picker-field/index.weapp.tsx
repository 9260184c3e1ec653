import { Picker, Text, View } from '@tarojs/components';
import { Field, spoken } from '../field';
import { useFieldId } from '../form/context';
import { Icon } from '../icon';
import type { PickerFieldProps } from './types';
import styles from './style.module.scss';

/** One of many, such as a district, on WeChat's own wheel. */
export function PickerField<T extends string>({
  options,
  value,
  onChange,
  placeholder = '请选择',
  ...field
}: PickerFieldProps<T>) {
  const id = useFieldId(field.name);
  const at = options.findIndex((option) => option.value === value);
  const chosen = options[at]?.text ?? placeholder;
  const choose = (index: number | string) => {
    const option = options[Number(index)];
    if (option) onChange(option.value);
  };
  return (
    <Field {...field} id={id}>
      <Picker
        id={id}
        mode="selector"
        range={options.map((option) => option.text)}
        value={Math.max(at, 0)}
        onChange={(event) => choose(event.detail.value)}
      >
        <View className={styles.box} ariaRole="button" ariaLabel={`${spoken(field)}，${chosen}`}>
          <View className={`${styles.select} ${at < 0 ? styles.empty : ''}`}>
            <Text>{chosen}</Text>
          </View>
          <View className={styles.arrow}>
            <Icon name="chevron-down" size="small" />
          </View>
        </View>
      </Picker>
    </Field>
  );
}
