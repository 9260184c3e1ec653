import { describedBy } from '../field';
import { FieldMessages } from '../field/messages';
import { useFieldId } from '../form/context';
import { choose, isChosen, type ChoiceGroupProps } from './types';
import styles from './style.module.scss';

/**
 * A few choices, all in sight: one of them, or any with `several`. Real radio buttons and boxes, laid
 * over their whole line, so that the line is the target.
 *
 * @example
 * <ChoiceGroup name="job" label="你的工作" options={jobs} value={job} onChange={setJob} />
 */
export function ChoiceGroup<T extends string>(props: ChoiceGroupProps<T>) {
  const { label, hint, error, optional, options, several } = props;
  const id = useFieldId(props.name);
  return (
    <fieldset
      className={`${styles.group} ${error ? styles.wrong : ''}`}
      role={several ? 'group' : 'radiogroup'}
      aria-describedby={describedBy(id, props)}
      aria-invalid={!several && error ? true : undefined}
    >
      <legend className={styles.legend}>
        {label}
        {optional && <span className={styles.optional}>可不填</span>}
      </legend>
      <FieldMessages id={id} hint={hint} error={error} />
      {options.map((option, at) => (
        <label key={option.value} className={styles.choice}>
          <input
            // The first one is where an error summary leads.
            id={at === 0 ? id : `${id}-${option.value}`}
            className={styles.input}
            type={several ? 'checkbox' : 'radio'}
            name={id}
            checked={isChosen(props, option.value)}
            onChange={() => choose(props, option.value)}
          />
          <span className={`${styles.mark} ${several ? styles.square : ''}`} />
          <span className={styles.words}>
            <span>{option.text}</span>
            {option.detail && <span className={styles.detail}>{option.detail}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
