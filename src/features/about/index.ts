/** Public API of about (关于我们): who runs the app, and what it has to tell its users. */
import type { OperatorDocumentId } from '@yugong/domain/operator/words';
import { pageUrl } from '@/platform/navigation/url';

export const aboutUrl = (): string => pageUrl('/features/about/pages/overview/index', {});
/** 隐私政策, 用户协议 and the other texts of the operator's. */
export const documentUrl = (id: OperatorDocumentId): string => pageUrl('/features/about/pages/document/index', { id });
