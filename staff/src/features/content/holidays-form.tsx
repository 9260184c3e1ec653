/** Publishes a year's public holidays from the State Council's notice. */
import { Button, Form, Input, InputNumber } from 'antd';
import type { HolidaysRequest } from '@yugong/domain/holiday/staff-wire';
import { readHolidayLines } from '@yugong/domain/holiday/staff-wire';
import { PublishedWire } from '@yugong/domain/publication/wire';
import { describeError } from '../../api/api-error';
import { useWrite } from '../../api/use-write';
import { showFaults } from '../../parts/form-faults';
import { Callout } from '../../parts/notice';
import narrow from '../../parts/narrow.module.css';
import { useToast } from '../../parts/use-toast';
import { contentEndpoints } from './api';

type HolidaysFormValues = Omit<HolidaysRequest, 'days'> & { days: string };

const required = (message: string) => [{ required: true, message }];

export function HolidaysForm() {
  const [form] = Form.useForm<HolidaysFormValues>();
  const { done } = useToast();
  const { mutate, error, data, isPending } = useWrite(PublishedWire, {
    stale: ['content'],
    done: (answer) => {
      if (!answer.done) return;
      form.resetFields();
      done('放假安排已发布');
    },
  });
  const send = ({ days, ...rest }: HolidaysFormValues): void =>
    mutate(
      { endpoint: contentEndpoints.holidays, body: { ...rest, days: readHolidayLines(days) ?? [] } },
      { onError: (fault) => void showFaults(form, fault) },
    );
  return (
    <Form form={form} layout="vertical" requiredMark={false} className={narrow.narrow} onFinish={send}>
      <p className="quiet">国务院办公厅每年年底公布下一年的安排。公布后照通知填写，发布后应用下次打开时更新。</p>
      {error && <Callout tone="bad">{describeError(error)}</Callout>}
      {data?.done === false && (
        <Callout tone="bad" title="没有发布">
          {data.faults.map(({ field, message }) => (
            <p key={`${field} ${message}`}>{message}</p>
          ))}
        </Callout>
      )}
      <Form.Item name="year" label="年份" rules={required('请填写年份')}>
        <InputNumber precision={0} controls={false} />
      </Form.Item>
      <Form.Item name="notice" label="通知标题" rules={required('请填写通知标题')}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="url" label="通知网址" rules={required('请填写通知网址')}>
        <Input autoComplete="off" placeholder="https://www.gov.cn/…" />
      </Form.Item>
      <Form.Item name="published" label="公布日期" rules={required('请填写公布日期')}>
        <Input autoComplete="off" placeholder="例如 2026-11-04" />
      </Form.Item>
      <Form.Item
        name="days"
        label="放假和调休上班的日期"
        extra="一行一天：日期、节名、休或班，例如 2026-10-01 国庆节 休"
        rules={[
          ...required('请填写日期'),
          {
            validator: (_rule, text: string | undefined) =>
              !text || readHolidayLines(text)
                ? Promise.resolve()
                : Promise.reject(new Error('每行写成：2026-10-01 国庆节 休')),
          },
        ]}
      >
        <Input.TextArea rows={8} spellCheck={false} />
      </Form.Item>
      <Button htmlType="submit" loading={isPending}>
        发布放假安排
      </Button>
    </Form>
  );
}
