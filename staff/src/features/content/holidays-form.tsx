/** Publishes a year's public holidays from the State Council's notice. */
import { Button, Form, Input, InputNumber } from 'antd';
import type { HolidaysRequest } from '@yugong/domain/holiday/staff-wire';
import { readHolidayLines } from '@yugong/domain/holiday/staff-wire';
import { RecordPublishedWire } from '@yugong/domain/publication/staff-wire';
import { describeError, type ApiError } from '../../api/api-error';
import { useWrite } from '../../api/use-write';
import { showFaults } from '../../parts/form-faults';
import { Callout } from '../../parts/notice';
import narrow from '../../parts/narrow.module.css';
import { useToast } from '../../parts/use-toast';
import { contentEndpoints } from './api';
import { RecordPreview } from './record-preview';

type HolidaysFormValues = Omit<HolidaysRequest, 'days' | 'preview'> & { days: string };

const required = (message: string) => [{ required: true, message }];

export function HolidaysForm() {
  const [form] = Form.useForm<HolidaysFormValues>();
  const { done } = useToast();
  const { mutate, error, data, isPending } = useWrite(RecordPublishedWire, {
    stale: ['content'],
    done: (answer) => {
      if (!answer.done) return;
      form.resetFields();
      done('放假安排已发布');
    },
  });
  const preview = useWrite(RecordPublishedWire);
  const bodyOf = ({ days, ...rest }: HolidaysFormValues, isPreview: boolean) => ({
    endpoint: contentEndpoints.holidays,
    body: { ...rest, preview: isPreview, days: readHolidayLines(days) ?? [] },
  });
  const onError = (fault: ApiError): void => void showFaults(form, fault);
  const send = (values: HolidaysFormValues): void => mutate(bodyOf(values, false), { onError });
  const look = (): void =>
    void form.validateFields().then(
      (values) => preview.mutate(bodyOf(values, true), { onError }),
      // The form shows what is missing.
      () => undefined,
    );
  return (
    <Form form={form} layout="vertical" requiredMark={false} className={narrow.narrow} onFinish={send}>
      <p className="quiet">国务院办公厅每年年底公布下一年的安排。公布后照通知填写，发布后手机上很快会更新。</p>
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
      {preview.data && <RecordPreview title="放假安排" found={preview.data} />}
      <Button onClick={look} loading={preview.isPending}>
        预览改动
      </Button>
      <Button htmlType="submit" loading={isPending}>
        发布放假安排
      </Button>
    </Form>
  );
}
