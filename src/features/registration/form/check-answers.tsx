import { Text, View } from '@tarojs/components';
import { Pressable } from '@/ui/pressable';
import type { useForm } from './use-form';
import styles from './form.module.scss';

/** Everything that will be sent, each with the way back to it. */
export function CheckAnswers({ asked, steps, change }: Pick<ReturnType<typeof useForm>, 'asked' | 'steps' | 'change'>) {
  return (
    <View>
      {steps.map((part) => (
        <View key={part.id} className={styles.answer}>
          <View className={styles.words}>
            {part.rows(asked).map(({ label, text }) => (
              <View key={label + text}>
                <View className={styles.label}>{label}</View>
                <View className={styles.text}>
                  <Text userSelect>{text}</Text>
                </View>
              </View>
            ))}
          </View>
          <Pressable className={styles.edit} label={`改${part.name}`} onPress={() => change(part.id)}>
            <Text>改</Text>
          </Pressable>
        </View>
      ))}
    </View>
  );
}
