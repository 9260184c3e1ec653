/** Public API of figures (数说工会): its subpackage config and URL builder. */
import { pageUrl } from '@/platform/navigation/url';

/** @param id of a figure, which then stands first */
export const figuresUrl = (id?: string): string => pageUrl('/features/figures/pages/overview/index', { id });
