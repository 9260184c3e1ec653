/** One record, written or corrected: looked at first, then published now or at a time, or kept as a draft. */
import { Button, Form, Input, Space } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router-dom';
import * as v from 'valibot';
import { dayAt, sayDate, timeAt } from '@yugong/domain/calendar';
import {
  isGrowing,
  RecordPlanSaved,
  RecordPublishedWire,
  type EditedRecordsWire,
  type RecordPlanWire,
} from '@yugong/domain/publication/staff-wire';
import { describeError } from '../../api/api-error';
import { useDirectory } from '../../api/directory';
import { useMe } from '../../api/me';
import { useWrite } from '../../api/use-write';
import { Confirm } from '../../parts/confirm';
import { useFormDraft } from '../../parts/form-draft';
import { Callout } from '../../parts/notice';
import { ConsolePage } from '../../parts/page';
import { RestoredDraft } from '../../parts/restored-draft';
import { QueryResult } from '../../parts/states';
import { useToast } from '../../parts/use-toast';
import { contentEndpoints, usePublishedRecords, useRecordPlans } from './api';
import { collectionLabels, titleOfRecord } from './labels';
import { isPreviewed, PhonePreview } from './phone-preview';
import { fieldsOf, hasForm, type FormCollection } from './record-fields';
import { RecordForm, type LinkChoice } from './record-form';
import { RecordPreview } from './record-preview';
import { formValues, recordFrom, type Fields } from './record-values';
import { readTypedMoment } from './typed-date';
import styles from './record-form.module.css';

type Published = EditedRecordsWire['records'][number];
type Editable = { id: string } & Fields;

/** `/content/records/news/new`, `/content/records/news/news-…`, or with `?plan=` a draft. */
export default function RecordPage() {
  const { collection = '', record = '' } = useParams();
  const [params] = useSearchParams();
  const planId = params.get('plan');
  if (!hasForm(collection) || (record === 'new' && !isGrowing(collection)))
    return <ConsolePage title="没有这一类内容">{null}</ConsolePage>;
  return (
    <Loaded
      key={`${collection} ${record} ${planId ?? ''}`}
      collection={collection}
      id={record === 'new' ? null : record}
      planId={planId}
    />
  );
}

/** Whom a new record is from, and of when: today, and one's own union. */
function useNewRecord(collection: FormCollection): Editable {
  const { organisation } = useMe();
  const { data } = useDirectory();
  const union = data?.organisations.find(({ id }) => id === organisation)?.title ?? '';
  const today = dayAt(Date.now());
  const source = { title: '', publisher: union === '本级工会' ? '' : union, published: today, kind: 'official' };
  const whose = collection === 'cases' ? { unit: source.publisher } : {};
  const start = { publishedAt: today, confidence: 'high', ...whose, source };
  return { id: '', ...start };
}

function Loaded({ collection, id, planId }: { collection: FormCollection; id: string | null; planId: string | null }) {
  const records = usePublishedRecords(collection);
  const plans = useRecordPlans();
  const empty = useNewRecord(collection);
  return (
    <QueryResult of={records} rows={6}>
      {({ records: list }) => (
        <QueryResult of={plans} rows={6}>
          {({ plans: waiting }) => {
            const plan = waiting.find((one) => one.id === planId) ?? null;
            const published = list.find(({ record }) => record.id === (plan?.record?.id ?? id)) ?? null;
            const start = plan?.record ?? published?.record ?? empty;
            return (
              <RecordEditor
                collection={collection}
                published={published}
                plan={plan}
                start={start}
                links={list
                  .filter(({ record }) => record.id !== start.id)
                  .map(({ record }) => ({ value: record.id, label: titleOfRecord(record) }))}
              />
            );
          }}
        </QueryResult>
      )}
    </QueryResult>
  );
}

const sayMoment = (at: string): string => {
  const ms = Date.parse(at);
  return `${sayDate(dayAt(ms), '')} ${timeAt(ms)}`;
};

const NO_MOMENT = '没看懂这个时间，请写成 12月5日 9:00';

interface Props {
  collection: FormCollection;
  published: Published | null;
  plan: RecordPlanWire | null;
  start: Editable;
  links: readonly LinkChoice[];
}

