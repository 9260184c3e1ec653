/** What is asked of a geocoder, whichever it is, and what it answers. */
import type { GeocodedPrecision, GeocoderProvider } from '@yugong/domain/station-candidate';
import type { Datum } from '../lists/position';

/** A position that a geocoder found for an address, as the geocoder gives it. */
export interface FoundPosition {
  lng: number;
  lat: number;
  datum: Datum;
  precision: GeocodedPrecision;
  /** The provider's own word or figure for its precision. */
  level: string | null;
  /** The provider's trust in it, on the provider's own scale. */
  reliability: number | null;
  /** Does the provider itself call its answer unsure? */
  isUnsure: boolean;
  /** The district's code as the provider has it, which may be one of before the last reform; null where it says none. */
  adcode: string | null;
}

/** The address that a geocoder gives for a position. */
export interface FoundAddress {
  address: string;
  adcode: string | null;
}

/** `status` is the provider's own code, kept as it came. */
export type GeocoderReply<Found> =
  | { kind: 'found'; status: string; found: Found }
  /** It knows no such address. */
  | { kind: 'nothing'; status: string }
  /** Asked too often within a second. */
  | { kind: 'too-fast'; status: string }
  /** The day's quota is used up. */
  | { kind: 'day-over'; status: string }
  /** The key isn't good for this: nothing more can be asked before somebody puts that right. */
  | { kind: 'refused'; status: string }
  /** No answer, or none that can be read. */
  | { kind: 'lost'; status: string };

/** A geocoder with the operator's own key. It never throws: an answer that doesn't come is `lost`. */
export interface Geocoder {
  provider: GeocoderProvider;
  position(address: string): Promise<GeocoderReply<FoundPosition>>;
  /** @param at degrees of GCJ-02 */
  address(at: { lng: number; lat: number }): Promise<GeocoderReply<FoundAddress>>;
}

/** The geocoders that an operator has keys of, and how much of them may be used. */
export interface Geocoding {
  /** In the order in which they are asked. */
  geocoders: readonly Geocoder[];
  /** Requests that each key may be used for on one day of Chongqing's. */
  perDay: number;
  /** Requests a second. */
  perSecond: number;
}

/** How a provider is reached. */
export interface GeocoderOptions {
  key: string;
  /** Where it is, without a slash at the end; a stand-in in tests. */
  url: string;
  /** Milliseconds to wait for an answer. */
  timeout: number;
}

/** Degrees in an answer: a number, or the text of one. */
export const degreesIn = (value: unknown): number | null => {
  const degrees = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof degrees === 'number' && Number.isFinite(degrees) ? degrees : null;
};

/**
 * Asks for JSON. The address has the key in it and is neither logged nor told.
 *
 * @returns the answer with its HTTP status; `body` undefined where there is none or it is no JSON
 */
export async function askJson(url: URL, timeout: number): Promise<{ http: number | null; body: unknown }> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(timeout), headers: { accept: 'application/json' } });
    const text = await answer.text();
    try {
      return { http: answer.status, body: JSON.parse(text.replace(/^\uFEFF/, '')) };
    } catch {
      return { http: answer.status, body: undefined };
    }
  } catch {
    return { http: null, body: undefined };
  }
}

/** The status of an answer that never came or can't be read: HTTP's, where there was one. */
export const lostStatus = (http: number | null): string => (http === null ? 'no-answer' : `http-${http}`);
