/** What this phone tells of a station, and what the service tells back. */
import { useEffect } from 'react';
import * as v from 'valibot';
import { type ReportKind } from '@yugong/domain/report';
import { reportKindLabels } from '@yugong/domain/report/words';
import type { ReportRequest } from '@yugong/domain/report/wire';
import { answerOf, defineKind, newIdempotencyKey, putIntoOutbox, type OutboxItem } from '@/platform/outbox';
import type { IconName } from '@/ui/icon/names';
import { askOnSending, subscribeAgreed, useMessageTemplates } from '../shared/subscriptions';

/** The reports of one tap, in the order of the buttons; 别的 asks for a word. */
export const reportButtons: readonly { kind: ReportKind; text: string; icon: IconName }[] = [
  { kind: 'open', text: '开着', icon: 'door-open' },
  { kind: 'locked', text: '锁着', icon: 'lock' },
  { kind: 'no-water', text: '没水', icon: 'droplet-off' },
  { kind: 'moved', text: '已搬走', icon: 'map-pin-x' },
  { kind: 'wrong-hours', text: '时间不对', icon: 'clock-alert' },
  { kind: 'other', text: '其他', icon: 'message-square-warning' },
];

type ReportBody = v.InferInput<typeof ReportRequest>;

/** What the service answers to a report, as far as it is used. */
const Received = v.object({ id: v.string() });

const stationReport = defineKind<ReportBody, v.InferOutput<typeof Received>>('station-report', Received);

const pathOf = (id: string): string => `/api/v1/stations/${encodeURIComponent(id)}/reports`;

/**
 * Sends reports of a station, each kept on the phone until there is a network. On the same tap WeChat asks whether the
 * union's answer may come as a message; the service is told of the yes once it has the report.
 *
 * @param sent this phone's reports of the station
 * @returns sends one; false where the phone could not keep it
 */
export function useReporting(
  station: { id: string; title: string },
  sent: readonly OutboxItem[],
): (kind: ReportKind, note?: string) => boolean {
  const templates = useMessageTemplates();
  useEffect(() => {
    for (const item of sent) {
      const id = answerOf(stationReport, item)?.id;
      if (id !== undefined)
        void subscribeAgreed(item.key, `/api/v1/me/reports/${encodeURIComponent(id)}/subscriptions`);
    }
  }, [sent]);
  return (kind, note) => {
    const key = newIdempotencyKey();
    const kept = putIntoOutbox(stationReport, {
      key,
      title: `${station.title}：${reportKindLabels[kind]}`,
      path: pathOf(station.id),
      body: note ? { kind, note } : { kind },
    });
    if (kept) askOnSending(key, templates, ['reply']);
    return kept;
  };
}

/** What waits or was sent of a station, or of all. */
export const reportsIn = (outbox: readonly OutboxItem[], id?: string): OutboxItem[] =>
  outbox.filter((item) => item.kind === stationReport.name && (id === undefined || item.path === pathOf(id)));
