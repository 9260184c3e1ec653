import { Icon } from '../icon';
import { Pressable } from '../pressable';
import type { SearchFieldProps } from './types';
import styles from './style.module.scss';

/** A field to search with, results while typing. A real input: Taro's wrapper would hide it from readers. */
export function SearchField({ value, placeholder, onChange, onSearch, autoFocus }: SearchFieldProps) {
  return (
    <form
      className={styles.field}
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch?.(value);
      }}
    >
      <Icon name="search" size="small" />
      <input
        className={styles.input}
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        value={value}
        placeholder={placeholder}
        maxLength={50}
        autoFocus={autoFocus}
        aria-label={placeholder}
        onChange={(event) => onChange(event.target.value)}
      />
      {value !== '' && (
        <Pressable className={styles.clear} onPress={() => onChange('')} label="清空">
          <Icon name="x" size="small" />
        </Pressable>
      )}
    </form>
  );
}
