/** The field for the authenticator app's code, which a phone may fill in. */
import { Form, Input } from 'antd';
import { CODE_HINT, ONE_TIME_CODE, WRONG_CODE } from './one-time-code';

export const OneTimeCodeField = () => (
  <Form.Item
    name="code"
    label="动态码"
    extra={CODE_HINT}
    rules={[{ required: true, pattern: ONE_TIME_CODE, message: WRONG_CODE }]}
  >
    <Input inputMode="numeric" autoComplete="one-time-code" maxLength={8} />
  </Form.Item>
);
