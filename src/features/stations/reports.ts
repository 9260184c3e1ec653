/** What this phone tells of a station, and what the service tells back. */
import type * as v from 'valibot';
import { type ReportKind } from '@yugong/domain/report';
import { reportKindLabels } from '@yugong/domain/report/words';
import { MyReportWire, type ReportRequest } from '@yugong/domain/report/wire';
import { defineKind, newIdempotencyKey, putIntoOutbox, type OutboxItem } from '@/platform/outbox';
import type { IconName } from '@/ui/icon/names';

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

const stationReport = defineKind<ReportBody, unknown>('station-report', MyReportWire);

const pathOf = (id: string): string => `/api/v1/stations/${encodeURIComponent(id)}/reports`;

/**
 * Keeps a report on the phone and sends it as soon as there is a network.
 *
 * @returns false where the phone could not keep it
 */
export function sendReport(station: { id: string; title: string }, kind: ReportKind, note?: string): boolean {
  return putIntoOutbox(stationReport, {
    key: newIdempotencyKey(),
    title: `${station.title}：${reportKindLabels[kind]}`,
    path: pathOf(station.id),
    body: note ? { kind, note } : { kind },
  });
}

/** What waits or was sent of a station, or of all. */
export const reportsIn = (outbox: readonly OutboxItem[], id?: string): OutboxItem[] =>
  outbox.filter((item) => item.kind === stationReport.name && (id === undefined || item.path === pathOf(id)));
