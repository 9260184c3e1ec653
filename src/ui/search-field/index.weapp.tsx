import { Input, View } from '@tarojs/components';
import { Icon } from '../icon';
import { Pressable } from '../pressable';
import type { SearchFieldProps } from './types';
import styles from './style.module.scss';

/** A field to search with, results while typing. */
export function SearchField({ value, placeholder, onChange, onSearch, autoFocus }: SearchFieldProps) {
  return (
    <View className={styles.field}>
      <Icon name="search" size="small" />
      <Input
        className={styles.input}
        type="text"
        confirmType="search"
        value={value}
        placeholder={placeholder}
        placeholderClass={styles.placeholder}
        maxlength={50}
        focus={autoFocus ?? false}
        ariaLabel={placeholder}
        onInput={(event) => onChange(event.detail.value)}
        onConfirm={(event) => onSearch?.(event.detail.value)}
      />
      {value !== '' && (
        <Pressable className={styles.clear} onPress={() => onChange('')} label="清空">
          <Icon name="x" size="small" />
        </Pressable>
      )}
    </View>
  );
}
