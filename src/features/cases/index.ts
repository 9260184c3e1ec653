/** Public API of cases: its URL builders. */
import { pageUrl } from '@/platform/navigation/url';

export const caseListUrl = (): string => pageUrl('/features/cases/pages/list/index');
export const caseUrl = (id: string): string => pageUrl('/features/cases/pages/detail/index', { id });
