/** Public API of cases: its subpackage config and URL builders. */
import { pageUrl } from '@/platform/navigation/url';

export const casesPackage = { root: 'features/cases', pages: ['pages/list/index', 'pages/detail/index'] };

export const caseListUrl = (): string => pageUrl('/features/cases/pages/list/index');
export const caseUrl = (id: string): string => pageUrl('/features/cases/pages/detail/index', { id });
