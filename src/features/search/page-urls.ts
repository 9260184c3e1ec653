/** Where the app's own pages are opened from search. */
import type { SearchPageId } from '@yugong/content/search-pages';
import { caseListUrl } from '../cases';
import { eventListUrl, subscribeUrl } from '../events';
import { feedbackUrl } from '../feedback';
import { figuresUrl } from '../figures';
import { legalAidUrl, legalPageUrl, legalRequestsUrl, rightUrl } from '../legal-aid';
import { newsListUrl } from '../news';
import { mineUrl, privacyUrl } from '../registration';
import { screeningAfterUrl, screeningCheckUrl, screeningDaysUrl, screeningUrl } from '../screening';
import { stationListUrl, stationReportsUrl } from '../stations';

const pageUrls: Record<SearchPageId, string> = {
  'page-stations': stationListUrl(),
  'page-screening': screeningUrl(),
  'page-screening-check': screeningCheckUrl(),
  'page-screening-days': screeningDaysUrl(),
  'page-screening-after': screeningAfterUrl(),
  'page-legal-aid': legalAidUrl(),
  'page-interview': legalPageUrl('interview'),
  'page-route': legalPageUrl('route'),
  'page-clock': legalPageUrl('clock'),
  'page-amounts': legalPageUrl('amounts'),
  'page-evidence': legalPageUrl('evidence'),
  'page-rights': rightUrl(),
  'page-claim': legalPageUrl('claim'),
  'page-ask': legalPageUrl('ask'),
  'page-requests': legalRequestsUrl(),
  'page-events': eventListUrl(),
  'page-subscribe': subscribeUrl({ kind: null, adcode: null, joinable: false }),
  'page-mine': mineUrl(),
  'page-privacy': privacyUrl(),
  'page-feedback': feedbackUrl(),
  'page-reports': stationReportsUrl(),
  'page-elder': '/pages/me/index',
  'page-favourites': '/pages/me/index',
  'page-calendar': '/pages/calendar/index',
  'page-services': '/pages/services/index',
  'page-cases': caseListUrl(),
  'page-news': newsListUrl(),
  'page-figures': figuresUrl(),
};

/** Page ids come from the generated index, which has just those of `search-pages.ts`. */
const isPageId = (id: string): id is SearchPageId => id in pageUrls;

/** The address of a page that was found; the services tab for one that this version doesn't have. */
export const searchPageUrl = (id: string): string => (isPageId(id) ? pageUrls[id] : pageUrls['page-services']);
