/** Public API of figures (数说工会): its subpackage config and URL builder. */
import { pageUrl } from '@/platform/navigation/url';

export const figuresPackage = { root: 'features/figures', pages: ['pages/overview/index'] };

/** @param id of a figure, which then stands first */
export const figuresUrl = (id?: string): string => pageUrl('/features/figures/pages/overview/index', { id });
