/** The stations by district and by place: an index each, so that a question costs what it answers, not what there is. */
import KDBush from 'kdbush';
import type { Dataset } from '@yugong/content/schema';
import type { Box } from '@yugong/domain/geo';
import { defined } from '@yugong/domain/narrow';
import type { CompiledHours } from '@yugong/domain/opening-hours';
import { compileHours } from '@yugong/domain/opening-hours/compile';

type StationRecord = Dataset['stations'][number];

/** A record with its hours as the phone evaluates them. */
export type StationOnWire = StationRecord & { hours: CompiledHours | null };

export interface StationFeedQuery {
  adcode?: string | undefined;
  /** Degrees of GCJ-02, as the records have them. Stations without a position are in no box. */
  box?: Box | undefined;
  /** The place in the order to go on from; 0 begins. */
  after: number;
  limit: number;
}

export interface FeedPage {
  /** How many there are in all. */
  total: number;
  records: StationOnWire[];
  /** Where the next page begins; null at the end. */
  next: number | null;
}

/** An answer stays below what WeChat's 云托管 lets through (1,000 KiB), with room for its frame. */
const MAX_PAGE_BYTES = 900_000;

export class StationFeed {
  private readonly districts = new Map<string, number[]>();
  /** Places in the tree to places in the records. */
  private readonly located: Uint32Array;
  private readonly tree: KDBush | null;
  private readonly hours = new Map<string, CompiledHours | null>();

  /** @param records checked content, in an order that stays while the content does */
  constructor(private readonly records: readonly StationRecord[]) {
    const located: number[] = [];
    for (const [at, { adcode, location }] of records.entries()) {
      if (location) located.push(at);
      if (adcode === undefined) continue;
      const list = this.districts.get(adcode);
      if (list) list.push(at);
      else this.districts.set(adcode, [at]);
    }
    this.located = Uint32Array.from(located);
    this.tree = located.length > 0 ? new KDBush(located.length) : null;
    for (const at of located) {
      const { lng, lat } = defined(defined(records[at]).location);
      this.tree?.add(lng, lat);
    }
    this.tree?.finish();
  }

  /**
   * A page of the stations asked for, in the order of the records.
   *
   * @example feed.ask({ adcode: '500103', after: 0, limit: 200 }).records
   */
  ask({ adcode, box, after, limit }: StationFeedQuery): FeedPage {
    const places = this.placesOf(adcode, box);
    const count = places?.length ?? this.records.length;
    const records: StationOnWire[] = [];
    let at = after;
    for (let bytes = 0; at < count && records.length < limit; at++) {
      const record = this.onWire(defined(this.records[places ? defined(places[at]) : at]));
      bytes += Buffer.byteLength(JSON.stringify(record)) + 1;
      if (bytes > MAX_PAGE_BYTES && records.length > 0) break;
      records.push(record);
    }
    return { total: count, records, next: at < count ? at : null };
  }

  /** Records' places in order; null for all of them. */
  private placesOf(adcode: string | undefined, box: Box | undefined): ArrayLike<number> | null {
    if (!box) return adcode === undefined ? null : (this.districts.get(adcode) ?? []);
    const found = this.tree?.range(box.west, box.south, box.east, box.north) ?? [];
    const places = Uint32Array.from(found, (id) => defined(this.located[id]));
    const wanted = adcode === undefined ? places : places.filter((at) => this.records[at]?.adcode === adcode);
    return wanted.sort();
  }

  private onWire(record: StationRecord): StationOnWire {
    const { openingHours } = record;
    if (openingHours === null) return { ...record, hours: null };
    let hours = this.hours.get(openingHours);
    if (hours === undefined) {
      const compiled = compileHours(openingHours);
      this.hours.set(openingHours, (hours = compiled.ok ? compiled.hours : null));
    }
    return { ...record, hours };
  }
}

const feeds = new WeakMap<readonly StationRecord[], StationFeed>();

/** The feed of a dataset's stations, made once for as long as the dataset stays. */
export function feedOf(records: readonly StationRecord[]): StationFeed {
  let feed = feeds.get(records);
  if (!feed) feeds.set(records, (feed = new StationFeed(records)));
  return feed;
}