function RecordEditor({ collection, published, plan, start, links }: Props) {
  const [form] = Form.useForm<Fields>();
  const navigate = useNavigate();
  const { done } = useToast();
  const fields = useMemo(() => fieldsOf(collection), [collection]);
  const draft = useFormDraft<Fields>(`record.${collection}.${plan?.id ?? start.id}`);
  const [unsaved, setUnsaved] = useState(draft.read);
  const stored = useMemo(() => formValues(fields, start), [fields, start]);
  /** The record that was looked at; what is typed after that wants another look. */
  const [looked, setLooked] = useState<Editable | null>(null);
  const [publishAt, setPublishAt] = useState(plan?.publishAt ? sayMoment(plan.publishAt) : '');
  const [expiresAt, setExpiresAt] = useState(() => {
    const at = plan?.expiresAt ?? published?.expiresAt;
    return at ? sayMoment(at) : '';
  });
  const [isTakingDown, setTakingDown] = useState(false);
  // The plans are fetched anew behind the form.
  const [planVersion] = useState(plan?.version ?? null);
  const seen = plan ? plan.seen : (published?.version ?? null);
  const leave = (said: string): void => {
    draft.drop();
    done(said);
    void navigate('/content');
  };
  const preview = useWrite(RecordPublishedWire);
  const publish = useWrite(RecordPublishedWire, {
    stale: ['content'],
    done: (answer) => {
      if (answer.done) leave('已发布，手机上很快会更新');
    },
  });
  const save = useWrite(RecordPlanSaved, {
    stale: ['content'],
    done: ({ plan: saved }) => {
      if (!saved) return;
      leave(saved.publishAt === null ? '草稿已保存，尚未发布' : `已定好，${sayMoment(saved.publishAt)}发布`);
    },
  });
  const takeDown = useWrite(RecordPublishedWire, {
    stale: ['content'],
    done: (answer) => {
      setTakingDown(false);
      if (answer.done) leave('已下架，手机上的列表、搜索和收藏里很快就没有了');
    },
  });
  // The directory comes later than the page: what nobody has touched yet follows it.
  useEffect(() => {
    if (!unsaved && !form.isFieldsTouched()) form.setFieldsValue(stored);
  }, [form, stored, unsaved]);
  const today = dayAt(Date.now());

  /** The typed record, or null where the form shows what can't be read. A draft may be unfinished. */
  const read = ({ unfinished = false } = {}): Editable | null => {
    const values: Fields = form.getFieldsValue(true);
    const { record, faults } = recordFrom(fields, withSourceTitle(values), { record: start, today });
    const shown = unfinished ? faults.filter(({ message }) => !message.startsWith('请填写')) : faults;
    form.setFields(shown.map(({ path, message }) => ({ name: path, errors: [message] })));
    const [first] = shown;
    if (first) form.scrollToField(first.path, { focus: true, block: 'center' });
    return first ? null : record;
  };
  const moments = () => {
    const at = publishAt.trim() === '' ? null : readTypedMoment(publishAt, today);
    const until = expiresAt.trim() === '' ? null : readTypedMoment(expiresAt, today);
    const isRead = (at !== null || publishAt.trim() === '') && (until !== null || expiresAt.trim() === '');
    return isRead ? { publishAt: at, expiresAt: until } : null;
  };
  const bodyOf = (record: Editable, isPreview: boolean, until: string | null) => ({
    endpoint: contentEndpoints.record(collection),
    body: {
      record,
      seen,
      preview: isPreview,
      // What everybody's pages need isn't taken down, so it has no end either.
      ...(isGrowing(collection) ? { expiresAt: until } : {}),
      ...(plan && !isPreview ? { plan: plan.id } : {}),
    },
  });
  const look = (): void => {
    publish.reset();
    save.reset();
    const record = read();
    const times = moments();
    if (record && times) preview.mutate(bodyOf(record, true, times.expiresAt), { onSuccess: () => setLooked(record) });
  };
  const keep = (at: string | null): void => {
    const record = at === null ? read({ unfinished: true }) : looked;
    const times = moments();
    if (!record || !times) return;
    save.mutate({
      endpoint: contentEndpoints.plan(plan?.id ?? null),
      body: {
        collection,
        record,
        seen,
        publishAt: at,
        expiresAt: times.expiresAt,
        ...(planVersion === null ? {} : { seenPlan: planVersion }),
      },
    });
  };
  const times = moments();
  const found = publish.data ?? (looked ? preview.data : undefined);
  const error = publish.error ?? save.error ?? preview.error ?? takeDown.error;
  const isReady = looked !== null && preview.data?.done === true && preview.data.changes.length > 0 && times !== null;
  const title = published ? titleOfRecord(published.record) : `新增${collectionLabels[collection] ?? ''}`;
  return (
    <ConsolePage
      title={title}
      lead={published?.published && `${published.published.by ?? '工会'} ${sayDate(published.published.on, '')} 发布`}
      back={{ to: '/content', label: '内容发布' }}
      actions={
        published && (
          <Space wrap>
            <Link to={`/content/records/${collection}/${published.record.id}/history`}>历史版本</Link>
            {published.own && isGrowing(collection) && (
              <Button danger onClick={() => setTakingDown(true)}>
                下架
              </Button>
            )}
          </Space>
        )
      }
    >
      {plan?.failure && (
        <Callout tone="bad" title="没有按时发布">
          {plan.failure}
        </Callout>
      )}
      {unsaved && (
        <RestoredDraft
          drop={() => {
            draft.drop();
            setUnsaved(null);
            form.setFieldsValue(stored);
          }}
        />
      )}
      <RecordForm
        form={form}
        fields={fields}
        links={links}
        initial={{ ...stored, ...unsaved }}
        changed={(values) => {
          setLooked(null);
          draft.save(values);
        }}
        submit={look}
      />
      {error && <Callout tone="bad">{describeError(error)}</Callout>}
      {found && <RecordPreview title={title} found={found} />}
      {looked && found?.done && isPreviewed(collection) && (
        <PhonePreview collection={collection} record={looked} links={links} />
      )}
      {save.data && save.data.plan === null && (
        <RecordPreview title={title} found={{ done: false, version: null, changes: [], faults: save.data.faults }} />
      )}
      {isGrowing(collection) && (
        <div className={styles.bar}>
          <MomentInput label="发布时间（选填）" hint="不填就是马上发布" value={publishAt} change={setPublishAt} />
          <MomentInput label="到期下架（选填）" hint="不填就一直保留" value={expiresAt} change={setExpiresAt} />
        </div>
      )}
      <div className={styles.bar}>
        <Button onClick={look} loading={preview.isPending}>
          预览改动
        </Button>
        {isGrowing(collection) && (
          <Button onClick={() => keep(null)} loading={save.isPending}>
            存草稿
          </Button>
        )}
        {times?.publishAt ? (
          <Button
            type="primary"
            disabled={!isReady}
            loading={save.isPending}
            onClick={() => times.publishAt && keep(times.publishAt)}
          >
            定时发布
          </Button>
        ) : (
          <Button
            type="primary"
            disabled={!isReady}
            loading={publish.isPending}
            onClick={() => looked && times && publish.mutate(bodyOf(looked, false, times.expiresAt))}
          >
            发布
          </Button>
        )}
      </div>
      <Confirm
        title={`下架“${title}”？`}
        open={isTakingDown}
        yes="下架"
        danger
        busy={takeDown.isPending}
        onNo={() => setTakingDown(false)}
        onYes={() =>
          published &&
          takeDown.mutate({
            endpoint: contentEndpoints.takeDown(collection, published.record.id),
            body: { seen: published.version },
          })
        }
      >
        手机上的列表、搜索和收藏里很快就没有了，其他内容指向它的链接一起去掉。以后可以从“已下架”里恢复。
      </Confirm>
    </ConsolePage>
  );
}

/** A source without a title is the record's own announcement: it has its title. */
function withSourceTitle(values: Fields): Fields {
  const parsed = v.safeParse(v.looseObject({ title: v.optional(v.string(), '') }), values['source']);
  return parsed.success && parsed.output.title.trim() === ''
    ? { ...values, source: { ...parsed.output, title: values['title'] } }
    : values;
}

function MomentInput({
  label,
  hint,
  value,
  change,
}: {
  label: string;
  hint: string;
  value: string;
  change: (value: string) => void;
}) {
  const moment = value.trim() === '' ? null : readTypedMoment(value, dayAt(Date.now()));
  return (
    <label>
      <div>{label}</div>
      <Input
        value={value}
        onChange={(event) => change(event.target.value)}
        placeholder="例如 12月5日 9:00"
        autoComplete="off"
        style={{ width: '14rem' }}
      />
      <div className="quiet">{value.trim() === '' ? hint : moment === null ? NO_MOMENT : sayMoment(moment)}</div>
    </label>
  );
}
