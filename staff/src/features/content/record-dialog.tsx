/** The dialog that corrects a published record: first it shows what would change, then it is published. */
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import {
  RecordPublishedWire,
  type EditedCollection,
  type EditedRecordsWire,
} from '@yugong/domain/publication/staff-wire';
import { describeError } from '../../api/api-error';
import { useWrite } from '../../api/use-write';
import { Dialog } from '../../parts/dialog';
import { Callout } from '../../parts/notice';
import { useToast } from '../../parts/use-toast';
import { contentEndpoints } from './api';
import { editableTexts, mergeTexts } from './editable-texts';
import { fieldLabel, titleOfRecord } from './labels';
import { hasForm } from './record-fields';
import { RecordPreview } from './record-preview';

type Texts = Record<string, string>;

/** What a form can't change without breaking what refers to it. */
const FIXED_FIELDS: readonly string[] = ['id', 'related', 'confidence', 'moreSources', 'adcode', 'adcodes', 'location'];

interface Props {
  collection: EditedCollection;
  published: EditedRecordsWire['records'][number];
  close: () => void;
}

export function RecordDialog({ collection, published: { record, version }, close }: Props) {
  const [form] = Form.useForm<Texts>();
  const { done } = useToast();
  /** The texts that were previewed; what is typed after that wants another look. */
  const [previewed, setPreviewed] = useState<Texts | null>(null);
  const preview = useWrite(RecordPublishedWire);
  const publish = useWrite(RecordPublishedWire, {
    stale: ['content'],
    done: (answer) => {
      if (!answer.done) return;
      done('已发布，手机上很快会更新');
      close();
    },
  });
  const title = titleOfRecord(record);
  const bodyOf = (typed: Texts, isPreview: boolean) => ({
    endpoint: contentEndpoints.record(collection),
    body: { record: mergeTexts(record, typed), seen: version, preview: isPreview },
  });
  const look = (typed: Texts): void => {
    publish.reset();
    preview.mutate(bodyOf(typed, true), { onSuccess: () => setPreviewed(typed) });
  };
  const found = publish.data ?? (previewed ? preview.data : undefined);
  const error = publish.error ?? preview.error;
  // What has a form of its own is corrected there: here are only the rules, which it hasn't.
  const fixed = hasForm(collection) ? Object.keys(record).filter((field) => field !== 'rules') : FIXED_FIELDS;
  const texts = editableTexts(record, { fixed: new Set(fixed) });
  const isReady = previewed !== null && preview.data?.done === true && preview.data.changes.length > 0;
  return (
    <Dialog
      width="44rem"
      title={title}
      onCancel={close}
      footer={
        <>
          <Button onClick={close}>暂不修改</Button>
          <Button onClick={form.submit} loading={preview.isPending}>
            预览改动
          </Button>
          <Button
            type="primary"
            disabled={!isReady}
            loading={publish.isPending}
            onClick={() => previewed && publish.mutate(bodyOf(previewed, false))}
          >
            发布
          </Button>
        </>
      }
    >
      <p className="quiet">改了内容，出处也要改成新的文件：标题、发布单位、网址和日期。</p>
      {error && <Callout tone="bad">{describeError(error)}</Callout>}
      {found && <RecordPreview title={title} found={found} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={texts}
        onFinish={look}
        onValuesChange={() => setPreviewed(null)}
      >
        {Object.keys(texts).map((field) => (
          <Form.Item key={field} name={field} label={fieldLabel(field)}>
            <Input.TextArea autoSize={{ minRows: 1, maxRows: 14 }} />
          </Form.Item>
        ))}
      </Form>
    </Dialog>
  );
}
