/** Public API of feedback (投诉建议, 请回电): its URL builders. */
import { pageUrl } from '@/platform/navigation/url';

/** Where one writes or asks to be called back; the page finds out by itself where its reader came from. */
export const feedbackUrl = (): string => pageUrl('/features/feedback/pages/write/index');

/** What was sent and what was answered; with an id, one of them with its talk. */
export const complaintsUrl = (id?: string): string => pageUrl('/features/feedback/pages/mine/index', { id });
