/** Browsers have no such thing. */
export const WechatPhone = (_props: { onGiven: (phone: string) => void }): null => null;
