import { Text, View } from '@tarojs/components';
import { spoken } from '../field';
import { FieldMessages } from '../field/messages';
import { useFieldId } from '../form/context';
import { choose, isChosen, type ChoiceGroupProps } from './types';
import styles from './style.module.scss';

/** A few choices, all in sight: one of them, or any with `several`. The whole line is the target. */
export function ChoiceGroup<T extends string>(props: ChoiceGroupProps<T>) {
  const { label, hint, error, optional, options, several } = props;
  const id = useFieldId(props.name);
  return (
    <View
      id={id}
      className={`${styles.group} ${error ? styles.wrong : ''}`}
      ariaRole={several ? 'group' : 'radiogroup'}
      ariaLabel={spoken(props)}
    >
      <View className={styles.legend}>
        <Text>{label}</Text>
        {optional && <Text className={styles.optional}>可不填</Text>}
      </View>
      <FieldMessages id={id} hint={hint} error={error} />
      {options.map((option) => {
        const chosen = isChosen(props, option.value);
        return (
          <View
            key={option.value}
            className={styles.choice}
            hoverClass="pressed"
            ariaRole={several ? 'checkbox' : 'radio'}
            aria-checked={chosen}
            onClick={() => choose(props, option.value)}
          >
            <View className={`${styles.mark} ${several ? styles.square : ''} ${chosen ? styles.chosen : ''}`} />
            <View className={styles.words}>
              <Text>{option.text}</Text>
              {option.detail && <View className={styles.detail}>{option.detail}</View>}
            </View>
          </View>
        );
      })}
    </View>
  );
}
