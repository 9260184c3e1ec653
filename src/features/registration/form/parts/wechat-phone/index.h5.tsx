/** Browsers have no such thing. */
export const WechatPhoneButton = (_props: { onGiven: (phone: string) => void }): null => null;
