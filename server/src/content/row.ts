/** A collection as the union published it; the highest revision is the one served. */
export interface ContentVersionRow {
  collection: string;
  revision: number;
  at: number;
  by_whom: string;
  version: string;
  note: string | null;
  /** The revision that this one publishes again; 0 is the repository's. */
  undoes: number | null;
  record_count: number;
  records: string;
}
