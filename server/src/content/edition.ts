import { sha256 } from '../crypto/ids';

const digestOf = (value: unknown): string => sha256(JSON.stringify(value)).slice(0, 16);

/** Changes exactly when a record does; the app's bundle is told from the service's content by it. */
export const versionOf = (records: readonly unknown[]): string => digestOf(records);

/** A single record's, null where it is none: whether it still is as somebody saw it. */
export const recordVersion = (record: object | null | undefined): string | null => (record ? digestOf(record) : null);
