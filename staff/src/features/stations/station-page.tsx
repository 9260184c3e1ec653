/** One station, added or changed by a form: looked at first, then published. */
import { Button, Form, Space } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { RecordPublishedWire } from '@yugong/domain/publication/staff-wire';
import { keysOf } from '@yugong/domain/narrow';
import { StationPublishedWire, type StaffStationWire, type StationForm } from '@yugong/domain/station/staff-wire';
import { describeError } from '../../api/api-error';
import { useDirectory } from '../../api/directory';
import { useWrite } from '../../api/use-write';
import { Confirm } from '../../parts/confirm';
import { useFormDraft } from '../../parts/form-draft';
import { showFaults } from '../../parts/form-faults';
import { Callout } from '../../parts/notice';
import { ConsolePage, PageSection } from '../../parts/page';
import { RestoredDraft } from '../../parts/restored-draft';
import { QueryResult } from '../../parts/states';
import { useToast } from '../../parts/use-toast';
import { ChangeTable, fieldLabel, HistoryOf } from '../content';
import { stationEndpoints, useStation, useStationHistory } from './api';
import { StationFields } from './station-fields';
import { newStationForm, toFormValues, toStationForm, type StationFormValues } from './station-form-values';
import styles from './stations.module.css';

const back = { to: '/stations/list', label: '驿站名单' };

/** `/stations/list/new`, or a station's own. */
export default function StationPage() {
  const { id = '' } = useParams();
  const isNew = id === 'new';
  const station = useStation(id, !isNew);
  const directory = useDirectory();
  return (
    <QueryResult of={directory} rows={6}>
      {({ districts }) => {
        if (isNew)
          return (
            <StationEditor
              opened={null}
              start={newStationForm(districts.length === 1 ? (districts[0]?.adcode ?? '') : '')}
            />
          );
        return (
          <QueryResult of={station} rows={6}>
            {(opened) => <StationEditor key={opened.version} opened={opened} start={opened.form} />}
          </QueryResult>
        );
      }}
    </QueryResult>
  );
}

/** Every version that a station had; any earlier one can be brought back. */
export function StationHistoryPage() {
  const { id = '' } = useParams();
  return (
    <HistoryOf
      history={useStationHistory(id)}
      isOwn
      endpoint={stationEndpoints.restore(id)}
      stale="stations"
      back={{ to: `/stations/list/${id}`, label: '修改驿站' }}
    />
  );
}

const formFields = keysOf(toFormValues(newStationForm('')));
/** What the form calls otherwise than the record does. */
const RENAMED = { openingHours: 'hours', location: 'position' } as const;

/** The form's field of a fault, whether the form's own check found it or the dataset's in the record. */
function formField(field: string): keyof StationFormValues | undefined {
  const [first = ''] = field.split('.');
  const name = first === 'openingHours' || first === 'location' ? RENAMED[first] : first;
  return formFields.find((one) => one === name);
}

/** A fault's label: that of the record's field, which the comparison shows too. */
const faultLabel = (field: string): string =>
  fieldLabel(field === 'hours' ? 'openingHours' : field === 'position' ? 'location' : field);

