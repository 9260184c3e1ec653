import Taro from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { useContext, useEffect } from 'react';
import { FormContext } from '../form/context';
import { Pressable } from '../pressable';
import { sayHowMany, type FieldError } from './types';
import styles from './style.module.scss';

export type { FieldError } from './types';

const scrollTo = (id: string): void => {
  Taro.pageScrollTo({ selector: `#${id}`, duration: 0, fail: () => undefined }).catch(() => undefined);
};

/**
 * What is to be put right in the form around it. WeChat can't move a reader's focus, so it is an alert
 * that is scrolled into sight at every attempt to send; each line leads to its field.
 */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const { scope, attempt, want } = useContext(FormContext);
  const id = `${scope}errors`;
  const any = errors.length > 0;
  useEffect(() => {
    if (any) scrollTo(id);
  }, [any, attempt, id]);
  if (!any) return null;
  const follow = (field: string) => {
    scrollTo(scope + field);
    want(field);
  };
  return (
    <View id={id} className={styles.summary} ariaRole="alert">
      <View className={styles.heading} ariaRole="heading" aria-level={2}>
        <Text>{sayHowMany(errors)}</Text>
      </View>
      <View className={styles.kept}>你填的都还在。</View>
      {errors.map(({ field, text }) => (
        <Pressable key={field + text} className={styles.link} onPress={() => follow(field)}>
          <Text>{text}</Text>
        </Pressable>
      ))}
    </View>
  );
}
