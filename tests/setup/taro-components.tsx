/** Taro's elements as plain HTML for jsdom; the browser tests use the real ones. */
import type { HTMLAttributes, ReactNode } from 'react';

type Props = HTMLAttributes<HTMLElement> & {
  children?: ReactNode;
  ariaRole?: string;
  ariaLabel?: string;
  [taro: string]: unknown;
};

/** Taro's own names for what HTML calls otherwise; everything else that HTML doesn't know is left out. */
function html({
  className,
  children,
  ariaRole,
  ariaLabel,
  onClick,
  onTouchStart,
  onTouchEnd,
  style,
  id,
  ...rest
}: Props) {
  const aria = Object.fromEntries(Object.entries(rest).filter(([name]) => name.startsWith('aria-')));
  const touch = { onTouchStart, onTouchEnd };
  return { className, children, onClick, ...touch, style, id, role: ariaRole, 'aria-label': ariaLabel, ...aria };
}

export const View = (props: Props) => <div {...html(props)} />;
export const ScrollView = (props: Props) => <div {...html(props)} />;
export const Text = (props: Props) => <span {...html(props)} />;

type InputProps = Props & { value: string; maxlength: number; focus: boolean; onInput: (event: object) => void };
/** `maxlength` cuts as WeChat's does, and `focus` takes the focus. */
export const Input = ({ value, maxlength, focus, onInput, onBlur, type, ...props }: InputProps) => (
  <input
    {...html(props)}
    ref={(input) => (focus ? input?.focus() : undefined)}
    data-type={type}
    value={value}
    maxLength={maxlength < 0 ? undefined : maxlength}
    onBlur={onBlur}
    onChange={(event) => onInput({ detail: { value: event.target.value } })}
  />
);

type TextareaProps = Props & { value: string; maxlength: number; focus: boolean; onInput: (event: object) => void };
/** `maxlength` cuts as WeChat's does, and `focus` takes the focus. */
export const Textarea = ({ value, maxlength, focus, onInput, onBlur, ...props }: TextareaProps) => (
  <textarea
    {...html(props)}
    ref={(area) => (focus ? area?.focus() : undefined)}
    value={value}
    maxLength={maxlength < 0 ? undefined : maxlength}
    onBlur={onBlur}
    onChange={(event) => onInput({ detail: { value: event.target.value } })}
  />
);

type PickerProps = Props & {
  mode: string;
  range?: string[];
  start?: string;
  end?: string;
  value: number | string;
  onChange: (event: object) => void;
};
/** The wheel, as a button a line; that of days as a field. */
export const Picker = ({ mode, range = [], start, end, value, onChange, children, id }: PickerProps) => (
  <div id={id}>
    {children}
    {mode === 'date' && (
      <input
        type="date"
        aria-label="wheel"
        min={start}
        max={end}
        value={value}
        onChange={(event) => onChange({ detail: { value: event.target.value } })}
      />
    )}
    {range.map((text, at) => (
      <button key={text} type="button" onClick={() => onChange({ detail: { value: at } })}>
        {text}
      </button>
    ))}
  </div>
);
