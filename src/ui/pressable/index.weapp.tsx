import { View } from '@tarojs/components';
import { open, replace } from '@/platform/navigation';
import type { PressableProps } from './types';

/** Anything that can be tapped, at least 44 px high and wide, with a quick tint while pressed. */
export function Pressable(props: PressableProps) {
  const press = () => {
    if (props.disabled) return;
    if (props.url === undefined) props.onPress();
    else if (props.replace) replace(props.url);
    else open(props.url);
  };
  return (
    <View
      className={`pressable ${props.className ?? ''}`}
      hoverClass={props.disabled ? 'none' : 'pressed'}
      onClick={press}
      ariaRole={props.url === undefined ? 'button' : 'link'}
      ariaLabel={props.label}
      aria-pressed={props.pressed}
    >
      {props.children}
    </View>
  );
}
