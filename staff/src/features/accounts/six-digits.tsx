/** The field for the authenticator app's code, which a phone may fill in. */
import { Form, Input } from 'antd';

export const OneTimeCodeField = () => (
  <Form.Item
    name="code"
    label="动态码"
    extra="请填写手机验证器显示的 6 位数字"
    rules={[{ required: true, pattern: /^\s*\d{3}\s*\d{3}\s*$/, message: '动态码是 6 位数字' }]}
  >
    <Input inputMode="numeric" autoComplete="one-time-code" maxLength={8} />
  </Form.Item>
);

/** `123 456` becomes `123456`, and an empty code undefined. */
export const normaliseCode = (code: string | undefined): string | undefined => code?.replace(/\s/g, '') || undefined;
