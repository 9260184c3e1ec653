/** Browsers have no 客服 of WeChat's: the page's telephone and its form are there for them. */
export const ContactButton = (_props: { hours: string }): null => null;
