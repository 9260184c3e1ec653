/** Taro's elements as plain HTML for jsdom; the browser tests use the real ones. */
import type { HTMLAttributes, ReactNode } from 'react';

type Props = HTMLAttributes<HTMLElement> & {
  children?: ReactNode;
  ariaRole?: string;
  ariaLabel?: string;
  [taro: string]: unknown;
};

/** Taro's own names for what HTML calls otherwise; everything else that HTML doesn't know is left out. */
function html({ className, children, ariaRole, ariaLabel, onClick, style, id, ...rest }: Props) {
  const aria = Object.fromEntries(Object.entries(rest).filter(([name]) => name.startsWith('aria-')));
  return { className, children, onClick, style, id, role: ariaRole, 'aria-label': ariaLabel, ...aria };
}

export const View = (props: Props) => <div {...html(props)} />;
export const ScrollView = (props: Props) => <div {...html(props)} />;
export const Text = (props: Props) => <span {...html(props)} />;
