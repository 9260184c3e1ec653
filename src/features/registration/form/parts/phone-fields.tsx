import { View } from '@tarojs/components';
import { TextField } from '@/ui/text-field';
import { WechatPhone } from './wechat-phone';
import type { FieldsProps } from '../part';

/** The telephone number; in WeChat also by one tap, where the operator has that. */
export function PhoneFields({ values, set, errors, leave }: FieldsProps) {
  const give = (phone: string) => {
    set('phone', phone);
    leave('phone', phone);
  };
  return (
    <View>
      <TextField
        name="phone"
        label="手机号"
        hint="有变动时打给你。可以带空格，直接写就行"
        type="tel"
        autoComplete="tel"
        value={values.phone ?? ''}
        onChange={(value) => set('phone', value)}
        onLeave={(value) => leave('phone', value)}
        error={errors.phone}
      />
      <WechatPhone onGiven={give} />
    </View>
  );
}
