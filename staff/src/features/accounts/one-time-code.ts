/** The authenticator app's code: what it has to look like, and as the service takes it. */
export const ONE_TIME_CODE = /^\s*\d{3}\s*\d{3}\s*$/;
export const WRONG_CODE = '动态码是 6 位数字';
export const CODE_HINT = '请填写手机验证器显示的 6 位数字';

/** `123 456` becomes `123456`, and an empty code undefined. */
export const normaliseCode = (code: string | undefined): string | undefined => code?.replace(/\s/g, '') || undefined;
