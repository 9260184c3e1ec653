/** The form of a record: a field for each of the schema's, in Chinese, with dates as people type them. */
import { Button, Form, Input, Select } from 'antd';
import type { FormInstance } from 'antd';
import { dayAt, weekdayName, type Day } from '@yugong/domain/calendar';
import { useDirectory } from '../../api/directory';
import { PicturesField } from './pictures-field';
import type { RecordField } from './record-fields';
import type { Fields } from './record-values';
import { readTypedDate, readTypedTime, typedDate } from './typed-date';
import styles from './record-form.module.css';

/** A record that another one may lead to. */
export interface LinkChoice {
  value: string;
  label: string;
}

interface Props {
  form: FormInstance<Fields>;
  fields: readonly RecordField[];
  links: readonly LinkChoice[];
  initial: Fields;
  changed: (values: Fields) => void;
  submit: () => void;
}

export function RecordForm({ form, fields, links, initial, changed, submit }: Props) {
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      onFinish={submit}
      onValuesChange={(part: Fields, values) => {
        // What was found wrong with a field is of its old text.
        form.setFields([{ name: pathOf(part), errors: [] }]);
        changed(values);
      }}
      className={styles.form}
    >
      {fields.map((field) => (
        <FieldItem key={field.name} field={field} path={[]} links={links} />
      ))}
    </Form>
  );
}

type Path = readonly (string | number)[];

/** The path of the one field that a change of the form holds. */
function pathOf(part: unknown, path: (string | number)[] = []): (string | number)[] {
  if (Array.isArray(part)) {
    const at = part.findIndex((one) => one !== undefined);
    return at < 0 || typeof part[at] !== 'object' ? path : pathOf(part[at], [...path, at]);
  }
  if (typeof part !== 'object' || part === null) return path;
  const [entry, ...others] = Object.entries(part);
  return entry && others.length === 0 ? pathOf(entry[1], [...path, entry[0]]) : path;
}

const ownLabel = ({ label, empty, kind }: RecordField): string => {
  const name = label.split('，').at(-1) ?? label;
  return empty === 'refuse' || kind === 'list' ? name : `${name}（选填）`;
};

/** `path` names the field in the form; inside a list Ant wants it without the list's own. */
function FieldItem({
  field,
  path,
  links,
  at = path,
}: {
  field: RecordField;
  path: Path;
  links: readonly LinkChoice[];
  at?: Path;
}) {
  const name = [...path, field.name];
  const whole = [...at, field.name];
  const label = ownLabel(field);
  if (field.kind === 'group')
    return (
      <fieldset className={styles.group}>
        <legend>{label}</legend>
        {field.fields.map((part) => (
          <FieldItem key={part.name} field={part} path={name} at={whole} links={links} />
        ))}
      </fieldset>
    );
  if (field.kind === 'pictures') return <PicturesField name={name} label={field.label} />;
  if (field.kind === 'list') return <ListField field={field} name={name} label={label} links={links} />;
  return (
    <Form.Item name={name} label={label} extra={<Understood field={field} name={whole} />}>
      <FieldInput field={field} links={links} />
    </Form.Item>
  );
}

function ListField({
  field,
  name,
  label,
  links,
}: {
  field: Extract<RecordField, { kind: 'group' | 'list' }>;
  name: (string | number)[];
  label: string;
  links: readonly LinkChoice[];
}) {
  return (
    <Form.List name={name}>
      {(parts, { add, remove }) => (
        <fieldset className={styles.group}>
          <legend>{label}</legend>
          {parts.map(({ key, name: at }, index) => (
            <div key={key} className={styles.part} role="group" aria-label={`${label} ${index + 1}`}>
              {field.fields.map((part) => (
                <FieldItem key={part.name} field={part} path={[at]} at={[...name, at]} links={links} />
              ))}
              <Button size="small" onClick={() => remove(at)}>
                删除这一项
              </Button>
            </div>
          ))}
          <Button onClick={() => add({})}>添加{label}</Button>
        </fieldset>
      )}
    </Form.List>
  );
}

const PLACEHOLDERS: Partial<Record<RecordField['kind'], string>> = {
  day: '例如 3月5日、昨天',
  date: '例如 3月5日、2026年3月',
  time: '例如 9:00、下午3点',
};

/** Ant hands the input its value and its id. */
function FieldInput({ field, links, ...given }: { field: RecordField; links: readonly LinkChoice[] }) {
  const { data } = useDirectory();
  if (field.kind === 'choice')
    return <Select {...given} allowClear={field.empty !== 'refuse'} options={[...field.choices]} />;
  if (field.kind === 'districts')
    return (
      <Select
        {...given}
        mode="multiple"
        placeholder="全市"
        optionFilterProp="label"
        options={(data?.districts ?? []).map(({ adcode, title }) => ({ value: adcode, label: title }))}
      />
    );
  if (field.kind === 'records')
    return <Select {...given} mode="multiple" optionFilterProp="label" options={[...links]} />;
  if (field.kind === 'paragraphs')
    return <Input.TextArea {...given} autoSize={{ minRows: 3, maxRows: 18 }} placeholder="一行一段" />;
  if (field.kind === 'rows')
    return (
      <Input.TextArea {...given} autoSize={{ minRows: 2, maxRows: 18 }} placeholder="一行写一行，格子之间用 ｜ 隔开" />
    );
  if (field.kind === 'text') return <Input.TextArea {...given} autoSize={{ minRows: 1, maxRows: 10 }} />;
  return <Input {...given} autoComplete="off" placeholder={PLACEHOLDERS[field.kind]} />;
}

/** What a typed date or time was understood as, so that 3月5日 in the wrong year is seen. */
function Understood({ field, name }: { field: RecordField; name: Path }) {
  const typed: unknown = Form.useWatch([...name]);
  if (typeof typed !== 'string' || typed.trim() === '') return null;
  const understood = describeTyped(field, typed, dayAt(Date.now()));
  return understood === null || understood === typed.trim() ? null : <>{understood}</>;
}

function describeTyped({ kind }: RecordField, typed: string, today: Day): string | null {
  if (kind === 'time') return readTypedTime(typed);
  if (kind !== 'day' && kind !== 'date') return null;
  const date = readTypedDate(typed, today, { exact: kind === 'day' });
  if (date === null) return null;
  return date.length === 10 ? `${typedDate(date)} ${weekdayName(date)}` : typedDate(date);
}
