/** A link that looks like a button; it is one element, and a link to screen readers as well. */
import { Button, type ButtonProps } from 'antd';
import { useHref, useLinkClickHandler } from 'react-router-dom';

interface Props extends Omit<ButtonProps, 'href' | 'onClick'> {
  to: string;
}

export function LinkButton({ to, ...rest }: Props) {
  const href = useHref(to);
  const go = useLinkClickHandler<HTMLAnchorElement>(to);
  return <Button {...rest} href={href} onClick={(event) => go(event as React.MouseEvent<HTMLAnchorElement>)} />;
}
