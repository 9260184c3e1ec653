/** The main package's only content: a few headlines and dates, derived at build time. */
import type { Digest } from '@/content/bundle';
import generated from './generated/digest.json';

export const digest = generated as unknown as Digest;
