/** Shows people of the roster in full, one or several for one reason, and only the fields that the reason needs. */
import { Checkbox, Form } from 'antd';
import { useState } from 'react';
import { personFields, type PersonFieldName } from '@yugong/domain/person';
import { RevealWire, type RosterRow } from '@yugong/domain/roster/wire';
import { useWrite } from '../../api/use-write';
import { ReasonDialog, type AccessReasonValues } from '../../parts/reason-dialog';
import { useToast } from '../../parts/use-toast';
import { rosterEndpoints } from './api';

/** One answer with people in full, and which fields of theirs; shown until the page is left. */
export interface Revealed {
  fields: readonly PersonFieldName[];
  people: RevealWire['people'];
}

/** What was revealed of a person's field; undefined where it wasn't. */
export const revealedField = (all: readonly Revealed[], id: string, name: PersonFieldName): string | null | undefined =>
  all
    .filter(({ fields }) => fields.includes(name))
    .flatMap(({ people }) => people)
    .find(({ registrationId }) => registrationId === id)?.[name];

/** The number of who signed a person up, once telephone numbers were revealed. */
export const revealedContact = (all: readonly Revealed[], id: string): string | null =>
  all
    .flatMap(({ people }) => people)
    .find(({ registrationId: one, contactPhone }) => one === id && contactPhone !== null)?.contactPhone ?? null;

interface Props {
  rows: readonly RosterRow[];
  /** The fields that the programme asks for. */
  asked: readonly PersonFieldName[];
  close: () => void;
  revealed: (answer: Revealed) => void;
}

export function RevealDialog({ rows, asked, close, revealed }: Props) {
  // Whoever calls somebody needs no identity number: it is shown where it is ticked.
  const [fields, setFields] = useState<PersonFieldName[]>(asked.filter((name) => personFields[name].isAlwaysAsked));
  const { failed } = useToast();
  const reveal = useWrite(RevealWire, {
    done: ({ people }) => {
      revealed({ fields, people });
      close();
    },
  });
  const send = (why: AccessReasonValues): void => {
    const ids = rows.map(({ registrationId }) => registrationId);
    reveal.mutate({ endpoint: rosterEndpoints.reveal, body: { ids, fields, ...why } }, { onError: failed });
  };
  const [first] = rows;
  return (
    <ReasonDialog
      title={rows.length === 1 && first ? `查看${first.name}的完整信息` : `查看 ${rows.length} 人的完整信息`}
      open
      yes="查看完整信息"
      busy={reveal.isPending}
      onYes={send}
      onNo={close}
    >
      <Form layout="vertical" component="div">
        <Form.Item label="要看的信息" extra="只选需要的；看了谁的哪几项，都会记入操作记录">
          <Checkbox.Group
            options={asked.map((value) => ({ value, label: personFields[value].label }))}
            value={fields}
            // At least one stays ticked.
            onChange={(next) => next.length > 0 && setFields(next)}
          />
        </Form.Item>
      </Form>
    </ReasonDialog>
  );
}