function StationEditor({ opened, start }: { opened: StaffStationWire | null; start: StationForm }) {
  const [form] = Form.useForm<StationFormValues>();
  const navigate = useNavigate();
  const { done } = useToast();
  const draft = useFormDraft<StationFormValues>(`station.${opened?.id ?? 'new'}`);
  const [unsaved, setUnsaved] = useState(draft.read);
  /** The form that was looked at; what is typed after that wants another look. */
  const [looked, setLooked] = useState<StationForm | null>(null);
  const [isTakingDown, setTakingDown] = useState(false);
  const leave = (said: string): void => {
    draft.drop();
    done(said);
    void navigate('/stations/list');
  };
  const preview = useWrite(StationPublishedWire);
  const publish = useWrite(StationPublishedWire, {
    stale: ['stations', 'reports'],
    done: (answer) => {
      if (answer.done) leave('已发布，手机上很快会更新');
    },
  });
  const takeDown = useWrite(RecordPublishedWire, {
    stale: ['stations', 'reports'],
    done: (answer) => {
      setTakingDown(false);
      if (answer.done) leave('已下架，手机上很快就没有了');
    },
  });
  const bodyOf = (typed: StationForm, isPreview: boolean) => ({
    endpoint: stationEndpoints.publish,
    body: { id: opened?.id ?? null, form: typed, seen: opened?.version ?? null, preview: isPreview },
  });
  const look = (): void => {
    publish.reset();
    const typed = toStationForm({ ...toFormValues(start), ...form.getFieldsValue(true) });
    if (!typed) {
      form.setFields([{ name: 'position', errors: ['没看懂，请写成 106.5516, 29.5630'] }]);
      form.scrollToField('position', { focus: true, block: 'center' });
      return;
    }
    preview.mutate(bodyOf(typed, true), {
      onSuccess: (answer) => {
        setLooked(typed);
        const faults = answer.faults.flatMap(({ field, message }) => {
          const name = formField(field);
          return name === undefined ? [] : [{ name, errors: [message] }];
        });
        form.setFields(faults);
        if (faults[0]) form.scrollToField(faults[0].name, { focus: true, block: 'center' });
      },
      onError: (error) => showFaults(form, error, ['form']),
    });
  };
  const found = publish.data ?? (looked ? preview.data : undefined);
  const error = publish.error ?? preview.error ?? takeDown.error;
  const isReady = looked !== null && preview.data?.done === true && preview.data.changes.length > 0;
  const title = opened ? opened.form.title : '新增驿站';
  return (
    <ConsolePage
      title={title}
      back={back}
      actions={
        opened && (
          <Space wrap>
            <Link to={`/stations/list/${opened.id}/sign`}>打印门牌</Link>
            <Link to={`/stations/list/${opened.id}/history`}>历史版本</Link>
            <Button danger onClick={() => setTakingDown(true)}>
              下架
            </Button>
          </Space>
        )
      }
    >
      {unsaved && (
        <RestoredDraft
          drop={() => {
            draft.drop();
            setUnsaved(null);
            form.setFieldsValue(toFormValues(start));
          }}
        />
      )}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...toFormValues(start), ...unsaved }}
        onFinish={look}
        onValuesChange={() => {
          setLooked(null);
          draft.save(form.getFieldsValue(true));
        }}
        scrollToFirstError={{ focus: true, block: 'center' }}
        className={styles.form ?? ''}
      >
        <StationFields isNew={opened === null} pictures={opened?.form.pictures} />
        <Button htmlType="submit" loading={preview.isPending}>
          预览改动
        </Button>
      </Form>
      {error && <Callout tone="bad">{describeError(error)}</Callout>}
      {found && <Found title={title} found={found} />}
      <div>
        <Button
          type="primary"
          disabled={!isReady}
          loading={publish.isPending}
          onClick={() => looked && publish.mutate(bodyOf(looked, false))}
        >
          发布
        </Button>
      </div>
      <Confirm
        title={`下架“${title}”？`}
        open={isTakingDown}
        yes="下架"
        danger
        busy={takeDown.isPending}
        onNo={() => setTakingDown(false)}
        onYes={() =>
          opened && takeDown.mutate({ endpoint: stationEndpoints.takeDown(opened.id), body: { seen: opened.version } })
        }
      >
        手机上的列表、搜索和收藏里很快就没有了。以后可以在“驿站名单”的“我发布的改动”里撤回下架。
      </Confirm>
    </ConsolePage>
  );
}

/** What a look found: what would change, what is at fault, and what to look at twice. */
function Found({ title, found }: { title: string; found: StationPublishedWire }) {
  return (
    <PageSection title="预览">
      {found.faults.length > 0 && (
        <Callout tone="bad" title="这样不能发布">
          {found.faults.map(({ field, message }) => (
            <p key={`${field} ${message}`}>{`${field === '' ? '' : `${faultLabel(field)}：`}${message}`}</p>
          ))}
        </Callout>
      )}
      {found.notes.length > 0 && (
        <Callout tone="warn" title="请核对（不影响发布）">
          {found.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </Callout>
      )}
      {found.done && found.changes.length === 0 && <Callout tone="warn" title="和现在发布的一样，没有改动" />}
      {found.changes.length > 0 && <ChangeTable title={title} changes={found.changes.filter(isForClerk)} />}
    </PageSection>
  );
}

const isNothing = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** What a clerk didn't write, or left empty as it was, is no change that she has to look at. */
const isForClerk = ({ field, before, after }: StationPublishedWire['changes'][number]): boolean =>
  !['id', 'source', 'moreSources', 'confidence', 'precision'].includes(field) &&
  !(isNothing(before) && isNothing(after));
