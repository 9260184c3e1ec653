/** What staff have written down for each other about one thing, and a field for the next note. The worker never sees it. */
import { Button, Form, Input } from 'antd';
import { useRef } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { StaffNotesWire } from '@yugong/domain/staff-note/wire';
import { Text } from '@yugong/domain/text';
import { describeError } from '../api/api-error';
import { callApi } from '../api/client';
import { useWrite } from '../api/use-write';
import { emptySentText, useFormDraft } from './form-draft';
import { Callout } from './notice';
import { schemaRule } from './schema-rule';
import { QueryResult } from './states';
import { TimeText } from './time';
import styles from './queue.module.css';

const MAX_NOTE_LENGTH = 500;

/** @param path where the notes are read and written, such as `/registrations/…/notes` */
export function StaffNotes({ path }: { path: `/${string}` }) {
  const [form] = Form.useForm<{ text: string }>();
  const client = useQueryClient();
  const draft = useFormDraft<string>(`note.${path}`);
  // Each reading is recorded, so the notes aren't fetched again for the sake of freshness.
  const notes = useQuery({
    queryKey: ['notes', path],
    queryFn: ({ signal }) => callApi(`GET ${path}`, { answer: StaffNotesWire, signal }),
    refetchOnWindowFocus: false,
  });
  const sent = useRef('');
  const write = useWrite(StaffNotesWire, {
    stale: ['roster'],
    done: (all) => {
      client.setQueryData(['notes', path], all);
      emptySentText(form, draft, sent.current);
    },
  });
  return (
    <>
      <QueryResult of={notes} rows={1}>
        {({ notes: list }) =>
          list.length === 0 ? (
            <p className="quiet">还没有备注。</p>
          ) : (
            <ul className={styles.notes} aria-label="内部备注">
              {list.map(({ id, by, at, text }) => (
                <li key={id}>
                  <p className="quiet">
                    {by}，<TimeText at={at} />
                  </p>
                  <p className={styles.text}>{text}</p>
                </li>
              ))}
            </ul>
          )
        }
      </QueryResult>
      <Form
        form={form}
        // A page may hold another form with a text: the fields' ids begin with the form's name.
        name="note"
        layout="vertical"
        requiredMark={false}
        initialValues={{ text: draft.read() ?? '' }}
        onValuesChange={(_one, { text }: { text: string }) => draft.save(text)}
        onFinish={(body) => {
          sent.current = body.text;
          write.mutate({ endpoint: `POST ${path}`, body });
        }}
      >
        {write.error && <Callout tone="bad">{describeError(write.error)}</Callout>}
        <Form.Item
          name="text"
          label="写备注"
          extra="只有同事能看到，本人看不到。不要写检查结果"
          rules={[schemaRule(Text(MAX_NOTE_LENGTH))]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={MAX_NOTE_LENGTH} />
        </Form.Item>
        <Button htmlType="submit" loading={write.isPending}>
          保存备注
        </Button>
      </Form>
    </>
  );
}
