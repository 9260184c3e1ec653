/** What the calendar knows without a network, derived at build time. */
import type { CalendarTable } from '@/content/bundle';
import generated from './generated/calendar.json';

export const table = generated as unknown as CalendarTable;
